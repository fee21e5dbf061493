"""The side column of Today: dates of the week to come, and what was logged lately."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.followups.side_list import SideList
from customerbook.gui.followups.words import best_way
from customerbook.gui.interactions.giving import GiveSheet
from customerbook.gui.shell import Shell
from customerbook.gui.today.side_words import lately_view, occasion_view
from customerbook.gui.widgets.width import keep_width
from customerbook.model.channel import Direction
from customerbook.model.interaction import InteractionLine
from customerbook.model.occasion import Occasion
from customerbook.model.texts import _

_DAYS_AHEAD = 7
_MOST_DATES = 6
_LATELY = 5
_WIDTH = 304


class Side(QWidget):
    """Dates and Lately, each only when it has something."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._occasions: list[Occasion] = []
        self._lately: list[InteractionLine] = []
        self.dates = SideList(_("Dates"))
        self.lately = SideList(_("Lately"), dense=True, count="")
        self.dates.opened.connect(
            lambda place: shell.open_customer(self._occasions[place].customer_id)
        )
        self.dates.acted.connect(self._congratulate)
        self.lately.opened.connect(self._open)
        self.lately.acted.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.dates)
        column.addWidget(self.lately)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def refresh(self, now: datetime, *, month_first: bool) -> None:
        """Read both sections anew."""
        book, today = self._shell.session.book, now.date()
        ahead = today + timedelta(days=_DAYS_AHEAD - 1)
        self._occasions = book.customers.dates_between(today, ahead, _MOST_DATES)
        self._lately = book.interactions.latest(_LATELY)
        self.dates.show_rows(
            [(place, occasion_view(one, today)) for place, one in enumerate(self._occasions)]
        )
        self.lately.show_rows(
            [
                (place, lately_view(line, now, month_first=month_first))
                for place, line in enumerate(self._lately)
            ]
        )
        self.setVisible(bool(self._occasions or self._lately))

    def commands(self) -> dict[str, Callable[[], object]] | None:
        """What can be done with the row that has the keyboard; None while it is elsewhere."""
        place = self.dates.list.current_id()
        if place is not None:
            return {
                "act": partial(self._congratulate, place),
                "open": partial(self.dates.opened.emit, place),
            }
        place = self.lately.list.current_id()
        return None if place is None else {"open": partial(self._open, place)}

    def fit(self, *, narrow: bool) -> None:
        """Stand beside the rows, or below them at their width."""
        width = theme.current().px(_WIDTH)
        keep_width(self, None if narrow else width)

    def _congratulate(self, place: int) -> None:
        one = self._occasions[place]
        way = best_way(one.phone, one.email, one.forbidden, liked=one.preferred)
        self._shell.log(way, customer_id=one.customer_id, direction=Direction.OUTBOUND)

    def _open(self, place: int) -> None:
        """Show the customer; a walk-in may be given one."""
        line = self._lately[place]
        if line.customer_id is not None:
            self._shell.open_customer(line.customer_id)
        else:
            self._shell.show_sheet(GiveSheet(self._shell, line))
