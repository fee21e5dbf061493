"""What sign-in does with a book that is still closed; all of it is slow and runs in workers."""

import importlib
import linecache
import os
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.gui.jobs import Progress
from customerbook.model.errors import BookError
from customerbook.store.folder import Hold
from customerbook.store.keyfile import KeyFile, SlotKind
from customerbook.store.passphrase import Cost, measured_cost

if TYPE_CHECKING:
    from customerbook.book.book import Book
    from customerbook.model.shop import Shop

_UNWRITTEN = "recovery"
_BOOK = (
    "nacl.pwhash",
    "peewee",
    "sqlcipher3",
    "customerbook.store.file",
    "customerbook.store.tables",
    "customerbook.store.mappings",
    "customerbook.book.search",
    "customerbook.book.writing",
    "customerbook.book.book",
)
"""What opens a book, in steps."""


def warm_up(progress: Progress) -> None:
    """Load what opens a book while its passphrase is typed: the first page need not wait for it."""
    for name in _BOOK:
        if not progress.cancelled():
            importlib.import_module(name)
            linecache.clearcache()  # where the binding leaves the source of each module


def passphrase_given() -> str:
    """The passphrase that the environment gives, for the sample book and for tests."""
    return os.environ.get("CUSTOMERBOOK_PASSPHRASE", "")


def people_of(key_file: KeyFile) -> list[tuple[str, str]]:
    """Who can sign in with a passphrase: (person, name), the owner first."""
    slots = [slot for slot in key_file.slots if slot.kind is SlotKind.PASSPHRASE]
    return [(slot.person, slot.label) for slot in sorted(slots, key=lambda slot: slot.seat != "")]


def unlocked(hold: Hold, person: str, passphrase: str, progress: Progress) -> "Book":
    """The open book with this person at it; the hold stays if that fails."""
    from customerbook.book.book import open_book  # noqa: PLC0415 - see `warm_up`

    return _signed_in(
        open_book(hold.folder.path, passphrase=passphrase, person=person, hold=hold), progress
    )


def recovered(hold: Hold, code: str, progress: Progress) -> "Book":
    """The open book with its owner at it, by the recovery code."""
    from customerbook.book.book import open_book  # noqa: PLC0415

    return _signed_in(open_book(hold.folder.path, recovery_code=code, hold=hold), progress)


def created(
    path: Path, shop: "Shop", owner: str, passphrase: str, *, cost: Cost | None = None
) -> "tuple[Book, str]":
    """A new book and its recovery code; signing in takes as long as this computer bears."""
    from customerbook.book.book import create_book  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    return create_book(
        path, shop=shop, owner=owner, passphrase=passphrase, cost=cost or measured_cost()
    )


def set_passphrase(book: "Book", passphrase: str, *, cost: Cost | None = None) -> None:
    """Give the owner a new passphrase, when the recovery code has opened the book.

    Raises:
        WeakPassphraseError: it could be guessed.
    """
    book.ways.replace_lost(passphrase, cost)


def remember_unwritten(book: "Book") -> None:
    """Note in the book that its recovery code is shown and not written down yet."""
    book.drafts.keep(_UNWRITTEN, {"shown": True})


def remember_written(book: "Book") -> None:
    """Note in the book that its recovery code is on paper."""
    book.drafts.drop(_UNWRITTEN)


def needs_code(book: "Book") -> bool:
    """Whether the program ended before the recovery code was written down."""
    return book.keys.is_owner and book.drafts.get(_UNWRITTEN) is not None


def fresh_code(book: "Book") -> str:
    """A new recovery code in place of the one that nobody has."""
    code = book.recovery.new_code()
    book.recovery.use(code)
    return code


def _signed_in(book: "Book", progress: Progress) -> "Book":
    try:
        if progress.cancelled():
            raise BookError
        book.sign_in_holder()
    except BaseException:
        book.close(keep_hold=True)
        raise
    return book
