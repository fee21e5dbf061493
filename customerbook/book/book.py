"""The open book: everything a window or a command line needs of it."""

import logging
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.book import checks, history
from customerbook.book.cases import Cases
from customerbook.book.changes import Changes
from customerbook.book.confirmation import Confirmation
from customerbook.book.confirmation import needed as confirmation_needed
from customerbook.book.customers import Customers
from customerbook.book.documents import Documents
from customerbook.book.drafts import Drafts
from customerbook.book.entering import Shown, unlock
from customerbook.book.followups import FollowUps
from customerbook.book.interactions import Interactions
from customerbook.book.lists import Lists
from customerbook.book.memory import SearchMemory
from customerbook.book.people import People
from customerbook.book.purchases import Purchases
from customerbook.book.recovery import Recovery
from customerbook.book.shop import ShopSettings
from customerbook.book.snippets import Snippets
from customerbook.book.staff import Staff
from customerbook.book.step import Step, unheard
from customerbook.book.topics import Topics
from customerbook.book.ways import WaysIn
from customerbook.book.writing import Operation, operation
from customerbook.model import clock, rights
from customerbook.model.change import Change
from customerbook.model.errors import DiskError, OpeningError, RightRefusedError
from customerbook.model.person import Person, Role
from customerbook.model.rights import Right, allowed
from customerbook.model.shop import Shop
from customerbook.model.texts import _
from customerbook.store import rows
from customerbook.store.file import BookFile
from customerbook.store.folder import Hold, find_folder, hold_folder, named
from customerbook.store.keyfile import KeyFile, Seen
from customerbook.store.keyfile import Role as SeatRole
from customerbook.store.keys import Keys, create_keys
from customerbook.store.mappings import SHOP
from customerbook.store.migrate import migrate, newest
from customerbook.store.opening import create_book_file, open_book_file
from customerbook.store.passphrase import Cost
from customerbook.store.this_pc import give_tries_back

if TYPE_CHECKING:
    from customerbook.book.backups import Backups

log = logging.getLogger(__name__)


