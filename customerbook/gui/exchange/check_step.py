"""The second step: what would become of each row, before anything is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.exchange.file_step import facts_words
from customerbook.gui.exchange.reading import Reading
from customerbook.gui.exchange.row_table import RowTable, TableHead
from customerbook.gui.exchange.rows import FileRow
from customerbook.gui.exchange.tiles import Tiles
from customerbook.gui.languages import counted
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import ElidedLabel, IconLabel, Label
from customerbook.model.texts import _

_SHOWN = ("all", "new", "filled", "same", "refused", "remark")


class CheckStep(QWidget):
    """Tiles, the table, and chips that filter it; `change_wanted` goes back to the file."""

    change_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._found: dict[str, list[FileRow]] = {}
        self._name = ElidedLabel("", "name")
        self._facts = Label("", "text", "ink2", wrap=True)
        change = Link(_("Change"), "label")
        change.clicked.connect(self.change_wanted)
        self.tiles = Tiles(language)
        self.table = RowTable()
        self._group = QButtonGroup(self)
        self.chips = {kind: Chip("", height=32) for kind in _SHOWN}
        flow = Flow()
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _on, kind=kind: self.show_kind(kind))
            self._group.addButton(chip)
            flow.add(chip)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (IconLabel("file-spreadsheet", "ink2", 18), self._name, self._facts, change):
            head.addWidget(widget)
        head.addStretch(1)
        card = Card()
        card.add(TableHead())
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.tiles)
        column.addWidget(card, 1)
        column.addWidget(flow)

    def show_reading(self, reading: Reading) -> None:
        """Show what an import would do."""
        self._name.show_text(reading.path.name)
        self._facts.show_text(facts_words(reading, self._language))
        self.tiles.show_plan(reading.plan)
        self._found = reading.rows
        words = {
            "all": _("All rows"),
            "new": _("New"),
            "filled": _("Filled in"),
            "same": _("The same"),
            "refused": _("Refused"),
            "remark": _("Remarks"),
        }
        for kind, chip in self.chips.items():
            count = len(self._found[kind])
            figure = "" if kind == "all" else f" {counted(count, self._language)}"
            chip.setText(words[kind] + figure)
            chip.setVisible(bool(count) or kind == "all")
        self.show_kind("all")

    def show_kind(self, kind: str) -> None:
        """Show rows of one kind only."""
        self.chips[kind].setChecked(True)
        self.table.rows.show_rows(self._found[kind])
        self.table.scrollToTop()
