"""Dates and contacts of the side column in words."""

from dataclasses import replace
from datetime import date

import pytest

from customerbook.gui.today.side_words import occasion_view
from customerbook.model.channel import Channel
from customerbook.model.customer import CustomerKind, DateKind
from customerbook.model.occasion import Occasion

TODAY = date(2026, 11, 21)


def occasion(kind: DateKind, years: int | None, day: date = TODAY, label: str = "") -> Occasion:
    return Occasion(1, "Grace Mueller", CustomerKind.PERSON, kind, label, day, years, "030 5550199")


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (None, "birthday today"),
        (1, "1st birthday today"),
        (11, "11th birthday today"),
        (22, "22nd birthday today"),
        (53, "53rd birthday today"),
        (70, "70th birthday today"),
        (111, "111th birthday today"),
    ],
)
def test_birthdays_are_counted(years: int | None, words: str) -> None:
    assert occasion_view(occasion(DateKind.BIRTHDAY, years), TODAY).what == words


def test_other_days_say_what_they_are() -> None:
    assert occasion_view(occasion(DateKind.ANNIVERSARY, None), TODAY).what == "anniversary today"
    week = occasion(DateKind.OTHER, 3, date(2026, 11, 26), "the shop")
    assert occasion_view(week, TODAY).what == "3 years the shop on Thursday"
    unnamed = occasion(DateKind.OTHER, None, date(2026, 11, 22))
    assert occasion_view(unnamed, TODAY).what == "a date tomorrow"


def test_who_wants_no_call_is_written_to() -> None:
    quiet = Occasion(
        1,
        "A",
        CustomerKind.PERSON,
        DateKind.BIRTHDAY,
        "",
        TODAY,
        1,
        "030",
        "a@example.org",
        (Channel.CALL,),
    )
    assert occasion_view(quiet, TODAY).action == "Write"


def test_who_likes_mail_is_congratulated_by_mail() -> None:
    one = replace(occasion(DateKind.BIRTHDAY, 1), email="a@example.org", preferred=Channel.EMAIL)
    view = occasion_view(one, TODAY)
    assert (view.action, view.action_icon) == ("Write", "mail")
    call = replace(one, forbidden=(Channel.EMAIL,))
    assert occasion_view(call, TODAY).action == "Call"


def test_who_minds_nothing_is_called() -> None:
    assert occasion_view(occasion(DateKind.BIRTHDAY, 1), TODAY).action == "Call"
