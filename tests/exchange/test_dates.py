from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.exchange.dates import (
    DateOrder,
    Day,
    decide_order,
    is_empty_date,
    read_day,
    usual_order,
)

_DAY, _MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1985-03-22", (1985, 3, 22)),
        ("1985-03-22T00:00:00Z", (1985, 3, 22)),
        ("1985-03-22 00:00:00", (1985, 3, 22)),
        ("19850322", (1985, 3, 22)),
        ("19850322T120000Z", (1985, 3, 22)),
        ("1985/3/22", (1985, 3, 22)),
        ("22.03.1985", (1985, 3, 22)),
        ("22. 3. 1985", (1985, 3, 22)),
        ("22/3/1985", (1985, 3, 22)),
        ("3/22/1985", (1985, 3, 22)),
        ("22-Mar-85", (1985, 3, 22)),
        ("22. März 1985", (1985, 3, 22)),
        ("March 22nd, 1985", (1985, 3, 22)),
        ("22 mars 1985", (1985, 3, 22)),
        ("22 marca 1985", (1985, 3, 22)),
        ("--0322", (None, 3, 22)),
        ("--03-22", (None, 3, 22)),
        ("03-22", (None, 3, 22)),
        ("22.3.", (None, 3, 22)),
        ("22 March", (None, 3, 22)),
        ("1604-03-22", (None, 3, 22)),
        ("1604-02-29", (None, 2, 29)),
        ("29.2.2000", (2000, 2, 29)),
    ],
)
def test_dates_as_programs_write_them(text: str, day: Day) -> None:
    assert read_day(text, _DAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "1985", "1985-13-01", "31.4.1985", "29.2.1900", "99/99/99", "1.2.3.4", "5" * 99],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_day(text, _DAY) is None


@pytest.mark.parametrize("text", ["0/0/00", "0000-00-00", "00.00.0000", "1/1/4501", "0.0.00"])
def test_no_date_in_figures_is_empty(text: str) -> None:
    assert is_empty_date(text)


def test_the_order_counts_where_both_are_possible() -> None:
    assert read_day("03/04/1985", _DAY) == (1985, 4, 3)
    assert read_day("03/04/1985", _MONTH) == (1985, 3, 4)
    assert read_day("3.4.1985", _MONTH) == (1985, 4, 3)


def test_short_years_of_people_lie_in_the_past() -> None:
    assert read_day("1.2.99", _DAY) == (1999, 2, 1)
    assert read_day("1.2.05", _DAY) == (2005, 2, 1)


def test_the_order_is_decided_by_the_whole_column() -> None:
    assert decide_order(["03/04/1985", "01/02/1990", "3/22/1985"], _DAY) is _MONTH
    assert decide_order(["03/04/1985", "22/3/1985"], _MONTH) is _DAY
    assert decide_order(["03/04/1985", "1.2.1990", "--0322"], _MONTH) is _MONTH


def test_the_usual_order_is_the_countrys() -> None:
    assert usual_order("us") is _MONTH
    assert usual_order("DE") is _DAY


def test_a_long_column_is_read_no_further_than_needed() -> None:
    def column() -> Iterator[str]:
        yield from ["12/31/1999"] * 50
        raise AssertionError("read too far")

    def plain() -> Iterator[str]:
        yield from ["1999-12-31"] * 500
        raise AssertionError("read too far")

    assert decide_order(column(), _DAY) is _MONTH
    assert decide_order(plain(), _DAY) is _DAY


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    year = None if day.year in range(1000) or day.year == 1604 else day.year
    assert read_day(day.isoformat(), _DAY) == (year, day.month, day.day)


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    read_day(text, _DAY)
    decide_order([text], _MONTH)
    is_empty_date(text)
