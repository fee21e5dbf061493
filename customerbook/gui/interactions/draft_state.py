"""Whether what was typed is kept, at the start of the foot of a form."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.model.texts import _


class DraftState(QWidget):
    """Whether what was typed is kept, at the start of the foot."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "meta", "ink3")
        self._icon = IconLabel("check", "ink2", 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.say_nothing()

    def say_kept(self) -> None:
        """What stands in the form lies in the book too."""
        self._icon.show()
        self._words.show_text(_("Draft kept"))

    def say_nothing(self) -> None:
        """It does not yet."""
        self._icon.hide()
        self._words.show_text("")

    def text(self) -> str:
        """What is said."""
        return self._words.text()
