"""What people type at the counter is the moment they mean, or a sentence that helps."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from customerbook.model.errors import InvalidInputError, NotAMomentError
from customerbook.model.spoken import long_date, said_back
from customerbook.model.when import When, parse_when, to_utc, when_of
from customerbook.model.when_words import WORDS

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = datetime(2026, 11, 21, 10, 22, 40, tzinfo=BERLIN)
"""Week 47; the days around it: Fri 20, Sun 22, Mon 23, Fri 27."""


def moment(day: str, clock: str | None = None) -> When:
    return When(date.fromisoformat(day), None if clock is None else time.fromisoformat(clock))


def days_and_times(text: str) -> list[tuple[str, When]]:
    """Lines of "typed -> day time"."""
    pairs = [line.split("->") for line in text.strip().splitlines()]
    return [(typed.strip(), moment(*said.split())) for typed, said in pairs]


ENGLISH = """
    today -> 2026-11-21
    TODAY -> 2026-11-21
    tomorrow -> 2026-11-22
    day after tomorrow -> 2026-11-23
    yesterday -> 2026-11-20
    the day before yesterday -> 2026-11-19
    fri -> 2026-11-27
    Friday -> 2026-11-27
    fr. -> 2026-11-27
    this friday -> 2026-11-27
    next friday -> 2026-11-27
    last friday -> 2026-11-20
    sun -> 2026-11-22
    next sunday -> 2026-11-29
    friday next week -> 2026-11-27
    next week tue -> 2026-11-24
    weekend -> 2026-11-28
    fri 14:00 -> 2026-11-27 14:00
    fri, 14:00 -> 2026-11-27 14:00
    by fri at 2 pm -> 2026-11-27 14:00
    14:00 fri -> 2026-11-27 14:00
    fri 2pm -> 2026-11-27 14:00
    fri 2:30 p.m. -> 2026-11-27 14:30
    fri 14.12 -> 2026-11-27 14:12
    fri 9 -> 2026-11-27 09:00
    fri 1430 -> 2026-11-27 14:30
    fri 14 o'clock -> 2026-11-27 14:00
    14:00 -> 2026-11-21 14:00
    9:30 -> 2026-11-21 09:30
    14.30 -> 2026-11-21 14:30
    at 14.12 -> 2026-11-21 14:12
    14h -> 2026-11-21 14:00
    14 h -> 2026-11-21 14:00
    14h30 -> 2026-11-21 14:30
    2pm -> 2026-11-21 14:00
    12 am -> 2026-11-21 00:00
    12 pm -> 2026-11-21 12:00
    at 9 -> 2026-11-21 09:00
    noon -> 2026-11-21 12:00
    this evening -> 2026-11-21 18:00
    tomorrow morning -> 2026-11-22 09:00
    tomorrow in the afternoon -> 2026-11-22 15:00
    fri evening at 7:30 -> 2026-11-27 19:30
    at 6 in the evening -> 2026-11-21 18:00
    in 2 h -> 2026-11-21 12:22
    in 2 hours -> 2026-11-21 12:22
    +2h -> 2026-11-21 12:22
    in 1.5 h -> 2026-11-21 11:52
    in 0.5 h -> 2026-11-21 10:52
    in 1 h 30 -> 2026-11-21 11:52
    in 1h 30min -> 2026-11-21 11:52
    1 h 30 min -> 2026-11-21 11:52
    in an hour -> 2026-11-21 11:22
    in half an hour -> 2026-11-21 10:52
    quarter of an hour ago -> 2026-11-21 10:07
    in 40 min -> 2026-11-21 11:02
    in 14 h -> 2026-11-22 00:22
    2 h ago -> 2026-11-21 08:22
    in 3 days -> 2026-11-24
    3 days -> 2026-11-24
    +3 -> 2026-11-24
    -3 -> 2026-11-18
    3 days ago -> 2026-11-18
    in 3 days 14:00 -> 2026-11-24 14:00
    in three days at noon -> 2026-11-24 12:00
    in 2 weeks -> 2026-12-05
    +2w -> 2026-12-05
    in 2 weeks and 3 days -> 2026-12-08
    in a month -> 2026-12-21
    in 2 months -> 2027-01-21
    in a year -> 2027-11-21
    tomorrow in a week -> 2026-11-29
    mon in 2 weeks -> 2026-12-07
    sat in 2 weeks -> 2026-12-05
    next week -> 2026-11-23
    next month -> 2026-12-01
    next year -> 2027-01-01
    last month -> 2026-10-01
    end of day -> 2026-11-21
    end of the week -> 2026-11-22
    end of next week -> 2026-11-27
    end of month -> 2026-11-30
    eom -> 2026-11-30
    end of next month -> 2026-12-31
    end of november -> 2026-11-30
    end of october -> 2027-10-31
    end of year -> 2026-12-31
    15. -> 2026-12-15
    on the 15th -> 2026-12-15
    21. -> 2026-11-21
    30. -> 2026-11-30
    31. -> 2026-12-31
    15.12. -> 2026-12-15
    15.12 -> 2026-12-15
    15. 12. 2027 -> 2027-12-15
    15.12. 2027 -> 2027-12-15
    15.12.2027 -> 2027-12-15
    15.12.27 -> 2027-12-15
    15.12.99 -> 1999-12-15
    15-12-2027 -> 2027-12-15
    20.11. -> 2027-11-20
    29.2. -> 2028-02-29
    12/24 -> 2026-12-24
    24/12 -> 2026-12-24
    5/12 -> 2026-12-05
    5/12/27 -> 2027-12-05
    2026-11-27 -> 2026-11-27
    2026-11-27 14:00 -> 2026-11-27 14:00
    2026-11-27T14:00:05 -> 2026-11-27 14:00:05
    2026/11/27 -> 2026-11-27
    27 nov -> 2026-11-27
    27. Nov. -> 2026-11-27
    nov 27 -> 2026-11-27
    November 27th, 2027 -> 2027-11-27
    27 november 2027 14:00 -> 2027-11-27 14:00
    27 nov 14 -> 2026-11-27 14:00
    2 may -> 2027-05-02
    fri 27.11. -> 2026-11-27
    Friday 6 March -> 2026-03-06
    Saturday 6 March -> 2027-03-06
    ١٥.١٢.٢٠٢٧ -> 2027-12-15
    fri １４：００ -> 2026-11-27 14:00
