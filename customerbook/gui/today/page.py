"""The Today page: what the owner looks at with the first coffee."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.followups.page_scroll import PageScroll
from customerbook.gui.followups.section import DueSection, nothing_due
from customerbook.gui.followups.walk import Walk
from customerbook.gui.followups.words import (
    Saying,
    call_word,
    margin_words,
    today_view,
    write_word,
)
from customerbook.gui.followups.work import FollowUpWork
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.today.first_day import FirstDay
from customerbook.gui.today.side import Side
from customerbook.gui.widgets.heading import PageTitle
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.row_view import MarginRowView
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.model import spoken
from customerbook.model.change import Change
from customerbook.model.followup import FollowUpLine
from customerbook.model.person import Role
from customerbook.model.texts import _

_MINUTE_MS = 60_000
_NARROW = 976  # page width at which the side column goes below; grows with the text
_KINDS = ("followup", "interaction", "customer", "person", "case", "shop")


class TodayPage(QWidget):
    """Promises due, follow-ups, dates and what happened lately."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._session = shell.session
        self._month_first = reader_of(self._session).month_first
        self.switch = Segmented(
            [Part("everyone", _("Everyone’s")), Part("mine", _("Mine"))],
            "everyone" if self._is_owner() else "mine",
            label=_("Whose"),
        )
        self.switch.chosen.connect(lambda _value: self.refresh(None))
        self._title = PageTitle("", "", self.switch)
        self.promises = self._section(_("Promises due"))
        self.followups = self._section(_("Follow-ups"))
        self.side = Side(shell)
        self.nothing = nothing_due(
            _("Nothing is due today."), _("What was promised stands here on its day.")
        )
        self._build()
        self._first_day: FirstDay | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._let_time_pass)
        self._minute.start()

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches; None means at everything."""
        if change is not None and not change.touches(*_KINDS):
            return
        today = self._session.now().date()
        empty = self._is_empty()
        fact = _("the first day") if empty else spoken.week_words(today)
        title = spoken.long_date(today, year=False, month_first=self._month_first)
        self._title.show_text(title, fact)
        self.switch.setVisible(not empty)
        if empty:
            self._show_first_day()
            return
        self._stack.setCurrentIndex(0)
        book, person_id = self._session.book, self._person_id()
        promises = book.followups.ids(person_id=person_id, promise=True, last=today)
        others = book.followups.ids(person_id=person_id, promise=False, last=today)
        late = book.followups.ids(person_id=person_id, promise=True, late=True)
        self.promises.show_ids(promises, _count_words(len(promises), len(late)))
        self.followups.show_ids(others, str(len(others)))
        self.nothing.setVisible(not promises and not others)
        self.side.refresh(self._session.now(), month_first=self._month_first)

    def focus_first(self) -> None:
        """Give the focus to the first row, or to what one begins with."""
        if self._stack.currentIndex() == 1 and self._first_day is not None:
            self._first_day.focus_first()
        elif not self.walk.first():
            self.switch.setFocus()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done here just now; the row with the keyboard is meant."""
        beside = self.side.commands()
        return {
            "everyone": lambda: self.show_whose("everyone"),
            "mine": lambda: self.show_whose("mine"),
            **(self.walk.commands() if beside is None else beside),
        }

    def show_whose(self, whose: str) -> None:
        """Show `everyone`'s or `mine`."""
        self.switch.choose(whose)
        self.refresh(None)

    def count(self) -> int:
        """How many rows are due."""
        return len(self.promises.model.ids()) + len(self.followups.model.ids())

    def first_column(self) -> QWidget:
        """Where a toast stands."""
        return self._main

    def state(self) -> dict[str, Any]:
        """What brings the page back after a lock: whose, which row, how far scrolled."""
        return {
            "whose": self.switch.value(),
            "row": self.walk.current_id(),
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Come back as it was."""
        self.show_whose(str(state.get("whose", "")))
        if state.get("row") is not None:
            self.walk.go_to(state["row"])
        self._scroll.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side column below where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < theme.current().px(_NARROW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._columns.setSpacing(12 if narrow else 24)
        self.side.fit(narrow=narrow)

    def _section(self, title: str) -> DueSection:
        delegate = MarginRowDelegate(
            actions=(call_word(), write_word()),
            whens=margin_words(Saying(self._session.now(), self._month_first)),
        )
        return DueSection(self._session, title, self._view, delegate)

    def _view(self, line: FollowUpLine, _ticked: bool) -> MarginRowView:  # noqa: FBT001
        return today_view(line, Saying(self._session.now(), self._month_first))

    def _build(self) -> None:
        # From the outside in: whatever is given a parent takes its style with all that lies in it.
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        head = QWidget(self)
        page.addWidget(head)
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 4, 24, 0)
        top.addWidget(self._title)
        self._stack = QStackedWidget(self)
        page.addWidget(self._stack, 1)
        content = QWidget()
        self._scroll = PageScroll(content)
        self._stack.addWidget(self._scroll)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(24, 0, 24, 72)
        self._columns.setSpacing(24)
        self._main = QWidget(content)
        self._columns.addWidget(self._main, 1)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.promises, self.followups, self.nothing):
            column.addWidget(part)
        column.addStretch(1)
        self._columns.addWidget(self.side)
        work = FollowUpWork(self._shell)
        self.walk = Walk([self.promises, self.followups], work, self._scroll, self)

    def _show_first_day(self) -> None:
        if self._first_day is None:
            self._first_day = FirstDay(self._shell)
            self._stack.addWidget(PageScroll(self._first_day))
        self._first_day.refresh()
        self._stack.setCurrentIndex(1)

    def _let_time_pass(self) -> None:
        if self.isVisible():
            self.refresh(None)

    def _is_empty(self) -> bool:
        book = self._session.book
        return not (
            book.interactions.latest(1) or book.customers.find("", 1) or book.followups.ids()
        )

    def _is_owner(self) -> bool:
        person = self._session.book.person
        return person is not None and person.role is Role.OWNER

    def _person_id(self) -> int | None:
        person = self._session.book.person
        return person.id if person is not None and self.switch.value() == "mine" else None


def _count_words(count: int, late: int) -> str:
    if not late:
        return str(count)
    if late == 1:
        return _("{n}, one of them late").format(n=count)
    return _("{n}, {late} of them late").format(n=count, late=late)
