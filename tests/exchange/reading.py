"""What the tests of reading share: a text or bytes in, customers out."""

from customerbook.exchange.formats import ReadFile, Settings, read_bytes
from customerbook.exchange.rows import ReadRow
from customerbook.model.customer import Customer
from customerbook.model.errors import UnreadableRowError

GERMAN = Settings(country="DE", language="de")


def read(data: str | bytes, name: str = "", settings: Settings = GERMAN) -> ReadFile:
    """Read a text as the file of a shop in Germany."""
    raw = data.encode() if isinstance(data, str) else data
    return read_bytes(raw, name, settings)


def rows(data: str | bytes, settings: Settings = GERMAN) -> list[ReadRow]:
    """The rows of a text in which none is refused."""
    found = list(read(data, settings=settings).rows)
    assert not [row for row in found if isinstance(row, UnreadableRowError)]
    return [row for row in found if isinstance(row, ReadRow)]


def customers(data: str | bytes, settings: Settings = GERMAN) -> list[Customer]:
    """The customers of a text in which no row is refused."""
    return [row.customer for row in rows(data, settings)]


def customer(data: str | bytes, settings: Settings = GERMAN) -> Customer:
    """The one customer of a text."""
    (only,) = customers(data, settings)
    return only


def card(*lines: str, version: str = "3.0") -> Customer:
    """The customer of one card with these lines."""
    return customer("\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")))
