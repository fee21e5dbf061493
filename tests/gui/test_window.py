"""The window: pages, keys, search, undo, banners; with plain pages in it."""

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.interactions.log_form import LogForm
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError, DiskError
from tests.gui.counter import TODAY, press, type_words
from tests.gui.plain_page import PlainPage


def page_of(window: Window) -> PlainPage:
    return cast("PlainPage", window.stage.page())


def test_it_starts_with_today_and_the_keyboard_in_it(window: Window) -> None:
    assert window.stage.page_id() == "today"
    assert window.desk.rail.value() == "today"
    assert QApplication.focusWidget() is page_of(window).field


def test_keys_go_from_page_to_page(window: Window) -> None:
    for key, page in (("Ctrl+2", "customers"), ("Ctrl+3", "followups"), ("Ctrl+1", "today")):
        press(key)
        assert window.stage.page_id() == page
        assert window.desk.rail.value() == page


def test_the_menu_has_all_commands_and_fits_into_a_low_window(window: Window) -> None:
    def told(menu: Menu) -> dict[str, list[str]]:
        areas: dict[str, list[str]] = {"": []}
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, Menu):
                areas[action.text()] = [one.text() for one in inner.actions()]
            elif not action.isEnabled():
                areas[action.text()] = []
            else:
                areas[list(areas)[-1]].append(action.text())
        return {area: words for area, words in areas.items() if words}

    menu = window.findChildren(Menu, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]
    button = window.desk.rail.menu_button
    window.resize(1280, 1400)
    button.click()
    whole = told(menu)
    assert all(not isinstance(action.menu(), Menu) for action in menu.actions())
    menu.hide()
    window.resize(800, 600)
    button.click()
    assert menu.y() + menu.height() <= window.mapToGlobal(window.rect().bottomLeft()).y() + 1
    page = whole.pop("On this page", [])
    assert told(menu) == ({"": page} if page else {}) | whole
    menu.hide()


def test_a_page_hears_of_changes_at_once_when_shown_else_when_it_is_shown_again(
    window: Window,
) -> None:
    today = page_of(window)
    window.go("customers")
    customers = page_of(window)
    book = window.session.book
    change = window.session.do(book.customers.add, Customer(given="Ada"))
    assert customers.refreshed == [None, change]
    assert today.refreshed == [None]
    window.go("today")
    assert today.refreshed == [None, None]
    window.go("customers")
    assert customers.refreshed == [None, change]


def test_undo_and_redo_by_key_say_what_was_done(window: Window) -> None:
    book = window.session.book
    before = book.customers.count()
    window.session.do(book.customers.add, Customer(given="Ada"))
    press("Ctrl+Z")
    assert book.customers.count() == before
    assert window.desk.toasts.text() == "Undone: customer added"
    press("Ctrl+Shift+Z")
    assert book.customers.count() == before + 1
    assert window.desk.toasts.text() == "Redone: customer added"


def test_undo_reaches_the_book_from_the_empty_search_field(window: Window) -> None:
    book = window.session.book
    before = book.customers.count()
    window.session.do(book.customers.add, Customer(given="Ada"))
    press("Ctrl+F")
    press("Ctrl+Z")
    assert book.customers.count() == before


def test_undo_in_the_search_field_first_takes_back_what_was_typed(window: Window) -> None:
    book = window.session.book
    before = book.customers.count()
    window.session.do(book.customers.add, Customer(given="Ada"))
    press("Ctrl+F")
    type_words("abc")
    press("Ctrl+Z")
    assert window.search_text() == ""
    assert book.customers.count() == before + 1


def test_nothing_to_redo_is_said(window: Window) -> None:
    press("Ctrl+Shift+Z")
    assert window.desk.toasts.text() == "There is nothing to redo."


def test_typing_into_the_search_shows_customers_and_keeps_the_keyboard(window: Window) -> None:
    press("Ctrl+F")
    type_words("Müll")
    assert window.stage.page_id() == "customers"
    assert page_of(window).searched == ["M", "Mü", "Mül", "Müll"]
    assert QApplication.focusWidget() is window.top.field
    press("Down")
    assert QApplication.focusWidget() is page_of(window).field


