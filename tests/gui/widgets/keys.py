"""Key presses as a keyboard sends them, and pictures to ask for colours."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press and let go of a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any script, one event each."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(widget, event)


def tab(widget: QWidget, *, back: bool = False) -> None:
    """Press Tab in the widget that has the focus."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    press(widget, key, Qt.KeyboardModifier.ShiftModifier if back else NONE)


def picture(widget: QWidget) -> QImage:
    """The widget as it is painted now."""
    return widget.grab().toImage()


def colour_at(widget: QWidget, place: QPoint) -> QColor:
    """The colour that is painted at a place."""
    return picture(widget).pixelColor(place)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click with the left button, in the middle unless said otherwise."""
    spot = place if place is not None else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, spot)


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and make it the active one."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
