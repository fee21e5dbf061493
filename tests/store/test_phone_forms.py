"""One number is one number, however and wherever it is written."""

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from customerbook.store.normal import PhoneForms, phone_forms

COUNTRIES = sorted(phonenumbers.SUPPORTED_REGIONS)


@pytest.mark.parametrize(
    "typed",
    [
        "+49 711 123",
        "0049 711 123",
        "0711/123",
        "(0711) 123",
        "0711-123",
        "+49 (0)711 123",
        "(+49) 711 123",
        "+49.711.123",
        "0049 (0) 711 123",
        "+0049 711 123",
        "+0711 123",
        "Tel. 0711 123",
        "0711 123 (Mobil)",
        "tel:+49-711-123",
        "\N{FULLWIDTH PLUS SIGN}４９ ７１１ １２３",
        "٠٧١١ ١٢٣",
        "0711\N{NO-BREAK SPACE}123",
    ],
)
def test_a_number_is_the_same_however_it_is_written(typed: str) -> None:
    forms = phone_forms(typed, "DE")
    assert (forms.e164, forms.national, forms.extension) == ("+49711123", "0711123", "")


@pytest.mark.parametrize(
    ("typed", "country", "e164", "national"),
    [
        ("+49 (0)171 3920090", "DE", "+491713920090", "01713920090"),
        ("0171 3920090", "de", "+491713920090", "01713920090"),
        ("1713920090", "DE", "+491713920090", "01713920090"),  # a spreadsheet took the zero
        ("+39 06 12345678", "DE", "+390612345678", "0612345678"),
        ("06 12345678", "IT", "+390612345678", "0612345678"),
        ("0660 1234567", "AT", "+436601234567", "06601234567"),
        ("0043 660 1234567", "DE", "+436601234567", "06601234567"),
        ("(201) 555-0123", "US", "+12015550123", "2015550123"),
        ("1 201 555 0123", "US", "+12015550123", "2015550123"),
        ("201 555 0123", "CA", "+12015550123", "2015550123"),
        ("011 49 711 123", "US", "+49711123", "0711123"),
        ("0049 711 123", "US", "+49711123", "0711123"),
        ("010 49 711 123", "JP", "+49711123", "0711123"),
        ("00 15 49 711 123", "BR", "+49711123", "0711123"),
        ("8 (495) 123-45-67", "RU", "+74951234567", "84951234567"),
        ("+7 812 1234567", "DE", "+78121234567", "88121234567"),
        ("06 1 234 5678", "HU", "+3612345678", "0612345678"),
        ("07700 900123", "GB", "+447700900123", "07700900123"),
        ("+800 1234 5678", "DE", "+80012345678", "12345678"),
        ("+49 711 123", "", "+49711123", "0711123"),
        ("0049 711 123", "", "+49711123", "0711123"),
        ("+49 711 123", "somewhere", "+49711123", "0711123"),
    ],
)
def test_numbers_of_many_countries(typed: str, country: str, e164: str, national: str) -> None:
    forms = phone_forms(typed, country)
    assert (forms.e164, forms.national) == (e164, national)


@pytest.mark.parametrize(
    ("typed", "country", "digits"),
    [
        ("", "DE", ""),
        ("unknown", "DE", ""),
        ("110", "DE", "110"),
        ("39200", "DE", "39200"),  # of the same town
        ("555-0123", "US", "5550123"),
        ("0711 123", "", "0711123"),
        ("0711 123", "somewhere", "0711123"),
        ("000711", "DE", "000711"),
        ("+999 1234", "DE", "9991234"),
        ("+49", "DE", "49"),
        ("0711 123 office 0171 123", "DE", "07111230171123"),
        ("1" * 300, "DE", "1" * 300),
    ],
)
def test_of_what_cannot_be_read_the_digits_are_kept(typed: str, country: str, digits: str) -> None:
    assert phone_forms(typed, country) == PhoneForms("", "", digits, "")


def test_an_extension_is_no_part_of_the_number() -> None:
    assert phone_forms("+49 711 123 ext. 45", "DE") == PhoneForms(
        "+49711123", "0711123", "49711123", "45"
    )
    assert phone_forms("0711 123-45", "DE") == PhoneForms(
        "+4971112345", "071112345", "071112345", ""
    )


PUNCTUATION = st.sampled_from(["", " ", "-", "/", ".", " / ", ") ", "\N{NO-BREAK SPACE}"])


@given(
    st.sampled_from(["30", "89", "171", "711", "6021", "1512"]),
    st.from_regex(r"[1-9][0-9]{5,7}", fullmatch=True),
    st.lists(PUNCTUATION, min_size=8, max_size=8),
)
def test_any_punctuation_and_any_prefix_is_one_number(
    area: str, local: str, gaps: list[str]
) -> None:
    e164 = f"+49{area}{local}"
    spread = "".join(digit + gap for digit, gap in zip(local, gaps, strict=False))
    for start in (f"+49{gaps[0]}", f"0049{gaps[0]}", f"+49{gaps[1]}(0)", "0", "(0", " 0"):
        forms = phone_forms(f"{start}{area}{gaps[2]}{spread}", "DE")
        assert (forms.e164, forms.national) == (e164, f"0{area}{local}")


@st.composite
def dialled(draw: st.DrawFn) -> tuple[str, str]:
    """A country and a number of a length that is possible there, dialled at home or from abroad."""
    country = draw(st.sampled_from(COUNTRIES))
    plan = phonenumbers.PhoneMetadata.metadata_for_region(country)
    assert plan is not None
    assert plan.general_desc is not None
    length = draw(st.sampled_from(plan.general_desc.possible_length))
    number = draw(st.from_regex(rf"[1-9][0-9]{{{length - 1}}}", fullmatch=True))
    return country, draw(
        st.sampled_from([f"+{plan.country_code}", plan.national_prefix or ""])
    ) + number


@given(dialled())
@settings(max_examples=1000)
@example(("BY", "+37583364625803"))  # what looks like its trunk prefix 8 is the number's own
def test_quick_reading_agrees_with_the_library(dialled: tuple[str, str]) -> None:
    country, typed = dialled
    number = phonenumbers.parse(typed, country)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    found = phone_forms(typed, country).e164
    # What the library merely holds possible may be left out, but never read differently.
    assert found == e164 or (not found and not phonenumbers.is_valid_number(number))


@given(st.sampled_from(COUNTRIES), st.sampled_from(COUNTRIES))
def test_the_international_form_is_the_same_everywhere(home: str, elsewhere: str) -> None:
    number = phonenumbers.example_number(home)
    assert number is not None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    there = phone_forms(e164, elsewhere)
    assert there.e164 == e164
    assert phone_forms(e164, home) == phone_forms(e164, "") == there
    assert phone_forms(there.national, home).e164 == e164


@given(st.text(), st.text(max_size=3))
def test_any_text_is_taken(text: str, country: str) -> None:
    forms = phone_forms(text, country)
    assert forms.e164 == "" or (forms.e164[0] == "+" and forms.e164[1:].isdigit())
    assert bool(forms.e164) == bool(forms.national)
