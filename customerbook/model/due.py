"""When something to do becomes late, and when to remind of it: wall time to a moment."""

from datetime import date, datetime, time, timedelta

from customerbook.model.when import When, to_utc

MORNING = time(9)
"""When one is reminded of what has a day but no time."""
_MIDNIGHT = time()


def due_moment(day: date, at: time | None, zone: str) -> datetime:
    """The moment (UTC) from which it is late; without a time that is the end of the day."""
    if at is None:
        return to_utc(When(day + timedelta(days=1), _MIDNIGHT), zone, _MIDNIGHT)
    return to_utc(When(day, at), zone, _MIDNIGHT)


def remind_moment(day: date, at: time | None, zone: str) -> datetime:
    """The moment (UTC) to remind of it."""
    return to_utc(When(day, at), zone, MORNING)
