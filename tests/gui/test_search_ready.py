"""What searches want is read before the first letter."""

from pytestqt.qtbot import QtBot

from customerbook.book.search import make_ready
from customerbook.gui.search_ready import SearchReady
from customerbook.gui.window import Window
from tests.gui.counter import press


def test_it_is_read_when_one_goes_to_the_search_field(window: Window, qtbot: QtBot) -> None:
    book = window.session.book
    book.memory.clear()
    ready = SearchReady(window.session, window.jobs, window.top, window)
    assert not ready.reading()
    press("Ctrl+F")
    assert ready.reading()
    qtbot.waitUntil(lambda: not ready.reading())
    assert not make_ready(book)  # nothing is left to read
    press("Ctrl+1")
    press("Ctrl+F")
    qtbot.waitUntil(lambda: not ready.reading())
