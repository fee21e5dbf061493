"""The cells of a table, put into a customer where their columns say."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from customerbook.exchange.columns import UNKNOWN, Meaning
from customerbook.exchange.dates import DateOrder, is_empty_date, read_day
from customerbook.exchange.draft import Draft
from customerbook.exchange.guards import unguarded, unguarded_words
from customerbook.exchange.guesses import looks_like_phone
from customerbook.exchange.own_words import read_consents, read_forbidden
from customerbook.exchange.words import fold
from customerbook.model.customer import CustomerKind, DateKind, MethodKind
from customerbook.model.texts import _

MANY = " ::: "
"""What Google writes between several values in one cell."""

_NOTHING = re.compile(r"[-–—./\s]+")
_POSTCODE_TOWN = re.compile(r"((?:[A-Z]{1,3}-)?\d[\d ]{2,6}(?:[A-Z]{2}\b)?)[,\s]+(\D.*)")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
_USUAL = frozenset(
    fold(word)
    for word in (
        *("normal", "unspecified", "false", "no", "0", "none", "nicht angegeben", "falsch", "aus"),
        *("keine angabe", "non spécifié", "non précisé", "faux", "non", "normale", "aucun"),
        *("no especificado", "sin especificar", "falso", "non specificato", "niet opgegeven"),
        *("onbepaald", "onwaar", "normaal", "nieokreślona", "nie określono", "fałsz", "normalny"),
        *("normalna", "normalne", "não especificado", "обычная", "нет", "ложь", "не указан"),
        *("ej angivet", "falskt", "ikke angivet", "falsk", "belirtilmemiş", "yanlış"),
    )
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called and what it means."""

    header: str
    meaning: Meaning


class RowDraft(Draft):
    """A draft with what only the whole row can settle.

    `birth` is a birthday in parts; `said_again` are names that may repeat the customer's own, with
    their headers.
    """

    __slots__ = ("birth", "order", "said_again")

    def __init__(self, order: DateOrder) -> None:
        super().__init__()
        self.order = order
        self.birth: dict[str, str] = {}
        self.said_again: list[tuple[str, str]] = []


Put = Callable[[RowDraft, str], None]
"""Puts one cell, stripped and not empty, into a draft."""


def put_for(column: Column) -> Put | None:
    """How to take the cells of a column; None for one that is not taken."""
    field = column.meaning.field
    return None if field == "skip" else partial(_PUTS.get(field, _scalar), column)


def put_day(column: Column, draft: RowDraft, cell: str) -> None:
    """Take a date; what is none becomes a field of its own."""
    text = unguarded(cell)
    if is_empty_date(text):
        return
    if day := read_day(text, draft.order):
        draft.day(DateKind(column.meaning.part), day, column.meaning.label)
        return
    draft.field(column.header, text)
    sentence = _("“{value}” is no date; it is kept as the field “{field}”.")
    draft.left_over.append(sentence.format(value=text[:40], field=column.header))


def settle(draft: RowDraft) -> None:
    """Put the parts of a birthday together."""
    if not draft.birth:
        return
    year, month, day = (draft.birth.get(part, "") for part in ("year", "month", "day"))
    typed = "-".join((year.rjust(4, "0"), month.rjust(2, "0"), day.rjust(2, "0")))
    # The day may be a whole date: some programs have one column and call it so.
    if known := read_day(typed, draft.order) or read_day(day, draft.order):
        draft.day(DateKind.BIRTHDAY, known)
    elif not is_empty_date(typed):
        draft.field(_("Birthday"), "-".join(filter(None, (year, month, day))))


def _scalar(column: Column, draft: RowDraft, cell: str) -> None:
    text = unguarded_words(cell)
    known = getattr(draft, column.meaning.field)
    if not known:
        setattr(draft, column.meaning.field, text)
    elif known != text:
        draft.field(column.header, text)


def _prefix(_column: Column, draft: RowDraft, cell: str) -> None:
    """`Anrede` and `Titel` are two columns: "Frau Dr."."""
    text = unguarded_words(cell)
    if text not in draft.prefix:
        draft.prefix = f"{draft.prefix} {text}".strip()


def _since(column: Column, draft: RowDraft, cell: str) -> None:
    day = read_day(unguarded(cell), draft.order)
    if day and day[0]:
        draft.since = date(day[0], day[1], day[2])
    elif not is_empty_date(cell):
        draft.field(column.header, cell)


def _name(column: Column, draft: RowDraft, cell: str) -> None:
    """A name in one piece counts only if there are no parts; if it says more, it is kept."""
    name = " ".join(unguarded_words(cell).split())
    draft.said_again.append((column.header, name))
    if not draft.full:
        draft.full = name
        draft.family_first = column.meaning.field == "family-first"