"""

GERMAN = """
    heute -> 2026-11-21
    morgen -> 2026-11-22
    übermorgen -> 2026-11-23
    UEBERMORGEN -> 2026-11-23
    gestern 9 Uhr -> 2026-11-20 09:00
    vorgestern -> 2026-11-19
    fr -> 2026-11-27
    Freitag -> 2026-11-27
    bis Fr. 14 Uhr -> 2026-11-27 14:00
    nächsten Freitag -> 2026-11-27
    Freitag nächste Woche -> 2026-11-27
    naechste woche -> 2026-11-23
    am 15. -> 2026-12-15
    15. Dezember -> 2026-12-15
    27. März 2027, 14:00 -> 2027-03-27 14:00
    um 14.10 Uhr -> 2026-11-21 14:10
    14 uhr 30 -> 2026-11-21 14:30
    in 3 tagen -> 2026-11-24
    in 2 Wochen -> 2026-12-05
    in zwei Monaten -> 2027-01-21
    in einer halben Stunde -> 2026-11-21 10:52
    vor 3 Tagen -> 2026-11-18
    vor 2 h -> 2026-11-21 08:22
    morgen früh -> 2026-11-22 09:00
    heute abend um 8 -> 2026-11-21 20:00
    Mo. in 2 Wochen -> 2026-12-07
    ende des monats -> 2026-11-30
    Monatsende -> 2026-11-30
    Ende nächster Woche -> 2026-11-27
    ende november -> 2026-11-30
    so -> 2026-11-22
    tomorrow -> 2026-11-22
    fri 2pm -> 2026-11-27 14:00
    next friday -> 2026-11-27
