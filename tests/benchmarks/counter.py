"""At the counter: the real window on a large book, used as people use it, with a watch beside."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.book.book import Book, open_book
from customerbook.gui import theme
from customerbook.gui.at_book import AtBook
from customerbook.gui.device import Device
from customerbook.gui.frame import Frame
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.notify import NoNotifier
from customerbook.gui.program import speak
from customerbook.gui.window import Window

_PATIENCE = 20.0
"""Seconds after which something that was to be painted never will be."""


class Took(NamedTuple):
    """Milliseconds on the clock, and of the processor on the thread of the window.

    Where other programs run beside the window the clock tells of them too.
    """

    clock: float
    processor: float


class Painted(QObject):
    """Knows whether a widget was painted since it was asked last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count a paint; never stops an event."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Counter:
    """The program of one person at an unlocked book, 1280 by 800; `leave` puts all away."""

    def __init__(self, folder: Path, passphrase: str, home: Path) -> None:
        keep_none_alive()
        made = QApplication.instance() or QApplication([])
        assert isinstance(made, QApplication)
        self.app = made
        self.book: Book = open_book(folder, passphrase=passphrase)
        self.book.sign_in_holder()
        device = Device(home / "window.ini")
        theme.install(made, scheme="light")
        speak("en", "DE")
        self.frame = Frame(device)
        self.frame.show()
        self.frame.activateWindow()
        self.rest(0.1)
        started = time.perf_counter()
        self._at_book = AtBook(self.book, device, NoNotifier(), self.frame)
        self.window: Window = self._at_book.window
        self.frame.show_content(self.window)
        self._at_book.start()
        seen = Painted(self.window.stage)
        self.until(lambda: seen.count > 0)
        self.unlocked = (time.perf_counter() - started) * 1000
        """Milliseconds from the open book to the painted first page."""

    def leave(self) -> None:
        """Close the book and the window."""
        self._at_book.leave()
        self.frame.close()
        self.frame.deleteLater()
        self.rest(0.05)

    def rest(self, seconds: float) -> None:
        """Let the window do what it does while nobody touches it."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.app.processEvents()
            time.sleep(min(0.002, max(0.0, left)))

    def until(self, reached: Callable[[], bool]) -> None:
        """Turn the event loop until something is so."""
        end = time.perf_counter() + _PATIENCE
        while not reached():
            self.app.processEvents()
            if time.perf_counter() > end:
                raise TimeoutError

    def painted(self, widget: QWidget, act: Callable[[], object]) -> Took:
        """How long it takes from an act to the time when a widget has been painted for it."""
        seen = Painted(widget)
        start, busy = time.perf_counter(), time.thread_time()
        act()
        self.until(lambda: seen.count > 0)
        took = Took((time.perf_counter() - start) * 1000, (time.thread_time() - busy) * 1000)
        widget.removeEventFilter(seen)
        seen.deleteLater()
        return took

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        chord = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            chord |= modifier
        QTest.keyClick(self._focus(), key, chord)

    def type_letter(self, letter: str) -> None:
        """Type a letter where the keyboard is, in any script."""
        target = self._focus()
        if letter.isascii():
            key = Qt.Key(ord(letter.upper()))
            shift = Qt.KeyboardModifier.ShiftModifier
            plain = Qt.KeyboardModifier.NoModifier
            QTest.keyClick(target, key, shift if letter.isupper() else plain)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)

    def turn_wheel(self, widget: QWidget, steps: int) -> None:
        """Turn the wheel over the middle of a widget; a step is as far as a wheel clicks."""
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _focus(self) -> QWidget:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        return target


def typed(book: Book, count: int) -> Iterator[str]:
    """What people type to find somebody, of customers spread over the whole book."""
    ids = book.customers.ids()
    step = max(1, len(ids) // count)
    lines = book.customers.lines(ids[step // 2 :: step][:count])
    for place, line in enumerate(lines):
        words = line.name.split()
        digits = "".join(c for c in line.phone if c.isdigit())
        ways = (
            line.name,
            words[-1],
            digits[-4:],
            f"{words[0]} {words[-1][:3]}",
            line.phone,
            line.town,
            f"{words[-1][:3]} {digits[:4]}",
            line.email.split("@", maxsplit=1)[0],
        )
        text = ways[place % len(ways)].strip()
        yield text.lower() if text else words[-1]
