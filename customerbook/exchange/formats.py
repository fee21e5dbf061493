"""Every kind of file that can be read, and the one call that reads any of them."""

import logging
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from customerbook.exchange import google, outlook, vcard, vcard_lines
from customerbook.exchange.bytes import Letters, letters
from customerbook.exchange.cells import Column
from customerbook.exchange.columns import Meaning, meanings
from customerbook.exchange.csv_table import Table, open_table
from customerbook.exchange.dates import DateOrder, decide_order, usual_order
from customerbook.exchange.guesses import guessed
from customerbook.exchange.rows import Row
from customerbook.exchange.table_rows import Plan, column_name, plan_of, read_rows
from customerbook.model.errors import BookError, InvalidInputError, UnreadableFileError
from customerbook.model.texts import _

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes a file may have."""

_HEAD = 64 * 1024
_SAMPLE = 200
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The book's country (ISO 3166) and language, and what a person chose instead of a guess."""

    country: str = ""
    language: str = ""
    encoding: str | None = None
    separator: str | None = None
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was understood; `rows` reads the customers one by one, once.

    `count` is about how many rows there will be. `guessed` says that the encoding is not certain.
    `separator` is empty where there is none. `columns` are the headers of a table with the field
    each stands for: one of Customer, or phone, email, web, messenger, address, date …; "custom"
    becomes a field of its own, "skip" is taken together with another column.
    """

    format: "Format"
    encoding: str
    guessed: bool
    separator: str
    date_order: DateOrder
    columns: tuple[tuple[str, str], ...]
    count: int
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `recognises` says from its first bytes and name how sure it is, 0 to 1."""

    name: str
    label: str
    endings: tuple[str, ...]
    recognises: Callable[[bytes, str], float]
    read: Callable[["Format", bytes, Settings], ReadFile]


def read_file(
    path: Path,
    *,
    country: str = "",
    language: str = "",
    encoding: str | None = None,
    separator: str | None = None,
    date_order: DateOrder | None = None,
) -> ReadFile:
    """Read customers from a file of any known format.

    Raises UnreadableFileError if it cannot be read at all, InvalidInputError for an encoding that
    is not known. Rows that cannot be taken come as UnreadableRowError among the others.
    """
    return read_bytes(
        _bytes_of(path), path.name, Settings(country, language, encoding, separator, date_order)
    )


def read_bytes(data: bytes, name: str, settings: Settings) -> ReadFile:
    """Read customers from the bytes of a file called `name`."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFileError(_("The file “{name}” is empty.").format(name=name))
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    if _is_binary(data) or data.startswith(
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"{\\rtf")
    ):
        sentence = _(
            "“{name}” is not a text file. Save it as CSV or vCard in the program it comes from, "
            "and import that."
        )
        raise UnreadableFileError(sentence.format(name=name))
    chosen = max(FORMATS, key=lambda one: one.recognises(data[:_HEAD], name))
    return chosen.read(chosen, data, settings)


def _is_binary(data: bytes) -> bool:
    """Whether there are more control characters than in any text."""
    head = letters(data[:_HEAD]).data
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 50


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if status.st_size > LARGEST_FILE:
            raise _too_large(path.name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(_("“{name}” is not a file.").format(name=path.name))
        return path.read_bytes()
    except (FileNotFoundError, ValueError) as error:
        sentence = _("There is no file “{name}”.").format(name=path.name)
        raise UnreadableFileError(sentence) from error
    except OSError as error:
        sentence = _("“{name}” cannot be read: {reason}.")
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(sentence.format(name=path.name, reason=reason)) from error


def _too_large(name: str) -> UnreadableFileError:
    sentence = _("“{name}” is larger than {n} MB. Export it in parts and import them one by one.")
    return UnreadableFileError(sentence.format(name=name, n=LARGEST_FILE // 1024 // 1024))


def _is_vcard(head: bytes, name: str) -> float:
    found = letters(head).data
    named = name.casefold().endswith((".vcf", ".vcard"))
    if not vcard_lines.count(found):
        return 0.25 if named else 0.0
    first = next((line for line in found.splitlines() if line.strip() and line[:1] != b"#"), b"")
    if named or vcard_lines.count(first):
        return 1.0
    return 0.35  # a table may have a card in one of its cells


def _read_vcard(format_: Format, data: bytes, settings: Settings) -> ReadFile:
    found = letters(data, language=settings.language, encoding=settings.encoding)
    count = vcard_lines.count(found.data)
    if not count and not any(vcard_lines.cards(found)):
        raise UnreadableFileError(_("There is no card in this file."))
    order = settings.date_order or usual_order(settings.country)
    rows = _safely(vcard.read_cards(found, order))
    return ReadFile(format_, found.encoding, found.guessed, "", order, (), count, rows)


Planner = Callable[[Sequence[str], Sequence[Sequence[str]]], Plan]
"""Makes a plan from the headers and some rows."""


def _plan(headers: Sequence[str], sample: Sequence[Sequence[str]]) -> Plan:
    if headers:
        found: list[Meaning] = meanings(headers)
    else:
        found = guessed(sample)
        headers = [""] * len(found)
    return plan_of(
        [
            Column(column_name(header, place), meaning)
            for place, (header, meaning) in enumerate(zip(headers, found, strict=True))
        ]
    )


def _table_format(
    name: str, label: str, sure: Callable[[Sequence[str]], float], planner: Planner
) -> Format:
    def recognises(head: bytes, _name: str) -> float:
        found = letters(head)
        return sure(open_table(found).headers)

    def read(format_: Format, data: bytes, settings: Settings) -> ReadFile:
        found = letters(data, language=settings.language, encoding=settings.encoding)
        if settings.separator is not None and not _parts(settings.separator):
            sentence = _("A separator is one character, such as a comma.")
            raise InvalidInputError(sentence, "separator")
        table = open_table(found, settings.separator)
        return _read_table(format_, found, table, planner, settings)

    return Format(name, label, (".csv", ".tsv", ".txt"), recognises, read)


def _parts(separator: str) -> bool:
    return len(separator) == 1 and separator not in "\"'\r\n "


def _read_table(
    format_: Format, found: Letters, table: Table, planner: Planner, settings: Settings
) -> ReadFile:
    plan = planner(table.headers, [cells for _line, cells in islice(table.rows(), _SAMPLE)])
    order = settings.date_order or decide_order(plan.dates(table), usual_order(settings.country))
    return ReadFile(
        format_,
        found.encoding,
        found.guessed,
        table.separator,
        order,
        tuple((column.header, column.meaning.field) for column in plan.columns),
        table.count(),
        _safely(read_rows(table, plan, order)),
    )


def _safely(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows to the end; a fault of the program ends the reading with a sentence, not a crash."""
    try:
        yield from rows
    except BookError:
        raise
    except Exception as error:
        _log.error("reading a file broke off: %s", type(error).__name__)
        raise UnreadableFileError(_("The file could not be read to its end.")) from error


FORMATS = (
    Format("vcard", "vCard", (".vcf", ".vcard"), _is_vcard, _read_vcard),
    _table_format("google", "Google (CSV)", google.recognises, google.plan),
    _table_format("outlook", "Outlook (CSV)", outlook.recognises, outlook.plan),
    _table_format("csv", "CSV", lambda headers: 0.4 if headers else 0.1, _plan),
)
"""All formats; the first of those that are equally sure is taken."""
