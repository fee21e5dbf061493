"""The clock tells UTC, can be set and given back, and knows the shop's date."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from customerbook.model.clock import local_now, now, set_clock, time_zone, today
from customerbook.model.errors import InvalidInputError

LATE_EVENING = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _system_clock_afterwards() -> Iterator[None]:
    yield
    set_clock(None)


def test_now_is_the_system_time_in_utc() -> None:
    before = datetime.now(UTC)
    moment = now()
    assert before - timedelta(milliseconds=1) <= moment <= datetime.now(UTC)
    assert moment.utcoffset() == timedelta(0)


def test_a_clock_can_be_set_and_given_back() -> None:
    set_clock(lambda: LATE_EVENING)
    assert now() == LATE_EVENING
    set_clock(None)
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_clock_in_another_zone_is_told_in_utc() -> None:
    set_clock(lambda: datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=1))))
    assert now() == LATE_EVENING
    assert now().tzinfo is UTC


def test_a_clock_without_a_zone_is_a_bug() -> None:
    set_clock(lambda: LATE_EVENING.replace(tzinfo=None))
    with pytest.raises(ValueError, match="without a time zone"):
        now()


def test_the_date_is_the_one_on_the_wall_of_the_zone() -> None:
    set_clock(lambda: LATE_EVENING)
    assert today("Europe/Berlin") == date(2026, 11, 21)
    assert today("Asia/Kathmandu") == date(2026, 11, 22)
    assert today("America/Sao_Paulo") == date(2026, 11, 21)
    assert local_now("Asia/Kathmandu").strftime("%H:%M") == "04:15"


def test_every_thread_sees_the_clock_that_was_set() -> None:
    set_clock(lambda: LATE_EVENING)
    seen: list[datetime] = []
    threads = [Thread(target=lambda: seen.append(now())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [LATE_EVENING] * 8


def test_zones_have_iana_names() -> None:
    assert time_zone("Europe/Berlin") == ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("name", ["", "Europe", "Europe/Nowhere", "../etc/passwd", "/etc", "a\0b"])
def test_an_unknown_zone_is_said_in_words(name: str) -> None:
    with pytest.raises(InvalidInputError, match="no time zone") as raised:
        today(name)
    assert raised.value.field == "zone"
