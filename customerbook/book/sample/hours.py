"""When things happen in the shop: moments told from now, within its opening hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_OPENS = 9 * 60
_CLOSES = 18 * 60 + 30
_CLOSES_SATURDAY = 14 * 60
_SATURDAY, _SUNDAY = 5, 6


def opening_minutes(day: date) -> range:
    """Minutes of the day at which the shop is open; none on Sundays."""
    if day.weekday() == _SUNDAY:
        return range(0)
    return range(_OPENS, _CLOSES_SATURDAY if day.weekday() == _SATURDAY else _CLOSES)


def opening_days(last: date, years: int) -> list[date]:
    """Days on which the shop is open, the newest first, from a day on back."""
    days = (last - timedelta(days=back) for back in range(round(years * 365.25)))
    return [day for day in days if opening_minutes(day)]


@dataclass(frozen=True)
class Calendar:
    """Tells moments from now; `now` is aware, on the wall of the shop."""

    now: datetime

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.now.date()

    def moment(self, day: date, at: str) -> datetime:
        """A wall time such as "16:20" as a moment in UTC."""
        assert isinstance(self.now.tzinfo, ZoneInfo)
        return datetime.combine(day, time.fromisoformat(at), self.now.tzinfo).astimezone(UTC)

    def past(self, days: int, at: str) -> datetime:
        """A moment some days ago, the day before if the shop was closed; never after now."""
        day, time_of_day = self.today - timedelta(days=days), time.fromisoformat(at)
        minute = time_of_day.hour * 60 + time_of_day.minute
        while minute not in opening_minutes(day) or self.moment(day, at) > self.now:
            day -= timedelta(days=1)
        return self.moment(day, at)

    def minutes_ago(self, minutes: int) -> datetime:
        """A moment so many minutes of opening hours ago."""
        day, rest = self.today, minutes
        upto = self.now.hour * 60 + self.now.minute
        while True:
            open_then = [minute for minute in opening_minutes(day) if minute < upto]
            if rest < len(open_then):
                return self.moment(day, _clock(open_then[-1 - rest]))
            rest -= len(open_then)
            day, upto = day - timedelta(days=1), 24 * 60

    def open_day(self, days: int) -> date:
        """The day so many opening days ahead, or back; 0 is today, open or not."""
        day, step = self.today, timedelta(days=1 if days > 0 else -1)
        for _ in range(abs(days)):
            day += step
            while not opening_minutes(day):
                day += step
        return day

    def later_today(self, minutes: int, otherwise: str) -> time:
        """The next half hour at least so many minutes ahead; `otherwise` if the shop is closed."""
        wanted = -(-(self.now.hour * 60 + self.now.minute + minutes) // 30) * 30
        now = self.now.hour * 60 + self.now.minute
        hours = opening_minutes(self.today)
        return time.fromisoformat(_clock(wanted) if now in hours and wanted in hours else otherwise)

    def weekday(self, number: int) -> date:
        """The next such day of the week (Monday is 0), at the earliest the day after tomorrow."""
        ahead = (number - self.today.weekday() - 2) % 7 + 2
        return self.today + timedelta(days=ahead)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
