"""A field of several lines for notes; grows with what is typed, up to a height."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.painting import as_colour


class NoteField(QPlainTextEdit):
    """Plain text over several lines; Tab leaves it. `lines` is its first height.

    `tint(start, length)` keeps a tint behind what was expanded until the next key.
    """

    resized = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        label: str = "",
        placeholder: str = "",
        lines: int = 3,
        most: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._lines, self._most = lines, most
        self._error = ""
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.restyle()

    def restyle(self) -> None:
        """Take the font at the text size in force."""
        self.setFont(theme.current().font("text"))
        self._align()
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror where the text begins with the direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong and tell screen readers why; empty takes the mark away."""
        self._error = sentence
        self.setAccessibleDescription(sentence)
        set_flag(self, "error", on=bool(sentence))

    def error(self) -> str:
        """The sentence the field is marked with, or nothing."""
        return self._error

    def set_band(self, *, amber: bool) -> None:
        """Take the edge of fields that stand on the amber band."""
        set_flag(self, "band", on=amber)

    def tint(self, start: int, length: int) -> None:
        """Keep a tint behind these characters until the next key."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(as_colour("tint"))
        self.setExtraSelections([selection])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the tint away with the next key."""
        if event.text() and self.extraSelections():
            self.setExtraSelections([])
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its text, between the first height and the most."""
        line = theme.current().line("text")
        shown = min(max(self._lines, self._text_lines()), self._most)
        return QSize(theme.current().px(320), shown * line + 16)

    def minimumSizeHint(self) -> QSize:
        """The first height."""
        return QSize(theme.current().px(120), self.sizeHint().height())

    def _align(self) -> None:
        """Let the text begin where the field begins, whichever way its own script runs."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def _text_lines(self) -> int:
        return max(1, round(self.document().size().height()))

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()
