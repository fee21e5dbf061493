"""Tab goes through every page and sheet as one reads it, both ways, and is seen wherever it is."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.device import Device
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from tests.gui.counter import shown_window, take_down

_MOST_STOPS = 120
_RING = 8
"""Pixels around a widget in which its ring may stand."""

PAGES = {"today": 12, "customers": 12, "followups": 14, "settings": 16}
"""Each page, and how many stops it has at least."""
SHEETS: dict[str, Callable[[Window], object]] = {
    "log": lambda window: window.log(Channel.VISIT),
    "customer": lambda window: window.new_customer("Nora Feld"),
    "followup": lambda window: window.new_followup(),
    "import": lambda window: window.bring_in(),
    "keys": lambda window: window.show_keys(),
}


@pytest.fixture(params=["ltr", "rtl"])
def real_window(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    book: Book,
    device: Device,
    look: None,
) -> Iterator[Window]:
    """The window with its real pages on the book of the morning, in both directions."""
    directions = Qt.LayoutDirection
    right_to_left = request.param == "rtl"
    qapp.setLayoutDirection(directions.RightToLeft if right_to_left else directions.LeftToRight)
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # a cursor that blinks would pass for a ring
    made = shown_window(qtbot, book, device)
    qtbot.waitUntil(lambda: not made.jobs.busy())
    yield made
    take_down(made)
    qapp.setCursorFlashTime(flash)
    qapp.setLayoutDirection(directions.LeftToRight)


@pytest.mark.parametrize("page", PAGES)
def test_pages(real_window: Window, qtbot: QtBot, page: str) -> None:
    real_window.go(page)
    qtbot.waitUntil(lambda: not real_window.jobs.busy())
    stops = walk(real_window, Qt.Key.Key_Tab)
    assert len(stops) >= PAGES[page]
    back = walk(real_window, Qt.Key.Key_Backtab)
    assert named([stops[0], *reversed(stops[1:])]) == named(back)
    assert not jumps(stops)


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets(real_window: Window, qtbot: QtBot, sheet: str) -> None:
    before = keyboard()
    SHEETS[sheet](real_window)
    opened = real_window.sheets[-1]
    stops = walk(real_window, Qt.Key.Key_Tab)
    assert all(opened.isAncestorOf(stop) for stop in stops), "the keyboard left the sheet"
    back = walk(real_window, Qt.Key.Key_Backtab)
    assert named([stops[0], *reversed(stops[1:])]) == named(back)
    assert not jumps(stops)
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not real_window.sheets)
    assert keyboard() is before


def walk(window: Window, key: Qt.Key) -> list[QWidget]:
    """Every stop from where the keyboard is until it is there again; each has to be seen."""
    stops: list[QWidget] = []
    shown: QImage | None = None
    while not stops or keyboard() is not stops[0]:
        stop = keyboard()
        assert stop is not window, f"the window itself has the keyboard after {told(stops[-1])}"
        assert stop.isVisible(), f"{told(stop)} is hidden"
        assert stop.isEnabled(), f"{told(stop)} is disabled"
        assert stop not in stops, f"a trap: {told(stops[-1])} leads back to {told(stop)}"
        assert len(stops) < _MOST_STOPS
        stops.append(stop)
        place = around(window, stop)
        shown = picture(window, place)
        QTest.keyClick(stop, key)
        QCoreApplication.processEvents()
        if around(window, stop) == place and len(stops) > 1:
            assert picture(window, place) != shown, f"nobody sees that {told(stop)} has it"
    return stops


def jumps(stops: list[QWidget]) -> list[str]:
    """Steps against the direction of reading, but for the one back to the top of the round."""
    places = [whereabouts(stop) for stop in stops]
    found = []
    for place, here in enumerate(places):
        after = (place + 1) % len(stops)
        there = places[after]
        below = there.top() >= here.bottom() - 2
        next_column = there.left() >= here.right() - 2
        same_line = there.bottom() > here.top() + 2 and there.left() >= here.left()
        if not (below or next_column or same_line):
            found.append(f"{told(stops[place])} at {here} to {told(stops[after])} at {there}")
    return found if len(found) > 1 else []


def whereabouts(widget: QWidget) -> QRect:
    """Where it stands in its window, counted from the side where reading starts."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        place.moveLeft(window.width() - place.right() - 1)
    return place


def around(window: Window, widget: QWidget) -> QRect:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return place.adjusted(-_RING, -_RING, _RING, _RING).intersected(window.rect())


def picture(window: Window, place: QRect) -> QImage:
    return window.grab(place).toImage()


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def named(stops: list[QWidget]) -> list[str]:
    return [told(stop) for stop in stops]


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = widget.accessibleName() or (text() if callable(text) else "")
    return f"{type(widget).__name__} “{words}”"