def test_escape_empties_the_search_then_leaves_it(window: Window) -> None:
    press("Ctrl+F")
    type_words("x")
    press("Esc")
    assert window.search_text() == ""
    assert QApplication.focusWidget() is window.top.field
    press("Esc")
    assert QApplication.focusWidget() is page_of(window).field


def test_a_command_of_the_page_runs_by_its_key(window: Window) -> None:
    press("Ctrl+P")
    assert page_of(window).printed == 1


def test_only_what_works_is_offered(window: Window) -> None:
    offered = {offer.command.id for offer in window.offers()}
    assert "print" in offered
    assert "snooze" not in offered
    assert {"undo", "lock", "go-settings"} <= offered


def test_keys_of_the_page_rest_while_a_sheet_is_open(window: Window, qtbot: QtBot) -> None:
    sheet = Sheet(window.sheet_host(), "A sheet")
    sheet.set_body(QLineEdit())
    window.show_sheet(sheet)
    press("Ctrl+P")
    press("Ctrl+2")
    assert page_of(window).printed == 0
    assert window.stage.page_id() == "today"
    with qtbot.waitSignal(window.lock_wanted):
        press("Ctrl+L")
    press("Esc")
    press("Ctrl+P")
    assert page_of(window).printed == 1


def test_open_sheets_keep_their_drafts(window: Window) -> None:
    class Form(Sheet):
        kept = 0

        def keep_draft(self) -> None:
            self.kept += 1

    form = Form(window.sheet_host(), "A form")
    form.set_body(QLineEdit())
    window.show_sheet(form)
    window.keep_drafts()
    assert form.kept == 1
    form.dismiss()
    assert window.sheets == []
    window.keep_drafts()


def test_the_log_button_remembers_what_was_logged_last(window: Window) -> None:
    assert window.top.kind() is Channel.VISIT
    window.log(Channel.CALL)
    assert window.top.kind() is Channel.CALL
    assert window.device.log_kind == "call"
    assert len(window.sheets) == 1


def test_an_error_is_said_in_its_words(window: Window) -> None:
    window.say(BookError("Nobody is signed in."))
    assert window.desk.toasts.text() == "Nobody is signed in."


def test_an_error_of_the_disk_stays(window: Window) -> None:
    window.say(DiskError("The disk is full."))
    assert window.notices.matters() == {"disk": "The disk is full."}
    window.notices.settle("disk")
    assert window.notices.matters() == {}
    assert window.notices.isHidden()


def test_the_shops_new_name_stands_in_the_rail(window: Window) -> None:
    book = window.session.book
    shop = book.shop()
    window.session.do(book.shop_settings.save, replace(shop, name="Radwerk Nord"))
    plate = next(
        child
        for child in window.desk.rail.findChildren(QWidget)
        if child.accessibleName() == "Radwerk Nord"
    )
    assert plate.isVisible()


def test_the_rail_counts_what_is_due(window: Window, qtbot: QtBot) -> None:
    followups = window.session.book.followups
    due, week = len(followups.due()), len(followups.ids(last=TODAY + timedelta(days=7)))
    assert 0 < due < week < len(followups.ids())
    tabs = {tab.value: tab for tab in window.desk.rail.tabs()}
    qtbot.waitUntil(lambda: tabs["followups"].count == week)
    assert tabs["today"].count == due
    assert tabs["customers"].count == 0


def test_the_window_comes_back_as_it_was(window: Window) -> None:
    window.go("customers")
    page_of(window).place = 7
    window.search("mai")
    state = window.state()
    again = Window(window.session.book, window.device)
    again.start(state)
    assert again.stage.page_id() == "customers"
    assert page_of(again).place == 7
    assert again.search_text() == "mai"
    again.counts.stop()
    assert again.jobs.stop_all()
    again.deleteLater()


@pytest.mark.parametrize(("width", "narrow"), [(1280, False), (1000, True)])
def test_the_rail_shrinks_where_there_is_little_room(
    window: Window, width: int, narrow: bool
) -> None:
    window.resize(width, 700)
    assert window.desk.rail.narrow() is narrow


