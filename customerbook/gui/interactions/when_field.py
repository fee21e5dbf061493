"""A field for moments in words, and what was understood, said back at once."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.reading import Reader
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.errors import NotAMomentError
from customerbook.model.when import When

Looking = Literal["ahead", "back"]


class WhenField(QWidget):
    """Words on the left, the moment they mean on the right.

    `understood(when)` fires with each change, with None for nothing or for words that are no
    moment. What is wrong is said when one leaves the field or asks with `check`.
    """

    understood = Signal(object)

    def __init__(
        self,
        reader: Reader,
        *,
        label: str,
        looking: Looking = "ahead",
        missing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._read: Callable[[str], When] = (
            reader.read_ahead if looking == "ahead" else reader.read_back
        )
        self._missing = missing
        self._when: When | None = None
        self._wrong = ""
        self._complain: Callable[[str], None] = lambda _sentence: None
        self.field = TextField(label=label)
        self.field.setFixedWidth(theme.current().px(152))
        self.field.textChanged.connect(self._understand)
        self.field.editingFinished.connect(self._settle)
        self._arrow = IconLabel("corner-down-right", "ink2", 16)
        self._said = Label("", "name", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field)
        row.addSpacing(8)
        row.addWidget(self._arrow)
        row.addWidget(self._said)
        row.addStretch(1)
        self._arrow.hide()
        self.setFocusProxy(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def restyle(self) -> None:
        """Keep the field's width at the text size in force."""
        self.field.setFixedWidth(theme.current().px(152))

    def complain_with(self, say: Callable[[str], None]) -> None:
        """Hand sentences about what is wrong to this, such as the error line of a row."""
        self._complain = say

    def when(self) -> When | None:
        """The moment that was understood."""
        return self._when

    def text(self) -> str:
        """The words as typed."""
        return self.field.text().strip()

    def put(self, text: str) -> None:
        """Put words into the field, as restored from a draft."""
        self.field.setText(text)

    def choose(self, when: When, words: str) -> None:
        """Take a moment that was offered."""
        self.field.setText(self._reader.words(when, words))
        self._settle()

    def said(self) -> str:
        """What is said back."""
        return self._said.text()

    def check(self) -> str:
        """What is wrong, shown at the field; empty if a moment was understood."""
        sentence = self._wrong or ("" if self._when else self._missing)
        self._show(sentence)
        return sentence

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong; empty takes the mark away."""
        self.field.show_error(sentence)

    def set_band(self, *, amber: bool) -> None:
        """Take the edge of fields that stand on the amber band."""
        self.field.set_band(amber=amber)

    def _understand(self, text: str) -> None:
        self._when, self._wrong = None, ""
        if text.strip():
            try:
                self._when = self._read(text)
            except NotAMomentError as error:
                self._wrong = str(error)
        self._said.show_text(self._reader.said(self._when) if self._when else "")
        self._arrow.setVisible(self._when is not None)
        if self._when is not None or not text.strip():
            self._show("")
        self.understood.emit(self._when)

    def _settle(self) -> None:
        self._show(self._wrong)

    def _show(self, sentence: str) -> None:
        self.show_error(sentence)
        self._complain(sentence)
