"""Mutated files: nothing crashes, nothing hangs, and no good row is lost."""

import contextlib
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.exchange.formats import FORMATS, ReadFile, Settings, read_bytes
from customerbook.exchange.rows import ReadRow
from customerbook.model.errors import BookError, UnreadableRowError
from customerbook.model.texts import resources

_EXAMPLES = resources() / "examples"
_NAMES = ("customers.vcf", "google.csv", "outlook.csv")
_SETTINGS = Settings(country="DE", language="de")
_PIECES = (
    b'"', b"'", b",", b";", b":", b"\n", b"\r\n", b"\r", b"=", b"=\r\n", b"\\", b"\\n", b" ", b"\t",
    b"\0", b"\xff", b"\xc3", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"VERSION:2.1\r\n", b" ::: ",
    b"AGENT:\r\n", b"PHOTO;ENCODING=BASE64:", b";ENCODING=QUOTED-PRINTABLE:", b";CHARSET=idna:",
    b"X;;;;" * 20, b"\r\n " * 20, b'"' * 31, b"=\r\n=" * 9, b"9" * 400, b"\xe2\x80\xa8", b"item1.",
)  # fmt: skip


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut out, doubled or put in."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found))
        length = chance.choice((1, 1, 3, 20, 200))
        match chance.randrange(5):
            case 0:
                found[place] = chance.randrange(256)
            case 1:
                del found[place : place + length]
            case 2:
                found[place:place] = found[place : place + length]
            case 3:
                found[place:place] = chance.choice(_PIECES)
            case _:
                del found[place + 1 if chance.random() < 0.05 else len(found) :]
        found = found or bytearray(b"x")
    return bytes(found)


def _read(data: bytes, name: str) -> tuple[ReadFile, list[ReadRow]] | None:
    try:
        found = read_bytes(data, name, _SETTINGS)
        taken = list(found.rows)
    except BookError:
        return None
    assert all(isinstance(row, ReadRow | UnreadableRowError) for row in taken)
    rows = [row for row in taken if isinstance(row, ReadRow)]
    assert all(row.customer.name and row.line > 0 for row in rows)
    return found, rows


@pytest.mark.parametrize("name", _NAMES)
def test_mutated_files_are_read_without_a_crash(name: str) -> None:
    chance = random.Random(name)
    data = (_EXAMPLES / name).read_bytes()
    began = time.monotonic()
    for _ in range(300):
        _read(_mutated(data, chance), name)
    assert time.monotonic() - began < 60


def _vcard(place: int, phone: str) -> bytes:
    end = b"\r\n" if place % 2 else b"\n"
    return end.join((b"BEGIN:VCARD", b"VERSION:3.0", b"TEL:" + phone.encode(), b"END:VCARD", b""))


def _table_row(place: int, phone: str) -> bytes:
    return f"Kunde {place},{phone},Notiz\r\n".encode()


def _quoted_row(place: int, phone: str) -> bytes:
    return f'"Kunde {place}","{phone}","Notiz\r\nzweite, Zeile"\r\n'.encode()


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (b"", _vcard),
        (b"Name,Telefon,Notiz\r\n", _table_row),
        (b'"Name","Telefon","Notiz"\r\n', _quoted_row),
    ],
)
def test_one_broken_row_costs_no_other(head: bytes, row: Callable[[int, str], bytes]) -> None:
    """Rows beside the broken one are all there, also if it has lost its end."""
    chance = random.Random(7)
    phones = [f"0171 39200{place:02}" for place in range(40)]
    for _ in range(300):
        good = [row(place, phone) for place, phone in enumerate(phones)]
        bad = chance.randrange(5, 30)
        good[bad] = _mutated(row(bad, phones[bad]), chance)
        read = _read(head + b"".join(good), "x")
        assert read is not None
        found = {phone for one in read[1] for phone in one.customer.phones}
        # The row behind it may have been joined to it; the others stand for themselves.
        missing = [place for place, phone in enumerate(phones) if phone not in found]
        assert all(bad <= place <= bad + 1 for place in missing), good[bad]


@given(st.binary(max_size=400), st.sampled_from([one.name for one in FORMATS]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    format_ = next(one for one in FORMATS if one.name == name)
    assert 0 <= format_.recognises(data, "x") <= 1
    with contextlib.suppress(BookError):
        for row in format_.read(format_, data, _SETTINGS).rows:
            assert isinstance(row, ReadRow | UnreadableRowError)


_LINE = st.text(st.sampled_from('NTELFX;:=,"\\\n \té\u2028.-_AB1@'), max_size=60)


@given(st.lists(_LINE, max_size=8))
def test_any_lines_are_a_card(lines: list[str]) -> None:
    text = "\n".join(("BEGIN:VCARD", *lines, "TEL:0171 3920001", "END:VCARD", ""))
    read = _read(text.encode(), "x.vcf")
    assert read is not None


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCARD\n" * 30_000,
        b"BEGIN:VCARD\nAGENT:\n" * 15_000,
        b"BEGIN:VCARD\nN" + b";" * 300_000 + b":x\nEND:VCARD",
        b"BEGIN:VCARD\nN:" + b";" * 300_000 + b"\nTEL:1\nEND:VCARD",
        b"BEGIN:VCARD\nTEL:1\nNOTE:" + b"\\" * 300_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nTEL:1\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\n" * 150_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nTEL:1\nNOTE:" + b"\n " * 150_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nTEL:1\nNOTE:" + b"\\\n" * 150_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nTEL:1\nPHOTO;BASE64:" + b"A\n" * 150_000 + b"\nEND:VCARD",
        b"BEGIN:VCARD\nTEL;X=" + b'"' * 300_000 + b":1\nEND:VCARD",
        b"BEGIN:VCARD\n" + b" " * 300_000 + b"\nTEL:1\nEND:VCARD",
        b"Name,Phone\n" + b'"' * 300_001,
        b"Name,Phone\n" + b'"a\n' * 30_000,
        b"Name,Phone\n" + b'"a""\n' * 20_000,
        b'Name,Phone\n"a,1\n' + b"b,2\n" * 30_000,
        b"Name,Phone\n" + b"," * 300_000,
        b"Name,Birthday\n" + (b"A," + b"1/" * 400 + b"\n") * 300,
        b"Name,Email\nA," + b"a@b," * 70_000,
        b"," * 300_000,
        b"'" * 300_000,
        b"a b " * 80_000,
    ],
    ids=range(21),
)
def test_files_made_to_take_long_do_not(data: bytes) -> None:
    began = time.monotonic()
    _read(data, "x")
    assert time.monotonic() - began < 10
