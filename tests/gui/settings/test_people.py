"""People and rights in the settings: who comes in, who no longer does, and what staff may do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.confirming import ConfirmSheet
from customerbook.gui.settings.people import PeopleSection
from customerbook.gui.settings.person_line import PersonLine, RightLine
from customerbook.gui.settings.person_sheets import PersonSheet, RemoveSheet
from customerbook.model.errors import WrongKeyError
from customerbook.model.rights import Right
from customerbook.store.keys import slot_of_person, unlock_passphrase
from customerbook.store.passphrase import Cost
from tests.gui.counter import PASSPHRASE, CounterShell, book, press, shell, template, type_words

__all__ = ["book", "shell", "template"]

NEW = "four wet gloves by noon"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are quickly derived, and still by the real way."""
    monkeypatch.setattr("customerbook.book.people.measured_cost", lambda: Cost(19, 1))


@pytest.fixture
def section(shell: CounterShell, book: Book) -> Iterator[PeopleSection]:
    book.confirmation.drop()  # the book has stood open for a while
    found = PeopleSection(shell)
    shell.column.addWidget(found)
    found.show()
    found.refresh(None)
    shell.session.changed.connect(found.refresh)
    yield found
    shell.session.changed.disconnect(found.refresh)


def lines(section: PeopleSection) -> list[PersonLine]:
    return [row for row in section.people.rows() if isinstance(row, PersonLine)]


def switch(section: PeopleSection, place: int) -> RightLine:
    row = section.rights.rows()[place]
    assert isinstance(row, RightLine)
    return row


def choose(section: PeopleSection, name: str, what: str) -> None:
    line = next(line for line in lines(section) if line.person.name == name)
    menu = section.menu(line.person, line)
    next(action for action in menu.actions() if action.text() == what).trigger()
    menu.deleteLater()


def confirm(shell: CounterShell, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    sheet = shell.sheets[-1]
    assert isinstance(sheet, ConfirmSheet)
    type_words(passphrase)
    ended: list[bool] = []
    sheet.closed.connect(lambda: ended.append(True))
    press("Return")
    qtbot.waitUntil(lambda: bool(ended) or not sheet.field.isReadOnly(), timeout=10_000)


def opens(book: Book, name: str, passphrase: str) -> bool:
    slot = slot_of_person(book.db.key_file, str(book.people.named(name).id))
    if slot is None:
        return False
    try:
        unlock_passphrase(book.db.key_file, slot, passphrase)
    except WrongKeyError:
        return False
    return True


def test_everyone_is_there_with_what_they_look_after(section: PeopleSection) -> None:
    assert [line.person.name for line in lines(section)] == [
        "Martha Lindner",
        "Jonas Weber",
        "Aylin Kaya",
        "Tomasz Nowak",
    ]


def test_somebody_is_added_by_keys_and_comes_in(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    section.focus_first()
    press("Space")
    confirm(shell, qtbot)
    sheet = shell.sheets[-1]
    assert isinstance(sheet, PersonSheet)
    type_words("Berta Koch")
    press("Return")
    type_words(NEW)
    press("Return")
    type_words(NEW)
    press("Return")
    qtbot.waitUntil(lambda: "Person added" in shell.toasts(), timeout=10_000)
    assert opens(book, "Berta", NEW)
    assert lines(section)[-1].person.name == "Berta Koch"


def test_what_is_missing_is_said_at_its_field(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    section.add.click()
    confirm(shell, qtbot)
    sheet = shell.sheets[-1]
    assert isinstance(sheet, PersonSheet)
    assert sheet.name is not None
    assert sheet.passphrase is not None
    sheet.save()
    assert sheet.name.hasFocus()
    type_words("Berta Koch")
    sheet.passphrase.first.setText("radwerk1")
    sheet.passphrase.again.setText("radwerk1")
    sheet.save()
    qtbot.waitUntil(sheet.button.isEnabled, timeout=10_000)
    assert sheet.isVisible()
    assert len(book.people.all()) == 4
    sheet.dismiss()


def test_a_wrong_owners_passphrase_does_nothing(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    section.add.click()
    confirm(shell, qtbot, "not this one")
    sheet = shell.sheets[-1]
    assert isinstance(sheet, ConfirmSheet)
    assert sheet.isVisible()
    assert not book.confirmation.fresh
    press("Escape")
    assert len(shell.sheets) == 1


def test_a_new_passphrase_replaces_the_old_one(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    book.confirm_owner(PASSPHRASE)
    lines(section)[1].passphrase.click()
    type_words(NEW)
    press("Return")
    type_words(NEW)
    press("Return")
    qtbot.waitUntil(lambda: "Saved" in shell.toasts(), timeout=10_000)
    assert opens(book, "Jonas", NEW)


def test_somebody_is_renamed(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    book.confirm_owner(PASSPHRASE)
    choose(section, "Jonas Weber", "Rename")
    sheet = shell.sheets[-1]
    assert isinstance(sheet, PersonSheet)
    assert sheet.name is not None
    sheet.name.setText("Jonas Weber-Kraft")
    press("Return")
    qtbot.waitUntil(lambda: "Saved" in shell.toasts(), timeout=10_000)
    assert lines(section)[1].person.name == "Jonas Weber-Kraft"


def test_who_is_switched_off_stays_in_the_list(
    section: PeopleSection, shell: CounterShell, book: Book
) -> None:
    book.confirm_owner(PASSPHRASE)
    book.people.let_in(book.people.named("Jonas"), NEW)
    choose(section, "Jonas Weber", "Switch off")
    assert not book.people.named("Jonas").active
    assert not opens(book, "Jonas", NEW)
    assert len(lines(section)) == 4


def test_who_is_removed_opens_nothing_any_more(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    book.confirm_owner(PASSPHRASE)
    book.people.let_in(book.people.named("Jonas"), NEW)
    epoch = book.keys.epoch
    choose(section, "Jonas Weber", "Remove")
    sheet = shell.sheets[-1]
    assert isinstance(sheet, RemoveSheet)
    sheet.button.click()
    qtbot.waitUntil(lambda: any("removed" in words for words in shell.toasts()), timeout=20_000)
    assert not book.people.named("Jonas").active
    assert not opens(book, "Jonas", NEW)
    assert book.keys.epoch == epoch + 1


def test_the_owner_can_only_be_renamed(section: PeopleSection) -> None:
    line = lines(section)[0]
    menu = section.menu(line.person, line)
    assert [action.text() for action in menu.actions()] == ["Rename"]
    assert line.passphrase.isHidden()
    menu.deleteLater()


def test_a_switch_waits_for_the_passphrase_and_is_undone(
    section: PeopleSection, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    row = switch(section, 2)
    assert row.switch is not None
    row.switch.setFocus(Qt.FocusReason.TabFocusReason)
    press("Space")
    row = switch(section, 2)
    assert row.switch is not None
    assert not row.switch.isChecked()  # nobody has shown the passphrase yet
    confirm(shell, qtbot)
    qtbot.waitUntil(lambda: book.staff.rights().delete)
    shell.session.undo()
    assert Right.DELETE not in book.staff.rights().rights()
    row = switch(section, 2)
    assert row.switch is not None
    assert not row.switch.isChecked()
