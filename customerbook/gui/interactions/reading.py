"""Reading typed moments in the shop's zone, language and order, and saying them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from customerbook.gui.session import Session
from customerbook.model import spoken
from customerbook.model.errors import NotAMomentError
from customerbook.model.texts import _
from customerbook.model.when import When, parse_when

_MONTH_FIRST = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"})
"""Countries that write 12/24 for 24 December."""


@dataclass(frozen=True)
class Reader:
    """How this shop reads and says moments; `now` tells the shop's wall time."""

    language: str
    month_first: bool
    now: Callable[[], datetime]

    def read(self, text: str) -> When:
        """The moment that words name; NotAMomentError if they name none."""
        return parse_when(text, self.now(), language=self.language, month_first=self.month_first)

    def read_ahead(self, text: str) -> When:
        """A moment that is still to come, or a day that is not over; else NotAMomentError."""
        when, now = self.read(text), self.now()
        passed = when.day < now.date()
        if when.time is not None and when.day == now.date():
            passed = when.time <= now.time()
        if passed:
            raise NotAMomentError(_("That has passed. Try “fri 14:00” or “in 3 days”."), "when")
        return when

    def read_back(self, text: str) -> When:
        """A moment that has come; a day without a time is its present hour."""
        when, now = self.read(text), self.now()
        if when.time is None:
            when = When(when.day, now.time().replace(second=0, microsecond=0))
        if (when.day, when.time) > (now.date(), now.time()):
            raise NotAMomentError(
                _("That is still to come. Try “10:05” or “yesterday 16:00”."), "when"
            )
        return when

    def said(self, when: When) -> str:
        """A moment in full: "Friday 27 November, 14:00"."""
        return spoken.said_back(when, self.now().date(), month_first=self.month_first)

    def words(self, when: When, words: str) -> str:
        """Words that are read as this moment: the given ones, or else its date."""
        try:
            if self.read(words) == when:
                return words
        except NotAMomentError:
            pass
        time = f" {spoken.clock(when.time)}" if when.time is not None else ""
        return when.day.isoformat() + time

    def offers(self) -> list[tuple[str, When]]:
        """The usual days to choose from: words and the day they stand for."""
        today = self.now().date()
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
        return [
            (_("today"), When(today)),
            (_("tomorrow"), When(today + timedelta(days=1))),
            (_("in 3 days"), When(today + timedelta(days=3))),
            (_("next week"), When(monday)),
        ]


def reader_of(session: Session) -> Reader:
    """The reader of the shop whose book is open."""
    shop = session.book.shop()
    return Reader(shop.language, shop.country in _MONTH_FIRST, session.now)
