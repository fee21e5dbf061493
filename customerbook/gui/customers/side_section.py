"""A section of the card's left column: a heading over rows, which are used again and again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.customers.row_editor import RowEditor
from customerbook.gui.customers.side_item import SideItem, SideSectionItems
from customerbook.gui.customers.side_layout import ABOVE, AFTER, AROUND
from customerbook.gui.customers.side_row import SideRow
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.indent import indented
from customerbook.gui.widgets.label import Label

_BETWEEN = 8
_FIRST, _NEXT = 12, 14 - ABOVE


class SideSection(QWidget):
    """Hidden while it has neither rows nor an editor; `made(row)` fires for each new row."""

    made = Signal(object)

    def __init__(self, *, amber: bool = False) -> None:
        super().__init__()
        self._amber = amber
        self._rows: list[SideRow] = []
        self._shown = 0
        self._editor: RowEditor | None = None
        self._holder: QWidget | None = None
        self._instead: SideRow | None = None
        self._heading = Label("", "badge", "ink2")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(indented(self._heading, start=AROUND, end=AFTER))
        self.set_first(first=False)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(_BETWEEN - 2 * ABOVE)
        if amber:
            card = Card(fill="amberbg", edge=None, radius=8)
            card.column.setContentsMargins(0, 8 - ABOVE, 0, 8 - ABOVE)
            card.column.addLayout(indented(self._lines, start=12 - AROUND))
            self._column.addSpacing(4)
            self._column.addLayout(indented(card, start=AROUND, end=AFTER))
            self._column.addSpacing(ABOVE)
        else:
            self._lines.setContentsMargins(0, 8 - ABOVE, 0, 0)
            self._column.addLayout(self._lines)
        self.hide()

    def show_items(self, section: SideSectionItems, *, may_change: bool) -> None:
        """Show these rows; the ones there are show other words."""
        self._heading.show_text(section.heading)
        self.setAccessibleName(section.heading)
        for place, item in enumerate(section.items):
            if place == len(self._rows):
                self._make_row()
            self._rows[place].show_item(item, presses=_presses(item, may_change=may_change))
        self._shown = len(section.items)
        self._follow()

    def rows(self) -> list[SideRow]:
        """The rows that show something, from the top."""
        return self._rows[: self._shown]

    def set_first(self, *, first: bool) -> None:
        """Stand a little nearer to what is above when nothing of the column is."""
        self._column.setContentsMargins(0, _FIRST if first else _NEXT, 0, 0)

    def place_editor(self, editor: RowEditor, row: SideRow | None) -> None:
        """Put an editor in the place of a row, or below the last one."""
        self._editor, self._instead = editor, row
        place = self._lines.indexOf(row) if row is not None else self._lines.count()
        holder = QWidget()
        holder.setLayout(indented(editor, start=AROUND, end=AFTER))
        self._lines.insertWidget(place, holder)
        self._holder = holder
        self.show()
        holder.show()
        editor.begin()  # before the row is hidden, which would send the keyboard elsewhere
        self._follow()

    def show_row(self) -> None:
        """Show the row again that the editor stands in the place of."""
        self._instead = None
        self._follow()

    def take_editor(self) -> None:
        """Take the editor away and show its row again."""
        editor, self._editor, self._instead = self._editor, None, None
        self._follow()
        if editor is not None and self._holder is not None:
            editor.give_up()
            self._lines.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
            self._holder = None

    def _make_row(self) -> None:
        row = SideRow(on_amber=self._amber)
        self._rows.append(row)
        self._lines.addWidget(row)
        self.made.emit(row)

    def _follow(self) -> None:
        """Show what has something to show."""
        for place, row in enumerate(self._rows):
            row.setVisible(place < self._shown and row is not self._instead)
        self.setVisible(self._shown > 0 or self._editor is not None)


def _presses(item: SideItem, *, may_change: bool) -> bool:
    return bool(item.customer_id) or item.more or (may_change and item.part is not None)
