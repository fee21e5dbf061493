"""The real pages and forms in the real window: on an empty book and on a full one."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.commands import COMMANDS
from customerbook.gui.customers.form import CustomerForm
from customerbook.gui.device import Device
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.followups.form import FollowUpForm
from customerbook.gui.interactions.log_form import LogForm
from customerbook.gui.pages import PAGES, commands_of
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from tests.gui.counter import press, shown_window, take_down, type_words

Open = Callable[[Book], Window]


@pytest.fixture
def open_window(qtbot: QtBot, device: Device, look: None) -> Iterator[Open]:
    made: list[Window] = []

    def make(book: Book) -> Window:
        made.append(shown_window(qtbot, book, device))
        return made[-1]

    yield make
    take_down(*made)


@pytest.mark.parametrize("page_id", [kind.id for kind in PAGES])
def test_every_page_opens_on_an_empty_book(
    open_window: Open, empty_book: Book, page_id: str
) -> None:
    window = open_window(empty_book)
    window.go(page_id)
    assert window.stage.page_id() == page_id
    assert window.stage.page() is not None


@pytest.mark.parametrize("page_id", [kind.id for kind in PAGES])
def test_every_page_takes_the_keyboard_and_answers_known_commands(
    open_window: Open, book: Book, page_id: str
) -> None:
    window = open_window(book)
    window.go(page_id)
    page = window.stage.page()
    assert page is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    known = {one.id for one in COMMANDS if one.area == "page"}
    assert set(commands_of(page)) <= known


@pytest.mark.parametrize("page_id", [kind.id for kind in PAGES])
def test_every_page_comes_back_after_a_lock(open_window: Open, book: Book, page_id: str) -> None:
    window = open_window(book)
    window.go(page_id)
    state = window.state()
    again = open_window(book)
    again.start(state)
    assert again.stage.page_id() == page_id
    assert again.state()["pages"][page_id] == state["pages"][page_id]


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("F2", LogForm),
        ("F3", LogForm),
        ("F4", LogForm),
        ("F6", FollowUpForm),
        ("Ctrl+N", CustomerForm),
    ],
)
@pytest.mark.parametrize("page", ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+,"])
def test_forms_open_by_key_from_every_page_and_escape_closes_them(
    open_window: Open, book: Book, page: str, key: str, form: type[Sheet]
) -> None:
    window = open_window(book)
    press(page)
    press(key)
    (sheet,) = window.sheets
    assert isinstance(sheet, form)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert sheet.isAncestorOf(focus)
    press("Esc")
    assert window.sheets == []


def test_the_wizard_opens(open_window: Open, book: Book) -> None:
    window = open_window(book)
    window.actions_.run("bring-in")
    (sheet,) = window.sheets
    assert isinstance(sheet, ImportWizard)


def test_who_was_found_is_logged_for_and_the_page_hears_of_it(
    open_window: Open, book: Book, qtbot: QtBot
) -> None:
    window = open_window(book)
    press("Ctrl+F")
    type_words("0014")
    qtbot.waitUntil(lambda: window.in_hand() is not None)
    before = len(book.interactions.latest(100))
    press("F2")
    type_words("He came for the wheel.")
    press("Ctrl+Return")
    latest = book.interactions.latest(100)
    assert len(latest) == before + 1
    assert (latest[0].customer, latest[0].note) == ("Oliver Müller", "He came for the wheel.")
    assert latest[0].channel is Channel.VISIT
    assert window.desk.toasts.text().startswith("Saved as 2026-")
    press("Ctrl+Z")
    assert len(book.interactions.latest(100)) == before


def test_a_new_customer_is_made_of_what_was_searched(open_window: Open, book: Book) -> None:
    window = open_window(book)
    press("Ctrl+F")
    type_words("Ada Byron")
    press("Ctrl+N")
    (form,) = window.sheets
    assert isinstance(form, CustomerForm)
    made = form.customer()
    assert (made.given, made.family) == ("Ada", "Byron")
