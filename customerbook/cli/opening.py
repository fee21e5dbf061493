"""Opening a book for a verb: BOOK, the passphrase, and who is at the keyboard."""

import getpass
import os
import warnings
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customerbook.book.book import Book, open_book
from customerbook.book.entering import Shown
from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _
from customerbook.store.folder import find_folder, hold_folder
from customerbook.store.recovery import parse_recovery

PASSPHRASE = "CUSTOMERBOOK_PASSPHRASE"  # noqa: S105 - the name of a variable


def book_arguments(parser: ArgumentParser) -> None:
    """BOOK and what may be said with every verb that opens one."""
    parser.add_argument("book", metavar="BOOK", type=Path, help=_("folder of the book"))
    parser.add_argument(
        "--as", dest="person", metavar="NAME", help=_("who is at the keyboard (default: the owner)")
    )
    json_argument(parser)


def json_argument(parser: ArgumentParser) -> None:
    """--json, for verbs that print records."""
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))


@contextmanager
def opened(options: Namespace) -> Iterator[Book]:
    """The book of the options, someone signed in; closed at the end, whatever happens."""
    # Whether there is a book, and nobody has it open, is said before a passphrase is asked for.
    hold = hold_folder(find_folder(options.book))
    try:
        book = open_book(options.book, passphrase=passphrase(), hold=hold)
    except BaseException:
        hold.release()
        raise
    try:
        _sign_in(book, options.person)
        yield book
    finally:
        book.close()


def _sign_in(book: Book, name: str | None) -> None:
    if name is None:
        book.sign_in_holder()
        return
    book.sign_in(book.people.named(name).id)


def passphrase() -> str:
    """The passphrase from the environment, or asked for on the terminal."""
    return os.environ.get(PASSPHRASE) or _asked(_("Passphrase: "))


def shown_for(backup: Path) -> Shown:
    """What opens a backup: a passphrase or the recovery code, given or asked for."""
    from customerbook.book.backups import packed_at  # noqa: PLC0415 - for two verbs alone

    packed_at(backup)  # what is wrong with it is said before anything is asked
    typed = os.environ.get(PASSPHRASE) or _asked(_("Passphrase or recovery code: "))
    try:
        parse_recovery(typed)
    except InvalidInputError:
        return Shown(passphrase=typed)
    return Shown(recovery_code=typed)


def new_passphrase() -> str:
    """A passphrase for a new book; one that is typed is asked for twice."""
    if given := os.environ.get(PASSPHRASE):
        return given
    first = _asked(_("New passphrase: "))
    if first != _asked(_("Once more: ")):
        raise InvalidInputError(
            _("The two passphrases differ. No book was made; try again."), "passphrase"
        )
    return first


def _asked(prompt: str) -> str:
    missing = _("The passphrase is missing. Type it in a terminal, or set {variable}.").format(
        variable=PASSPHRASE
    )
    with warnings.catch_warnings():
        # Where typing cannot be hidden, nothing is asked.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            typed = getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError, OSError) as error:
            raise InvalidInputError(missing, "passphrase") from error
    if not typed:
        raise InvalidInputError(missing, "passphrase")
    return typed
