"""Follow-ups as rows: ids in their order, lines read for the rows that are looked at."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QStringListModel, Qt

from customerbook.gui.session import Session
from customerbook.gui.widgets.row_delegate import Index
from customerbook.gui.widgets.row_view import ROW, MarginRowView
from customerbook.model.followup import FollowUpLine

_WINDOW = 40
"""Rows read at once around the one that is wanted."""


class DueModel(QStringListModel):
    """Rows of one section; `view` words a line, with whether it is ticked.

    A list of empty texts underneath tells the number of rows: a view asks for it twice a row
    whenever it lays out, which must not come through Python.
    """

    def __init__(
        self,
        session: Session,
        view: Callable[[FollowUpLine, bool], MarginRowView],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._ids: list[int] = []
        self._lines: dict[int, FollowUpLine | None] = {}
        self._views: dict[int, MarginRowView] = {}
        self._ticked: set[int] = set()
        self._done: set[int] = set()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these follow-ups, freshly read."""
        self._lines.clear()
        self._views.clear()
        self._done.clear()
        if list(ids) == self._ids:
            self._changed(range(len(ids)))
            return
        self._ids = list(ids)
        self._ticked &= set(ids)
        self.setStringList([""] * len(ids))

    def ids(self) -> list[int]:
        """What is shown, in its order."""
        return self._ids

    def row_of(self, followup_id: int) -> int:
        """The row of a follow-up; -1 if it is not shown."""
        return self._ids.index(followup_id) if followup_id in self._ids else -1

    def line(self, row: int) -> FollowUpLine | None:
        """What stands in a row; None if it was removed behind our back."""
        number = self._ids[row]
        if number not in self._lines:
            some = self._ids[max(0, row - _WINDOW) : row + _WINDOW]
            missing = [one for one in some if one not in self._lines]
            self._lines.update(dict.fromkeys(missing))
            for line in self._session.book.followups.lines(missing):
                self._lines[line.id] = line
        return self._lines[number]

    def show_done(self, followup_id: int) -> None:
        """Show a follow-up as done until the rows are read again."""
        self._done.add(followup_id)
        self._reword([followup_id])

    def tick(self, ids: Collection[int]) -> None:
        """Show these rows as ticked, and no others."""
        before, self._ticked = self._ticked, set(ids) & set(self._ids)
        self._reword(before ^ self._ticked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, never edited in place."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The view under `ROW`, who it is for, and what a screen reader says."""
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not 0 <= index.row() < len(self._ids):
            return None
        view = self._view_of(index.row())
        if view is None or role == ROW:
            return view
        return view.name if role == Qt.ItemDataRole.DisplayRole else view.spoken()

    def _view_of(self, row: int) -> MarginRowView | None:
        number = self._ids[row]
        if number not in self._views:
            line = self.line(row)
            if line is None:
                return None
            view = self._view(line, number in self._ticked)
            self._views[number] = replace(view, done=True) if number in self._done else view
        return self._views[number]

    def _reword(self, ids: Collection[int]) -> None:
        for number in ids:
            self._views.pop(number, None)
        self._changed([row for number in ids if (row := self.row_of(number)) >= 0])

    def _changed(self, rows: Collection[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
