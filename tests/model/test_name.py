"""Names of many cultures get initials, parts and a direction, and never lose a word."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from customerbook.model.name import (
    display_name,
    initials,
    is_right_to_left,
    split_name,
    split_prefix,
)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Oliver Müller", "OM"),
        ("Özlem Müller-Yıldız", "ÖM"),
        ("øyvind kristiansen", "ØK"),
        ("O\u0308zlem Yıldız", "ÖY"),
        ("Nguyễn Thị Mai", "NM"),
        ("María José Fernández Ortiz", "MO"),
        ("Siobhán O’Connor", "SO"),
        ("Jan van der Berg", "JB"),
        ("van der Berg", "B"),
        ("Lindner, Martha", "ML"),
        ("Dr. Anna Lindner", "AL"),
        ("Frau Lindner", "L"),
        ("Martin King Jr.", "MK"),
        ("Madonna", "M"),
        ("(Café) Morgenrot", "CM"),
        ("3M Deutschland", "3D"),
        ("ßa öa", "SÖ"),
        ("ǆ a", "ǅA"),
        ("ليلى حداد", "ل\u200cح"),
        ("ليلى", "ل"),
        ("שרה כהן", "שכ"),
        ("Ελένη Παπαδοπούλου", "ΕΠ"),
        ("Ёлкин Пётр", "ЁП"),
        ("नीता शर्मा", "नीश"),
        ("क्षितिज", "क"),
        ("გიორგი მაისურაძე", "გმ"),
        ("王小明", "王"),
        ("김 철수", "김철"),
        ("von der", "V"),
        ("+49 171 3920090", ""),
        ("4711", ""),
        ("…", ""),
        ("", ""),
        ("Anna …", "A"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
@example("\u0301a")
def test_initials_are_at_most_two_letters_with_their_marks(name: str) -> None:
    letters = [char for char in initials(name) if not unicodedata.category(char).startswith("M")]
    assert len([char for char in letters if char != "\u200c"]) <= 2
    assert bool(letters) == any(char.isalpha() for char in name)


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        ("ليلى حداد", True),
        ("שרה", True),
        ("«ليلى» Layla", True),
        ("123 ليلى", True),
        ("Layla ليلى", False),
        ("Oliver", False),
        ("王", False),
        ("123", False),
        ("", False),
    ],
)
def test_direction(text: str, right_to_left: bool) -> None:
    assert is_right_to_left(text) is right_to_left


@pytest.mark.parametrize(
    ("typed", "given_name", "family"),
    [
        ("Oliver Müller", "Oliver", "Müller"),
        ("  Oliver   Müller ", "Oliver", "Müller"),
        ("Müller", "", "Müller"),
        ("", "", ""),
        ("Lindner, Martha", "Martha", "Lindner"),
        ("van der Berg, Jan Pieter", "Jan Pieter", "van der Berg"),
        ("Lindner,", "", "Lindner"),
        (", Martha", "Martha", ""),
        ("King, Martin, Jr.", "Martin Jr.", "King"),
        ("Martin King, Jr.", "Martin", "King Jr."),
        ("Martin King III", "Martin", "King III"),
        ("King Jr.", "King", "Jr."),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("Jan Van Der Berg", "Jan", "Van Der Berg"),
        ("van der Berg", "", "van der Berg"),
        ("Van der Berg", "", "Van der Berg"),
        ("De Vries", "", "De Vries"),
        ("Ben Miller", "Ben", "Miller"),
        ("Di Maria Anna", "Di Maria", "Anna"),
        ("María de la Cruz", "María", "de la Cruz"),
        ("Ana Maria dos Santos Silva", "Ana Maria", "dos Santos Silva"),
        ("Otto von Bismarck", "Otto", "von Bismarck"),
        ("Karl Freiherr zu Stein", "Karl Freiherr", "zu Stein"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("María José Fernández Ortiz", "María José Fernández", "Ortiz"),
        ("Özlem Müller-Yıldız", "Özlem", "Müller-Yıldız"),
        ("Mai Le", "Mai", "Le"),
        ("Seán Ó Briain", "Seán", "Ó Briain"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("ليلى حداد", "ليلى", "حداد"),
        ("خالد بن وليد", "خالد", "بن وليد"),
        ("王小明", "", "王小明"),
        ("<b>& Müller", "<b>&", "Müller"),
    ],
)
def test_splitting(typed: str, given_name: str, family: str) -> None:
    assert split_name(typed) == (given_name, family)


WORDS = st.sampled_from(
    ["Anna", "Müller", "van", "der", "De", "y", "e", "Jr.", "III", "ليلى", "بن", "Dr.", "Ben", "x"]
)


@given(st.lists(WORDS).map(" ".join) | st.text())
def test_splitting_keeps_every_word(text: str) -> None:
    given_name, family = split_name(text)
    kept = [*given_name.split(), *family.split()]
    assert sorted(kept) == sorted(text.replace(",", " ").split())
    assert family or not kept or "," in text


@given(st.lists(WORDS).map(" ".join))
def test_a_name_split_without_comma_is_displayed_as_typed(text: str) -> None:
    given_name, family = split_name(text)
    assert display_name("", given_name, "", family, "") == text


@given(st.lists(WORDS, min_size=1).map(" ".join), st.lists(WORDS, min_size=1).map(" ".join))
def test_a_comma_says_what_the_family_name_is(given_name: str, family: str) -> None:
    if given_name not in ("Jr.", "III"):
        assert split_name(f"{family}, {given_name}") == (given_name, family)


@pytest.mark.parametrize(
    ("typed", "prefix", "rest"),
    [
        ("Dr. Anna Lindner", "Dr.", "Anna Lindner"),
        ("Frau Prof. Dr. Lindner", "Frau Prof. Dr.", "Lindner"),
        ("Mr Oliver Müller", "Mr", "Oliver Müller"),
        ("Oliver Müller", "", "Oliver Müller"),
        ("Dr.", "", "Dr."),
        ("Herr", "", "Herr"),
        ("", "", ""),
    ],
)
def test_titles_are_taken_off(typed: str, prefix: str, rest: str) -> None:
    assert split_prefix(typed) == (prefix, rest)


def test_the_whole_name() -> None:
    assert display_name("Dr.", "Anna", "Maria", "Lindner", "PhD") == "Dr. Anna Maria Lindner PhD"
    assert display_name("", " Anna ", "", "von  Lindner", "") == "Anna von Lindner"
    assert display_name("", "", "", "", "") == ""
