"""The month beside the list: how much is due on each day, and the list of the chosen one."""

from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.followups.side_list import SideList
from customerbook.gui.followups.words import second_name, who
from customerbook.gui.session import Session
from customerbook.gui.theme import Role
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.days import DayMarks
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.month import Month
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.row_view import BadgeView, LineRowView
from customerbook.model import spoken
from customerbook.model.followup import FollowUpLine
from customerbook.model.name import initials
from customerbook.model.texts import _
from customerbook.model.when import When

_SHOWN_DAYS = 42
_MOST_ROWS = 50


class CalendarColumn(QWidget):
    """Month and day; `opened(id)` fires when a row of the day is chosen."""

    opened = Signal(int)
    day_chosen = Signal(date)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person_id: int | None = None
        self.month = Month(session.now().date(), label=_("Calendar"))
        self.day_list = SideList("", dense=True)
        self._name = Label("", "group")
        self._build()
        self.month.chosen.connect(self._choose)
        self.month.turned.connect(lambda _first: self._look())
        self.day_list.opened.connect(self.opened)

    def refresh(self, person_id: int | None) -> None:
        """Count anew, for a person or for all."""
        self._person_id = person_id
        self.month.set_today(self._session.now().date())
        self._look()

    def day(self) -> date:
        """The chosen day."""
        return self.month.day()

    def show_day(self, day: date) -> None:
        """Choose a day and turn to its month."""
        self.month.choose(day)
        self._look()

    def current(self) -> FollowUpLine | None:
        """The row of the day that has the keyboard."""
        number = self.day_list.list.current_id()
        lines = self._session.book.followups.lines([number]) if number is not None else []
        return next(iter(lines), None)

    def place(self) -> tuple[QWidget, QRect]:
        """Where the current row of the day stands, for a menu below it."""
        rows = self.day_list.list
        return rows.viewport(), rows.visualRect(rows.currentIndex())

    def _build(self) -> None:
        card = Card()
        card.column.setContentsMargins(16, 12, 16, 12)
        card.add(self._head())
        card.add(self.month)
        card.add(_legend())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card)
        column.addWidget(self.day_list)
        column.addStretch(1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        back = IconButton("chevron-left", _("The month before"))
        on = IconButton("chevron-right", _("The month after"))
        today = Button(_("Today"), kind="quiet", height=32)
        back.clicked.connect(lambda: self._turn(-1))
        on.clicked.connect(lambda: self._turn(1))
        today.clicked.connect(self._come_back)
        row.addWidget(self._name)
        row.addStretch(1)
        for part in (back, today, on):
            row.addWidget(part)
        return head

    def _turn(self, months: int) -> None:
        self.month.turn(months)
        self._choose(self.month.day())

    def _come_back(self) -> None:
        self.show_day(self._session.now().date())
        self.day_chosen.emit(self.day())

    def _choose(self, day: date) -> None:
        self._look()
        self.day_chosen.emit(day)

    def _look(self) -> None:
        """Read the counts of what is shown and the rows of the chosen day."""
        followups, day = self._session.book.followups, self.month.day()
        self._name.show_text(spoken.month_and_year(day))
        first = self.month.first_day()
        last = first + timedelta(days=_SHOWN_DAYS - 1)
        counts = followups.counts(first, last, person_id=self._person_id)
        self.month.show_marks({one: DayMarks(*figures) for one, figures in counts.items()})
        ids = followups.ids(person_id=self._person_id, first=day, last=day)
        lines = followups.lines(ids[:_MOST_ROWS])
        title = spoken.said_back(When(day), self._session.now().date())
        self.day_list.show_title(title, str(len(ids)))
        now = self._session.now()
        self.day_list.show_rows([(line.id, _row(line, late=line.due < now)) for line in lines])


def _row(line: FollowUpLine, *, late: bool) -> LineRowView:
    promise = BadgeView(_("promise"), "red" if late else "amber")
    return LineRowView(
        name=who(line),
        second_name=second_name(line),
        what=line.title,
        time=spoken.clock(line.due_time) if line.due_time else "–",
        state=promise if line.promise else None,
        staff=initials(line.person),
    )


def _legend() -> QWidget:
    legend = QWidget()
    row = QHBoxLayout(legend)
    row.setContentsMargins(4, 4, 0, 4)
    row.setSpacing(8)
    for fill, edge, words in (
        ("amberm", None, _("promise")),
        (None, "accent", _("follow-up")),
        ("redm", None, _("overdue")),
    ):
        row.addWidget(Dot(fill, edge))  # type: ignore[arg-type]
        row.addWidget(Label(words, "meta", "ink2"))
        row.addSpacing(8)
    row.addStretch(1)
    return legend


class Dot(QWidget):
    """A dot as it stands in the days."""

    def __init__(self, fill: Role | None, edge: Role | None) -> None:
        super().__init__()
        self._fill, self._edge = fill, edge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """6 across."""
        return QSize(theme.current().px(6), theme.current().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), self.width() / 2, fill=self._fill, edge=self._edge)
