"""The Follow-ups page: everything that is open, by when, with the month beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.followups.bulk import FollowUpBar
from customerbook.gui.followups.calendar import CalendarColumn
from customerbook.gui.followups.groups import groups
from customerbook.gui.followups.page_scroll import PageScroll
from customerbook.gui.followups.people_switch import PeopleSwitch
from customerbook.gui.followups.section import HEADING, DueSection, nothing_due
from customerbook.gui.followups.walk import Walk
from customerbook.gui.followups.words import Saying, list_view, margin_words
from customerbook.gui.followups.work import FollowUpWork
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.heading import PageTitle
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.row_view import MarginRowView
from customerbook.gui.widgets.width import keep_width
from customerbook.model.change import Change
from customerbook.model.followup import FollowUpLine
from customerbook.model.texts import _
from customerbook.model.when import When

_MINUTE_MS = 60_000
_NARROW = 976  # page width at which the calendar goes below; grows with the text
_CALENDAR = 392
_EDGE = 24
_KINDS = ("followup", "interaction", "customer", "person", "shop")


class FollowUpsPage(QWidget):
    """Groups by when, of everyone or one person; one or many are worked off at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._session = shell.session
        self._month_first = reader_of(self._session).month_first
        self._work = FollowUpWork(shell)
        self.people = PeopleSwitch(self._session)
        self.people.chosen.connect(lambda: self.refresh(None))
        new = Button(_("New follow-up"), icon="plus", keys="F6", height=32)
        new.clicked.connect(lambda: shell.new_followup(customer_id=None))
        self._title = PageTitle(_("Follow-ups"), "", self.people, new)
        self._groups = groups()
        whens = margin_words(Saying(self._session.now(), self._month_first))
        self.sections = [
            DueSection(
                self._session,
                group.title,
                self._view,
                MarginRowDelegate(dense=True, whens=whens),
                role=group.role,
                many=True,
            )
            for group in self._groups
        ]
        self.calendar = CalendarColumn(self._session)
        self.nothing = nothing_due(
            _("Nothing is open."),
            _("What you want to do for a customer stands here, with its day."),
        )
        self._build()
        self.bar = FollowUpBar(self, shell)
        self.bar.stand_in(self._main)
        self._connect()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._let_time_pass)
        self._minute.start()

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches; None means at everything."""
        if change is not None and not change.touches(*_KINDS):
            return
        if change is None or change.touches("person"):
            self.people.refresh()
        book, today = self._session.book, self._session.now().date()
        person_id = self.people.person_id()
        total = 0
        for group, section in zip(self._groups, self.sections, strict=True):
            ids = group.ids(book.followups, person_id, today)
            section.show_ids(ids, str(len(ids)))
            total += len(ids)
        self.nothing.setVisible(not total)
        self.calendar.refresh(person_id)
        self._show_chosen()

    def focus_first(self) -> None:
        """Give the focus to the first row, or to the calendar."""
        if not self.walk.first():
            self.calendar.month.setFocus()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done here just now; with several rows chosen it is done with all."""
        beside = self.calendar.current()
        commands = {
            "everyone": lambda: self.people.choose(None),
            "mine": self._show_mine,
            **self.walk.commands(),
            "select-all": self.choose_all,
        }
        if beside is not None:
            commands |= self._work.commands(beside, *self.calendar.place())
        elif self.chosen():
            commands["done"] = self.complete_chosen
            commands["drop"] = lambda: self._work.drop(*self.chosen())
            commands["snooze"] = self.bar.ask_for_day
            commands["assign"] = self.bar.ask_to_whom
        return commands

    def chosen(self) -> list[FollowUpLine]:
        """The rows that are ticked, in their order."""
        ids = [number for section in self.sections for number in section.list.chosen_ids()]
        return self._session.book.followups.lines(ids)

    def complete_chosen(self) -> None:
        """Mark all ticked rows as done, in one change."""
        lines = self.chosen()
        if lines:
            self._work.complete(*lines)

    def snooze_chosen(self, when: When, reason: str) -> None:
        """Put all ticked rows off, in one change."""
        lines = self.chosen()
        if lines:
            self._work.snooze(lines, when, reason)

    def give_chosen(self, person_id: int) -> None:
        """Hand all ticked rows on, in one change."""
        lines = self.chosen()
        if lines:
            self._work.assign(lines, person_id)

    def choose_all(self) -> None:
        """Tick all rows."""
        for section in self.sections:
            section.list.selectAll()

    def choose_nothing(self) -> None:
        """Untick all rows."""
        for section in self.sections:
            section.list.choose(())

    def first_column(self) -> QWidget:
        """Where a toast stands."""
        return self._main

    def state(self) -> dict[str, Any]:
        """What brings the page back after a lock: whose, which row, which day."""
        return {
            "person": self.people.person_id(),
            "row": self.walk.current_id(),
            "day": self.calendar.day().isoformat(),
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Come back as it was."""
        self.people.choose(state.get("person"))
        if state.get("row") is not None:
            self.walk.go_to(state["row"])
        if state.get("day"):
            self.calendar.show_day(type(self._session.now().date()).fromisoformat(state["day"]))
        self._scroll.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape unticks all rows."""
        if event.key() == Qt.Key.Key_Escape and self.chosen():
            self.choose_nothing()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the calendar below where there is little room."""
        super().resizeEvent(event)
        px = theme.current().px
        narrow = self.width() < px(_NARROW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        keep_width(self.calendar, None if narrow else px(_CALENDAR))

    def _view(self, line: FollowUpLine, ticked: bool) -> MarginRowView:  # noqa: FBT001
        saying = Saying(self._session.now(), self._month_first)
        return list_view(line, saying, ticked=ticked or None)

    def _build(self) -> None:
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (*self.sections, self.nothing):
            column.addWidget(part)
        column.addStretch(1)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, HEADING, 0, 0)
        beside.addWidget(self.calendar)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(_EDGE, 0, _EDGE, 80)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(side)
        self._scroll = PageScroll(content)
        self.walk = Walk(self.sections, self._work, self._scroll, self)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(_EDGE, 4, _EDGE, 0)
        top.addWidget(self._title)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        for section in self.sections:
            section.list.chosen.connect(self._show_chosen)
        self.bar.done.connect(self.complete_chosen)
        self.bar.snoozed.connect(self.snooze_chosen)
        self.bar.given.connect(self.give_chosen)
        self.bar.cleared.connect(self.choose_nothing)
        self.calendar.opened.connect(self._open)

    def _open(self, followup_id: int) -> None:
        lines = self._session.book.followups.lines([followup_id])
        if lines:
            self._work.open(lines[0])

    def _show_chosen(self) -> None:
        self.bar.show_count(sum(len(section.list.chosen_ids()) for section in self.sections))

    def _show_mine(self) -> None:
        person = self._session.book.person
        self.people.choose(person.id if person else None)

    def _let_time_pass(self) -> None:
        if self.isVisible():
            self.refresh(None)
