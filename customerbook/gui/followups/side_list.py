"""A section beside the list: a heading and a card of small rows, gone while there are none."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.heading import SectionHeading
from customerbook.gui.widgets.line_row import LineRowDelegate
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import ROW, LineRowView
from customerbook.gui.widgets.spoken_row import Act
from customerbook.model.texts import _


class SideRows(RowList):
    """The rows; Enter opens one, Space presses its icon, Ctrl+Enter is left to the page."""

    entered_row = Signal(int)

    def __init__(self, delegate: LineRowDelegate, *, label: str) -> None:
        super().__init__(delegate, label=label, fits=True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

    def current_id(self) -> int | None:
        """What the current row stands for, as long as the keyboard is here."""
        index, model = self.currentIndex(), self.model()
        if not (self.hasFocus() and index.isValid() and isinstance(model, RowModel)):
            return None
        return model.identity(index)

    def row_actions(self, index: QModelIndex) -> list[Act]:
        """The row's icon, if it has one, and Enter."""
        view, model = index.data(ROW), self.model()
        assert isinstance(model, RowModel)
        icon = [(view.action, partial(self._rows.press_main, index))] if view.action else []
        return [*icon, (_("Open"), partial(self.entered_row.emit, model.identity(index)))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter, do on Space what its icon is for."""
        number, index = self.current_id(), self.currentIndex()
        plain = number is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(number)
        elif plain and event.key() == Qt.Key.Key_Space and index.data(ROW).action:
            self._rows.press_main(index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard is here."""
        super().focusInEvent(event)
        model = self.model()
        if not self.currentIndex().isValid() and model is not None and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))


class SideList(QWidget):
    """Rows with the id of what they stand for; `count` stands in place of their number.

    `opened` fires when a row is clicked or entered, `acted` when its icon is pressed.
    """

    opened = Signal(int)
    acted = Signal(int)

    def __init__(self, title: str, *, dense: bool = False, count: str | None = None) -> None:
        super().__init__()
        self._title, self._count = title, count
        self._heading = SectionHeading(title)
        self.model = RowModel()
        delegate = LineRowDelegate(dense=dense)
        self.list = SideRows(delegate, label=title)
        self.model.setParent(self.list)
        self.list.setModel(self.model)
        delegate.main.connect(lambda index: self.acted.emit(self.model.identity(index)))
        self.list.clicked.connect(lambda index: self.opened.emit(self.model.identity(index)))
        self.list.entered_row.connect(self.opened)
        card = Card()
        card.add(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(card)
        self.hide()

    def show_title(self, title: str, count: str) -> None:
        """Stand for something else; the count stays until the next call."""
        self._title, self._count = title, count
        self.list.setAccessibleName(title)

    def show_rows(self, rows: Sequence[tuple[int, LineRowView]]) -> None:
        """Show these rows instead."""
        row = self.list.currentIndex().row()
        self.model.show_rows(rows)
        if row >= 0 and rows:
            self.list.setCurrentIndex(self.model.index(min(row, len(rows) - 1)))
        count = str(len(rows)) if self._count is None else self._count
        self._heading.show_text(self._title, count)
        self.setVisible(bool(rows))
