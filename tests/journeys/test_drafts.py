"""What was typed is not lost: not by a lock, not by Escape, not by a kill."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.books import added, new_book, someone
from tests.guards.clock import StoppedClock
from tests.journeys import typist
from tests.journeys.computer import Computer, another_process
from tests.journeys.hands import (
    focus,
    press,
    reads,
    tab_to,
    type_text,
    wait_for,
    when_dialog_is_up,
    words,
    written,
)


@pytest.fixture
def folder(tmp_path: Path, clock: StoppedClock) -> Path:
    """A closed book with two customers."""
    book = new_book(tmp_path)
    added(book, someone("Oliver Müller", "+49 171 3920014"))
    added(book, someone("Thị Mai Nguyễn", "+49 171 3920021"))
    book.close()
    return book.folder


def test_a_lock_in_the_middle_of_a_visit_loses_nothing(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("0021")
    press("Return")
    type_text("Wants a cargo bike – with a bench für zwei Kinder")
    press("Alt+V")
    type_text("Bargains hard.")
    press("Alt+P")
    type_text("A quote")
    press("Return")
    type_text("fri 14:00")
    computer.lock()

    assert not reads("Nguyễn")
    assert not reads("bench")
    computer.sign_in()
    assert reads("You were logging a contact. What you typed is kept.")
    assert computer.book.interactions.latest(1) == []

    tab_to("Continue")
    press("Space")
    assert reads("Customer: Thị Mai Nguyễn")
    assert reads("Wants a cargo bike – with a bench für zwei Kinder")
    assert reads("Bargains hard.")
    assert reads("Friday 27 November, 14:00")
    press("Ctrl+Return")
    wait_for("Saved as 2026-00001")
    (line,) = computer.book.interactions.latest(1)
    assert line.customer == "Thị Mai Nguyễn"
    (promise,) = computer.book.followups.open()
    assert promise.title == "A quote"

    press("F2")
    assert focus() == "TypeAhead “Customer”"
    assert written() == ""
    assert not reads("Draft kept")


def test_a_form_closed_by_accident_comes_back(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F3")
    type_text("Oliver")
    press("Return")
    type_text("Asks for his bike")
    press("Escape")
    assert not reads("Asks for his bike")
    press("F3")
    assert reads("Customer: Oliver Müller")
    assert reads("Asks for his bike")
    assert reads("Draft kept")


def test_thrown_away_is_gone_but_only_after_a_question(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("nobody in particular")
    tab_to("Cancel")
    press("Space")
    assert reads("nobody in particular")
    tab_to("Throw it away")
    press("Space")
    assert not reads("nobody in particular")
    press("F2")
    assert written() == ""


def test_each_kind_and_customer_has_a_draft_of_its_own(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("a walk-in")
    press("Escape", "Escape")  # the list of offers, then the form
    press("Ctrl+F")
    type_text("0014")
    press("F2")
    type_text("About the rear wheel")
    computer.lock()
    computer.sign_in()
    press("Ctrl+1", "F2")
    assert written() == "a walk-in"
    press("Escape", "Ctrl+F")
    assert focus().endswith("“Find a name, a number, a town, a note”")
    type_text("0014")
    press("F2")
    assert reads("Customer: Oliver Müller")
    assert reads("About the rear wheel")


def test_a_follow_up_in_the_making_survives_a_lock(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F6")
    type_text("0014")
    press("Return")
    type_text("Ring him about the invoice")
    computer.lock()
    computer.sign_in()
    press("F6")
    assert reads("Customer: Oliver Müller")
    assert reads("Ring him about the invoice")


def test_a_new_customer_in_the_making_survives_a_lock(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("Ctrl+N")
    type_text("Łucja")
    press("Tab")
    type_text("Wójcik & Söhne")
    computer.lock()
    computer.sign_in()
    press("Ctrl+N")
    assert reads("Łucja")
    assert reads("Wójcik & Söhne")
    press("Ctrl+Return")
    wait_for("Saved: Łucja Wójcik & Söhne")
    press("Ctrl+1", "Ctrl+N")
    assert written() == ""
    assert not reads("Draft kept")


def test_a_computer_left_alone_locks_and_keeps_what_was_typed(
    computer: Computer, folder: Path, clock: StoppedClock
) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("Somebody was here")
    clock.move(timedelta(minutes=11))
    wait_for("The window is locked.")
    assert not reads("Somebody was here")
    computer.sign_in()
    press("F2")
    assert written() == "Somebody was here"


def test_a_computer_left_alone_locks_with_a_file_dialog_open(
    empty_shop: Computer, clock: StoppedClock
) -> None:
    tab_to("Bring in")
    press("Space")
    assert focus() == "Button “Choose a file”"
    with when_dialog_is_up(lambda _dialog: _leave_alone(clock)):
        press("Space")
    wait_for("The window is locked.")
    empty_shop.sign_in()
    assert reads("The book is open, and still empty.")


def _leave_alone(clock: StoppedClock) -> None:
    clock.move(timedelta(minutes=11))


def test_a_kill_in_the_middle_of_a_visit_loses_nothing(
    computer: Computer, folder: Path, expect_log: Callable[[str], None]
) -> None:
    with another_process("-m", "tests.journeys.typist", str(folder)) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "kept\n"
        killed.kill()

    expect_log("not closed properly")
    computer.start(folder)
    computer.sign_in()
    wait_for("You were logging a contact. What you typed is kept.")
    press("F2")
    assert reads("Customer: Oliver Müller")
    assert typist.NOTE in words()
    press("Ctrl+Return")
    wait_for("Saved as 2026-00001")
    (line,) = computer.book.interactions.latest(5)
    assert (line.customer, line.note) == ("Oliver Müller", typist.NOTE)
