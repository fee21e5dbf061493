from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.documents.direction import (
    as_seen,
    has_rtl,
    joined,
    language_is_rtl,
    paragraph_is_rtl,
    plain,
)

_MIXED = st.text("abcאבגדمرحلا 0123456789٠١٢+-.,:/%()[]{}<>«»\u200e\u200f\u0301\u0651")


@pytest.mark.parametrize(
    ("line", "rtl", "seen"),
    [
        ("abc", False, "abc"),
        ("אבג", True, "גבא"),
        ("אבג (abc) 12", True, "12 (abc) גבא"),
        ("abc (אבג) def", False, "abc (גבא) def"),
        ("«אבג» abc", True, "abc «גבא»"),
        ("אב (גד", True, "דג) בא"),
        ("[א (ב)]", True, "[(ב) א]"),
        ("אבג +49 89 99998 140", True, "+49 89 99998 140 גבא"),
        ("رقم 2026-01188", True, "2026-01188 مقر"),
        ("אבג a.b@example.org", True, "a.b@example.org גבא"),
        ("12:30 אבג", True, "גבא 12:30"),
    ],
)
def test_a_line_is_seen_from_left_to_right(line: str, rtl: bool, seen: str) -> None:
    assert as_seen(line, rtl=rtl) == seen


@given(_MIXED, st.booleans())
def test_turning_a_line_loses_no_letter(line: str, rtl: bool) -> None:
    brackets = str.maketrans(")]}>»", "([{<«")

    def letters(text: str) -> Counter[str]:
        return Counter(plain(text).translate(brackets))

    assert letters(as_seen(line, rtl=rtl)) == letters(line)


@given(st.text(), st.booleans())
def test_any_text_can_be_turned(line: str, rtl: bool) -> None:
    as_seen(joined(line, lambda form: True), rtl=rtl)


def test_arabic_letters_join_and_come_apart_again() -> None:
    name = "محمد عبد الله الآن پژگچ مُحَمَّد"
    shaped = joined(name, lambda form: True)
    assert shaped != name
    assert plain(shaped) == name


def test_a_form_the_font_lacks_stays_a_letter() -> None:
    assert joined("محمد", lambda form: False) == "محمد"


def test_paragraphs_begin_where_their_first_letter_does() -> None:
    assert paragraph_is_rtl("12 - שלום abc", otherwise=False)
    assert not paragraph_is_rtl("12 - abc שלום", otherwise=True)
    assert paragraph_is_rtl("12 - 34", otherwise=True)


def test_directions_of_languages() -> None:
    assert [language_is_rtl(code) for code in ("ar", "he-IL", "fa", "de", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert has_rtl("abc ש")
    assert not has_rtl("abc ß Ж")
