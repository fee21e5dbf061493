"""Rows in words: ways to reach somebody, recurrence, lateness."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from customerbook.gui.followups.snooze_menu import usual_days
from customerbook.gui.followups.words import (
    Saying,
    best_way,
    kind_name,
    list_view,
    recurrence_words,
    today_view,
    way_to,
    way_to_write,
)
from customerbook.model.channel import Channel
from customerbook.model.due import due_moment
from customerbook.model.followup import FollowUpKind, FollowUpLine, FollowUpState

TODAY = date(2026, 11, 21)
_NUMBER = "+49 171 39200 77"
SAYING = Saying(datetime(2026, 11, 21, 10, 22, tzinfo=ZoneInfo("Europe/Berlin")))


def line(day: date = TODAY, at: time | None = None, **more: object) -> FollowUpLine:
    made = FollowUpLine(
        id=1,
        kind=FollowUpKind.CALL_BACK,
        title="Call",
        customer_id=1,
        customer="Grace Mueller",
        person_id=1,
        person="Martha Lindner",
        due_day=day,
        due_time=at,
        not_before=None,
        due=due_moment(day, at, "Europe/Berlin"),
        promise=False,
        state=FollowUpState.OPEN,
        recurrence="",
        phone="+49 30 5550199",
        email="grace@example.org",
    )
    return replace(made, **more)  # type: ignore[arg-type]


CALL, EMAIL, LETTER = Channel.CALL, Channel.EMAIL, Channel.LETTER


@pytest.mark.parametrize(
    ("phone", "email", "forbidden", "written", "way"),
    [
        ("1", "e", (), False, CALL),
        ("1", "e", (), True, EMAIL),
        ("1", "", (), True, LETTER),
        ("1", "e", (CALL,), False, EMAIL),
        ("1", "", (CALL,), False, LETTER),
        ("1", "e", (CALL, EMAIL), False, LETTER),
        ("", "e", (), False, EMAIL),
        ("", "e", (EMAIL,), False, CALL),
        ("", "", (), False, CALL),
    ],
)
def test_the_way_to_a_customer_is_one_they_do_not_mind(
    phone: str, email: str, forbidden: tuple[Channel, ...], written: bool, way: Channel
) -> None:
    assert best_way(phone, email, forbidden, written=written) is way
    assert way not in forbidden


@pytest.mark.parametrize(
    ("liked", "forbidden", "written", "way"),
    [
        (EMAIL, (), False, EMAIL),
        (LETTER, (), False, LETTER),
        (Channel.MESSAGE, (), False, Channel.MESSAGE),
        (CALL, (), False, CALL),
        (CALL, (), True, EMAIL),
        (EMAIL, (EMAIL,), False, CALL),
        (CALL, (CALL,), False, EMAIL),
        (Channel.VISIT, (), False, CALL),
    ],
)
def test_the_way_to_a_customer_is_the_one_they_like(
    liked: Channel, forbidden: tuple[Channel, ...], written: bool, way: Channel
) -> None:
    assert best_way("1", "e", forbidden, written=written, liked=liked) is way


def test_who_asked_for_a_call_is_called_although_they_like_mail() -> None:
    assert way_to(line(kind=FollowUpKind.CHECK, preferred=EMAIL)) is EMAIL
    assert way_to(line(kind=FollowUpKind.CALL_BACK, preferred=EMAIL)) is CALL
    assert way_to(line(kind=FollowUpKind.CALL_BACK, forbidden=(CALL,))) is EMAIL
    assert way_to_write(line(preferred=LETTER)) is LETTER


def test_something_to_send_is_written() -> None:
    assert way_to(line(kind=FollowUpKind.SEND)) is EMAIL
    assert way_to(line(kind=FollowUpKind.CHECK)) is CALL
    assert way_to_write(line(email="")) is LETTER


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=6", "every 6 weeks"),
        ("FREQ=MONTHLY;INTERVAL=1", "every month"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years"),
        ("FREQ=WEEKLY;BYDAY=MO", "repeats"),
        ("nonsense", "repeats"),
    ],
)
def test_recurrence_in_words(rule: str, words: str) -> None:
    assert recurrence_words(rule) == words


def test_a_promise_of_this_morning_is_late() -> None:
    view = today_view(line(at=time(9), promise=True), SAYING)
    assert (view.when, view.when_small, view.when_tone) == ("1 h late", "09:00", "red")
    listed = list_view(line(at=time(9), promise=True), SAYING)
    assert (listed.when, listed.when_small) == ("09:00", "1 h late")
    assert listed.state is not None
    assert listed.state.tone == "red"


def test_long_ago_is_said_in_weeks_with_its_date() -> None:
    view = today_view(line(date(2026, 10, 1)), SAYING)
    assert (view.when, view.when_small) == ("7 weeks late", "Thu 1 Oct")


def test_another_year_has_its_year() -> None:
    assert list_view(line(date(2027, 1, 4)), SAYING).when == "Mon 4 Jan 2027"
    first = list_view(line(date(2027, 1, 4)), replace(SAYING, month_first=True))
    assert first.when == "Mon Jan 4, 2027"


def test_nobody_has_a_name_too() -> None:
    assert today_view(line(customer="", customer_id=None), SAYING).name == "No name yet"


def test_every_kind_has_a_name() -> None:
    assert len({kind_name(kind) for kind in FollowUpKind}) == len(FollowUpKind)


def test_each_usual_day_is_offered_once() -> None:
    sunday = usual_days(date(2026, 11, 22))
    assert [offer.words for offer in sunday] == ["tomorrow", "in a week", "in a month"]
    monday = usual_days(date(2026, 11, 23))
    assert [offer.day.isoformat() for offer in monday] == [
        "2026-11-24",
        "2026-11-30",
        "2026-12-23",
    ]


@pytest.mark.parametrize(
    ("more", "name", "second"),
    [
        ({"customer": "ليلى حداد", "nickname": "Layla Haddad"}, "ليلى حداد", "Layla Haddad"),
        ({"customer_id": None, "customer": _NUMBER}, "No name yet", _NUMBER),
        ({"customer_id": None, "customer": ""}, "No name yet", ""),
        ({"customer_id": None, "customer": "A man with a dog"}, "A man with a dog", ""),
        ({"customer": _NUMBER}, _NUMBER, ""),
    ],
)
def test_a_second_spelling_or_a_number_stands_beside_the_name(
    more: dict[str, Any], name: str, second: str
) -> None:
    view = today_view(line(**more), SAYING)
    assert (view.name, view.second_name) == (name, second)
    assert view.spoken().startswith(", ".join(part for part in (name, second, "Call") if part))