def test_the_menu_offers_what_works(window: Window) -> None:
    QTest.mouseClick(window.desk.rail.menu_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert "Lock" in texts
    assert "Snooze" not in texts


def test_the_search_stays_on_the_page_it_belongs_to(window: Window) -> None:
    window.search("mai")
    assert window.stage.page_id() == "customers"
    customers = page_of(window)
    press("Ctrl+3")
    assert window.search_text() == ""
    assert customers.searched == ["mai", ""]


def test_a_key_logs_for_whom_one_has_looked_up(window: Window) -> None:
    def who() -> int | None:
        (form,) = window.sheets
        assert isinstance(form, LogForm)
        found = form.fields.who.field.customer_id
        form.dismiss()
        return found

    press("F2")
    assert who() is None
    press("Ctrl+2")
    press("F2")
    assert who() is None  # the list only shows its first
    window.search("Oliver")
    press("F2")
    assert who() == 1
    press("Ctrl+1")
    window.open_customer(3)
    press("F3")
    assert who() == 3


def test_the_log_form_is_made_after_the_first_page_and_taken_by_its_key(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("customerbook.gui.window.LATER", ())
    monkeypatch.setattr("customerbook.gui.window._PAINTED_MS", 1)
    monkeypatch.setattr("customerbook.gui.window._BETWEEN_MS", 1)
    window.start()
    assert window.findChildren(LogForm) == []
    qtbot.waitUntil(lambda: window.findChildren(LogForm) != [])
    (made,) = window.findChildren(LogForm)
    assert window.sheets == []
    press("F2")
    assert window.sheets == [made]
    made.dismiss()


def test_while_a_toast_offers_undo_its_key_does_what_it_says(window: Window) -> None:
    book = window.session.book
    before = book.customers.count()
    press("Ctrl+F")
    type_words("abc")
    window.session.do(book.customers.add, Customer(given="Ada"))
    window.toast("Saved", undo=True)
    press("Ctrl+Z")
    assert window.search_text() == "abc"
    assert book.customers.count() == before
    window.desk.toasts.dismiss()
    press("Ctrl+Z")
    assert window.search_text() == ""


def test_the_keyboard_stays_in_a_sheet_that_is_open(qtbot: QtBot, window: Window) -> None:
    window.log(Channel.VISIT)
    sheet = window.sheets[-1]
    before = window.window().focusWidget()
    assert before is not None
    assert sheet.isAncestorOf(before)
    window.top.field.setFocus()  # as a page does that is redrawn in that moment
    qtbot.waitUntil(before.hasFocus)


def test_the_keyboard_stays_in_the_sheet_on_top_of_others(qtbot: QtBot, window: Window) -> None:
    lower, upper = QLineEdit(), QLineEdit()
    for field in (lower, upper):
        sheet = Sheet(window.sheet_host(), "A sheet")
        sheet.set_body(field)
        window.show_sheet(sheet)
    assert upper.hasFocus()
    lower.setFocus()  # as a form does that has heard from a worker
    qtbot.waitUntil(upper.hasFocus)


def test_the_keyboard_goes_on_to_the_sheet_below_where_what_had_it_is_hidden(
    window: Window,
) -> None:
    fields = QWidget()
    column = QVBoxLayout(fields)
    first, second = QLineEdit(), QLineEdit()
    for field in (first, second):
        column.addWidget(field)
    lower = Sheet(window.sheet_host(), "Below")
    lower.set_body(fields)
    window.show_sheet(lower)
    second.setFocus()
    window.show_sheet(Sheet(window.sheet_host(), "On top"))
    second.hide()
    press("Esc")
    assert window.sheets == [lower]
    assert first.hasFocus()


def test_nothing_unseen_keeps_the_keyboard(qtbot: QtBot, window: Window) -> None:
    page = page_of(window)
    half = QWidget(page)
    half.hide()
    unseen = QLineEdit(half)
    unseen.setFocus()
    assert unseen.hasFocus()  # Qt looks only at the field itself, which is not hidden
    qtbot.waitUntil(page.field.hasFocus)


def test_a_sheet_that_is_hidden_with_the_keyboard_in_it_lets_go_of_it(
    qtbot: QtBot, window: Window
) -> None:
    sheet = Sheet(window.sheet_host(), "A sheet")
    field = QLineEdit()
    sheet.set_body(field)
    sheet.open()
    assert field.hasFocus()
    sheet.hide()
    keyboard = QApplication.focusWidget()
    assert keyboard is not None
    assert keyboard.isVisible()
