"""What an import could not take, or kept elsewhere: the rows with their reasons, in one section."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.exchange.row_table import RowTable
from customerbook.gui.exchange.rows import FileRow
from customerbook.gui.languages import counted
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.heading import SectionHeading
from customerbook.gui.widgets.label import Label
from customerbook.model.texts import _, ngettext

_ROW = 32
_ROUND = 6
_MEASURED = 40
"""More rows than a window has room for."""


class LeftOut(QWidget):
    """A heading and a card of rows as high as they are; it scrolls where there is no room."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._report = Label(_("The report keeps them."), "meta", "ink3")
        self.heading = SectionHeading("", end=self._report)
        self.table = RowTable(wraps=True)
        self._card = Card()
        self._card.column.setContentsMargins(1, _ROUND, 1, _ROUND)  # rows are not rounded
        self._card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._card)
        self.hide()

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show these rows; gone if there are none."""
        words = ngettext("{n} row to look at", "{n} rows to look at", len(rows))
        self.heading.show_text(words.format(n=counted(len(rows), self._language)))
        self.table.rows.show_rows(rows)
        self.table.scrollToTop()
        self.setVisible(bool(rows))
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap at another place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def restyle(self) -> None:
        """Keep the height of the rows at the text size in force; two of them stand at least."""
        count = self.table.rows.rowCount()
        tall = [self.table.sizeHintForRow(row) for row in range(min(count, _MEASURED))]
        high = sum(tall) + (count - len(tall)) * theme.current().px(_ROW)
        self.table.setMinimumHeight(sum(tall[:2]))
        self.table.setMaximumHeight(high)
        self.setMaximumHeight(self.heading.sizeHint().height() + high + 2 * _ROUND)
