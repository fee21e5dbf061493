"""Correcting a contact: a mirror, saved or deleted, and what the book refuses."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers.interaction_form import InteractionForm
from customerbook.model.channel import Channel, Direction
from customerbook.model.document import Document
from customerbook.model.errors import NotFoundError
from customerbook.model.interaction import Interaction, Nature, Outcome
from tests.gui.counter import NOW, CounterShell, press, type_words
from tests.gui.customers.pages import settle


def contact(book: Book, **values: object) -> Interaction:
    grace = book.customers.resolve("Grace Mueller").id
    topic = book.topics.named("Wheel building")
    assert topic is not None
    usual = {
        "customer_id": grace,
        "topic_id": topic.id,
        "moment": NOW - timedelta(days=3),
        "nature": Nature.COMPLAINT,
        "note": "Wheel wobbles.\n",
        "private_note": "Be generous.",
        "outcome": Outcome.TO_FOLLOW_UP,
        "rating": 2,
    }
    made = Interaction(**{**usual, **values})  # type: ignore[arg-type]
    return book.interactions.log(made).first(Interaction)


def opened(shell: CounterShell, qtbot: QtBot, interaction: Interaction) -> InteractionForm:
    form = InteractionForm(shell, interaction)
    shell.show_sheet(form)
    shell.host.activateWindow()
    qtbot.waitUntil(shell.host.isActiveWindow)
    settle()
    return form


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"rating": 0, "nature": None, "topic_id": None, "outcome": None},
        {"channel": Channel.CALL, "direction": Direction.OUTBOUND, "duration": 95},
        {"note": "", "private_note": "", "rating": None, "moment": NOW},
    ],
)
def test_what_goes_in_comes_out(
    shell: CounterShell, qtbot: QtBot, book: Book, values: dict[str, object]
) -> None:
    logged = contact(book, **values)
    form = opened(shell, qtbot, logged)
    assert form.interaction() == logged
    form.dismiss()
    settle()


def test_a_note_is_corrected_by_keys(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    logged = contact(book)
    form = opened(shell, qtbot, logged)
    assert form.accessibleName() == f"Visit {logged.reference}"
    assert form.note.hasFocus()
    form.note.selectAll()
    type_words("Hub is loose, not the wheel.")
    form.when.put("yesterday 16:00")
    form.outcome.choose(Outcome.RESOLVED.value)
    press("Ctrl+Return")
    settle()
    saved = book.interactions.get(logged.id)
    assert saved.note == "Hub is loose, not the wheel."
    assert saved.outcome is Outcome.RESOLVED
    assert saved.private_note == "Be generous."
    assert saved.moment == NOW.replace(day=20, hour=15, minute=0)
    assert ("toast", f"Changed: {logged.reference}", True) in shell.asked
    shell.session.undo()
    assert book.interactions.get(logged.id) == logged


def test_no_such_moment_is_said_at_its_field(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    logged = contact(book)
    form = opened(shell, qtbot, logged)
    form.when.put("tomorrow 9:00")
    assert not form.save()
    assert "still to come" in form.when.field.error()
    assert book.interactions.get(logged.id) == logged
    form.dismiss()
    settle()


def test_a_contact_is_deleted_and_comes_back(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    logged = contact(book)
    opened(shell, qtbot, logged).remove()
    settle()
    with pytest.raises(NotFoundError):
        book.interactions.get(logged.id)
    assert ("toast", f"{logged.reference} was deleted.", True) in shell.asked
    shell.session.undo()
    assert book.interactions.get(logged.id) == logged


def test_one_that_was_handed_over_stays(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    logged = contact(book)
    book.documents.keep(
        Document(
            number=logged.reference,
            kind="confirmation",
            customer_id=logged.customer_id,
            interaction_id=logged.id,
            content=b"%PDF",
        )
    )
    form = opened(shell, qtbot, logged)
    assert "was handed over and stays as it is" in form.trouble.accessibleName()
    form.remove()
    assert "so it stays" in form.trouble.accessibleName()
    assert not form.isHidden()
    assert book.interactions.get(logged.id) == logged
    form.dismiss()
    settle()


def test_staff_may_not_change_what_others_logged(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    logged = contact(book)
    book.sign_in(book.people.named("Jonas").id)
    form = opened(shell, qtbot, logged)
    form.note.setFocus(Qt.FocusReason.OtherFocusReason)
    type_words("x")
    assert not form.save()
    assert "logged by someone else" in form.trouble.accessibleName()
    form.dismiss()
    settle()


def test_the_sheet_is_as_high_as_its_rows_where_there_is_room(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    shell.host.resize(1280, 800)
    form = opened(shell, qtbot, contact(book))
    bar = form._scroll.verticalScrollBar()
    assert not bar.isVisible()
    assert bar.maximum() == 0
    shell.host.resize(800, 600)
    form.refit()
    settle()
    bar.setValue(bar.maximum())
    assert form.rating.visibleRegion().boundingRect().height() > 0
    form.dismiss()