"""


@pytest.mark.parametrize(("typed", "meant"), days_and_times(ENGLISH))
def test_english_words(typed: str, meant: When) -> None:
    assert parse_when(typed, SATURDAY) == meant


@pytest.mark.parametrize(("typed", "meant"), days_and_times(GERMAN))
def test_german_words_and_english_beside_them(typed: str, meant: When) -> None:
    assert parse_when(typed, SATURDAY, language="de-AT") == meant


@pytest.mark.parametrize("language", ["fr", "xx-YY", "", "EN"])
def test_english_is_understood_in_every_language(language: str) -> None:
    assert parse_when("fri 14:00", SATURDAY, language=language) == moment("2026-11-27", "14:00")


@pytest.mark.parametrize(
    "typed",
    """
    |asdf|fri 25:00|24:00|14:60|31.2.|31.2.2027|0.|32.|15.13.|13/13|0/0|99|15|fri 2|fri 24|at 2
    |1430|13 pm|0 am|fri fri|fri mon|14:00 15:00|fri in|in|in november|vor|ago|next|next 15.|end
    |month|november|nov 2027|next h|tomorrow next week|tomorrow in 2 h|in 2 h 14:00|in 2 h fri
    |in 1.5 weeks|in 0 min|+0|in 0.0 h|in 99999 days|in 9999 years|in 9999 weeks
    |-9999y|11.11.1899|1.1.2200|+|+fri|- 14:00|14:00-16:00
    |fri next month|end fri|<b>&|fri\N{PILE OF POO}|2026-11-27-|15.12.2027.5|,|.|the|at|oclock
    """.replace("\n", "").split("|"),
)
def test_what_is_no_moment_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(NotAMomentError, match=r"^No such time\. Try “fri 14:00” or “in 3 days”\.$"):
        parse_when(typed.strip(), SATURDAY)


def test_a_page_of_text_is_no_moment() -> None:
    with pytest.raises(NotAMomentError):
        parse_when("fri " * 1000, SATURDAY)


def test_a_weekday_that_contradicts_its_date_is_pointed_out() -> None:
    with pytest.raises(NotAMomentError, match="another day of the week") as raised:
        parse_when("thu 27 nov", SATURDAY)
    assert raised.value.field == "when"
    with pytest.raises(NotAMomentError, match="another day of the week"):
        parse_when("friday 21.11.2026", SATURDAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sat", "2026-11-28"),
        ("sat 11:00", "2026-11-21"),
        ("sat 10:22", "2026-11-28"),
        ("sat 9:00", "2026-11-28"),
        ("sat evening", "2026-11-21"),
        ("next sat", "2026-11-28"),
        ("last sat", "2026-11-14"),
    ],
)
def test_a_weekday_is_today_only_for_a_time_to_come(typed: str, meant: str) -> None:
    assert parse_when(typed, SATURDAY).day == date.fromisoformat(meant)


def test_the_week_ends_on_friday_and_for_a_weekend_on_sunday() -> None:
    ends = [parse_when("end of week", SATURDAY + timedelta(days=n)).day.day for n in range(-5, 3)]
    assert ends == [20, 20, 20, 20, 20, 22, 22, 27]


def test_next_friday_is_in_the_next_week() -> None:
    wednesday = datetime(2026, 11, 18, 9, tzinfo=BERLIN)
    assert parse_when("fri", wednesday).day == date(2026, 11, 20)
    assert parse_when("next fri", wednesday).day == date(2026, 11, 27)


def test_the_country_says_which_number_is_the_month() -> None:
    assert parse_when("5/12", SATURDAY, month_first=True).day == date(2027, 5, 12)
    assert parse_when("5/12/2027", SATURDAY, month_first=True).day == date(2027, 5, 12)
    assert parse_when("12/24", SATURDAY, month_first=True).day == date(2026, 12, 24)
    assert parse_when("24/12", SATURDAY, month_first=True).day == date(2026, 12, 24)
    assert parse_when("5.12.", SATURDAY, month_first=True).day == date(2026, 12, 5)
    assert parse_when("2027-05-12", SATURDAY, month_first=True).day == date(2027, 5, 12)


def test_months_have_different_lengths() -> None:
    last_of_january = datetime(2027, 1, 31, 9, tzinfo=BERLIN)
    assert parse_when("in a month", last_of_january).day == date(2027, 2, 28)
    assert parse_when("in 13 months", last_of_january).day == date(2028, 2, 29)
    assert parse_when("end of month", last_of_january).day == date(2027, 1, 31)
    assert parse_when("next month", last_of_january).day == date(2027, 2, 1)
    assert parse_when("30.", last_of_january).day == date(2027, 3, 30)


def test_hours_are_counted_on_the_stopwatch_not_on_the_wall() -> None:
    before_summer_time = datetime(2027, 3, 28, 1, 30, tzinfo=BERLIN)
    assert parse_when("in 1 h", before_summer_time) == moment("2027-03-28", "03:30")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    second = parse_when("in 1 h", first)
    assert second == moment("2026-10-25", "02:30")
    assert second.time is not None
    assert second.time.fold == 1
    assert to_utc(second, "Europe/Berlin", time(9)) == first.astimezone(UTC) + timedelta(hours=1)


def test_the_present_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        parse_when("today", SATURDAY.replace(tzinfo=None))


def test_every_language_has_a_word_for_everything() -> None:
    english_only = {"am", "pm", "nth", "end year", "end month"}
    for language, table in WORDS.items():
        assert table.keys() <= WORDS["en"].keys(), language
        assert WORDS["en"].keys() - table.keys() <= english_only, language


@pytest.mark.parametrize("language", WORDS)
def test_no_language_uses_one_spelling_twice(language: str) -> None:
    spellings = [
        spelling.strip() for phrases in WORDS[language].values() for spelling in phrases.split(",")
    ]
    assert len(spellings) == len(set(spellings))


# --- properties ------------------------------------------------------------------------------


def wall_times(first_year: int, last_year: int) -> st.SearchStrategy[datetime]:
    """Naive wall times to the second."""
    days = st.dates(date(first_year, 1, 1), date(last_year, 12, 31))
    clocks = st.times().map(lambda clock: clock.replace(microsecond=0))
    return st.builds(datetime.combine, days, clocks)


PRESENT = wall_times(2000, 2099).map(lambda wall: wall.replace(tzinfo=BERLIN))
CLOCK_TIMES = st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, CLOCK_TIMES, PRESENT, st.booleans())
@example(date(2026, 3, 6), time(0, 0), SATURDAY, True)
@example(date(2028, 2, 29), None, SATURDAY, False)
def test_what_is_said_back_is_understood(
    day: date, clock: time | None, now: datetime, month_first: bool
) -> None:
    when = When(day, clock)
    said = said_back(when, now.date(), month_first=month_first)
    assert parse_when(said, now, month_first=month_first) == when


@given(DAYS, PRESENT, st.booleans())
def test_long_dates_are_understood(day: date, now: datetime, month_first: bool) -> None:
    said = long_date(day, month_first=month_first)
    assert parse_when(said, now, month_first=month_first).day == day


@given(wall_times(1900, 2199), PRESENT)
def test_iso_is_understood(meant: datetime, now: datetime) -> None:
    for text in (meant.isoformat(), meant.isoformat(" ")):
        assert parse_when(text, now) == When(meant.date(), meant.time())
    assert parse_when(meant.date().isoformat(), now) == When(meant.date())


@given(st.integers(1, 9999), PRESENT)
def test_days_are_counted(count: int, now: datetime) -> None:
    meant = now.date() + timedelta(days=count)
    texts = (f"in {count} days", f"+{count}", f"+ {count} d")
    assert {parse_when(text, now) for text in texts} == {When(meant)}
    assert parse_when(f"vor {count} Tagen", now, language="de").day == now.date() - timedelta(count)


@given(st.integers(1, 9999), PRESENT)
def test_minutes_are_counted_in_utc(count: int, now: datetime) -> None:
    now = now.replace(second=0, microsecond=0)
    when = parse_when(f"in {count} min", now)
    moment = to_utc(when, "Europe/Berlin", time(9))
    assert moment == now.astimezone(UTC) + timedelta(minutes=count)


@given(st.sampled_from(["mo", "tu", "we", "thu", "fr", "sa", "su"]), CLOCK_TIMES, PRESENT)
def test_a_weekday_lies_within_a_week_ahead(
    weekday: str, clock: time | None, now: datetime
) -> None:
    text = weekday if clock is None else f"{weekday} {clock:%H:%M}"
    when = parse_when(text, now)
    assert when.day.strftime("%A").lower().startswith(weekday)
    if clock is None:
        assert timedelta(0) < when.day - now.date() <= timedelta(days=7)
    else:
        meant = datetime.combine(when.day, clock)
        assert timedelta(0) < meant - now.replace(tzinfo=None) <= timedelta(days=7)


FIGURES = (
    *("14:00", "25:00", "14.30", "15.", "15.12.", "15.12.27", "12/24", "2026-11-27", "1.5"),
    *("0", "1", "2", "14", "31", "1430", "2027", "9999", "+", "-", "h"),
)
SPELLINGS = [
    spelling
    for table in WORDS.values()
    for words in table.values()
    for spelling in words.split(",")
]
PIECES = st.sampled_from([*FIGURES, *SPELLINGS])


@given(st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=120), PRESENT)
def test_any_text_is_a_moment_or_a_sentence(text: str, now: datetime) -> None:
    for language in WORDS:
        with suppress(NotAMomentError):
            assert 1900 <= parse_when(text, now, language=language).day.year <= 2199


# --- to_utc ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "wall", "utc"),
    [
        ("Europe/Berlin", "2026-11-27 14:00", "2026-11-27T13:00"),
        ("Europe/Berlin", "2027-03-28 02:30", "2027-03-28T01:30"),  # skipped: shown as 03:30
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30"),  # the first of two
        ("America/New_York", "2027-03-14 02:30", "2027-03-14T07:30"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30"),
        ("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00"),  # midnight was skipped
        ("Asia/Kathmandu", "2026-11-27 14:00", "2026-11-27T08:15"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:45"),  # half an hour skipped
    ],
)
def test_wall_time_becomes_utc(zone: str, wall: str, utc: str) -> None:
    moment_utc = to_utc(moment(*wall.split()), zone, time(9))
    assert moment_utc == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert moment_utc.tzinfo is UTC


def test_any_time_of_a_day_is_the_default_time() -> None:
    assert to_utc(moment("2026-11-27"), "Europe/Berlin", time(9)) == datetime(
        2026, 11, 27, 8, tzinfo=UTC
    )


def test_fold_names_the_second_of_two_and_means_nothing_for_a_skipped_time() -> None:
    second = When(date(2026, 10, 25), time(2, 30, fold=1))
    assert to_utc(second, "Europe/Berlin", time(9)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    skipped = When(date(2027, 3, 28), time(2, 30, fold=1))
    assert to_utc(skipped, "Europe/Berlin", time(9)) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_an_unknown_zone_is_said_in_words() -> None:
    with pytest.raises(InvalidInputError, match="no time zone"):
        to_utc(moment("2026-11-27"), "Europe/Nowhere", time(9))


@given(
    wall_times(2000, 2036).map(lambda wall: wall.replace(second=0, tzinfo=UTC)),
    st.sampled_from(
        ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"]
    ),
)
def test_every_moment_comes_back_from_the_wall(moment_utc: datetime, zone: str) -> None:
    on_the_wall = when_of(moment_utc.astimezone(ZoneInfo(zone)))
    assert to_utc(on_the_wall, zone, time(9)) == moment_utc
