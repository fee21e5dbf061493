"""From any page to a logged visit, its promise and the printed confirmation: at most six chords.

F2 · last four digits · Enter · the note · Alt+P · the promise · Tab · by when · Ctrl+Shift+Enter.
Words typed do not count, chords do: there are five of them.
"""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui import theme
from customerbook.gui.device import Device
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from tests.gui.counter import book, press, shown_window, take_down, template, type_words
from tests.gui.documents.paper import pages, stand_printer

__all__ = ["book", "template"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Counted:
    """Presses chords and counts them; typing words costs nothing."""

    def __init__(self) -> None:
        self.chords: list[str] = []

    def press(self, keys: str) -> None:
        """Press one chord."""
        self.chords.append(keys)
        press(keys)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer at the counter, whose paper is a file."""
    paper = tmp_path / "printed.pdf"
    stand_printer(monkeypatch, paper)
    return paper


@pytest.fixture
def window(qtbot: QtBot, book: Book, home: object, qapp: QApplication) -> Iterator[Window]:
    keep_none_alive()
    theme.install(qapp, scheme="light", reduced_motion=True)
    made = shown_window(qtbot, book, Device())
    yield made
    take_down(made)


@pytest.mark.parametrize("page", ["today", "customers", "followups", "settings"])
@pytest.mark.parametrize(("key", "channel"), [("F2", Channel.VISIT), ("F3", Channel.CALL)])
def test_a_visit_with_a_promise_and_a_printed_confirmation(
    qtbot: QtBot, window: Window, book: Book, printed: Path, page: str, key: str, channel: Channel
) -> None:
    window.go(page)
    hands = Counted()
    hands.press(key)
    type_words("0031")
    hands.press("Return")
    type_words("The spokes of the rear wheel are loose.")
    hands.press("Alt+P")
    type_words("New rear wheel fitted")
    hands.press("Tab")
    type_words("fri 14:00")
    hands.press("Ctrl+Shift+Return")
    assert len(hands.chords) <= 6

    logged = book.interactions.get(book.interactions.latest(1)[0].id)
    assert (logged.channel, logged.note) == (channel, "The spokes of the rear wheel are loose.")
    assert book.customers.get(logged.customer_id or 0).name == "Grace Mueller"
    (promise,) = book.followups.of_interaction(logged.id)
    assert promise.promise
    assert (promise.title, promise.due_day, promise.due_time) == (
        "New rear wheel fitted",
        date(2026, 11, 27),
        time(14),
    )
    qtbot.waitUntil(lambda: "with the printer" in window.desk.toasts.text(), timeout=20_000)
    (kept,) = book.documents.of_interaction(logged.id, "confirmation")
    assert kept.number == logged.reference
    assert len(pages(printed)) == 1
