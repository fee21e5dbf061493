"""Typed words -> the facts they name, in whatever order they stand; nothing is reckoned yet.

`when_words.py` says them in plain words first; `when.py` makes a day and a time of the facts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import time

from customerbook.model.when_words import canonical

_DAYS = ("ereyesterday", "yesterday", "today", "tomorrow", "overmorrow")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PARTS = {"morning": 9, "noon": 12, "afternoon": 15, "evening": 18}  # the hour meant, if none is


class UnreadableError(ValueError):
    """What was typed is no moment."""


@dataclass(frozen=True)
class Length:
    """A length of time, each part on its own; negative for one that has passed."""

    minutes: int = 0
    days: int = 0
    months: int = 0

    def __add__(self, other: "Length") -> "Length":
        return Length(
            self.minutes + other.minutes, self.days + other.days, self.months + other.months
        )

    def __mul__(self, times: int) -> "Length":
        return Length(self.minutes * times, self.days * times, self.months * times)


_UNITS = {
    "min": Length(minutes=1),
    "h": Length(minutes=60),
    "hour": Length(minutes=60),
    "day": Length(days=1),
    "week": Length(days=7),
    "month": Length(months=1),
    "year": Length(months=12),
}


@dataclass(frozen=True)
class NamedDate:
    """A date as typed; what was left out is None, two digits are a year of some century."""

    day: int
    month: int | None = None
    year: int | None = None
    country_order: bool = False
    """Typed as "12/24": which of the two is the month depends on the country."""


@dataclass
class Facts:
    """What was named; None where nothing was."""

    offset: int | None = None  # days from today
    weekday: int | None = None  # Monday is 0
    date: NamedDate | None = None
    length: Length | None = None  # from now
    turn: int | None = None  # 1 next, -1 last
    unit: str | None = None  # day, week, month, year
    end: bool | None = None  # the end of a unit or month
    month: int | None = None  # January is 1
    clock: time | None = None
    hour: int | None = None  # a figure that may be an hour
    part: int | None = None  # a part of the day: the hour that stands for it

    def names(self) -> set[str]:
        """What was named at all."""
        return {field.name for field in fields(self) if getattr(self, field.name) is not None}

    def has_day(self) -> bool:
        """Whether a day was named, in whatever way."""
        return bool(self.names() & {"offset", "weekday", "date", "length", "unit"})

    def say(self, **facts: object) -> None:
        """Take facts; UnreadableError if one was named before."""
        if self.names() & facts.keys():
            raise UnreadableError
        for name, value in facts.items():
            setattr(self, name, value)


def read_facts(text: str, language: str) -> Facts:
    """The facts that a text names.

    Raises UnreadableError for a word or figure that has no place, ValueError for a time that no
    clock shows.
    """
    words = canonical(text, language)
    if words is None:
        raise UnreadableError
    facts = Facts()
    at = 0
    while at < len(words):
        readings = ((pattern.match(words, at), read) for pattern, read in _CLAUSES)
        found, read = next(((found, read) for found, read in readings if found), (None, None))
        if found is None or read is None:
            raise UnreadableError
        read(facts, found)
        at = found.end() + 1
    return facts


def _read_date(facts: Facts, found: re.Match[str]) -> None:
    parts = found.groupdict()
    month = parts.get("month")
    if month in _MONTHS:
        month = str(_MONTHS.index(month) + 1)
    year = parts.get("year")
    facts.say(
        date=NamedDate(
            int(parts["day"]),
            None if month is None else int(month),
            None if year is None else int(year),
            country_order="slash" in parts,
        )
    )


def _read_length(facts: Facts, found: re.Match[str]) -> None:
    """Read one way and all the lengths after it: "in 1 hour 30 min", "2 week ago"."""
    way = -1 if found["way"] in ("-", "ago") or found["ago"] else 1
    length = Length()
    for number, tenth, unit in re.findall(r"(\d+)(?:[.,](\d))?(?: ([a-z]+))?", found["lengths"]):
        if (tenth and unit not in ("h", "hour")) or not int(number + tenth):
            raise UnreadableError
        left_out = "min" if length.minutes else "day"  # as in "1 h 30" and "+3"
        length += _UNITS[unit or left_out] * int(number)
        length += Length(minutes=6 * int(tenth or 0))
    facts.say(length=length * way)


def _read_time(facts: Facts, found: re.Match[str]) -> None:
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            raise UnreadableError
        hour = hour % 12 + (12 if half == "pm" else 0)
    facts.say(clock=time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0)))


def _read_dotted(facts: Facts, found: re.Match[str]) -> None:
    """Read "10.12": after a day it is a time, else a date."""
    first, second = int(found["first"]), int(found["second"])
    if facts.has_day():
        facts.say(clock=time(first, second))
    else:
        facts.say(date=NamedDate(first, second))


def _read_four_digits(facts: Facts, found: re.Match[str]) -> None:
    if not facts.has_day():
        raise UnreadableError
    _read_time(facts, found)


def _read_hour(facts: Facts, found: re.Match[str]) -> None:
    facts.say(hour=int(found["hour"]))


def _read_word(facts: Facts, found: re.Match[str]) -> None:
    word = found[found.lastgroup or 0]
    match found.lastgroup:
        case "offset":
            facts.say(offset=_DAYS.index(word) - _DAYS.index("today"))
        case "weekday":
            facts.say(weekday=_WEEKDAYS.index(word))
        case "month":
            facts.say(month=_MONTHS.index(word) + 1)
        case "part":
            facts.say(part=_PARTS[word])
        case "turn":
            facts.say(turn=1 if word == "next" else -1)
        case "unit":
            facts.say(unit=word)
        case _:
            facts.say(end=True)


def _clause(pattern: str) -> re.Pattern[str]:
    """A pattern that ends where a word ends; capitals in it stand for one of several words."""
    for name, choices in {
        "OFFSET": _DAYS,
        "WEEKDAY": _WEEKDAYS,
        "MONTH": _MONTHS,
        "PART": tuple(_PARTS),
        "YEAR": (r"(?:19|20|21)\d\d",),
        "UNIT": ("min", "hour", "day", "week", "month", "year"),
        "NUMBER": (r"\d{1,4}(?:[.,]\d)?",),
        "DD": (r"\d{1,2}",),
    }.items():
        pattern = pattern.replace(name, f"(?:{'|'.join(choices)})")
    return re.compile(rf"(?:{pattern})(?= |$)")


_LENGTHS = r"NUMBER (?:h|hour) DD(?! (?:h|UNIT))|NUMBER (?:h|UNIT)(?: NUMBER (?:h|UNIT))*"

# The first that fits is taken: a figure is a date before it is a length, and an hour at last.
_CLAUSES: tuple[tuple[re.Pattern[str], Callable[[Facts, re.Match[str]], None]], ...] = tuple(
    (_clause(pattern), read)
    for pattern, read in (
        (r"(?P<year>YEAR)([-./])(?P<month>DD)\2(?P<day>DD)\.?", _read_date),
        (r"(?P<day>DD)\.(?P<month>DD)\.(?P<year>YEAR|\d\d)", _read_date),
        (r"(?P<day>DD)\. ?(?P<month>DD)\.(?: (?P<year>YEAR))?", _read_date),
        (r"(?P<day>DD)(?P<slash>[-/])(?P<month>DD)(?:(?P=slash)(?P<year>YEAR|\d\d))?", _read_date),
        (r"(?P<day>DD)(?:\.| nth)? (?P<month>MONTH)(?: (?P<year>YEAR))?", _read_date),
        (r"(?P<month>MONTH) (?P<day>DD)(?:\.| nth)?(?: (?P<year>YEAR))?", _read_date),
        (r"(?P<day>DD)(?:\.| nth)", _read_date),
        (rf"(?P<way>in|ago|[-+]) (?P<lengths>{_LENGTHS})(?P<ago> ago)?", _read_length),
        (r"(?P<way>[-+]) (?P<lengths>NUMBER)(?P<ago> ago)?", _read_length),
        (rf"(?P<way>)(?P<lengths>{_LENGTHS})(?P<ago> ago)", _read_length),
        (
            r"(?P<way>)(?P<lengths>DD h NUMBER min|NUMBER UNIT(?: NUMBER UNIT)*)(?P<ago>)",
            _read_length,
        ),
        (
            r"(?:at )?(?P<hour>DD):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
            r"(?: (?P<half>am|pm))?(?: clock)?",
            _read_time,
        ),
        (r"at (?P<hour>DD)\.(?P<minute>\d\d)(?: (?P<half>am|pm))?(?: clock)?", _read_time),
        (r"(?P<hour>DD)\.(?P<minute>\d\d) (?:(?P<half>am|pm)|clock)", _read_time),
        (r"(?P<hour>DD)\.(?P<minute>00|1[3-9]|[2-9]\d)", _read_time),
        (r"(?P<first>DD)\.(?P<second>DD)", _read_dotted),
        (r"(?:at )?(?P<hour>DD) (?P<half>am|pm)", _read_time),
        (r"(?:at )?(?P<hour>DD) (?:clock|h)(?: (?P<minute>\d\d)(?! (?:MONTH|nth)))?", _read_time),
        (r"at (?P<hour>[789]|1\d|2[0-3])", _read_time),
        (r"(?:at )?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)", _read_four_digits),
        (r"(?:at )?(?P<hour>DD)", _read_hour),
        (r"(?P<offset>OFFSET)|(?P<weekday>WEEKDAY)|(?P<month>MONTH)", _read_word),
        (r"(?:at )?(?P<part>PART)", _read_word),
        (r"(?P<turn>next|last)|(?P<unit>day|week|month|year)|end", _read_word),
    )
)
