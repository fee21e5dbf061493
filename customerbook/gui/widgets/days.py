"""Days of a month as a calendar shows them, and how much is due on each."""

from dataclasses import dataclass
from datetime import date, timedelta

from customerbook.model.texts import ngettext


@dataclass(frozen=True)
class DayMarks:
    """How much is due on a day."""

    promises: int = 0
    followups: int = 0
    overdue: int = 0

    def spoken(self) -> str:
        """The counts in words; empty if there is nothing."""
        parts = []
        if self.promises:
            parts.append(ngettext("{n} promise", "{n} promises", self.promises))
            parts[-1] = parts[-1].format(n=self.promises)
        if self.followups:
            words = ngettext("{n} follow-up", "{n} follow-ups", self.followups)
            parts.append(words.format(n=self.followups))
        if self.overdue:
            words = ngettext("{n} overdue", "{n} overdue", self.overdue)
            parts.append(words.format(n=self.overdue))
        return ", ".join(parts)


def first_shown(day: date, first_weekday: int) -> date:
    """The first day of the week in which the month of `day` begins; Monday is 1."""
    first = day.replace(day=1)
    return first - timedelta(days=(first.isoweekday() - first_weekday) % 7)


def months_on(day: date, months: int) -> date:
    """The same day some months on or back, or the last of a shorter month.

    Stays where it is beyond the years 1 to 9998.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return day
    last = date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
