"""Words -> a moment: "fri 14:00", "in 2 weeks", "15." typed at the counter.

The spellings lie in `when_words.py`, what may be said in `when_reading.py`; here it is reckoned.

What words mean where people differ:

- A weekday alone is the next such day; today only if a later time of today is said with it.
  "Next friday" is the Friday of next week, "last friday" the latest one before today.
- "Mon in 2 weeks" is the first Monday in two weeks' time or later.
- Next week, month and year are their first day. Weeks begin on Monday.
- The end of a month or year is its last day, the end of the week its Friday, and Sunday for who
  says so on a weekend.
- A date without a year is the next such date, today included, unless a weekday is said that only
  fits the one of this year that has passed ("Friday 6 March"). "15." is the next 15th.
- A time without a day is today, even if it has passed: a log form may be set back, and who asks
  for the future checks. "Fri 9" is nine o'clock; hours before 7 need "02:00" or "2 pm".
- A part of the day stands for an hour: morning 9, noon 12, afternoon 15, evening 18.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from customerbook.model.clock import time_zone
from customerbook.model.errors import NotAMomentError
from customerbook.model.texts import _
from customerbook.model.when_reading import Facts, Length, NamedDate, UnreadableError, read_facts

_YEARS = range(1900, 2200)
_BARE_HOURS = range(7, 24)  # "fri 9" is clear; "fri 2" would be guessed
_AFTERNOON = 15
_FRIDAY, _SATURDAY = 4, 5

TimeOfDay = time
"""The name `time` belongs to a field of `When`."""


@dataclass(frozen=True)
class When:
    """A moment as people say it: wall time in a zone known from elsewhere.

    `time` None is any time of that day; its fold is 1 for an hour that the end of summer time
    repeats.
    """

    day: date
    time: TimeOfDay | None = None


def parse_when(
    text: str, now: datetime, *, language: str = "en", month_first: bool = False
) -> When:
    """The moment that words name, in the past too; see the module for what they mean.

    `now` is the present moment, aware, in the shop's zone. `language` is a BCP 47 language;
    English is always understood too. `month_first` reads "12/24" as 24 December.
    Raises NotAMomentError for words that are no moment between 1900 and 2199.
    """
    if now.utcoffset() is None:
        raise ValueError("The present moment needs a time zone.")
    try:
        facts = read_facts(text, language)
        if facts.date is not None:
            facts.date = _in_order(facts.date, month_first=month_first)
        when = _reckon(facts, now)
    except (ValueError, OverflowError) as error:
        raise _not_a_moment() from error
    if when.day.year not in _YEARS:
        raise _not_a_moment()
    return when


def when_of(moment: datetime) -> When:
    """What the wall showed at a moment, in the moment's own zone, to the minute."""
    return When(moment.date(), moment.time().replace(second=0, microsecond=0))


def to_utc(when: When, zone: str, default_time: time) -> datetime:
    """The moment in UTC at which the clocks of an IANA zone show `when`.

    `default_time` is taken where any time of the day is meant. A time that is skipped when summer
    time begins is moved forward by what is skipped (02:30 becomes 03:30); one that is repeated
    when it ends is the first, unless its fold is 1. Raises InvalidInputError for an unknown zone.
    """
    at = default_time if when.time is None else when.time
    local = datetime.combine(when.day, at, time_zone(zone))
    # With fold 1 zoneinfo gives the second of two, but moves a skipped time backward, where
    # fold 0 moves it forward: the later of the two is right for both.
    return max(local.replace(fold=fold).astimezone(UTC) for fold in (0, at.fold))


def _not_a_moment() -> NotAMomentError:
    return NotAMomentError(_("No such time. Try “fri 14:00” or “in 3 days”."), "when")


def _in_order(named: NamedDate, *, month_first: bool) -> NamedDate:
    """Swap "12/24" if the country says the month first, or if only that is a date."""
    month = named.month or 0
    if named.country_order and (month > 12 or (month_first and named.day <= 12)):
        return NamedDate(month, named.day, named.year)
    return named


def _reckon(facts: Facts, now: datetime) -> When:
    at = _time(facts)
    if facts.length is not None and facts.length.minutes:
        if at is not None or facts.names() != {"length"}:
            raise UnreadableError
        return _after(now, facts.length)
    rule = _RULES.get(frozenset(facts.names() - {"clock", "hour", "part"}))
    if rule is None:
        raise UnreadableError
    return When(rule(facts, at, now), at)


def _time(facts: Facts) -> time | None:
    """The time of day that was said; a part of the day tells which half "7:30" is in."""
    at = facts.clock
    if facts.hour is not None:
        is_hour = facts.part is not None or (facts.has_day() and facts.hour in _BARE_HOURS)
        if at is not None or not is_hour:
            raise UnreadableError
        at = time(facts.hour)
    if facts.part is None:
        return at
    if at is None:
        return time(facts.part)
    return at.replace(hour=at.hour + 12) if facts.part >= _AFTERNOON and at.hour < 12 else at