class Book:
    """An open book and who is at it. Every write asks a right and becomes one change."""

    def __init__(self, file: BookFile) -> None:
        self.db = file
        self.confirmation = Confirmation(self)
        self.person: Person | None = None
        self.current: Operation | None = None
        self.under_way: set[int] = set()
        """Long work that is being written; see `Change.work`."""
        self.memory = SearchMemory(file)
        self.closed = False
        self.customers = Customers(self)
        self.interactions = Interactions(self)
        self.lists = Lists(self)
        self.cases = Cases(self)
        self.followups = FollowUps(self)
        self.people = People(self)
        self.staff = Staff(self)
        self.ways = WaysIn(self)
        self.recovery = Recovery(self)
        self.topics = Topics(self)
        self.snippets = Snippets(self)
        self.documents = Documents(self)
        self.purchases = Purchases(self)
        self.shop_settings = ShopSettings(self)
        self.drafts = Drafts(self)
        self.changes = Changes(self)

    @property
    def keys(self) -> Keys:
        """What opens the book; changes with its data key."""
        return self.db.keys

    @property
    def folder(self) -> Path:
        """The folder `Name.customerbook`."""
        return self.db.hold.folder.path

    @property
    def read_only(self) -> bool:
        """Whether the book can only be looked at, as on a stick that is write-protected."""
        return self.db.read_only

    @cached_property
    def backups(self) -> "Backups":
        """The backups of the book."""
        from customerbook.book.backups import Backups  # noqa: PLC0415 - not for the first page

        return Backups(self)

    @cached_property
    def country(self) -> str:
        """The country in whose way numbers are written; set once, when the book is made."""
        return self.shop().country

    def shop(self) -> Shop:
        """The shop whose book this is."""
        found: Shop = rows.read(self.db, SHOP, [1])[1]
        return found

    def sign_in(self, person_id: int) -> None:
        """Let this person work with the book from now on.

        Raises:
            RightRefusedError: they are switched off, or it is not their passphrase that opened the
                book. The owner's signs in everyone.
        """
        person = self.people.get(person_id)
        if not self.keys.is_owner and str(person.id) != self.keys.person:
            raise RightRefusedError(
                _("This passphrase is not {name}’s. Only the owner’s signs in everyone.").format(
                    name=person.name
                )
            )
        if not person.active:
            raise RightRefusedError(
                _("{name} is switched off in this book. The owner can change that.").format(
                    name=person.name
                )
            )
        if self.person is not None and self.person.id != person.id:
            self.confirmation.drop()
        # Nobody is owner whom the key file, signed by the owner, does not call so.
        owns = self.keys.role is SeatRole.OWNER
        self.person = person if owns else replace(person, role=Role.STAFF)
        if not self.read_only:
            self.people.here(person)
            self.people.show_names()

    def sign_in_holder(self) -> None:
        """Let the person in whose passphrase opened the book (the owner for a recovery code)."""
        holder = int(self.keys.person) if self.keys.person.isdigit() else 0
        if holder not in {person.id for person in self.people.all()}:
            holder = next(p.id for p in self.people.all() if p.role is Role.OWNER and p.active)
        self.sign_in(holder)

    def sign_out(self) -> None:
        """Leave the book open with nobody at it: nothing may be done until someone signs in."""
        self.person = None
        self.confirmation.drop()

    def confirm_owner(self, passphrase: str) -> None:
        """Prove the owner's passphrase anew, which then counts for some minutes; slow.

        Whoever is at the book: the owner may come to the counter for one thing.

        Raises:
            WrongKeyError: it is not the owner's.
            TooSoonError: it was wrong too often just now.
        """
        self.confirmation.give(passphrase)

    def may(self, right: Right) -> bool:
        """Whether the person at the book may do what takes this right."""
        return self.person is not None and allowed(self.person, right, self.staff.rights())

    def ask(self, right: Right) -> None:
        """Refuse what the person at the book may not do.

        Raises:
            RightRefusedError: they may not.
            ConfirmationNeededError: they may when the owner's passphrase was given just now.
        """
        if self.person is None:
            raise RightRefusedError(_("Nobody is signed in. Sign in and try again."))
        if not self.may(right):
            raise RightRefusedError(
                _("{name} may not do this. The owner can, or can allow it.").format(
                    name=self.person.name
                )
            )
        if right in rights.CONFIRMED and not self.confirmation.fresh:
            raise confirmation_needed()

    def operation(
        self,
        name: str,
        right: Right,
        *,
        undoes: int | None = None,
        undoable: bool = True,
        part_of: int | None = None,
        apart: bool = True,
    ) -> AbstractContextManager[Operation]:
        """Ask a right and open the transaction of one operation; see `writing.operation`."""
        self.ask(right)
        if self.read_only:
            raise DiskError(
                _("This book can only be read here, so nothing was changed.")
                + " "
                + self.db.why_read_only
            )
        return operation(
            self, name, right, undoes=undoes, undoable=undoable, part_of=part_of, apart=apart
        )

    def undo(self, step: Step = unheard) -> Change:
        """Take back the last change that can be taken back; also after a restart.

        `step` is told how many records are done, if there are many.
        """
        return history.undo(self, step)

    def redo(self, step: Step = unheard) -> Change:
        """Bring back what was taken back last, unless something else was done since."""
        return history.redo(self, step)

    def undoable(self) -> Change | None:
        """What `undo` would take back, without its images."""
        return history.undoable(self)

    def redoable(self) -> Change | None:
        """What `redo` would bring back, without its images."""
        return history.redoable(self)

    def check(self) -> list[str]:
        """Look over the whole book; sentences about what is wrong, none if all is well."""
        return checks.check(self)

    def close(self, *, keep_hold: bool = False) -> None:
        """Close the file; `keep_hold` keeps others out while the window is only locked."""
        if self.closed:
            return
        self.closed = True
        self.confirmation.drop()
        log.info("%s: person %s", "locked" if keep_hold else "closed", self.keys.person)
        if not self.read_only:
            self.db.remember_seen(_seen(self.db))
        self.db.close(keep_hold=keep_hold)


