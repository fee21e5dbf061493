"""Moments said in words, in the language of the window or of a document.

Languages put day and month in their own order: each form is a text of its own to translate.
Names are translated as one list, so that "May" the month and "May" the short form stay apart.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from customerbook.model.texts import _, catalogue, ngettext

if TYPE_CHECKING:
    from customerbook.model.when import When  # what reads moments is large, and said is more often

_SHORTEST_WEEKS, _SHORTEST_MONTHS, _SHORTEST_YEARS = 14, 120, 730  # days
_DAYS_OF_A_MONTH, _DAYS_OF_A_YEAR = 30.44, 365
_NEARBY = 7  # days within which a weekday is clear
_NOON, _EVENING, _NIGHT_ENDS = 12, 18, 5  # hours


def weekday_names(language: str | None = None) -> list[str]:
    """Monday to Sunday."""
    gettext = _speech(language)
    # Translators: keep the order and the commas; as within a date.
    return gettext("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday").split(", ")


def short_weekday_names(language: str | None = None) -> list[str]:
    """Mon to Sun."""
    gettext = _speech(language)
    # Translators: keep the order and the commas.
    return gettext("Mon, Tue, Wed, Thu, Fri, Sat, Sun").split(", ")


def month_names(language: str | None = None) -> list[str]:
    """January to December, as they stand beside a day."""
    gettext = _speech(language)
    return gettext(
        # Translators: keep the order and the commas; in the case that follows a day.
        "January, February, March, April, May, June, "
        "July, August, September, October, November, December"
    ).split(", ")


def short_month_names(language: str | None = None) -> list[str]:
    """Jan to Dec."""
    gettext = _speech(language)
    # Translators: keep the order and the commas.
    return gettext("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec").split(", ")


def clock(at: time) -> str:
    """A time of day: "09:05"."""
    return f"{at.hour:02}:{at.minute:02}"


def long_date(
    day: date, *, year: bool = True, month_first: bool = False, language: str | None = None
) -> str:
    """A date for headings and documents: "Friday, 27 November 2026"."""
    gettext = _speech(language)
    if year:
        day_first = gettext("{weekday}, {day} {month} {year}")
        pattern = gettext("{weekday}, {month} {day}, {year}") if month_first else day_first
    else:
        day_first = gettext("{weekday}, {day} {month}")
        pattern = gettext("{weekday}, {month} {day}") if month_first else day_first
    return _filled(pattern, day, language)


def said_back(
    when: "When", today: date, *, month_first: bool = False, language: str | None = None
) -> str:
    """How a typed moment was understood: "Friday 27 November, 14:00".

    The year is said when it is not this one.
    """
    gettext = _speech(language)
    if when.day.year == today.year:
        day_first = gettext("{weekday} {day} {month}")
        pattern = gettext("{weekday} {month} {day}") if month_first else day_first
    else:
        day_first = gettext("{weekday} {day} {month} {year}")
        pattern = gettext("{weekday} {month} {day}, {year}") if month_first else day_first
    said = _filled(pattern, when.day, language)
    if when.time is None:
        return said
    return gettext("{date}, {time}").format(date=said, time=clock(when.time))


def short_date(
    day: date,
    today: date,
    *,
    weekday: bool = False,
    month_first: bool = False,
    language: str | None = None,
) -> str:
    """A date for lists: "27 Nov", "27 Nov 2025" of another year; "Fri 27 Nov" with its weekday."""
    gettext = _speech(language)
    if day.year == today.year:
        day_first = gettext("{day} {short_month}")
        pattern = gettext("{short_month} {day}") if month_first else day_first
    else:
        day_first = gettext("{day} {short_month} {year}")
        pattern = gettext("{short_month} {day}, {year}") if month_first else day_first
    said = _filled(pattern, day, language)
    if not weekday:
        return said
    return gettext("{weekday} {date}").format(
        weekday=short_weekday_names(language)[day.weekday()], date=said
    )


def near_day(day: date, today: date) -> str:
    """A day that was: "today", "yesterday", "Tuesday" within the last 6 days, else "27 Nov"."""
    days = (today - day).days
    if days in (0, 1):
        return _("yesterday") if days else _("today")
    return weekday_names()[day.weekday()] if 0 < days < _NEARBY else short_date(day, today)


def month_and_year(day: date, *, language: str | None = None) -> str:
    """A month for headings and facts: "May 2019"."""
    months = _speech(language)(
        # Translators: keep the order and the commas; the case of a month that stands alone.
        "January {year}, February {year}, March {year}, April {year}, May {year}, June {year}, "
        "July {year}, August {year}, September {year}, October {year}, November {year}, "
        "December {year}"
    )
    return months.split(", ")[day.month - 1].format(year=day.year)


def week_words(day: date) -> str:
    """The ISO week a day lies in: "week 47"."""
    return _("week {n}").format(n=day.isocalendar().week)


def short_day(moment: datetime, now: datetime, *, month_first: bool = False) -> str:
    """When something was, as short as it is clear, for the edge of a list.

    "10:04" today, "Fri" in the last 6 days, "17 Nov" this year, "Nov 2025" within a year,
    else "2025". Both are aware; `now` is in the shop's zone.
    """
    local = moment.astimezone(now.tzinfo)
    day, today = local.date(), now.date()
    days = (today - day).days
    if days == 0:
        return clock(local.time())
    if 0 < days < _NEARBY:
        return short_weekday_names()[day.weekday()]
    if day.year == today.year:
        return short_date(day, today, month_first=month_first)
    if days < _DAYS_OF_A_YEAR:
        return _filled(_("{short_month} {year}"), day, None)
    return str(day.year)


def due_words(due: "When", now: datetime, *, month_first: bool = False) -> str:
    """When something is due, seen from now: "in 40 min", "tomorrow", "2 days late".

    From the day after tomorrow on it is the date: "Tue 24 Nov". `now` is aware, in the zone of
    `due`. Rest is rounded down: nobody is told more time than there is.
    """
    days = (due.day - now.date()).days
    if days < -1:
        return _late_words(-days)
    if days == -1:
        return _("yesterday")
    if days == 1:
        return _("tomorrow")
    if days > 1:
        return short_date(due.day, now.date(), weekday=True, month_first=month_first)
    if due.time is None:
        return _("today")
    moment = datetime.combine(due.day, due.time, now.tzinfo).astimezone(UTC)
    minutes = int((moment - now.astimezone(UTC)).total_seconds() // 60)
    return _minutes_words(minutes)


def ago_words(moment: datetime, now: datetime) -> str:
    """How long ago something was: "25 min ago", "yesterday", "4 days ago", "7 months ago".

    Both are aware; `now` is in the shop's zone. A moment to come is "just now".
    """
    days = (now.date() - moment.astimezone(now.tzinfo).date()).days
    if days == 1:
        return _("yesterday")
    if days > 1:
        return _days_ago_words(days)
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return _("{n} min ago").format(n=minutes)
    return _("{n} h ago").format(n=minutes // 60)


def waiting_words(minutes: int) -> str:
    """How long something has lasted: "25 min", "3 h 05", "2 days".

    `minutes` is 0 or more.
    """
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    if minutes < 24 * 60:
        return _("{hours} h {minutes}").format(hours=minutes // 60, minutes=f"{minutes % 60:02}")
    return interval_words(minutes // (24 * 60))


def interval_words(days: int) -> str:
    """A number of days in the unit people count it in: "5 weeks", "7 months".

    `days` is 0 or more.
    """
    unit, n = _counted(days)
    match unit:
        case "day":
            words = ngettext("{n} day", "{n} days", n)
        case "week":
            words = ngettext("{n} week", "{n} weeks", n)
        case "month":
            words = ngettext("{n} month", "{n} months", n)
        case _:
            words = ngettext("{n} year", "{n} years", n)
    return words.format(n=n)


def greeting(now: datetime) -> str:
    """What one says at this time of day; `now` is in the shop's zone."""
    if _NIGHT_ENDS <= now.hour < _NOON:
        return _("Good morning")
    if _NOON <= now.hour < _EVENING:
        return _("Good afternoon")
    return _("Good evening")


