"""A small editor that stands in the place of what it changes: a row of the card, or its tags."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from customerbook.gui.customers.repeated import RepeatedRow, wrong_field
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.focus_order import stops_within
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.model.texts import _

Save = Callable[[Any], str]
"""Writes a record, None to take it out, and gives the sentence of what speaks against it."""


class RowEditor(QWidget):
    """Enter saves, Escape leaves it as it was; so does leaving it with nothing changed.

    What was changed is saved too when the keyboard goes elsewhere. Wrong input stays as typed
    with a sentence below. `closed(by_key)` fires once it is done: true where the keyboard should
    go back to the row.
    """

    closed = Signal(bool)

    def __init__(
        self, row: RepeatedRow, save: Save, *, what: str, removable: bool, band: bool = False
    ) -> None:
        super().__init__()
        self.row, self._save = row, save
        self._was = row.record()
        self._done = False
        self.error = FieldError()
        self.setAccessibleName(_("Change: {what}").format(what=what))
        self.save_button = IconButton("check", _("Save"), keys="Return", tone="accent")
        self.cancel_button = IconButton("x", _("Leave it as it was"), keys="Esc")
        self.remove_button = IconButton("trash", _("Take out"), tone="red")
        if not removable:  # shown with its parent; alone it would become a window
            self.remove_button.hide()
        self.save_button.clicked.connect(lambda: self.finish(back=True))
        self.cancel_button.clicked.connect(self.cancel)
        self.remove_button.clicked.connect(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        column.addLayout(foot)
        row.changed.connect(lambda: self.error.say(""))
        self._prepare(band=band)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_focus)

    def begin(self) -> None:
        """Give the keyboard to the field, with its text chosen."""
        field = self.row.field()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        select = getattr(field, "selectAll", None)
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)
        elif select is not None:
            select()
        QTimer.singleShot(0, self, self._show_whole)

    def is_changed(self) -> bool:
        """Whether saving would change anything."""
        return bool(self.row.record() != self._was)

    def finish(self, *, back: bool = False) -> bool:
        """Save and close; False while something speaks against it, which is said below."""
        if self._done:
            return True
        words = self.row.wrong()
        if not words and self.is_changed():
            self._done = True  # saving shows the card anew, and may take the keyboard from here
            words = self._save(self.row.record())
            self._done = False
        if words:
            self.error.say(words)
            if back:
                wrong_field(self.row).setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._end(back=back)
        return True

    def cancel(self) -> None:
        """Close and leave everything as it was."""
        self._end(back=True)

    def remove(self) -> None:
        """Take the record out."""
        words = self._save(None)
        if words:
            self.error.say(words)
        else:
            self._end(back=True)

    def give_up(self) -> None:
        """Save nothing any more: the editor is taken away."""
        self._done = True

    def stops(self) -> list[QWidget]:
        """What Tab comes to within the editor, in the order in which it is read."""
        return [*stops_within(self.row), self.save_button, self.cancel_button, self.remove_button]

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before a command of the window does."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Enter save from a field of several lines too; Shift+Enter is a new line there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if _is_enter(event) and not shift:
            self.finish(back=True)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves it as it was; no other key reaches the card."""
        event.accept()
        if _is_enter(event):
            self.finish(back=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def _prepare(self, *, band: bool) -> None:
        for widget in self.row.findChildren(QWidget):
            mark = getattr(widget, "set_band", None)
            if band and mark is not None:
                mark(amber=True)
            if isinstance(widget, QPlainTextEdit):
                widget.installEventFilter(self)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Save when the keyboard goes to another part of the window."""
        if self._done or before is None or now is None or not self.isAncestorOf(before):
            return
        if now.window() is self.window() and not self.isAncestorOf(now):
            self.finish()

    def _show_whole(self) -> None:
        """Scroll the card so far that all of the editor is seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, 16)

    def _end(self, *, back: bool) -> None:
        if not self._done:
            self._done = True
            self.closed.emit(back)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
