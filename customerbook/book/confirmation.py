"""The owner's passphrase given once more, for what must not happen on an open book left alone."""

import time
from typing import TYPE_CHECKING

from customerbook.model.errors import ConfirmationNeededError
from customerbook.model.texts import _
from customerbook.store.keyfile import SlotKind
from customerbook.store.keys import Keys, unlock_passphrase

if TYPE_CHECKING:
    from customerbook.book.book import Book

SECONDS = 300.0
"""How long the passphrase counts as given; by a clock that nobody sets."""


class Confirmation:
    """The owner key of somebody who has just shown the passphrase, for some minutes."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._owner_key: bytes | None = None
        self._until = 0.0

    @property
    def fresh(self) -> bool:
        """Whether the owner's passphrase was given within the last minutes."""
        if self._owner_key is not None and time.monotonic() >= self._until:
            self.drop()
        return self._owner_key is not None

    def take(self, keys: Keys) -> None:
        """Count keys as just shown; those without the owner key are no confirmation."""
        self._owner_key = keys.owner_key
        self._until = time.monotonic() + SECONDS

    def drop(self) -> None:
        """Forget it, as when somebody else comes to the book."""
        self._owner_key = None

    def give(self, passphrase: str) -> None:
        """Prove the owner's passphrase anew; slow, the key is derived on purpose.

        Raises:
            WrongKeyError: it is not the owner's.
            TooSoonError: it was wrong too often just now.
        """
        db = self._book.db
        slot = next(
            slot for slot in db.key_file.slots if slot.kind is SlotKind.PASSPHRASE and not slot.seat
        )
        with db.hold.tries.one("the owner's passphrase once more"):
            self.take(unlock_passphrase(db.key_file, slot.id, passphrase))

    def owner_key(self) -> bytes:
        """The owner key, by a fresh confirmation or because the owner's passphrase opened the book.

        Raises:
            ConfirmationNeededError: it is not known.
        """
        found = self._owner_key if self.fresh else self._book.keys.owner_key
        if found is None:
            raise needed()
        return found


def needed() -> ConfirmationNeededError:
    """What is asked for."""
    return ConfirmationNeededError(_("For this the owner’s passphrase is needed once more."))
