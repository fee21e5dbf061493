"""A field for a passphrase: hidden, with an eye, and a word when Caps Lock seems to be on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.text_field import FieldHeight, TextField
from customerbook.model.texts import _


class PassphraseField(TextField):
    """`caps_changed` tells whether the letters typed come out as with Caps Lock."""

    caps_changed = Signal(bool)

    def __init__(
        self, *, label: str = "", height: FieldHeight = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(label=label, secret=True, height=height, parent=parent)
        self._caps = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter with Shift: no toolkit tells the state of Caps Lock everywhere."""
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & event.modifiers().ShiftModifier)
            caps = letter.isupper() != shifted
            if caps != self._caps:
                self._caps = caps
                self.show_hint(_("Caps Lock is on") if caps else "")
                self.caps_changed.emit(caps)
        super().keyPressEvent(event)
