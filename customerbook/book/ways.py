"""Ways into the open book: passphrases, PINs, and staying signed in.

All of it is slow, for keys are derived on purpose and keyrings take their time: for workers.
"""

from typing import TYPE_CHECKING

from customerbook.book.key_changes import save_keys
from customerbook.model.change import Change
from customerbook.model.errors import NotFoundError
from customerbook.model.person import Person
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store import this_pc
from customerbook.store.keyfile import SlotKind
from customerbook.store.keys import Keys, slot_of_person, unlock_passphrase
from customerbook.store.passphrase import Cost, measured_cost
from customerbook.store.this_pc import PcWay, WaysHere
from customerbook.store.ways_in import replace_passphrase, without_slots

if TYPE_CHECKING:
    from customerbook.book.book import Book


class WaysIn:
    """How people come into this book; each changes their own ways, the owner drops anyone's."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def change_passphrase(self, old: str, new: str, cost: Cost | None = None) -> Change:
        """Give the person at the book a new passphrase; they show the old one.

        Raises:
            WrongKeyError: the old one is not right.
            TooSoonError: it was wrong too often just now.
            WeakPassphraseError: the new one could be guessed.
        """
        person, key_file = self._at_the_book(), self._book.db.key_file
        slot = slot_of_person(key_file, str(person.id))
        if slot is None:
            raise NotFoundError(_("{name} has no passphrase yet.").format(name=person.name))
        with self._book.db.hold.tries.one(f"old passphrase, person {person.id}"):
            keys = unlock_passphrase(key_file, slot, old)
        return self._replaced(person, keys, slot, new, cost)

    def replace_lost(self, new: str, cost: Cost | None = None) -> Change:
        """Give the owner a new passphrase after the recovery code has opened the book.

        Raises:
            NotFoundError: the book was opened in another way.
            WeakPassphraseError: the new one could be guessed.
        """
        person, keys = self._at_the_book(), self._book.keys
        key_file = self._book.db.key_file
        by = next((slot.kind for slot in key_file.slots if slot.id == keys.slot_id), None)
        slot = slot_of_person(key_file, keys.person)
        if by is not SlotKind.RECOVERY or slot is None:
            raise NotFoundError(_("Show the old passphrase, or open the book with the sheet."))
        return self._replaced(person, keys, slot, new, cost)

    def set_pin(self, pin: str, cost: Cost | None = None) -> Change:
        """Let the person at the book come in by this PIN on this PC.

        Raises:
            WeakPinError: it is too short, or one of those that are tried first.
            NotAvailableError: the keyring of this PC does not keep what a PIN needs.
        """
        person, before = self._whose_keys(), self._book.db.key_file
        cost = cost or this_pc.pin_cost()
        after = this_pc.set_pin(before, self._book.keys, pin, cost=cost)
        return save_keys(
            self._book, "way.pin", Right.SEE, before=before, after=after, person=person
        )

    def stay_signed_in(self) -> Change:
        """Let this PC open the book as the person at the book, without asking for anything.

        Raises:
            NotAvailableError: the keyring of this PC does not keep what that needs.
        """
        person, before = self._whose_keys(), self._book.db.key_file
        after = this_pc.stay_signed_in(before, self._book.keys)
        return save_keys(
            self._book, "way.stay", Right.SEE, before=before, after=after, person=person
        )

    def here(self) -> WaysHere:
        """Who comes in on this PC without the passphrase; `why` if its keyring does not say."""
        return this_pc.ways_here(self._book.db.key_file)

    def of_pcs(self) -> list[PcWay]:
        """All ways in that belong to a PC, this one or another; the oldest first."""
        return this_pc.pc_ways(self._book.db.key_file, self.here())

    def drop(self, slot_id: str) -> Change:
        """Take a way in that belongs to a PC away: one's own, or as the owner anyone's.

        Raises:
            NotFoundError: there is none of this id.
        """
        person, book, before = self._at_the_book(), self._book, self._book.db.key_file
        slot = next((s for s in before.slots if s.id == slot_id and s.kind in this_pc.KINDS), None)
        if slot is None:
            raise NotFoundError(_("This way to sign in does not exist any more."))
        right = Right.SEE if slot.person == str(person.id) else Right.PEOPLE
        change = save_keys(
            book,
            "way.drop",
            right,
            before=before,
            after=without_slots(before, book.keys, [slot]),
            person=book.people.get(int(slot.person)),
        )
        this_pc.forget(before.book, [slot])
        return change

    def _at_the_book(self) -> Person:
        self._book.ask(Right.SEE)
        assert self._book.person is not None
        return self._book.person

    def _whose_keys(self) -> Person:
        """The person at the book, if it is their own way in that opened it."""
        person = self._at_the_book()
        if self._book.keys.person != str(person.id):
            raise NotFoundError(
                _("{name} has to sign in with the own passphrase for this.").format(
                    name=person.name
                )
            )
        return person

    def _replaced(
        self, person: Person, keys: Keys, slot: str, new: str, cost: Cost | None
    ) -> Change:
        book, before = self._book, self._book.db.key_file
        after = replace_passphrase(
            before, keys, slot, new, cost=cost or measured_cost(), hints=(book.shop().name,)
        )
        return save_keys(
            book, "passphrase.replace", Right.SEE, before=before, after=after, person=person
        )
