"""The recovery sheet, and locking the whole book anew."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from customerbook.book.key_changes import owner_keys, save_keys
from customerbook.model.change import Change
from customerbook.model.person import Person
from customerbook.model.rights import Right
from customerbook.store import this_pc
from customerbook.store.keys import fits_recovery
from customerbook.store.passphrase import Cost, measured_cost
from customerbook.store.renewal import renewed_owner
from customerbook.store.rotation import Progress, change_data_key, unheard
from customerbook.store.ways_in import new_code, replace_recovery

if TYPE_CHECKING:
    from customerbook.book.book import Book


class Recovery:
    """The recovery code of this book: a new one, a drill, and what it is worth together."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def new_code(self) -> str:
        """A code in groups, to be printed and asked back; it opens nothing before `use`."""
        self._book.ask(Right.PEOPLE)
        return new_code()

    def use(self, code: str) -> Change:
        """Put a code from `new_code` in place of the one there was, now that it is on paper.

        Raises:
            ConfirmationNeededError: the owner's passphrase is needed.
        """
        book, before = self._book, self._book.db.key_file
        book.ask(Right.PEOPLE)
        after, _code = replace_recovery(before, owner_keys(book), code)
        return save_keys(
            book,
            "recovery.replace",
            Right.PEOPLE,
            before=before,
            after=after,
            person=self._at_the_book(),
        )

    def fits(self, code: str) -> bool:
        """Whether a code is that of the present sheet, as a drill; nothing is opened by it.

        Raises:
            InvalidInputError: it has a typing mistake.
        """
        self._book.ask(Right.MANAGE)
        return fits_recovery(self._book.db.key_file, code)

    def lock_anew(
        self,
        passphrase: str,
        code: str,
        *,
        before: Callable[[], object],
        progress: Progress = unheard,
        cost: Cost | None = None,
    ) -> Change:
        """Lock the whole book anew, when others know the owner's passphrase or have the sheet.

        The owner gets this passphrase and this code, from `new_code`. Neither the old ones nor old
        copies of the key file open what is written from now on. Staff keep theirs; the owner's PINs
        and staying signed in are gone. Slow: see `change_data_key`.

        Args:
            passphrase: the owner's new one.
            code: the new recovery code, which is on paper by now.
            before: called before anything is changed: the place for a verified backup.
            progress: told how far it is (0 to 1), by another thread.
            cost: what one guess of the passphrase costs; measured if it is not given.

        Raises:
            ConfirmationNeededError: the owner's present passphrase is needed.
            WeakPassphraseError: the passphrase could be guessed.
            DiskError: full or failing; the book opens as before, or with what is new.
        """
        book, found = self._book, self._book.db.key_file
        book.ask(Right.PEOPLE)
        renewed, keys = renewed_owner(
            found,
            owner_keys(book),
            passphrase=passphrase,
            code=code,
            cost=cost or measured_cost(),
            hints=(book.shop().name,),
        )
        before()
        change = save_keys(
            book,
            "book.lock-anew",
            Right.PEOPLE,
            before=found,
            after=renewed,
            person=self._at_the_book(),
        )
        # Who came in by PIN does not keep the owner key for longer than it is confirmed.
        kept = keys.owner_key if book.keys.is_owner else None
        book.db.keys = replace(book.db.keys, seat_key=keys.seat_key, owner_key=kept)
        book.confirmation.take(keys)
        change_data_key(book.db, keys, progress=progress)
        left = {slot.id for slot in renewed.slots}
        this_pc.forget(found.book, [slot for slot in found.slots if slot.id not in left])
        return change

    def _at_the_book(self) -> Person:
        assert self._book.person is not None
        return self._book.person
