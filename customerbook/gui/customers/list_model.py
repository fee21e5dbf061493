"""The rows of the list: 100,000 customers by their ids, or what a search found."""

from collections import OrderedDict
from collections.abc import Callable, Set
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from customerbook.book.book import Book
from customerbook.gui.customers.views import NewcomerView, hit_view, line_view
from customerbook.gui.widgets.row_list import View
from customerbook.gui.widgets.row_view import ROW, CustomerRowView
from customerbook.model.customer import Hit
from customerbook.model.filter import Filter
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex

_WINDOW: Final = 64
"""Rows that are read at once."""
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
        self._hits: dict[int, Hit] = {}
        self._views: dict[int, View] = {}
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
        self._hits.clear()
        self._views.clear()
        self._lots.clear()
        self._ids = ids
        self._reset()

    def search(
        self, text: str, wanted: Filter | None = None, *, offer: str = "", keys: str = ""
    ) -> None:
        """List whom a text finds; `offer` is what a new customer would be made from."""
        self._wanted = wanted or Filter()
        hits = self._book.customers.find(text, FIRST_HITS, self._wanted)
        self._text, self._limit = text, FIRST_HITS
        self._offer, self._keys = offer, keys
        self._lots.clear()
        self._hits.clear()
        self._views.clear()
        self._ids = []
        self._take(hits)
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
        found = self._book.customers.find(self._text, self._limit, self._wanted)
        known = set(self._ids)
        fresh = [hit for hit in found if hit.line.id not in known]
        if fresh:
            first = len(self._ids)
            self._take(fresh, total=len(found))
            self.insertRows(first, len(fresh))
        else:
            self._more = False

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

    def _take(self, hits: list[Hit], *, total: int | None = None) -> None:
        self._moment = self._now()
        for hit in hits:
            self._ids.append(hit.line.id)
            self._hits[hit.line.id] = hit
        self._more = (len(hits) if total is None else total) >= self._limit

    def _view(self, row: int) -> View | None:
        if not 0 <= row < len(self._ids):
            return NewcomerView(self._offer, self._keys) if row == len(self._ids) else None
        customer_id = self._ids[row]
        return self._found(customer_id) if self._text else self._lot(row).get(customer_id)

    def _found(self, customer_id: int) -> View:
        """A row that was found, made when it is first looked at."""
        view = self._views.get(customer_id)
        if view is None:
            view = self._views[customer_id] = hit_view(self._hits[customer_id], self._moment)
        return view

    def _lot(self, row: int) -> dict[int, View]:
        """The rows around this one, read together."""
        lot = row // _WINDOW
        found = self._lots.get(lot)
        if found is None:
            ids = self._ids[lot * _WINDOW : (lot + 1) * _WINDOW]
            now = self._now()
            found = {line.id: line_view(line, now) for line in self._book.customers.lines(ids)}
            self._lots[lot] = found
            if len(self._lots) > _WINDOWS:
                self._lots.popitem(last=False)
        else:
            self._lots.move_to_end(lot)
        return found
