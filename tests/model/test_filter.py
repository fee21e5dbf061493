"""Filters of customers as records and as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.model.filter import EVERYBODY, Filter, filter_text, read_filter

PEOPLE = {1: "Martha Lindner", 2: "Jonas Weber", 3: "Jonas", 4: "nobody", 5: "#1", 6: "Aylin"}
_WORDS = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)
FILTERS = st.builds(
    Filter,
    tags=st.lists(_WORDS, max_size=3, unique=True).map(tuple),
    responsible=st.none() | st.integers(0, 9),
    open_followup=st.booleans(),
    quiet_days=st.integers(0, 99_999),
    town=st.just("") | _WORDS,
    consent=st.just("") | _WORDS,
)


@given(FILTERS)
def test_what_is_written_is_read_again(wanted: Filter) -> None:
    for names in (PEOPLE, {}):
        assert read_filter(filter_text(wanted, names), names) == (wanted, "")


@given(FILTERS, st.lists(st.text("abcü0", min_size=1, max_size=5), max_size=3))
def test_the_rest_is_what_is_searched_for(wanted: Filter, words: list[str]) -> None:
    rest = " ".join(words)
    typed = f"{rest} {filter_text(wanted, PEOPLE)}"
    assert read_filter(typed, PEOPLE) == (wanted, rest)


def test_it_reads_as_one_would_type_it() -> None:
    wanted = Filter(("bike club",), 1, True, 90, "Germering", "newsletter")
    text = (
        'tag:"bike club" town:Germering responsible:martha quiet:90 open:followup '
        "consent:newsletter"
    )
    assert filter_text(wanted, PEOPLE) == text
    assert read_filter(f"mül {text} 0171", PEOPLE) == (wanted, "mül 0171")


@pytest.mark.parametrize(
    ("typed", "wanted", "rest"),
    [
        ("TAG:vip Open:Follow-Up", Filter(("vip",), open_followup=True), ""),
        ("tag:vip tag:vip tag:new", Filter(("vip", "new")), ""),
        ('tag:"bike cl', Filter(("bike cl",)), ""),
        ('tag:"6"" wheel"', Filter(('6" wheel',)), ""),
        ("responsible:nobody", Filter(responsible=0), ""),
        ("responsible:#2", Filter(responsible=2), ""),
        ("responsible:mart", Filter(responsible=1), ""),
        ('responsible:"Jonas Weber"', Filter(responsible=2), ""),
        ("responsible:jonas", Filter(responsible=3), ""),
        ("responsible:zoe", EVERYBODY, "responsible:zoe"),
        ("quiet:soon", EVERYBODY, "quiet:soon"),
        ("open:door", EVERYBODY, "open:door"),
        ("shop:vip", EVERYBODY, "shop:vip"),
        ("http://tag:x", EVERYBODY, "http://tag:x"),
        ("tag: town:", EVERYBODY, ""),
        ("a  tag:b   c", Filter(("b",)), "a c"),
    ],
)
def test_what_is_no_filter_is_searched_for(typed: str, wanted: Filter, rest: str) -> None:
    assert read_filter(typed, PEOPLE) == (wanted, rest)


def test_people_are_called_by_what_only_they_answer_to() -> None:
    told = {i: filter_text(Filter(responsible=i), PEOPLE).partition(":")[2] for i in range(8)}
    assert told == {
        0: "nobody",
        1: "martha",
        2: '"jonas weber"',
        3: "jonas",
        4: "#4",
        5: "#5",
        6: "aylin",
        7: "#7",
    }


def test_an_empty_filter_lets_everyone_through() -> None:
    assert not EVERYBODY
    assert not Filter(quiet_days=0, town="")
    for wanted in (Filter(responsible=0), Filter(tags=("a",)), Filter(open_followup=True)):
        assert wanted
