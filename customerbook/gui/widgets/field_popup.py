"""A popup over its host with a field to type into, and a list that is walked from there."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.fade import fade_in, fade_out
from customerbook.gui.widgets.sheet import give_focus_back
from customerbook.gui.widgets.text_field import TextField

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldPopup(QWidget):
    """Up and Down walk, Enter takes the current row, Escape and a click beside it close.

    It lies over the whole host, so that it is closed before anything else is pressed; the window
    opens it as a sheet. `closed` fires when it is closed, in whatever way, with the focus back
    where it was if that can be seen; it deletes itself then.
    """

    closed = Signal()

    def __init__(self, host: QWidget, field: TextField, *, label: str) -> None:
        super().__init__(host)
        self._host, self.field = host, field
        self._before: QWidget | None = None
        self._leaving = False
        self.hide()
        self.setAccessibleName(label)
        field.installEventFilter(self)
        host.installEventFilter(self)

    def place(self) -> None:
        """Cover the host, and find the place of the paper on it; each popup says where."""
        self.setGeometry(self._host.rect())

    def walk(self, step: int) -> None:
        """Make the next row in a direction current; each popup says how."""

    def take_current(self) -> None:
        """Take the current row, if there is one; each popup says what that does."""

    def open(self) -> None:
        """Show it and let one type."""
        self._before = self.window().focusWidget()
        self.place()
        fade_in(self)
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let one type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden() or self._leaving:
            return
        self._leaving = True
        for watched in (self._host, self.field):
            watched.removeEventFilter(self)
        give_focus_back(self._before, self._host)
        self.closed.emit()
        fade_out(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that walk and take; keep covering the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answer(Qt.Key(event.key()))
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Stay in the field: the list is walked with the arrows."""
        return self.isVisible() or super().focusNextPrevChild(next)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close on a click beside it."""
        self.dismiss()

    def _answer(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.walk(_STEPS[key])
        elif key in _ENTER:
            self.take_current()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True
