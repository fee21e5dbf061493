"""Writing a changed key file, with its line in the change log and in the log of the program."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from customerbook.model.change import Change
from customerbook.model.errors import ConfirmationNeededError, ConflictError
from customerbook.model.person import Person
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store.keyfile import KeyFile
from customerbook.store.keys import Keys

if TYPE_CHECKING:
    from customerbook.book.book import Book

log = logging.getLogger(__name__)


def owner_keys(book: "Book") -> Keys:
    """The keys of the book with the owner key.

    Raises:
        ConfirmationNeededError: it is not known, as after a PIN; see `Book.confirm_owner`.
    """
    return replace(book.keys, owner_key=book.confirmation.owner_key())


def known_keys(book: "Book") -> Keys:
    """The keys of the book, with the owner key as far as it is known."""
    try:
        return owner_keys(book)
    except ConfirmationNeededError:
        return book.keys


def save_keys(
    book: "Book", name: str, right: Right, *, before: KeyFile, after: KeyFile, person: Person
) -> Change:
    """Write a key file; `person` is whose ways in it changes.

    Raises:
        ConflictError: somebody else changed the key file since `before`; nothing was written.
        RightRefusedError: the person at the book may not do this.
    """
    with book.operation(name, right, undoable=False) as op:
        if book.db.key_file != before:
            raise ConflictError(
                _("Somebody else changed who comes in, just now. Nothing was written; try again.")
            )
        op.noted = True  # keys are no records, but who changed them when is worth a line
        op.subject = person.name
        book.db.save_keys(after)
    log.info("%s: person %d", name, person.id)
    return op.change
