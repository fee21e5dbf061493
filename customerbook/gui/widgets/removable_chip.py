"""Chips that stand for something that can be taken away again: a tag, a filter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.chip import Chip, ChipHeight


class RemovableChip(Chip):
    """A chip with a cross; pressing it, Delete and Backspace fire `removed`.

    `explained` is what a screen reader adds; a `chosen` one looks chosen as long as it is there.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        explained: str,
        *,
        height: ChipHeight = 24,
        icon: str = "",
        chosen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            height=height,
            icon=icon,
            end_icon="x",
            checkable=chosen,
            checked=chosen,
            parent=parent,
        )
        self.setAccessibleName(text)
        self.setAccessibleDescription(explained)
        self.clicked.connect(self.removed)

    def nextCheckState(self) -> None:
        """Stay chosen: it goes when it is pressed, it does not change."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take away on Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
