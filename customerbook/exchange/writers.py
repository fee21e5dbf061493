"""Every kind of file that customers can be written to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from customerbook.exchange import csv_writing, vcard_writing
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


EXPORTS = (
    Export("csv", lambda: _("Table for spreadsheets (CSV)"), ".csv", csv_writing.write),
    Export("vcard", lambda: _("Address book (vCard 4.0)"), ".vcf", vcard_writing.write),
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
