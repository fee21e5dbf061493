"""A section of Today or Follow-ups: a heading and a card of rows, gone while there are none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.followups.due_list import DueList
from customerbook.gui.followups.due_model import DueModel
from customerbook.gui.session import Session
from customerbook.gui.theme import Role
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.empty_state import EmptyState
from customerbook.gui.widgets.heading import SectionHeading
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.row_view import MarginRowView
from customerbook.model.followup import FollowUpLine

GONE_MS = 400
"""How long a row that was ticked off is seen as done before it goes."""


HEADING = 32
"""Height of the heading over a section; what has none stands as low."""


def nothing_due(heading: str, sentence: str) -> QWidget:
    """What stands in the place of all sections while none of them has a row."""
    holder, card = QWidget(), Card()
    card.add_row(EmptyState(heading, sentence))
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, HEADING, 0, 0)
    column.addWidget(card)
    return holder


class DueSection(QWidget):
    """Heading, card, list; `show_ids` after each reading of the book."""

    def __init__(
        self,
        session: Session,
        title: str,
        view: Callable[[FollowUpLine, bool], MarginRowView],
        delegate: MarginRowDelegate,
        *,
        role: Role = "ink",
        many: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.model = DueModel(session, view)
        self.list = DueList(self.model, delegate, label=title, many=many)
        self._heading = SectionHeading(title, role=role)
        self._pending: tuple[list[int], str] | None = None
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(GONE_MS)
        self._going.timeout.connect(self._settle)
        card = Card()
        card.add(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(card)
        self.hide()

    def show_ids(self, ids: Sequence[int], count: str) -> None:
        """Show these rows; while one is going as done, wait until it has gone."""
        self._pending = (list(ids), count)
        if not self._going.isActive():
            self._settle()

    def show_done(self, followup_id: int) -> None:
        """Show a row as done for a moment."""
        self.model.show_done(followup_id)
        self._going.start()

    def show_undone(self) -> None:
        """Show all rows as open again: it was refused."""
        self._going.stop()
        self._settle()
        self.model.show_ids(self.model.ids())

    def line(self, followup_id: int) -> FollowUpLine | None:
        """What stands in the row of a follow-up."""
        row = self.model.row_of(followup_id)
        return self.model.line(row) if row >= 0 else None

    def heading(self) -> str:
        """The heading with its count, as it is read."""
        return self._heading.accessibleName()

    def _settle(self) -> None:
        if self._pending is None:
            return
        (ids, count), self._pending = self._pending, None
        row, number = self.list.currentIndex().row(), self.list.current_id()
        chosen = set(self.list.chosen_ids())
        self.model.show_ids(ids)
        if chosen:
            self.list.choose(chosen)
        self._heading.show_text(self.title, count)
        self._heading.setAccessibleName(f"{self.title} {count}".strip())
        self.setVisible(bool(ids))
        if number is not None and ids and not self.list.show_current(number):
            # The row went: the one that took its place is next.
            index = self.model.index(min(row, len(ids) - 1))
            self.list.setCurrentIndex(index)
