"""A day by keys alone: a call, a letter and a visit are logged; what was promised is kept."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from customerbook.gui.widgets.menu import Menu
from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUp, FollowUpState
from tests.books import added, new_book, promised, someone
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer
from tests.journeys.hands import focus, press, reads, tab_to, type_text, wait_for, wait_until

_TODAY = date(2026, 11, 21)
_CALENDAR = "Calendar, Saturday, 21 November 2026"


@pytest.fixture
def shop(computer: Computer, tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """A shop with two customers and two promises of today; its owner is signed in."""
    book = new_book(tmp_path_factory.mktemp("shop"))
    oliver = added(book, someone("Oliver Müller", "+49 171 3920014"))
    grace = added(book, someone("Grace Mueller", "+49 171 3920061"))
    promised(book, "Ring about the quote", _TODAY, customer_id=oliver.id)
    promised(book, "Send the invoice again", _TODAY, customer_id=grace.id)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    return computer


def promise_of(shop: Computer, name: str) -> FollowUp:
    """The one promise that a customer was given."""
    (line,) = shop.book.followups.for_customer(shop.book.customers.resolve(name).id)
    return shop.book.followups.get(line.id)


def test_a_call_a_letter_and_a_visit_of_a_stranger_are_logged(shop: Computer) -> None:
    press("F3")
    type_text("0014")
    press("Return")
    type_text("Asked when the shop opens.")
    press("Ctrl+Return")
    wait_for("Saved as 2026-00001")

    press("F4")
    type_text("grace")
    press("Return")
    type_text("Sent her the price list.")
    press("Ctrl+Return")
    wait_for("Saved as 2026-00002")

    press("F2", "Return")
    assert focus() == "SnippetNote “Note”"
    type_text("Wanted a pump.")
    press("Ctrl+Return")
    wait_for("Saved as 2026-00003")

    interactions = shop.book.interactions
    logged = [interactions.get(line.id) for line in interactions.latest(3)]
    assert [(one.channel, one.note) for one in reversed(logged)] == [
        (Channel.CALL, "Asked when the shop opens."),
        (Channel.EMAIL, "Sent her the price list."),
        (Channel.VISIT, "Wanted a pump."),
    ]
    assert [one.customer_id for one in logged].count(None) == 1


def test_a_promise_is_kept_by_the_call_that_it_asked_for(shop: Computer) -> None:
    promise = promise_of(shop, "Oliver Müller")
    tab_to("Promises due")
    press("C")
    wait_for("Log a call")
    assert reads("Oliver Müller")
    type_text("He takes it.")
    press("Ctrl+Return")
    wait_until(lambda: not reads("Ring about the quote"), "the promise to be kept")
    assert shop.book.followups.get(promise.id).state is FollowUpState.KEPT


def test_done_and_undone_and_put_off(shop: Computer, clock: StoppedClock) -> None:
    tab_to("Promises due")
    press("Space")
    wait_until(lambda: not reads("Ring about the quote"), "the row to go")
    press("Ctrl+Z")
    wait_for("Ring about the quote")

    tab_to("Promises due")
    press("Home", "Ctrl+Shift+S")
    wait_until(lambda: isinstance(QApplication.activePopupWidget(), Menu), "the days to choose")
    press("Return")
    wait_until(lambda: not reads("Ring about the quote"), "the row to go")
    assert promise_of(shop, "Oliver Müller").due_day == _TODAY + timedelta(days=1)
    clock.move(timedelta(days=1))
    press("Ctrl+3")
    wait_for("Ring about the quote")


def test_the_month_is_walked_by_keys(shop: Computer) -> None:
    press("F6")
    type_text("grace")
    press("Return")
    type_text("Ask for the key")
    press("Return")
    type_text("fri")
    press("Ctrl+Return")
    wait_for("Noted for Friday 27 November")
    press("Ctrl+3")
    wait_for("Ask for the key")
    tab_to(f"{_CALENDAR}, 2 promises")
    press("Right", "Right", "Right", "Right", "Right", "Right")
    assert focus() == "Month “Calendar, Friday, 27 November 2026, 1 follow-up”"
    press("PgDown")
    assert "December 2026" in focus()
