"""What every section of the settings is laid out like: heading, a word about it, matter."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.widgets.label import Label
from customerbook.model.change import Change

_EDGE = 24


class Section(QWidget):
    """Heading and matter on the card; what is to be done stands at the end of the heading."""

    def __init__(self, title: str, about: str, *ends: QWidget) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(title, "sheet"))
        words.addWidget(Label(about, "text", "ink2", wrap=True))
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        head.setSpacing(8)
        head.addLayout(words, 1)
        for end in ends:
            head.addWidget(end)
        self.matter = QVBoxLayout()
        self.matter.setContentsMargins(0, 0, 0, 0)
        self.matter.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self.matter)
        column.addStretch(1)

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches; None means at everything."""

    def focus_first(self) -> None:
        """Give the focus to what one works with first."""

    def leave(self) -> None:
        """Another section is shown."""
