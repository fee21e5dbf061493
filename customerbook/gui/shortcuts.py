"""The sheet of all keys, by what they are for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.actions import Offer
from customerbook.gui.commands import AREAS
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.texts import _


class KeysSheet(Sheet):
    """Every command with a key that works just now, in two columns."""

    def __init__(self, host: QWidget, offers: Sequence[Offer]) -> None:
        super().__init__(host, _("All keys"), width=800)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(48)
        columns = [QVBoxLayout(), QVBoxLayout()]
        lengths = [0, 0]
        for column in columns:
            column.setSpacing(0)
            line.addLayout(column, 1)
        for area, words in AREAS.items():
            some = [o for o in offers if o.command.area == area and o.command.shortcut]
            if some:
                shorter = lengths.index(min(lengths))
                columns[shorter].addWidget(_block(_(words), some))
                lengths[shorter] += len(some) + 1
        for column in columns:
            column.addStretch(1)
        self.set_body(body, padding=24)
        done = Button(_("Close"), kind="primary")
        done.clicked.connect(self.dismiss)
        self.set_foot(done)


def _block(heading: str, offers: Sequence[Offer]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 16)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.addWidget(Label(heading, "badge", "ink2"), 0, 0, 1, 3)
    for row, offer in enumerate(offers, 1):
        grid.addWidget(IconLabel(offer.command.icon, "ink2", 16), row, 0)
        grid.addWidget(Label(offer.command.words, wrap=True), row, 1)
        key = KeyHint(offer.command.shortcut)
        grid.addWidget(key, row, 2, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    return block
