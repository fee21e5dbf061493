"""Numbers are recognised however they are written; extensions are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.model.phone import digits, looks_like_phone, split_extension


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("+49 (0)711/123-45", "49071112345"),
        ("0711 123", "0711123"),
        ("٠٧١١ ١٢٣", "0711123"),
        ("０７１１", "0711"),
        ("no number", ""),
        ("", ""),
        ("x²", ""),
    ],
)
def test_digits(typed: str, found: str) -> None:
    assert digits(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "0171",
        "014",
        "+49 711 123",
        "(0711) 123",
        "(+49) 711 123",
        "0711/123-45",
        "01.23.45.67.89",
        "0711\N{NO-BREAK SPACE}123",
        "0711\N{EN DASH}123",
        " 0711 123 ",
        "0711 123 ext. 12",
        "tel:+49-711-123",
        "٠٧١١ ١٢٣",
        "+49 (0)171 3920090",
    ],
)
def test_numbers_look_like_numbers(typed: str) -> None:
    assert looks_like_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "12", "+1", "mül 0171", "Müller", "0711 123 Mobil", "a@b.example", "<123>", "4711x"),
        *("123 + 456", "1" * 21, "1 " * 500, "DE02120300000000202051", "W-40118", "§ 123"),
    ],
)
def test_other_texts_do_not(typed: str) -> None:
    assert not looks_like_phone(typed)


@pytest.mark.parametrize(
    ("typed", "number", "extension"),
    [
        ("0711 123", "0711 123", ""),
        (" 0711 123-45 ", "0711 123-45", ""),
        ("0711 123 ext. 45", "0711 123", "45"),
        ("0711 123, Ext 45", "0711 123", "45"),
        ("0711 123 x45", "0711 123", "45"),
        ("0711 123X45", "0711 123", "45"),
        ("0711 123 extension: 45", "0711 123", "45"),
        ("0711 123 (ext 45)", "0711 123", "45"),
        ("0711 123 Durchwahl 45", "0711 123", "45"),
        ("0711 123 - DW 45", "0711 123", "45"),
        ("555 0123 #45", "555 0123", "45"),
        ("0711123p1234w9", "0711123", "1234"),
        ("0711123,,45#", "0711123,,45#", ""),
        ("0711123,45", "0711123", "45"),
        ("0711 123, 0711 124", "0711 123, 0711 124", ""),
        ("0711 123 Max 45", "0711 123 Max 45", ""),
        ("tel:+49-711-123;ext=45", "+49-711-123", "45"),
        ("TEL:0711123;phone-context=+49;ext=45", "0711123", "45"),
        ("tel:+49-711-123;phone-context=example.org", "+49-711-123", ""),
        ("٠٧١١ ١٢٣ ext ٤٥", "٠٧١١ ١٢٣", "45"),
        ("ext. 45", "ext. 45", ""),
        ("", "", ""),
    ],
)
def test_extensions_are_kept_apart(typed: str, number: str, extension: str) -> None:
    assert split_extension(typed) == (number, extension)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = digits(text)
    assert found == "" or (found.isascii() and found.isdigit())
    number, extension = split_extension(text)
    assert extension == digits(extension)
    assert len(digits(number)) + len(extension) <= len(digits(text))
    assert isinstance(looks_like_phone(text), bool)


@given(st.from_regex(r"\+?[0-9]{2,5}[ /-][0-9]{3,8}", fullmatch=True), st.integers(0, 9999999))
def test_a_number_and_its_extension_come_back(number: str, extension: int) -> None:
    for word in (" ext. ", " x", ";ext=", " #", " Durchwahl "):
        assert split_extension(f"{number}{word}{extension}") == (number, str(extension))