def _phone(column: Column, draft: RowDraft, cell: str) -> None:
    for number in _several(cell, r" ::: |[;\n]"):
        phone = unguarded(number)
        if any(map(str.isdigit, phone)):
            draft.reach(MethodKind.PHONE, phone, column.meaning.label)
        elif not _NOTHING.fullmatch(phone):
            draft.field(column.header, phone)


def _email(column: Column, draft: RowDraft, cell: str) -> None:
    separators = r" ::: |[;,\s]+" if cell.count("@") > 1 else MANY
    for address in _several(cell, separators):
        if "@" in address:
            draft.reach(MethodKind.EMAIL, unguarded_words(address), column.meaning.label)
        elif not _NOTHING.fullmatch(address):
            draft.field(column.header, address)


def _web(column: Column, draft: RowDraft, cell: str) -> None:
    draft.reach(MethodKind.WEB, cell, column.meaning.label)


def _messenger(column: Column, draft: RowDraft, cell: str) -> None:
    if looks_like_phone(cell):  # the number of a messenger is one to call as well
        draft.reach(MethodKind.PHONE, unguarded(cell), column.header)
    else:
        draft.reach(MethodKind.MESSENGER, unguarded_words(cell), column.header)


def _several(cell: str, separators: str) -> list[str]:
    return [part.strip() for part in re.split(separators, cell) if part.strip()]


def _address(column: Column, draft: RowDraft, cell: str) -> None:
    meaning = column.meaning
    part = meaning.part
    text = unguarded(cell) if part in {"postcode", "house"} else unguarded_words(cell)
    if _NOTHING.fullmatch(text):
        return
    parts = draft.places.setdefault((meaning.label, meaning.number), {})
    if part == "postcode town":
        match = _POSTCODE_TOWN.fullmatch(text)
        parts["town"] = match[2] if match else text
        if match:
            parts["postcode"] = match[1].strip()
    elif part not in parts:
        parts[part] = text
    elif part == "street":
        parts["street"] += f"\n{text}"
    elif parts[part] != text:
        draft.field(column.header, text)


def _birth(column: Column, draft: RowDraft, cell: str) -> None:
    draft.birth[column.meaning.part] = cell


def _maybe_phone(column: Column, draft: RowDraft, cell: str) -> None:
    if looks_like_phone(cell):
        _phone(column, draft, cell)
    else:
        _unless_usual(column, draft, cell)


def _unless_usual(column: Column, draft: RowDraft, cell: str) -> None:
    """What Outlook writes into each row (Priority: Normal) says nothing about a customer."""
    if cell != column.meaning.part and fold(cell) not in _USUAL:
        draft.field(column.header, unguarded(cell))


def _note(_column: Column, draft: RowDraft, cell: str) -> None:
    draft.notes.append(unguarded_words(cell))


def _tags(_column: Column, draft: RowDraft, cell: str) -> None:
    separator = MANY if MANY in cell else ";" if ";" in cell else ","
    for name in filter(None, map(str.strip, cell.split(separator))):
        draft.tag(unguarded_words(name))


def _mail_extra(column: Column, draft: RowDraft, cell: str) -> None:
    if "@" not in cell and cell not in {"SMTP", "EX"}:
        draft.said_again.append((column.header, cell))


def _language(column: Column, draft: RowDraft, cell: str) -> None:
    if _LANGUAGE.fullmatch(cell) and not draft.language:
        draft.language = cell.replace("_", "-")
    else:
        draft.field(column.header, cell)


def _kind(_column: Column, draft: RowDraft, cell: str) -> None:
    draft.organised |= cell == CustomerKind.ORGANISATION


def _forbidden(column: Column, draft: RowDraft, cell: str) -> None:
    try:
        draft.forbidden += read_forbidden(cell)
    except ValueError:
        draft.field(column.header, unguarded(cell))


def _consents(column: Column, draft: RowDraft, cell: str) -> None:
    text = unguarded_words(cell)
    try:
        draft.consents += read_consents(text)
    except ValueError:
        draft.field(column.header, text)


def _custom(column: Column, draft: RowDraft, cell: str) -> None:
    draft.field(column.header, unguarded(cell))


_PUTS: dict[str, Callable[[Column, RowDraft, str], None]] = {
    "prefix": _prefix,
    "since": _since,
    "name": _name,
    "family-first": _name,
    "phone": _phone,
    "maybe-phone": _maybe_phone,
    "email": _email,
    "mail-extra": _mail_extra,
    "web": _web,
    "messenger": _messenger,
    "address": _address,
    "date": put_day,
    "birth": _birth,
    "note": _note,
    "tags": _tags,
    "language": _language,
    "kind": _kind,
    "forbidden": _forbidden,
    "consents": _consents,
    "gender": _unless_usual,
    "usual": _maybe_phone,
    UNKNOWN: _custom,
}
