"""What the tests of the window itself stand on; folders below have their own."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui import pages, theme
from customerbook.gui.device import Device
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.window import Window
from tests.gui.counter import book, empty_book, shown_window, take_down, template
from tests.gui.plain_page import PlainPage

__all__ = ["book", "empty_book", "template"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do: size hints, raising, grabbing."""
    for item in items:
        if "tests/gui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    """Light at 100 %, whatever the test before has chosen."""
    keep_none_alive()
    theme.install(qapp, scheme="light", reduced_motion=True)
    yield
    theme.install(qapp, scheme="light", reduced_motion=True)


@pytest.fixture
def device(home: object) -> Device:
    """Settings of a computer on which the program never ran."""
    return Device()


@pytest.fixture
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that note what they are told, in place of the real ones."""
    plain = tuple(replace(kind, build=PlainPage) for kind in pages.PAGES)
    for module in ("pages", "window", "stage"):
        target = f"customerbook.gui.{module}.PAGES"
        monkeypatch.setattr(target, plain, raising=module != "stage")


@pytest.fixture
def window(
    qtbot: QtBot, book: Book, device: Device, look: None, plain_pages: None
) -> Iterator[Window]:
    """The window of an open book with plain pages, shown and active."""
    made = shown_window(qtbot, book, device)
    yield made
    take_down(made)
