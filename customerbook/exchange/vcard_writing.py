"""Customers as vCards 4.0 (RFC 6350), which address books of telephones and computers read."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import BinaryIO
from urllib.parse import quote

from customerbook.exchange.clean import clean
from customerbook.exchange.labels import label
from customerbook.exchange.vcard_own import OWN, own_lines
from customerbook.exchange.vcard_values import escaped
from customerbook.model.customer import (
    Address,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    DateKind,
    MethodKind,
)

_WIDEST = 75
_PROPERTIES = {MethodKind.PHONE: "TEL", MethodKind.EMAIL: "EMAIL", MethodKind.WEB: "URL"}
_TYPES = {"home": "home", "work": "work", "mobile": "cell", "fax": "fax", "pager": "pager"}
_DATES = {DateKind.BIRTHDAY: "BDAY", DateKind.ANNIVERSARY: "ANNIVERSARY"}
_MESSENGER = "im"


def write(customers: Iterable[Customer], out: BinaryIO) -> int:
    """Write one card after the other."""
    written = 0
    for written, customer in enumerate(customers, 1):  # noqa: B007 - told at the end
        out.write(b"".join(map(_folded, _card(customer))))
    return written


def _card(customer: Customer) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0")
    yield "KIND:" + ("org" if customer.kind is CustomerKind.ORGANISATION else "individual")
    if customer.uid:
        yield _line("UID", customer.uid)
    yield _line("FN", customer.name)
    parts = ("family", "given", "additional", "prefix", "suffix")
    yield _line("N", *(getattr(customer, part) for part in parts))
    for name, field in (("NICKNAME", "nickname"), ("TITLE", "title"), ("LANG", "language")):
        if value := getattr(customer, field):
            yield _line(name, value)
    if customer.organisation:
        units = [customer.department] if customer.department else []
        yield _line("ORG", customer.organisation, *units)
    yield from _reached(customer)
    for note in customer.notes:
        yield _line(f"NOTE;{OWN}PINNED=1" if note.pinned else "NOTE", note.text)
    if customer.tags:
        yield "CATEGORIES:" + ",".join(_value(tag) for tag in customer.tags)
    for name, values in own_lines(customer):
        yield _line(name, *values)
    yield from customer.kept.splitlines()
    yield "END:VCARD"


def _reached(customer: Customer) -> Iterator[str]:
    """Ways to reach, addresses and days; a label of its own stands in a line of its own."""
    groups = (f"own{number}" for number in count(1))
    for method in customer.methods:
        typed = method.kind is not MethodKind.MESSENGER
        yield from _labelled(groups, method.label, *_method(method), typed=typed)
    for address in customer.addresses:
        yield from _labelled(groups, address.label, *_address(address))
    for day in customer.dates:
        name = _DATES.get(day.kind, "X-ABDATE")
        yield from _labelled(groups, day.label, name, _day(day), typed=False)


def _labelled(
    groups: Iterator[str], use: str, name: str, value: str, *, typed: bool = True
) -> Iterator[str]:
    """A property with its label: as types if those say the same, else beside it."""
    words = use.split()
    base, _, preferred = name.partition(";")
    rest = f";{preferred}" if preferred else ""
    if not use:
        yield f"{base}{rest}:{value}"
    elif typed and all(word in _TYPES for word in words) and label(use) == use:
        types = ",".join(_TYPES[word] for word in words)
        quoted = f'"{types}"' if len(words) > 1 else types
        yield f"{base};TYPE={quoted}{rest}:{value}"
    else:
        group = next(groups)
        yield f"{group}.{base}{rest}:{value}"
        yield f"{group}.X-ABLabel:{_value(use)}"


def _method(method: ContactMethod) -> tuple[str, str]:
    rank = ";PREF=1" if method.preferred else ""
    if method.kind is MethodKind.MESSENGER:
        # A name without a label has no scheme either: readers would take that for the label.
        name = f"{_MESSENGER}:{quote(method.value)}" if method.label else _value(method.value)
        return f"IMPP{rank}", name
    return _PROPERTIES[method.kind] + rank, _value(method.value)


def _address(address: Address) -> tuple[str, str]:
    parts = ("post_box", "extended", "street", "town", "region", "postcode", "country")
    value = ";".join(_value(getattr(address, part)) for part in parts)
    return "ADR;PREF=1" if address.preferred else "ADR", value


def _day(day: CustomerDate) -> str:
    return (
        f"{day.year:04}{day.month:02}{day.day:02}" if day.year else f"--{day.month:02}{day.day:02}"
    )


def _line(name: str, *parts: str) -> str:
    return f"{name}:" + ";".join(map(_value, parts))


def _value(text: str) -> str:
    return escaped(clean(text))


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 bytes, none of which ends inside a character."""
    raw = line.encode("utf-8", "replace")
    pieces = []
    while len(raw) > _WIDEST:
        end = _WIDEST
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[:end])
        raw = b" " + raw[end:]
    return b"\r\n".join([*pieces, raw]) + b"\r\n"