def _after(now: datetime, length: Length) -> When:
    """The wall time when `length` has passed on the stopwatch, not on the wall."""
    begin = datetime.combine(_shifted(now.date(), length), now.timetz())
    moment = begin.astimezone(UTC) + timedelta(minutes=length.minutes)
    return when_of(moment.astimezone(now.tzinfo))


def _shifted(day: date, length: Length) -> date:
    """A day some months and days later; the 31st becomes the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + length.months
    year, month = months // 12, months % 12 + 1
    day = date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(days=length.days)


def _today(_facts: Facts, at: time | None, now: datetime) -> date:
    if at is None:
        raise UnreadableError
    return now.date()


def _counted(facts: Facts, _at: time | None, now: datetime) -> date:
    day = now.date() + timedelta(days=facts.offset or 0)
    return _shifted(day, facts.length or Length())


def _weekday(facts: Facts, at: time | None, now: datetime) -> date:
    """The next such day, today only for a time to come; the next week's; or the latest."""
    today = now.date()
    ahead = ((facts.weekday or 0) - today.weekday()) % 7
    if facts.length is not None:
        begin = _shifted(today, facts.length)
        return begin + timedelta(days=((facts.weekday or 0) - begin.weekday()) % 7)
    if facts.unit not in (None, "week"):
        raise UnreadableError
    if facts.turn == 1 or facts.unit == "week":
        return _monday(today, facts.turn or 0) + timedelta(days=facts.weekday or 0)
    if facts.turn == -1:
        return today + timedelta(days=ahead - 7)
    passed = at is None or at <= now.time()
    return today + timedelta(days=7 if ahead == 0 and passed else ahead)


def _monday(day: date, weeks: int) -> date:
    return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)


def _date(facts: Facts, _at: time | None, now: datetime) -> date:
    """The date as named; what is left out makes it the next one that exists, today included."""
    named, today = facts.date or NamedDate(0), now.date()
    # In eight years there is a 29 February, also around 2100.
    years = range(today.year - 8, today.year + 9)
    if named.year is not None:
        years = range(year := _with_century(named.year, today.year), year + 1)
    days = [
        date(year, month, named.day)
        for year in years
        for month in ([named.month] if named.month is not None else range(1, 13))
        if named.day <= monthrange(year, month)[1]
    ]
    if named.year is None:
        ahead = [day for day in days if day >= today]
        passed = [day for day in days if day < today and day.year == today.year]
        days = ahead[:1] + (passed if named.month is not None else [])
    fitting = [day for day in days if facts.weekday in (None, day.weekday())]
    if days and not fitting:
        raise NotAMomentError(_("That date is another day of the week."), "when")
    if not fitting:
        raise UnreadableError
    return fitting[0]


def _with_century(year: int, this_year: int) -> int:
    """A year of two digits within the 50 years before and the 49 after this one."""
    return year if year > 99 else (first := this_year - 50) + (year - first) % 100


def _begin(facts: Facts, _at: time | None, now: datetime) -> date:
    """The first day of the next or last day, week, month or year."""
    today, turn = now.date(), facts.turn or 0
    match facts.unit:
        case "day":
            return today + timedelta(days=turn)
        case "week":
            return _monday(today, turn)
        case "month":
            return _shifted(today.replace(day=1), Length(months=turn))
        case _:
            return date(today.year + turn, 1, 1)


def _end(facts: Facts, at: time | None, now: datetime) -> date:
    """The last day of this, the next or the last unit; the end of a week is its Friday."""
    begin = _begin(facts, at, now)
    match facts.unit:
        case "day":
            return begin
        case "week":
            days = 6 if facts.turn is None and now.weekday() >= _SATURDAY else _FRIDAY
            return begin + timedelta(days=days)
        case "month":
            return begin.replace(day=monthrange(begin.year, begin.month)[1])
        case _:
            return begin.replace(month=12, day=31)


def _end_of_month(facts: Facts, _at: time | None, now: datetime) -> date:
    today, month = now.date(), facts.month or 0
    year = today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


# What may be said together; anything else is no moment. A time may be added to each.
_RULES: dict[frozenset[str], Callable[[Facts, time | None, datetime], date]] = {
    frozenset(names.split()): rule
    for names, rule in (
        ("", _today),
        ("offset", _counted),
        ("length", _counted),
        ("offset length", _counted),
        ("weekday", _weekday),
        ("weekday length", _weekday),
        ("weekday turn", _weekday),
        ("weekday turn unit", _weekday),
        ("date", _date),
        ("date weekday", _date),
        ("turn unit", _begin),
        ("end unit", _end),
        ("end unit turn", _end),
        ("end month", _end_of_month),
    )
}
