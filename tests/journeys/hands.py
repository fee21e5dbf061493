"""The hands of a person at the keyboard, and their eyes: keys go in, words come out.

Nothing here knows a page or a form. Keys go to whatever has the keyboard, as a window system sends
them; what is shown is read from the names that a screen reader would say.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QGraphicsOpacityEffect,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

PATIENCE = 15.0
"""Seconds after which what does not happen is not going to; a busy computer needs a few."""
_MOST_TABS = 80
_MOST_ROWS = 100


def press(*chords: str) -> None:
    """Press chords one after the other where the keyboard is: `press("Ctrl+F", "Down")`."""
    for chord in chords:
        combination = QKeySequence(chord)[0]  # type: ignore[index]  # the stubs know no items
        key, modifiers = combination.key(), combination.keyboardModifiers()
        QTest.keyPress(_keyboard(), key, modifiers)
        if QApplication.activeWindow() is not None:  # the key may have closed what it went to
            QTest.keyRelease(_keyboard(), key, modifiers)
        QCoreApplication.processEvents()
        wait_until(_nothing_moves, "the end of a fade")


def type_text(text: str) -> None:
    """Type letters of any script where the keyboard is; a line break is Enter."""
    for letter in text:
        key = {" ": Qt.Key.Key_Space, "\n": Qt.Key.Key_Return}.get(letter, Qt.Key.Key_unknown)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(_keyboard(), event)
    QCoreApplication.processEvents()


def tab_to(name: str) -> None:
    """Press Tab until the keyboard is on what has this name."""
    passed = []
    for _step in range(_MOST_TABS):
        if name_of(_keyboard()) == name:
            return
        passed.append(focus())
        press("Tab")
    raise AssertionError(
        f"Tab never comes to “{name}”, only to " + ", ".join(dict.fromkeys(passed))
    )


def focus() -> str:
    """What has the keyboard: kind and name."""
    widget = QApplication.focusWidget()
    return "nothing" if widget is None else f"{type(widget).__name__} “{name_of(widget)}”"


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return ""


def written() -> str:
    """What stands in the field that has the keyboard."""
    widget = _keyboard()
    if isinstance(widget, QLineEdit):
        return widget.text()
    assert isinstance(widget, QPlainTextEdit), f"{focus()} is no field"
    return widget.toPlainText()


def words(within: QWidget | None = None) -> list[str]:
    """Everything that can be read just now, in the window or in a part of it."""
    root = within or QApplication.activeWindow()
    assert root is not None, "there is no window"
    return [text for widget in _shown(root) for text in _texts(widget)]


def reads(part: str, within: QWidget | None = None) -> bool:
    """Whether this can be read just now."""
    return any(part in text for text in words(within))


def wait_until(holds: Callable[[], bool], what: str = "", seconds: float = PATIENCE) -> None:
    """Let the program work until something holds; what was waited for and what is shown if not."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            shown = " · ".join(words()) if QApplication.activeWindow() else "no window"
            raise AssertionError(f"It never came: {what or holds}. Keyboard: {focus()}. {shown}")
        QTest.qWait(10)


def wait_for(part: str, seconds: float = PATIENCE) -> None:
    """Let the program work until this can be read."""
    wait_until(lambda: QApplication.activeWindow() is not None and reads(part), part, seconds)


@contextmanager
def when_dialog_is_up(act: Callable[[QFileDialog], None]) -> Iterator[None]:
    """Do something as soon as the system's file dialog, which is opened within, has the keys."""
    window = QApplication.activeWindow()
    assert window is not None
    look = QTimer(window)

    def see() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isActiveWindow():
            look.stop()
            act(dialog)

    look.timeout.connect(see)
    look.start(20)
    yield
    wait_until(lambda: not look.isActive(), "a file dialog")
    look.deleteLater()
    window.activateWindow()  # as every window manager does; the offscreen platform has none
    wait_until(window.isActiveWindow, "the window again")


@contextmanager
def naming_file(path: Path) -> Iterator[None]:
    """Type a path into the file dialog that comes up within, and press Enter."""

    def name(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        type_text(str(path))
        press("Return")

    with when_dialog_is_up(name):
        yield


def _keyboard() -> QWidget:
    if (popup := QApplication.activePopupWidget()) is not None:
        return popup.focusWidget() or popup
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    return widget


def _nothing_moves() -> bool:
    window = QApplication.activeWindow()
    return window is None or not window.findChildren(QGraphicsOpacityEffect)


def _shown(root: QWidget) -> list[QWidget]:
    """Widgets that are seen, those on top of others included."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def _texts(widget: QWidget) -> list[str]:
    found = [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        spoken = Qt.ItemDataRole.AccessibleTextRole
        rows = range(min(model.rowCount(), _MOST_ROWS))
        found += [str(model.index(row, 0).data(spoken) or "") for row in rows]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    elif isinstance(widget, QLineEdit):
        hidden = widget.echoMode() != QLineEdit.EchoMode.Normal
        found.append("" if hidden else widget.text())
    elif isinstance(widget, QPlainTextEdit):
        found.append(widget.toPlainText())
    elif isinstance(widget, QComboBox):
        found.append(widget.currentText())
    return [text for text in dict.fromkeys(found) if text]
