"""The rows of the list: 100,000 customers by their ids, or what a search found."""

from collections import OrderedDict
from collections.abc import Callable, Set
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from customerbook.book.book import Book
from customerbook.book.found import Found
from customerbook.gui.customers.views import NewcomerView, hit_view, line_view
from customerbook.gui.widgets.row_list import View
from customerbook.gui.widgets.row_view import ROW, CustomerRowView
from customerbook.model.filter import Filter
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex

_WINDOW: Final = 64
"""Rows that are read at once."""
_FOUND: Final = 16
"""Rows of a search that are read at once: to find out what matched in each takes longer."""
_WINDOWS: Final = 32
"""How many such lots are kept."""
FIRST_HITS: Final = 30
_WORDS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MORE: Final = 4


class CustomersModel(QStringListModel):
    """Holds ids and reads lines for what is looked at; while searching it holds the hits.

    The rows are counted by Qt's own list of as many empty texts: a view asks for their number
    with each of 100,000 rows, which would take half a second if Python had to answer.

    `now` tells the shop's time, for the dates at the end of the rows. A search ends with a row
    that makes a new customer, whose id is 0, unless `offer` is empty.
    """

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._book, self._now = book, now
        self._ids: list[int] = []
        self._found: Found | None = None
        self._lots: OrderedDict[int, dict[int, View]] = OrderedDict()
        self._text, self._limit, self._more = "", FIRST_HITS, False
        self._offer = ""
        self._wanted = Filter()
        self.chosen: Set[int] = frozenset()
        """Ids of customers who are chosen together; boxes stand in the rows while there are any."""

    @property
    def text(self) -> str:
        """What is searched for; empty while all are listed."""
        return self._text

    @property
    def complete(self) -> bool:
        """Whether everyone who was found is in the list already."""
        return not self._more

    def ids(self) -> list[int]:
        """The customers in the list, from the top."""
        return self._ids

    def show_all(self, ids: list[int]) -> None:
        """List these customers."""
        self._text, self._more, self._offer = "", False, ""
        self._found = None
        self._lots.clear()
        self._ids = ids
        self._reset()

    def search(
        self,
        text: str,
        wanted: Filter | None = None,
        *,
        offer: str = "",
        keys: str = "",
        first: int = FIRST_HITS,
    ) -> None:
        """List the `first` of whom a text finds, and more of them as one scrolls.

        `offer` is what a new customer would be made from.
        """
        self._wanted = wanted or Filter()
        self._found = self._book.customers.search(text, first, self._wanted)
        self._text, self._limit = text, first
        self._offer, self._keys = offer, keys
        self._lots.clear()
        self._ids = list(self._found.ids)
        self._more = len(self._ids) >= first
        if self._ids:
            self._lot(0)  # here, where it can be said if the book cannot be read
        self._reset()

    def forget_lines(self) -> None:
        """Read the rows anew as they are looked at."""
        self._lots.clear()
        if self._ids and not self._text:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def identity(self, index: Index) -> int:
        """Id of the customer in a row; 0 for the row of a new one."""
        row = index.row()
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, customer_id: int) -> int:
        """The row of a customer; -1 if they are not in the list."""
        try:
            return self._ids.index(customer_id)
        except ValueError:
            return -1

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a search has more hits than are listed."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """List more hits of the same search."""
        if parent.isValid() or not self._more:
            return
        self._limit *= _MORE
        found = self._book.customers.search(self._text, self._limit, self._wanted)
        known, first = set(self._ids), len(self._ids)
        fresh = [i for i in found.ids if i not in known]
        self._more = len(found.ids) >= self._limit and bool(fresh)
        if fresh:
            # What was listed stays where it is, whoever was here in the meantime.
            found.ids = self._ids + fresh
            self._found, self._ids = found, list(found.ids)
            self._lots.clear()
            self.insertRows(first, len(fresh))

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, not typed into."""
        return _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The view under `ROW`, the name, and what a screen reader says."""
        if role == ROW:
            return self.view(index.row())
        if role not in _WORDS or (view := self.view(index.row())) is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return view.name
        ticked = bool(self.chosen) and self.identity(index) in self.chosen
        return f"{_('selected')}, {view.spoken()}" if ticked else view.spoken()

    def view(self, row: int) -> View | None:
        """What stands in a row; None behind the last one."""
        view = self._view(row)
        if self.chosen and isinstance(view, CustomerRowView):
            return replace(view, ticked=self._ids[row] in self.chosen)
        return view

    def _reset(self) -> None:
        self.setStringList([""] * (len(self._ids) + bool(self._offer)))

    def _view(self, row: int) -> View | None:
        if not 0 <= row < len(self._ids):
            return NewcomerView(self._offer, self._keys) if row == len(self._ids) else None
        return self._lot(row).get(self._ids[row])

    def _lot(self, row: int) -> dict[int, View]:
        """The rows around this one, read together."""
        size = _FOUND if self._found else _WINDOW
        lot = row // size
        views = self._lots.get(lot)
        if views is None:
            views = self._lots[lot] = self._read(lot * size, size)
            if len(self._lots) > _WINDOWS:
                self._lots.popitem(last=False)
        else:
            self._lots.move_to_end(lot)
        return views

    def _read(self, first: int, count: int) -> dict[int, View]:
        now = self._now()
        if self._found is not None:
            hits = self._found.hits(first, count)
            return {hit.line.id: hit_view(hit, now) for hit in hits}
        lines = self._book.customers.lines(self._ids[first : first + count])
        return {line.id: line_view(line, now) for line in lines}
