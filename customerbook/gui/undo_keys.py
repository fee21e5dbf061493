"""Undo belongs to the field one types in while it has something to take back, then to the book."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class UndoKeys(QObject):
    """Watches the field that has the keyboard.

    Fields claim the keys of undo and redo even if they have nothing to take back, and the book's
    own undo would never be reached from a page on which one types. While `offered` (a toast says
    that its key takes back what was just done), the key does what it says there.
    """

    def __init__(self, window: QWidget, offered: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._offered = window, offered
        self._field: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key to the window that the field cannot use."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = (False, False) if self._offered() else _available(watched)
        standard = QKeySequence.StandardKey
        leave = (event.matches(standard.Undo) and not undo) or (
            event.matches(standard.Redo) and not redo
        )
        if leave:
            event.ignore()
        return leave

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and before is self._field:
            before.removeEventFilter(self)
            self._field = None
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._window.isAncestorOf(now):
            now.installEventFilter(self)
            self._field = now


def _available(field: QObject) -> tuple[bool, bool]:
    """Whether a field can undo, and redo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return False, False