def create_book(
    path: Path, *, shop: Shop, owner: str, passphrase: str, cost: Cost | None = None
) -> tuple[Book, str]:
    """Make a new book with its owner signed in; also gives the recovery code, this once."""
    shop, owner = _named_shop(shop, owner), owner.strip()
    key_file, keys, code = create_keys(
        passphrase,
        owner=owner,
        person="1",
        cost=cost or Cost(),
        hints=(shop.name, owner),
    )

    def fill(file: BookFile) -> None:
        migrate(file)
        uid = uuid.uuid4().hex
        file.run(("INSERT INTO book (id, uid, commits, head) VALUES (1, ?, 0, ?)", [uid, b""]))
        book = Book(file)
        book.__dict__["country"] = shop.country  # the shop is not in the book yet
        with operation(book, "book.create", Right.MANAGE, undoable=False) as op:
            op.subject = shop.name
            op.add(shop)
            book.person = op.add(Person(name=owner, role=Role.OWNER, last_here=clock.now()))

    file = create_book_file(named(path), key_file, keys, fill=fill)
    book = Book(file)
    book.confirmation.take(keys)
    book.sign_in(1)
    return book, code


def open_book(
    path: Path,
    *,
    passphrase: str = "",
    recovery_code: str = "",
    pin: str = "",
    stay: bool = False,
    person: str = "",
    hold: Hold | None = None,
    before_migration: Callable[[BookFile], object] | None = None,
) -> Book:
    """Open a book with a passphrase, the recovery code or a PIN, or for one who stays signed in.

    Nobody is at the book yet. Slow (the key is derived on purpose in about half a second): call it
    in a worker. `person` is the id of who comes in; only a passphrase does without, then that of
    everyone is tried. See `entering.unlock` for what is raised if it opens nothing.
    Before the book is converted for a newer program a backup is made in the folder for backups on
    this PC, or `before_migration` is called instead.
    `hold` is the lock on the folder if the caller has it already; it is then the caller's to
    release if this fails.
    """
    own = hold is None
    hold = hold or hold_folder(find_folder(path))
    try:
        key_file, keys = unlock(hold, Shown(person, passphrase, recovery_code, pin, stay))
        book = open_with_keys(hold, key_file, keys, before_migration=before_migration or _back_up)
        if passphrase:
            give_tries_back(book.db.key_file, book.keys)
        book.confirmation.take(book.keys)
        return book
    except BaseException:
        if own:
            hold.release()
        raise


def open_with_keys(
    hold: Hold,
    key_file: KeyFile,
    keys: Keys,
    *,
    before_migration: Callable[[BookFile], object] = lambda _file: None,
) -> Book:
    """Open a held book with keys that are open already; nobody is at it yet."""
    file = open_book_file(hold, key_file, keys, newest_schema=newest(), seen=_seen)
    try:
        if not file.read_only:
            migrate(file, before=lambda: before_migration(file))
    except BaseException:
        file.close(keep_hold=True)
        raise
    return Book(file)


def _back_up(file: BookFile) -> None:
    """Make the backup without which no book is converted."""
    from customerbook.book.backup_memory import back_up_before_migration  # noqa: PLC0415 - seldom

    back_up_before_migration(file)


def _seen(file: BookFile) -> Seen:
    ((commits, head),) = file.rows(("SELECT commits, head FROM book WHERE id = 1", []))
    return Seen(commits, bytes(head).hex())


def _named_shop(shop: Shop, owner: str) -> Shop:
    if not shop.name.strip() or not owner.strip():
        raise OpeningError(_("A book needs the name of the shop and the name of its owner."))
    return replace(shop, name=shop.name.strip(), owner=shop.owner.strip() or owner.strip())
