"""The ways to begin beside each other, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from customerbook.gui.widgets.choice_card import ChoiceCard

_GAP = 10


class ChoiceGrid(QWidget):
    """Exclusive cards; `chosen` fires when another one is."""

    chosen = Signal()

    def __init__(self, cards: Sequence[ChoiceCard]) -> None:
        super().__init__()
        self._cards = list(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        group = QButtonGroup(self)
        for card in cards:
            group.addButton(card)
        group.buttonToggled.connect(lambda _card, on: self.chosen.emit() if on else None)
        self._arrange(len(self._cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take fewer columns where the words would be cut."""
        super().resizeEvent(event)
        wide = max(card.sizeHint().width() for card in self._cards)
        fits = (self.width() + _GAP) // (wide + _GAP)
        self._arrange(max(1, min(len(self._cards), fits)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
