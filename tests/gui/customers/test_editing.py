"""Changing a customer in the rows of the card: one change each, by keyboard, undone in one step."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.customers.row_editor import RowEditor
from customerbook.gui.customers.side_row import SideRow
from customerbook.gui.widgets.menu import Menu
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomField,
    DateKind,
    MethodKind,
    Note,
)
from customerbook.model.rights import StaffRights
from tests.gui.counter import CounterShell, press, type_words
from tests.gui.customers.pages import changed, settle, show, who

SAVED = "Saved: Grace Mueller"


def opened(shell: CounterShell, qtbot: QtBot, name: str = "Grace Mueller") -> CustomersPage:
    page = show(shell, qtbot)
    page.open_customer(who(shell.session.book, name).id)
    settle()
    return page


def grace(book: Book) -> Customer:
    return who(book, "Grace Mueller")


def row_with(page: CustomersPage, text: str) -> SideRow:
    return next(row for row in page.card.side.rows() if row.text() == text)


def go_to(page: CustomersPage, text: str) -> SideRow:
    row = row_with(page, text)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    return row


def editor(page: CustomersPage) -> RowEditor:
    found = page.card.side.editor()
    assert found is not None
    return found


def keyboard() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def retype(words: str) -> None:
    press("Ctrl+A")
    type_words(words)


def add(page: CustomersPage, words: str) -> None:
    """Choose something from the menu of the link below the column."""
    page.card.side.add_link.setFocus(Qt.FocusReason.TabFocusReason)
    press("Space")
    menu = page.card.side.menu
    assert menu.isVisible()
    menu.hide()
    {action.text(): action for action in menu.actions()}[words].trigger()


def test_a_number_is_changed_in_its_row_and_undone(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    before = grace(book)
    go_to(page, "+49 171 3920031")
    press("Return")
    field = keyboard()
    assert isinstance(field, QLineEdit)
    assert field.text() == "+49 171 3920031"
    assert field.selectedText() == field.text()
    assert field.accessibleName() == "Phone"
    assert "Change: +49 171 3920031" in editor(page).accessibleName()
    retype("0171 555 12 34")
    press("Tab")
    type_words("mobile")
    press("Return")
    settle()
    assert grace(book).methods == (ContactMethod(MethodKind.PHONE, "0171 555 12 34", "mobile"),)
    assert page.card.side.editor() is None
    assert row_with(page, "0171 555 12 34").hasFocus()
    assert shell.toasts() == [SAVED]
    assert ("toast", SAVED, True) in shell.asked
    shell.session.undo()
    settle()
    assert grace(book) == before
    assert row_with(page, "+49 171 3920031").isVisible()


def test_escape_leaves_it_as_it_was(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    before = grace(book)
    row = go_to(page, "+49 171 3920031")
    press("Return")
    retype("1")
    press("Escape")
    settle()
    assert grace(book) == before
    assert row.hasFocus()
    assert shell.toasts() == []


def test_nothing_typed_changes_nothing(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    last = book.changes.latest(1)
    row = go_to(page, "+49 171 3920031")
    press("Return")
    press("Return")
    settle()
    assert book.changes.latest(1) == last
    assert row.hasFocus()


def test_wrong_input_stays_and_says_what_is_expected(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    changed(shell, grace(book), dates=(CustomerDate(DateKind.BIRTHDAY, 2, 2, 1980),))
    go_to(page, "2 February, turns 47")
    press("Return")
    retype("30 Feb")
    press("Return")
    settle()
    field = keyboard()
    assert isinstance(field, QLineEdit)
    assert field.text() == "30 Feb"
    assert editor(page).error.text() == "No such day. Try “2 Feb 1980” or “2.2.”."
    assert editor(page).error.isVisible()
    retype("3 Mar 1981")
    assert editor(page).error.isHidden()
    press("Return")
    settle()
    assert grace(book).dates == (CustomerDate(DateKind.BIRTHDAY, 3, 3, 1981),)


def test_what_the_book_refuses_is_said_in_the_row(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    known = Customer(methods=(ContactMethod(MethodKind.PHONE, "0171 77"),))
    only = book.customers.add(known).first(Customer)
    page = show(shell, qtbot)
    page.open_customer(only.id)
    settle()
    go_to(page, "0171 77")
    press("Return")
    press("Ctrl+A")
    press("Delete")
    press("Return")
    settle()
    assert "A customer needs a name" in editor(page).error.text()
    assert book.customers.get(only.id) == only
    press("Escape")


def test_leaving_a_row_saves_what_was_typed_and_keeps_what_is_wrong(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    go_to(page, "+49 171 3920031")
    press("Return")
    retype("0171 9")
    page.card.actions_.visit.setFocus(Qt.FocusReason.MouseFocusReason)
    settle()
    assert grace(book).phones == ("0171 9",)
    assert page.card.side.editor() is None
    assert page.card.actions_.visit.hasFocus()
    changed(shell, grace(book), dates=(CustomerDate(DateKind.BIRTHDAY, 2, 2),))
    go_to(page, "2 February")
    press("Return")
    retype("sometime")
    page.card.actions_.visit.setFocus(Qt.FocusReason.MouseFocusReason)
    settle()
    assert editor(page).error.isVisible()
    press_row = row_with(page, "0171 9")
    press_row.click()
    assert keyboard() is editor(page).row.field()
    press("Escape")


def test_a_note_to_remember_is_added_changed_and_taken_out(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    add(page, "To remember")
    assert isinstance(keyboard(), QPlainTextEdit)
    type_words("Likes tea")
    press("Shift+Return")
    type_words("with milk")
    press("Return")
    settle()
    assert grace(book).notes == (Note("Likes tea\nwith milk", pinned=True),)
    assert row_with(page, "Likes tea\nwith milk").hasFocus()
    press("Return")
    press("Ctrl+A")
    press("Delete")
    press("Return")
    settle()
    assert grace(book).notes == ()
    assert row_with(page, "+49 171 3920031").hasFocus()
    shell.session.undo()
    settle()
    assert grace(book).notes == (Note("Likes tea\nwith milk", pinned=True),)


@pytest.mark.parametrize(
    ("words", "keys", "part", "record"),
    [
        ("Email", ["g@example.org"], "methods", ContactMethod(MethodKind.EMAIL, "g@example.org")),
        (
            "Address",
            ["Isarweg 7", "81543", "München"],
            "addresses",
            Address(street="Isarweg 7", postcode="81543", town="München"),
        ),
        ("Field", ["Bike", "Gravel"], "fields", CustomField("Bike", "Gravel")),
        ("Note", ["A friend of Ida"], "notes", Note("A friend of Ida")),
        (
            "Consent",
            ["Newsletter"],
            "consents",
            Consent("Newsletter", given=True, day=date(2026, 11, 21)),
        ),
    ],
)
def test_anything_is_added_below_the_column(
    words: str,
    keys: list[str],
    part: str,
    record: object,
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
) -> None:
    page = opened(shell, qtbot)
    add(page, words)
    for place, key in enumerate(keys):
        if place:
            press("Tab")
        type_words(key)
    press("Return")
    settle()
    assert getattr(grace(book), part)[-1] == record
    focused = keyboard()
    assert isinstance(focused, SideRow)
    assert focused.item.record == record


def test_a_birthday_is_added_from_its_menu(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    add(page, "Birthday")
    type_words("2.2.1981")
    press("Return")
    settle()
    assert grace(book).dates == (CustomerDate(DateKind.BIRTHDAY, 2, 2, 1981),)
    assert row_with(page, "2 February, turns 46").hasFocus()


def test_a_consent_is_withdrawn_with_today_and_a_source(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    given = Consent("Newsletter", given=True, day=date(2026, 1, 4), wording="News, please")
    changed(shell, grace(book), consents=(given,))
    go_to(page, "Newsletter")
    press("Right")
    assert keyboard().accessibleName() == "Withdraw"
    press("Return")
    assert keyboard().accessibleName() == "How we know"
    type_words("by phone")
    press("Return")
    settle()
    assert grace(book).consents == (
        replace(given, given=False, day=date(2026, 11, 21), source="by phone"),
    )
    row = row_with(page, "No newsletter")
    assert row.toolTip() == "Refused on 21 Nov 2026. Source: by phone. “News, please”"
    assert row.hasFocus()


@pytest.mark.parametrize("typed", ["30 Feb 2026", "tomorrow", "3 Mar 2030", "some day"])
def test_a_consent_has_a_day_that_was(
    typed: str, shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    given = Consent("Newsletter", given=True, day=date(2026, 1, 4))
    changed(shell, grace(book), consents=(given,))
    go_to(page, "Newsletter")
    press("Return")
    press("Shift+Tab")
    assert keyboard().accessibleName() == "Day of the answer"
    retype(typed)
    press("Return")
    assert "No such day in the past" in editor(page).error.text()
    retype("3 Mar 2025")
    press("Return")
    settle()
    assert grace(book).consents == (replace(given, day=date(2025, 3, 3)),)


def test_tags_are_added_and_taken_out_by_key(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    changed(shell, grace(book), tags=("workshop",))
    change = page.card.who.titled.change
    change.setFocus(Qt.FocusReason.TabFocusReason)
    assert change.accessibleName() == "Change the tags"
    press("Return")
    type_words("commuter,leasing")
    press("Return")
    settle()
    assert grace(book).tags == ("workshop", "commuter", "leasing")
    assert page.card.who.editor() is None
    assert change.hasFocus()
    assert shell.toasts() == [SAVED]
    assert [chip.text() for chip in page.card.who.titled.tags()] == list(grace(book).tags)
    press("Space")
    press("Backspace")
    press("Return")
    settle()
    assert grace(book).tags == ("workshop", "commuter")
    press("Space")
    press("Backspace")
    press("Escape")
    settle()
    assert grace(book).tags == ("workshop", "commuter")


def test_take_out_in_the_menu_is_undone_in_one_step(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    before = grace(book)
    menu = Menu(page)
    page.card.side.fill(menu, row_with(page, "+49 171 3920031"))
    {action.text(): action for action in menu.actions()}["Take out"].trigger()
    settle()
    assert grace(book).methods == ()
    shell.session.undo()
    assert grace(book) == before


def test_a_row_that_was_changed_elsewhere_is_not_overwritten(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    go_to(page, "+49 171 3920031")
    press("Return")
    retype("0171 9")
    changed(shell, grace(book), methods=(ContactMethod(MethodKind.PHONE, "0171 8"),))
    press("Return")
    settle()
    assert "changed in the meantime" in editor(page).error.text()
    assert grace(book).phones == ("0171 8",)
    press("Escape")
    assert page.card.side.editor() is None


def test_another_customer_takes_the_place_of_an_open_editor(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    go_to(page, "+49 171 3920031")
    press("Return")
    page.open_customer(who(book, "Giulia Ambrosini").id)
    settle()
    assert page.card.side.editor() is None
    assert grace(book).phones == ("+49 171 3920031",)
    assert page.card.side.rows()[0].text() == "giulia@example.org"


def test_a_lock_saves_what_is_being_typed(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    go_to(page, "+49 171 3920031")
    press("Return")
    retype("0171 9")
    page.keep_draft()
    assert grace(book).phones == ("0171 9",)


def test_who_may_not_change_customers_sees_no_editors(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    book.staff.allow(StaffRights(change_customers=False))
    book.sign_in(book.people.named("Jonas").id)
    page = opened(shell, qtbot)
    side, menu = page.card.side, Menu(page)
    row = go_to(page, "+49 171 3920031")
    assert row.hasFocus()
    press("Return")
    assert side.editor() is None
    side.fill(menu, row)
    assert [action.text() for action in menu.actions()] == ["Call with this computer", "Copy"]
    assert side.add_link.isHidden()
    assert not page.card.who.titled.change.isVisible()
    page.card.who.edit_tags()
    assert page.card.who.editor() is None
