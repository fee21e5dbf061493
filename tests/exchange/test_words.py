import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.exchange.countries import country_code, names_country
from customerbook.exchange.full_name import is_organisation, parts_of
from customerbook.exchange.labels import label
from customerbook.exchange.words import fold


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Work", "work"),
        ("_$!<Mobile>!$_", "mobile"),
        ("Geschäftlich", "work"),
        ("Home Fax", "home fax"),
        ("Domicile", "home"),
        ("Komórka", "mobile"),
        ("Büro Fax", "work fax"),
        ("iPhone", "mobile"),
        ("Main", "main"),
        ("Grandma's", "Grandma's"),
        ("", ""),
    ],
)
def test_labels_of_all_languages_are_one(typed: str, plain: str) -> None:
    assert label(typed) == plain


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Anna", ("", "", "Anna", "")),
        ("Anna Maria Groß", ("", "Anna Maria", "Groß", "")),
        ("Prof. Dr. Anna von Groß", ("Prof. Dr.", "Anna", "von Groß", "")),
        ("Dipl.-Ing. Groß", ("Dipl.-Ing.", "", "Groß", "")),
        ("Groß, Dr. Anna", ("Dr.", "Anna", "Groß", "")),
        ("John Smith, Jr.", ("", "John", "Smith", "Jr.")),
        ("John Smith III", ("", "John", "Smith", "III")),
        ("M. Dupont", ("", "M.", "Dupont", "")),
        ("J R Tolkien", ("", "J R", "Tolkien", "")),
        ("ليلى الأحمد", ("", "ليلى", "الأحمد", "")),
    ],
)
def test_names_are_taken_apart(full: str, parts: tuple[str, str, str, str]) -> None:
    found = parts_of(full)
    assert (found.prefix, found.given, found.family, found.suffix) == parts


@given(st.text(max_size=60))
def test_no_letter_of_a_name_is_lost(full: str) -> None:
    found = parts_of(full)
    put = sorted("".join((found.prefix, found.given, found.family, found.suffix)).replace(" ", ""))
    assert "".join(put).replace(",", "") == "".join(sorted("".join(full.split()))).replace(",", "")


def test_firms_by_their_legal_form() -> None:
    for name in ("Radhaus GmbH", "Isar-Radler e.V.", "Wheels Ltd.", "Ruote S.p.A.", "Rad AG"):
        assert is_organisation(name)
    for name in ("Anna Groß", "Agnes Ag", "GmbHerta"):
        assert is_organisation(name) == (name == "Agnes Ag")


def test_countries_by_name_and_code() -> None:
    assert [country_code(name) for name in ("Germany", "Deutschland", "Allemagne", "Niemcy")] == [
        *("DE", "DE", "DE", "DE")
    ]
    assert [country_code(name) for name in ("de", "UK", "Česko", "XX", "Atlantis")] == [
        *("DE", "GB", "CZ", "XX", "Atlantis")
    ]
    assert names_country("Österreich")
    assert not names_country("Bayern")


def test_words_are_compared_without_accents_capitals_and_signs() -> None:
    assert fold("E-Mail 2: Adresse") == "e mail 2 adresse"
    assert fold("FirstName") == "first name"
    assert fold("Główny_Straße") == "glowny strasse"
