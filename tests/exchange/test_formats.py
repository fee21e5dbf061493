import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from customerbook.exchange.bytes import Letters
from customerbook.exchange.dates import DateOrder
from customerbook.exchange.formats import FORMATS, LARGEST_FILE, Settings, read_file
from customerbook.exchange.rows import ReadRow, Row
from customerbook.exchange.vcard_draft import CardDraft
from customerbook.exchange.vcard_lines import Property
from customerbook.exchange.vcard_properties import READERS
from customerbook.model.errors import (
    InvalidInputError,
    UnreadableFileError,
    UnreadableRowError,
)
from customerbook.model.texts import resources
from tests.exchange.reading import customers, read

_EXAMPLES = resources() / "examples"


@pytest.mark.parametrize(
    ("name", "format_name", "rows"),
    [("customers.vcf", "vcard", 41), ("google.csv", "google", 10), ("outlook.csv", "outlook", 8)],
)
def test_the_examples_come_over_whole(name: str, format_name: str, rows: int) -> None:
    found = read_file(_EXAMPLES / name, country="DE", language="de")
    assert (found.format.name, found.encoding, found.guessed) == (format_name, "utf-8", False)
    assert found.count == rows
    taken = [row for row in found.rows if isinstance(row, ReadRow)]
    assert len(taken) == rows
    assert all(row.customer.name for row in taken)


@pytest.mark.parametrize("name", ["customers.vcf", "google.csv", "outlook.csv"])
def test_the_examples_hold_only_what_is_reserved_for_them(name: str) -> None:
    for row in read_file(_EXAMPLES / name, country="DE", language="de").rows:
        assert isinstance(row, ReadRow)
        for email in row.customer.emails:
            assert email.endswith(("@example.org", "@example.com", "@example.net"))
        for phone in row.customer.phones:
            digits = "".join(filter(str.isdigit, phone)).removeprefix("49").removeprefix("0")
            reserved = ("17139200", "8999998", "3023125", "4477009", "1212555", "331990")
            assert digits.startswith((*reserved, "01713920", "08999998", "3319900")), phone


def test_formats_have_each_their_name() -> None:
    assert [one.name for one in FORMATS] == ["vcard", "google", "outlook", "csv"]
    assert all(one.label and one.endings for one in FORMATS)


def test_what_a_file_is_is_told_by_its_contents_not_its_name(tmp_path: Path) -> None:
    wrong = tmp_path / "list.csv"
    wrong.write_text("BEGIN:VCARD\nFN:A B\nEND:VCARD\n")
    assert read_file(wrong).format.name == "vcard"
    wrong = tmp_path / "cards.vcf"
    wrong.write_text("Name,Phone\nAnna,1\n")
    assert read_file(wrong).format.name == "csv"


def test_what_was_understood_can_be_shown_and_changed() -> None:
    data = "Name;Geburtstag;Größe\nJürgen;03/04/1985;42\n".encode("cp1252")
    found = read(data)
    assert (found.encoding, found.guessed, found.separator) == ("cp1252", True, ";")
    assert found.columns == (("Name", "name"), ("Geburtstag", "date"), ("Größe", "custom"))
    assert (found.date_order, found.count) == (DateOrder.DAY_FIRST, 1)
    chosen = Settings(encoding="mac-roman", separator="|", date_order=DateOrder.MONTH_FIRST)
    found = read(data, settings=chosen)
    assert (found.encoding, found.guessed, found.separator) == ("mac-roman", False, "|")
    assert found.date_order is DateOrder.MONTH_FIRST


def test_rows_are_read_one_at_a_time() -> None:
    lines = ["Name,Telefon", *(f"Kunde {n},0171{n}" for n in range(200_000))]
    found = read("\n".join(lines))
    first = next(found.rows)
    assert isinstance(first, ReadRow)
    assert first.customer.name == "Kunde 0"
    assert found.count == pytest.approx(200_000, rel=0.01)


def test_rows_pass_to_another_process() -> None:
    found = list(read("Name,Telefon,Notiz\nAnna,1,\n,,x\n").rows)
    again = pickle.loads(pickle.dumps(found))
    assert again[0] == found[0]
    assert isinstance(again[1], UnreadableRowError)
    assert (again[1].line, again[1].reason) == (3, str(found[1]))


@pytest.mark.parametrize("data", [b"", b" \r\n\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="empty"):
        read(data, name="x.csv")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04spreadsheet",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    ],
)
def test_a_file_that_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a text file"):
        read(data, name="x")


def test_a_file_that_is_not_there_or_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"no file “nowhere\.vcf”"):
        read_file(tmp_path / "nowhere.vcf")
    with pytest.raises(UnreadableFileError, match="not a file"):
        read_file(tmp_path)
    with pytest.raises(UnreadableFileError, match="no file"):
        read_file(Path("a\0b"))


def test_a_file_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"cannot be read|no file"):
        read_file(tmp_path / ("x" * 4000))


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UnreadableFileError, match="larger than 64 MB"):
        read_file(large)
    with pytest.raises(UnreadableFileError, match="larger than 64 MB"):
        read(b"Name\n" * (LARGEST_FILE // 5 + 2))


@pytest.mark.parametrize("separator", ["", "ab", '"', "\n"])
def test_a_separator_that_is_none(separator: str) -> None:
    with pytest.raises(InvalidInputError, match="one character"):
        read("Name,Phone\nA,1\n", settings=Settings(separator=separator))


def test_an_encoding_that_is_none() -> None:
    with pytest.raises(InvalidInputError, match="klingon"):
        read("Name,Phone\nA,1\n", settings=Settings(encoding="klingon"))


def test_a_fault_of_the_program_costs_one_row(
    monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    def fails(_card: CardDraft, _found: Property) -> bool:
        raise ZeroDivisionError("Anna")

    monkeypatch.setitem(READERS, "X-BAD", fails)
    expect_log("line 4 of a file could not be read: ZeroDivisionError$")
    good, bad, more = read(
        "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nX-BAD:1\nEND:VCARD\nBEGIN:VCARD\nFN:C\n"
    ).rows
    assert isinstance(bad, UnreadableRowError)
    assert isinstance(good, ReadRow)
    assert isinstance(more, ReadRow)
    assert "Anna" not in bad.reason


def test_a_fault_between_rows_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    def fails(_letters: Letters, _order: DateOrder) -> Iterator[Row]:
        raise ZeroDivisionError

    monkeypatch.setattr(
        "customerbook.exchange.formats.vcard.read_cards", lambda *a: map(fails, a, a)
    )
    expect_log("reading a file broke off: ZeroDivisionError")
    with pytest.raises(UnreadableFileError, match="to its end"):
        list(read("BEGIN:VCARD\nFN:A\nEND:VCARD\n").rows)


def test_texts_in_every_field_come_over_as_they_are() -> None:
    odd = '<b>&"\u202e ünï 300' + "x" * 300
    quoted = '"' + odd.replace('"', '""') + '"'
    (found,) = customers(f"Vorname,Nachname,Firma,Ort,Notiz\n{','.join([quoted] * 5)}\n")
    assert (found.given, found.family, found.organisation) == (odd, odd, odd)
    assert found.addresses[0].town == odd
    (found,) = customers(f"BEGIN:VCARD\nN:{odd};{odd}\nNOTE:{odd}\nEND:VCARD\n")
    assert (found.given, found.notes[0].text) == (odd, odd)
