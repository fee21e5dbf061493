"""Moments are said as on the pictures of the screens, and clearly on every day of the year."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.model.spoken import (
    ago_words,
    clock,
    due_words,
    greeting,
    interval_words,
    long_date,
    month_and_year,
    month_names,
    said_back,
    short_date,
    short_day,
    short_month_names,
    short_weekday_names,
    waiting_words,
    week_words,
    weekday_names,
)
from customerbook.model.texts import resources
from customerbook.model.when import When

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 10, 19, 30, tzinfo=BERLIN)
TODAY = NOW.date()
LANGUAGES = sorted({"en", *(folder.name for folder in resources().glob("translations/*/"))})


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def test_a_typed_moment_is_said_back() -> None:
    friday = date(2026, 11, 27)
    assert said_back(When(friday, time(14)), TODAY) == "Friday 27 November, 14:00"
    assert said_back(When(friday), TODAY) == "Friday 27 November"
    assert said_back(When(date(2027, 1, 4), time(9, 5)), TODAY) == "Monday 4 January 2027, 09:05"


def test_a_typed_moment_is_said_back_in_the_order_of_the_country() -> None:
    in_january = When(date(2027, 1, 4), time(9, 5))
    assert said_back(in_january, TODAY, month_first=True) == "Monday January 4, 2027, 09:05"
    assert said_back(When(TODAY), TODAY, month_first=True) == "Saturday November 21"


def test_dates_of_headings_and_documents() -> None:
    assert long_date(TODAY) == "Saturday, 21 November 2026"
    assert long_date(TODAY, year=False) == "Saturday, 21 November"
    assert long_date(TODAY, month_first=True) == "Saturday, November 21, 2026"
    assert long_date(TODAY, year=False, month_first=True) == "Saturday, November 21"
    assert month_and_year(date(2019, 5, 1)) == "May 2019"
    assert week_words(TODAY) == "week 47"
    assert week_words(date(2027, 1, 1)) == "week 53"


def test_dates_of_lists() -> None:
    assert short_date(date(2026, 11, 17), TODAY) == "17 Nov"
    assert short_date(date(2026, 11, 17), TODAY, month_first=True) == "Nov 17"
    assert short_date(date(2025, 3, 3), TODAY) == "3 Mar 2025"
    assert short_date(date(2025, 3, 3), TODAY, month_first=True) == "Mar 3, 2025"
    assert short_date(date(2026, 11, 24), TODAY, weekday=True) == "Tue 24 Nov"
    assert clock(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-21 10:04", "10:04"),
        ("2026-11-21 00:00", "00:00"),
        ("2026-11-20 23:59", "Fri"),
        ("2026-11-15 08:00", "Sun"),
        ("2026-11-14 08:00", "14 Nov"),
        ("2026-01-01 08:00", "1 Jan"),
        ("2025-12-31 08:00", "Dec 2025"),
        ("2025-11-22 08:00", "Nov 2025"),
        ("2025-11-20 08:00", "2025"),
        ("2019-05-04 08:00", "2019"),
        ("2026-11-22 08:00", "22 Nov"),  # a clock was set back since
        ("2027-01-02 08:00", "Jan 2027"),
    ],
)
def test_the_edge_of_a_list(moment: str, said: str) -> None:
    assert short_day(local(moment), NOW) == said
    assert short_day(local(moment).astimezone(UTC), NOW) == said


def test_the_edge_of_a_list_in_the_order_of_the_country() -> None:
    assert short_day(local("2026-08-12 08:00"), NOW, month_first=True) == "Aug 12"


@pytest.mark.parametrize(
    ("day", "at", "said"),
    [
        ("2026-11-21", "11:00", "in 40 min"),
        ("2026-11-21", "16:30", "in 6 h"),
        ("2026-11-21", "11:19", "in 59 min"),
        ("2026-11-21", "11:20", "in 1 h"),
        ("2026-11-21", "10:20", "now"),
        ("2026-11-21", "10:19", "1 min late"),
        ("2026-11-21", "09:20", "1 h late"),
        ("2026-11-21", "08:00", "2 h late"),
        ("2026-11-21", None, "today"),
        ("2026-11-22", "00:30", "tomorrow"),
        ("2026-11-22", None, "tomorrow"),
        ("2026-11-20", "18:00", "yesterday"),
        ("2026-11-19", None, "2 days late"),
        ("2026-11-14", None, "1 week late"),
        ("2026-11-08", None, "13 days late"),
        ("2026-11-01", "08:00", "3 weeks late"),
        ("2026-05-01", None, "7 months late"),
        ("2023-05-01", None, "3 years late"),
        ("2026-11-23", "09:00", "Mon 23 Nov"),
        ("2027-01-04", None, "Mon 4 Jan 2027"),
    ],
)
def test_when_something_is_due(day: str, at: str | None, said: str) -> None:
    due = When(date.fromisoformat(day), None if at is None else time.fromisoformat(at))
    assert due_words(due, NOW) == said


def test_when_something_is_due_in_the_order_of_the_country() -> None:
    assert due_words(When(date(2026, 11, 24)), NOW, month_first=True) == "Tue Nov 24"


def test_hours_to_something_due_are_those_of_the_stopwatch() -> None:
    before_summer_time = local("2027-03-28 01:00")
    assert due_words(When(date(2027, 3, 28), time(9)), before_summer_time) == "in 7 h"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-21 10:19:00", "just now"),
        ("2026-11-21 12:00:00", "just now"),
        ("2026-12-24 12:00:00", "just now"),
        ("2026-11-21 09:54:00", "25 min ago"),
        ("2026-11-21 07:00:00", "3 h ago"),
        ("2026-11-20 23:59:00", "yesterday"),
        ("2026-11-17 16:20:00", "4 days ago"),
        ("2026-11-14 16:20:00", "1 week ago"),
        ("2026-10-17 16:20:00", "5 weeks ago"),
        ("2026-04-21 16:20:00", "7 months ago"),
        ("2019-05-04 16:20:00", "7 years ago"),
    ],
)
def test_how_long_ago_something_was(moment: str, said: str) -> None:
    assert ago_words(local(moment), NOW) == said
    assert ago_words(local(moment).astimezone(UTC), NOW) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (6, "6 days"),
        (7, "1 week"),
        (10, "10 days"),
        (14, "2 weeks"),
        (35, "5 weeks"),
        (77, "11 weeks"),
        (213, "7 months"),
        (365, "12 months"),
        (730, "2 years"),
        (3652, "10 years"),
    ],
)
def test_intervals(days: int, said: str) -> None:
    assert interval_words(days) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 min"),
        (25, "25 min"),
        (60, "1 h 00"),
        (110, "1 h 50"),
        (185, "3 h 05"),
        (2900, "2 days"),
    ],
)
def test_how_long_someone_waits(minutes: int, said: str) -> None:
    assert waiting_words(minutes) == said


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "Good evening"),
        (4, "Good evening"),
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_greetings(hour: int, said: str) -> None:
    assert greeting(NOW.replace(hour=hour)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_has_lost_a_name(language: str) -> None:
    """A translated list with a comma too many would call Thursday Wednesday."""
    for names in (weekday_names(language), short_weekday_names(language)):
        assert len(set(names)) == 7
    for names in (month_names(language), short_month_names(language)):
        assert len(set(names)) == 12
    months = [month_and_year(date(2026, month, 1), language=language) for month in range(1, 13)]
    assert len(set(months)) == 12
    assert all("2026" in month for month in months)


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_ask_for_their_own_language(language: str) -> None:
    names = weekday_names(language)[TODAY.weekday()], month_names(language)[TODAY.month - 1]
    for said in (
        long_date(TODAY, language=language),
        said_back(When(TODAY, time(9)), TODAY, language=language),
    ):
        assert all(name in said for name in names)
    assert short_month_names(language)[10] in short_date(TODAY, TODAY, language=language)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.none() | st.times(),
    st.timedeltas(timedelta(days=-800), timedelta(days=800)),
)
def test_everything_is_said_of_any_moment(day: date, at: time | None, away: timedelta) -> None:
    now = datetime.combine(day, at or time(12), BERLIN)
    moment = now + away
    assert ago_words(moment, now)
    assert short_day(moment, now)
    due = due_words(When(moment.date(), at and moment.time()), now)
    assert ("late" in due or due == "yesterday") == (moment < now and due not in ("today", "now"))
