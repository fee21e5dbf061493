"""Ids and counts of what is open agree with the lines, midnights and zones included."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customerbook.book.book import Book
from customerbook.model.followup import FollowUp
from customerbook.model.person import Person
from tests.guards.clock import StoppedClock

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 21)
_TIMES = st.sampled_from([None, time(), time(0, 1), time(10, 21), time(10, 23), time(23, 59)])


def _fill(book: Book, days: list[tuple[int, time | None, bool, int]]) -> None:
    while len(book.people.all()) < 2:
        book.people.add(Person(name="Jonas Weber"))
    for line in book.followups.open():
        book.followups.drop(line.id)
    for day, at, promise, person_id in days:
        book.followups.add(
            FollowUp(
                title="To do",
                due_day=TODAY + timedelta(days=day),
                due_time=at,
                promise=promise,
                person_id=person_id,
            )
        )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(
        st.tuples(st.integers(-2, 3), _TIMES, st.booleans(), st.sampled_from([1, 2])), max_size=9
    ),
    first=st.none() | st.integers(-2, 2),
    last=st.none() | st.integers(-2, 2),
    late=st.none() | st.booleans(),
    person_id=st.none() | st.sampled_from([1, 2]),
    promise=st.none() | st.booleans(),
)
def test_ids_are_those_of_the_lines_that_fit(
    book: Book,
    clock: StoppedClock,
    days: list[tuple[int, time | None, bool, int]],
    first: int | None,
    last: int | None,
    late: bool | None,
    person_id: int | None,
    promise: bool | None,
) -> None:
    _fill(book, days)
    begin = None if first is None else TODAY + timedelta(days=first)
    end = None if last is None else TODAY + timedelta(days=last)
    fitting = [
        line.id
        for line in book.followups.open(person_id=person_id)
        if (begin is None or line.due_day >= begin)
        and (end is None or line.due_day <= end)
        and (late is None or (line.due < clock.moment) == late)
        and (promise is None or line.promise == promise)
    ]
    found = book.followups.ids(
        person_id=person_id, promise=promise, first=begin, last=end, late=late
    )
    assert found == fitting


def test_lines_come_in_the_order_of_the_ids(book: Book, clock: StoppedClock) -> None:
    _fill(book, [(0, None, True, 1), (1, time(9), False, 1), (-1, None, False, 2)])
    ids = book.followups.ids()[::-1]
    assert [line.id for line in book.followups.lines(ids)] == ids
    assert book.followups.lines([*ids, 999]) == book.followups.lines(ids)


def test_days_are_counted_with_what_is_late(book: Book, clock: StoppedClock) -> None:
    _fill(
        book,
        [
            (0, time(9), True, 1),
            (0, None, False, 2),
            (-1, None, False, 1),
            (2, time(9), True, 2),
            (9, None, True, 1),
        ],
    )
    week = TODAY - timedelta(days=1), TODAY + timedelta(days=6)
    assert book.followups.counts(*week) == {
        TODAY - timedelta(days=1): (0, 0, 1),
        TODAY: (0, 1, 1),
        TODAY + timedelta(days=2): (1, 0, 0),
    }
    assert book.followups.counts(*week, person_id=2) == {
        TODAY: (0, 1, 0),
        TODAY + timedelta(days=2): (1, 0, 0),
    }


def test_load_counts_promises_of_a_day(book: Book, clock: StoppedClock) -> None:
    _fill(
        book, [(6, time(9), True, 1), (6, None, True, 2), (6, None, False, 1), (7, None, True, 1)]
    )
    day = TODAY + timedelta(days=6)
    assert book.followups.load(day) == 2
    assert book.followups.load(day, 1) == 1


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2026, 3, 29)])
def test_a_day_on_which_the_clocks_change_has_its_own(
    book: Book, clock: StoppedClock, day: date
) -> None:
    clock.moment = datetime(2026, 1, 1, tzinfo=BERLIN)
    for at in (time(), time(2, 30), time(23, 59), None):
        book.followups.add(FollowUp(title="To do", due_day=day, due_time=at))
    assert len(book.followups.ids(first=day, last=day)) == 4
    assert book.followups.ids(last=day - timedelta(days=1)) == []
    assert book.followups.ids(first=day + timedelta(days=1)) == []