def _speech(language: str | None) -> Callable[[str], str]:
    """What translates into a language, or into the window's if it is None."""
    return _ if language is None else catalogue(language).gettext


def _filled(pattern: str, day: date, language: str | None) -> str:
    return pattern.format(
        weekday=weekday_names(language)[day.weekday()] if "{weekday}" in pattern else "",
        month=month_names(language)[day.month - 1] if "{month}" in pattern else "",
        short_month=short_month_names(language)[day.month - 1] if "{short" in pattern else "",
        day=day.day,
        year=day.year,
    )


def _minutes_words(minutes: int) -> str:
    """Minutes until something on this day is due; negative when it is late."""
    if minutes < -59:
        return _("{n} h late").format(n=-minutes // 60)
    if minutes < 0:
        return _("{n} min late").format(n=-minutes)
    if minutes == 0:
        return _("now")
    if minutes < 60:
        return _("in {n} min").format(n=minutes)
    return _("in {n} h").format(n=minutes // 60)


def _late_words(days: int) -> str:
    unit, n = _counted(days)
    match unit:
        case "day":
            words = ngettext("{n} day late", "{n} days late", n)
        case "week":
            words = ngettext("{n} week late", "{n} weeks late", n)
        case "month":
            words = ngettext("{n} month late", "{n} months late", n)
        case _:
            words = ngettext("{n} year late", "{n} years late", n)
    return words.format(n=n)


def _days_ago_words(days: int) -> str:
    unit, n = _counted(days)
    match unit:
        case "day":
            words = ngettext("{n} day ago", "{n} days ago", n)
        case "week":
            words = ngettext("{n} week ago", "{n} weeks ago", n)
        case "month":
            words = ngettext("{n} month ago", "{n} months ago", n)
        case _:
            words = ngettext("{n} year ago", "{n} years ago", n)
    return words.format(n=n)


def _counted(days: int) -> tuple[str, int]:
    """The unit that people count so many days in, and how many: rounded, years completed."""
    if days < _SHORTEST_WEEKS and days != 7:
        return "day", days
    if days < _SHORTEST_MONTHS:
        return "week", round(days / 7)
    if days < _SHORTEST_YEARS:
        return "month", round(days / _DAYS_OF_A_MONTH)
    return "year", days // _DAYS_OF_A_YEAR
