"""Slots and seats of a key file: making them, and finding one."""

import secrets
from dataclasses import replace

from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.keyfile import ID_BYTES, KeyFile, Rights, Role, Seat, Slot, SlotKind
from customerbook.store.passphrase import KEY_BYTES, SALT_BYTES


def new_id() -> str:
    """An id that no other slot or seat has."""
    return secrets.token_hex(ID_BYTES)


def new_seat(
    book: str, epoch: int, *, person: str, role: Role, data_key: bytes, owner_key: bytes
) -> tuple[Seat, bytes]:
    """A seat for a person, and its key, which the slots of that person open."""
    seat_key = secrets.token_bytes(KEY_BYTES)
    seat = Seat(new_id(), person, role, (), data=b"", escrow=b"")
    seat = replace(
        seat,
        data=seals.sealed(data_key, seat_key, seals.data_place(book, epoch, seat)),
        escrow=seals.sealed(seat_key, owner_key, seals.seat_place(book, seat)),
    )
    return seat, seat_key


def seat_of(rights: Rights, seat_id: str) -> Seat | None:
    """The seat of this id; None if there is none, as for the owner key."""
    return next((seat for seat in rights.seats if seat.id == seat_id), None)


def seat_of_person(rights: Rights, person: str) -> Seat | None:
    """The seat of a person; None if they have none."""
    return next((seat for seat in rights.seats if seat.person == person), None)


def sealed_slot(book: str, slot: Slot, shown: bytes, secret: bytes) -> Slot:
    """The slot with a secret in it, which only what is shown opens."""
    fresh = replace(slot, salt=secrets.token_bytes(SALT_BYTES))
    key = seals.slot_key(fresh, shown)
    return replace(fresh, sealed=seals.sealed(secret, key, seals.slot_place(book, fresh)))


def slot_of(key_file: KeyFile, slot_id: str, kind: SlotKind) -> Slot:
    """The slot of this id; NotFoundError if there is none of this kind."""
    for slot in key_file.slots:
        if slot.id == slot_id and slot.kind is kind:
            return slot
    raise NotFoundError(_("This way to sign in does not exist any more."))
