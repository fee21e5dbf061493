"""Every kind of file that customers can be written to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from customerbook.model.customer import Customer
from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of file: `write` puts customers into it one after the other and counts them.

    `id` names it in commands, `title` in the language of the window, `suffix` begins with a dot.
    Texts are UTF-8. What `formats.read_file` knows of a customer comes back as it was; private
    notes belong to contacts and are in none of these files.
    """

    id: str
    title: Callable[[], str]
    suffix: str
    write: Callable[[Iterable[Customer], BinaryIO], int]


def _write_csv(customers: Iterable[Customer], out: BinaryIO) -> int:
    from customerbook.exchange.csv_writing import write  # noqa: PLC0415 - loaded when it writes

    return write(customers, out)


def _write_vcard(customers: Iterable[Customer], out: BinaryIO) -> int:
    from customerbook.exchange.vcard_writing import write  # noqa: PLC0415 - loaded when it writes

    return write(customers, out)


EXPORTS = (
    Export("csv", lambda: _("Table for spreadsheets (CSV)"), ".csv", _write_csv),
    Export("vcard", lambda: _("Address book (vCard 4.0)"), ".vcf", _write_vcard),
)


def export_named(export_id: str) -> Export:
    """The kind of file with this id; NotFoundError if there is none."""
    for export in EXPORTS:
        if export.id == export_id:
            return export
    names = ", ".join(export.id for export in EXPORTS)
    raise NotFoundError(
        _("There is no format “{name}”. Choose one of {names}.").format(name=export_id, names=names)
    )


def one_by_one(
    portions: Iterable[list[Customer]], step: Callable[[int], None]
) -> Iterator[Customer]:
    """The customers of portions; `step` is told how many are done after each portion."""
    done = 0
    for customers in portions:
        yield from customers
        done += len(customers)
        step(done)
