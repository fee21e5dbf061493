"""What a monkey can do at a computer: each deed is one thing, done where it happens to sit."""

from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.commands import COMMANDS
from customerbook.gui.frame import Frame

_KEYS = (
    *("Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"),
    *("Down", "Down", "Down", "Up", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
    *("Return", "Return", "Return", "Space", "Space", "Esc", "Esc", "Esc", "Backspace", "Del"),
    *("Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Menu"),
    *("Shift+Down", "Shift+Up", "Ctrl+Down", "Ctrl+Space", "Alt+Down", "Alt+P", "Alt+N", "F10"),
)
_TEXTS = (
    *("mül 0171", "3920014", "0014", "Oliver", "Nguyễn", "ليلى", "Ελένη", "łukasz", "fri 14:00"),
    *("in 2 weeks", "tomorrow", "25:00", "31.02.", "<b>&", '"', "%", "_", "'; --", "\\", " "),
    *("a" * 300, "0", "+49 171 39200 77", "x@example.org", ";thanks ", "🚲", "é", "1.5"),
)
_BUTTONS = (Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.RightButton,)
_SIZES = ((800, 600), (1024, 700), (1180, 800), (1280, 800), (1700, 1000), (2560, 1440))


def shortcuts() -> list[str]:
    """The keys of every command, but for the one that ends the program."""
    return [c.shortcut for c in COMMANDS if c.shortcut and c.id != "quit"]


def press_key(random: Random) -> str:
    """Press one of the keys that every program knows."""
    return press(random.choice(_KEYS))


def press_shortcut(random: Random) -> str:
    """Press the key of a command."""
    return press(random.choice(shortcuts()))


def press(chord: str) -> str:
    """Press and release a chord where the keyboard is."""
    combination = QKeySequence(chord)[0]  # type: ignore[index]  # the stubs know no items
    key, modifiers = combination.key(), combination.keyboardModifiers()
    # To the window, as a window system sends it: shortcuts are looked for, menus get their keys,
    # and what a key closes or deletes is not told of it once more.
    for act in (QTest.keyPress, QTest.keyRelease):
        if (window := _window()) is not None:
            act(window, key, modifiers)
    return chord


def type_something(random: Random) -> str:
    """Type a text where the keyboard is, or a part of it."""
    text = random.choice(_TEXTS)
    text = text[: random.randint(1, len(text))]
    type_letters(text)
    return f"typed {text[:30]!r}"


def type_letters(text: str) -> None:
    """Send the letters of a text, of any script."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if (keyboard := _keyboard()) is not None:
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(keyboard, event)


def click(random: Random) -> str:
    """Click somewhere in what is on top, now and then twice or with the other button."""
    top = _on_top()
    at = QPoint(random.randrange(max(top.width(), 1)), random.randrange(max(top.height(), 1)))
    button = random.choice(_BUTTONS)
    name = type(top.childAt(at) or top).__name__
    kinds = [QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
    if random.random() < 0.1:
        kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
    for kind in kinds:
        _mouse(at, kind, button)
    return f"clicked {button.name} at {at.x()},{at.y()} on {name}"


def turn_wheel(random: Random) -> str:
    """Turn the wheel somewhere."""
    top = _on_top()
    at = QPoint(random.randrange(max(top.width(), 1)), random.randrange(max(top.height(), 1)))
    target = top.childAt(at) or top
    turn = QPoint(0, random.choice((-360, -120, 120, 360)))
    local, far = QPointF(target.mapFrom(top, at)), QPointF(top.mapToGlobal(at))
    none, kept = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(local, far, QPoint(), turn, none, kept, phase, False)
    QApplication.sendEvent(target, event)
    return "turned the wheel"


def resize(random: Random) -> str:
    """Pull the window to another size."""
    width, height = random.choice(_SIZES)
    window = QApplication.activeWindow()
    if window is not None and QApplication.activeModalWidget() is None:
        window.resize(width, height)
    return f"resized to {width}×{height}"


def _mouse(at: QPoint, kind: QEvent.Type, button: Qt.MouseButton) -> None:
    """Send one event of the mouse to what is there now: the one before may have opened a sheet."""
    top, none = _on_top(), Qt.MouseButton.NoButton
    target = top.childAt(at) or top
    local, far = QPointF(target.mapFrom(top, at)), QPointF(top.mapToGlobal(at))
    pressed = none if kind is QEvent.Type.MouseMove else button
    held = none if kind in {QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease} else button
    event = QMouseEvent(kind, local, far, pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)


def _window() -> QWindow | None:
    """The window that a window system gives keys to; menus are none to it."""
    found = _dialog_or_frame()
    return found.windowHandle() if found is not None else None


def _dialog_or_frame() -> QWidget | None:
    found = QApplication.activeModalWidget()
    for widget in QApplication.topLevelWidgets():
        if found is None and isinstance(widget, Frame) and widget.isVisible():
            found = widget
    return found


def _keyboard() -> QWidget | None:
    """What a key goes to; None where the key before has closed the window that had it."""
    popup = QApplication.activePopupWidget()
    return popup or QApplication.focusWidget() or QApplication.activeWindow()


def _on_top() -> QWidget:
    top = QApplication.activePopupWidget() or _dialog_or_frame()
    assert top is not None, "there is no window"
    return top
