"""The note: text over several lines in which `;keyword` expands to a snippet."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from customerbook.gui.session import Session
from customerbook.gui.widgets.note_field import NoteField

_KEYWORD = re.compile(r"(?:^|(?<=\s))(;\S+)$")
_EXPANDING = {
    Qt.Key.Key_Space: " ",
    Qt.Key.Key_Return: "\n",
    Qt.Key.Key_Enter: "\n",
}


class SnippetNote(NoteField):
    """A note; `expanded(keyword)` fires after an expansion, with "" when the next key was typed.

    Space, Enter and Tab expand, Tab without leaving the field. One undo takes the expansion back.
    """

    expanded = Signal(str)

    def __init__(self, session: Session, *, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label=label, parent=parent)
        self._texts = {
            snippet.keyword.casefold(): snippet.text for snippet in session.book.snippets.all()
        }
        self._fresh = False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Expand by Tab: Qt takes that key for itself where there is a field to go to."""
        return (next and self._expand("")) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Expand what stands before the cursor, or type."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        after = _EXPANDING.get(Qt.Key(event.key()))
        if plain and after is not None and self._expand(after):
            return
        if event.text() and self._fresh:
            self._fresh = False
            self.expanded.emit("")
        super().keyPressEvent(event)

    def _expand(self, after: str) -> bool:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        typed = _KEYWORD.search(before)
        text = self._texts.get(typed[1][1:].casefold()) if typed else None
        if typed is None or text is None or cursor.hasSelection():
            return False
        start = cursor.position() - len(typed[1])
        cursor.beginEditBlock()  # one undo takes back the text and what was typed after it
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text + after)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.tint(start, len(text))
        self._fresh = True
        self.expanded.emit(typed[1])
        return True
