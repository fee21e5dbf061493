"""Which backups stay: by how far the book had come, never by the clock."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from customerbook.model.backup import Backup, BackupMemory, Why
from customerbook.model.generations import NEWEST, superfluous

_START = datetime(2026, 1, 5, 8, tzinfo=UTC)


def backup(commits: int, day: int, moment: datetime = _START, **more: object) -> Backup:
    """A backup as it is read from a file."""
    made = Backup(Path(f"{commits}"), 1, moment, commits, f"{commits:x}", day, 4, (), Why.WORK)
    return replace(made, **more)  # type: ignore[arg-type]


def kept_of(backups: list[Backup]) -> list[Backup]:
    """Those that stay, the oldest first."""
    gone = set(superfluous(backups))
    return [one for one in backups if one not in gone]


def a_year(each_day: int, clock: list[timedelta] | None = None) -> list[Backup]:
    """What is left of a year of work, thinned after each backup as the program does."""
    left: list[Backup] = []
    memory, commits = BackupMemory(), 0
    for number in range(365):
        for time in range(each_day):
            commits += 1
            moment = _START + timedelta(days=number, minutes=30 * time)
            moment += clock[number] if clock else timedelta()
            memory = memory.now(moment)
            left = kept_of([*left, backup(commits, memory.day, moment)])
    return left


@cache
def a_steady_year() -> list[Backup]:
    """A year whose clock was right."""
    return a_year(3)


def test_the_newest_stay_and_then_one_of_each_day_week_and_month() -> None:
    left = a_year(each_day=4)
    days = [one.day for one in left]
    newest = max(days)
    assert [one.commits for one in left[-NEWEST:]] == list(range(1441, 1461))
    assert set(range(newest - 13, newest + 1)) <= set(days)
    assert len({day // 7 for day in days}) >= 8
    assert len({day // 30 for day in days}) == 12
    assert len(left) < NEWEST + 14 + 8 + 12
    # Of an earlier day it is always the last one that stays.
    assert all(one.commits % 4 == 0 for one in left[:-NEWEST])


def test_a_quiet_shop_keeps_its_newest_however_old_they_are() -> None:
    left = [backup(number, number, _START + timedelta(days=40 * number)) for number in range(15)]
    assert superfluous(left) == []


def jumps() -> Iterator[list[timedelta]]:
    """Clocks of a year: set ahead, set back, for a day or for good, again and again."""
    chance = random.Random(5)
    for _ in range(8):
        clock, now = [], timedelta()
        for _day in range(365):
            if chance.random() < 0.05:
                now = timedelta(days=chance.choice((0, 1, -1, 40, -400, 4000, -9000)))
            clock.append(now)
        yield clock


@pytest.mark.parametrize("clock", list(jumps()))
def test_a_clock_that_jumps_thins_nothing_wrongly(clock: list[timedelta]) -> None:
    """What is there after a year of jumps is at least what is there after a year without."""
    steady, jumping = a_steady_year(), a_year(3, clock)
    assert [one.commits for one in steady[-NEWEST:]] == [one.commits for one in jumping[-NEWEST:]]
    for days, most in ((1, 14), (7, 8), (30, 12)):
        assert len({one.day // days for one in jumping}) >= most
    # Each jump makes a day more, so that a month has one day less; a year has some twenty.
    assert jumping[0].commits <= steady[0].commits + 3 * 30


def test_a_clock_that_begins_each_morning_in_1970_loses_nothing() -> None:
    back = [timedelta(days=-20_000 - number) for number in range(365)]
    assert [one.commits for one in a_year(3, back)] == [one.commits for one in a_steady_year()]


def test_pinned_and_doubtful_ones_are_never_thinned() -> None:
    many = [backup(number, number // 10) for number in range(300)]
    many[3] = replace(many[3], pinned=True)
    many[4] = replace(many[4], problem="not as it was packed")
    gone = superfluous(many)
    assert many[3] not in gone
    assert many[4] not in gone
    assert many[5] in gone


def test_doubtful_ones_do_not_count_as_kept() -> None:
    many = [backup(number, 0) for number in range(60)]
    doubtful = [replace(one, problem="no") if one.commits >= 30 else one for one in many]
    left = [one for one in kept_of(doubtful) if one.verified]
    assert [one.commits for one in left] == list(range(10, 30))


def test_after_a_new_begin_of_the_days_none_is_mixed_up() -> None:
    """The memory of a book was lost: its days begin anew, behind the same count of commits."""
    many = [backup(number, 100 + number // 3) for number in range(90)]
    many += [backup(number, 1 + (number - 90) // 3) for number in range(90, 180)]
    left = kept_of(many)
    assert left[-1].commits == 179
    assert {one.day for one in left if one.commits < 90}
