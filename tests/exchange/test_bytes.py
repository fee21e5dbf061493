import pytest

from customerbook.exchange.bytes import bytewise, codec, letters, page_of
from customerbook.model.errors import InvalidInputError

_TEXT = "Name;Ort\nMüller;Łódź\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_unicode_is_recognised_with_and_without_a_mark(encoding: str) -> None:
    found = letters(_TEXT.encode(encoding))
    assert "".join(found.lines()) == _TEXT
    assert not found.guessed


def test_utf16_is_recognised_by_its_zero_bytes() -> None:
    found = letters(_TEXT.encode("utf-16-le"))
    assert (found.encoding, "".join(found.lines())) == ("utf-16-le", _TEXT)


@pytest.mark.parametrize(
    ("language", "text", "page"),
    [
        ("de", "Jürgen Groß\n", "cp1252"),
        ("pl", "Łukasz Żółw\n", "cp1250"),
        ("ru", "Иванов Пётр\n", "cp1251"),
        ("el", "Νίκος Παππάς\n", "cp1253"),
        ("tr-TR", "Ayşe Yıldız\n", "cp1254"),
        ("ja", "山田太郎\n", "cp932"),
    ],
)
def test_a_code_page_is_guessed_by_the_language(language: str, text: str, page: str) -> None:
    found = letters(text.encode(page), language=language)
    assert (found.encoding, found.guessed) == (page, True)
    assert "".join(found.lines()) == text


def test_another_script_is_noticed_in_a_book_of_a_latin_language() -> None:
    text = "Имя;Город\nИванов Пётр Сергеевич;Москва\nКузнецова Анна;Новгород\n" * 5
    found = letters(text.encode("cp1251"), language="en")
    assert "".join(found.lines()) == text


def test_the_guess_can_be_overruled() -> None:
    found = letters("Müller\n".encode("cp850"), language="de", encoding="cp850")
    assert (list(found.lines()), found.guessed) == (["Müller\n"], False)


@pytest.mark.parametrize("name", ["zip", "idna", "klingon", "unicode_escape", "rot13", "\0"])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    assert codec(name) is None
    with pytest.raises(InvalidInputError, match="not an encoding"):
        letters(b"x", encoding=name)


def test_one_broken_letter_does_not_turn_the_whole_file_into_another_encoding() -> None:
    data = "Müller\nGroß\nÖzil\nJäger\nSüß\n".encode() + b"M\xfcnster\n"
    found = letters(data, language="de")
    assert found.encoding == "utf-8"
    assert "".join(found.lines()).endswith("Süß\nMünster\n")


def test_a_letter_broken_by_a_fold_is_still_utf8() -> None:
    assert letters(b"NOTE:f\xc3\r\n \xbcr\r\n").encoding == "utf-8"


def test_a_letter_at_the_border_of_two_blocks_is_whole() -> None:
    data = b"a" * ((1 << 20) - 1) + "ü".encode() + b"b" * 100
    assert not letters(data).guessed


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_every_line_end_is_one(end: bytes) -> None:
    assert list(letters(b"a" + end + b"b" + end).lines()) == ["a\n", "b\n"]


def test_names_of_other_systems_mean_their_windows_page() -> None:
    assert codec("ISO-8859-1") == "cp1252"
    assert codec("Shift_JIS") == "cp932"
    assert codec('"utf-8"') == "utf-8"
    assert page_of("zh-TW") == "cp950"
    assert page_of("") == "cp1252"


def test_a_language_whose_page_does_not_fit_is_not_forced_on_the_bytes() -> None:
    assert letters("Müller \x80\n".encode("cp1252", "replace"), language="ja").encoding == "cp1252"
    assert letters("山田\n".encode("cp932") * 90_000, language="ja").encoding == "cp932"


def test_the_handler_of_broken_letters_is_for_reading_only() -> None:
    with pytest.raises(UnicodeEncodeError):
        "ü".encode("ascii", bytewise("cp1252"))
