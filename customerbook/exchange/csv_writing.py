"""Customers as a table: Google's headers, which spreadsheets, mail programs and we ourselves read.

The columns are the same whatever is in them, so that no customer is kept in memory: what there is
more of than columns shares the last one, parted by ` ::: ` as those headers mean it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from customerbook.exchange.cells import MANY
from customerbook.exchange.clean import clean
from customerbook.exchange.guards import guarded, guarded_phone, guarded_words
from customerbook.exchange.own_words import consent_words, forbidden_words
from customerbook.model.customer import (
    Address,
    Customer,
    CustomerDate,
    DateKind,
    MethodKind,
)

_SCALARS = {
    "Name Prefix": "prefix",
    "First Name": "given",
    "Middle Name": "additional",
    "Last Name": "family",
    "Name Suffix": "suffix",
    "Nickname": "nickname",
    "Organization Name": "organisation",
    "Organization Title": "title",
    "Organization Department": "department",
    "Language": "language",
}
_GROUPS = {"Phone": 4, "E-mail": 3, "Website": 2, "IM": 2, "Event": 3, "Custom Field": 6}
_SYSTEM_GROUP = "* myContacts"
_NOTES = 3
_ADDRESSES = 2
_ADDRESS_PARTS = {
    "Street": "street",
    "City": "town",
    "PO Box": "post_box",
    "Region": "region",
    "Postal Code": "postcode",
    "Country": "country",
    "Extended Address": "extended",
}

Labelled = tuple[str, str]
"""Label and value, ready to be written."""


def write(customers: Iterable[Customer], out: BinaryIO) -> int:
    """Write a table in UTF-8 with a mark at its begin, by which spreadsheets know that it is."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="")
    try:
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(_headers())
        count = 0
        for count, customer in enumerate(customers, 1):  # noqa: B007 - told at the end
            table.writerow(_cells(customer))
        return count
    finally:
        text.flush()
        text.detach()


def _headers() -> list[str]:
    numbers = [
        f"{name} {number} - {part}"
        for name, most in _GROUPS.items()
        for number in range(1, most + 1)
        for part in ("Label", "Value")
    ]
    addresses = [
        f"Address {number} - {part}"
        for number in range(1, _ADDRESSES + 1)
        for part in ("Label", *_ADDRESS_PARTS)
    ]
    notes = ["Notes", *(f"Notes {number}" for number in range(2, _NOTES + 1))]
    own = ["Customer kind", "Customer since", "Do not contact", "Consents"]
    return [*_SCALARS, "Birthday", "Labels", *notes, *own, *numbers, *addresses]


def _cells(customer: Customer) -> list[str]:
    birthday, events = _days(customer)
    fields = [(guarded_words(_piece(f.name)), guarded(_piece(f.value))) for f in customer.fields]
    groups: dict[str, list[Labelled]] = {
        "Phone": _reached(customer, MethodKind.PHONE),
        "E-mail": _reached(customer, MethodKind.EMAIL),
        "Website": _reached(customer, MethodKind.WEB),
        "IM": _reached(customer, MethodKind.MESSENGER),
        "Event": events,
        "Custom Field": fields,
    }
    notes = [note.text for note in sorted(customer.notes, key=lambda note: not note.pinned)]
    notes[_NOTES - 1 :] = filter(None, ["\n\n".join(notes[_NOTES - 1 :])])
    return [
        *(guarded_words(clean(getattr(customer, field))) for field in _SCALARS.values()),
        birthday,
        _tags(customer.tags),
        *(guarded_words(clean(note)) for note in [*notes, *[""] * _NOTES][:_NOTES]),
        customer.kind.value,
        customer.since.isoformat() if customer.since else "",
        clean(forbidden_words(customer.forbidden)),
        guarded_words(clean(consent_words(customer.consents))),
        *(cell for name, most in _GROUPS.items() for cell in _grouped(groups[name], most)),
        *_places(customer.addresses),
    ]


def _piece(text: str) -> str:
    """A text that can share its cell with others."""
    return clean(text).replace(MANY.strip(), "::")


def _tags(tags: Sequence[str]) -> str:
    pieces = [guarded_words(_piece(tag)) for tag in tags]
    if len(pieces) == 1 and set(pieces[0]) & {",", ";"}:
        # A lone tag with a comma would be two: a group that every reader passes over parts it off.
        pieces.append(_SYSTEM_GROUP)
    return MANY.join(pieces)


def _starred(label: str, *, preferred: bool) -> str:
    plain = guarded_words(_piece(label))
    return f"* {plain}".rstrip() if preferred else plain


def _reached(customer: Customer, kind: MethodKind) -> list[Labelled]:
    guard = guarded_phone if kind is MethodKind.PHONE else guarded_words
    return [
        (_starred(method.label, preferred=method.preferred), guard(_piece(method.value)))
        for method in customer.methods
        if method.kind is kind
    ]


def _days(customer: Customer) -> tuple[str, list[Labelled]]:
    """The birthday if it is a plain one, and the other days."""
    birthday, events = "", []
    for day in customer.dates:
        if day.kind is DateKind.BIRTHDAY and not (birthday or day.label):
            birthday = _day(day)
        else:
            known = "" if day.kind is DateKind.OTHER else day.kind.value
            events.append((guarded_words(_piece(day.label)) or known, _day(day)))
    return birthday, events


def _day(day: CustomerDate) -> str:
    # Without the year as `03-22`: a spreadsheet would calculate with `--03-22`.
    return "-".join([*([f"{day.year:04}"] if day.year else []), f"{day.month:02}-{day.day:02}"])


def _grouped(pairs: Sequence[Labelled], most: int) -> Iterator[str]:
    """Cells of numbered groups; the last one holds all that is left."""
    shared = pairs[most - 1 :]
    cells = [cell for pair in pairs[: most - 1] for cell in pair]
    cells += [_shared(list(parts)) for parts in zip(*shared, strict=True)]
    yield from cells
    yield from [""] * (2 * most - len(cells))


def _places(addresses: Sequence[Address]) -> Iterator[str]:
    for number in range(_ADDRESSES):
        last = number == _ADDRESSES - 1
        some = addresses[number:] if last else addresses[number : number + 1]
        yield _shared([_starred(place.label, preferred=place.preferred) for place in some])
        for part in _ADDRESS_PARTS.values():
            yield _shared([guarded(_piece(getattr(place, part))) for place in some])


def _shared(pieces: list[str]) -> str:
    return MANY.join(pieces).strip() if any(pieces) else ""
