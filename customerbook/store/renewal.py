"""A new owner key, for the day when somebody else knows the owner's passphrase or has the sheet.

A new passphrase alone locks the same key anew. Here everything that opened the old one opens
nothing in the key file any more; with a change of the data key after it (see `rotation.py`) older
copies of the key file are worth nothing either.
"""

from collections.abc import Iterable
from dataclasses import replace
from secrets import token_bytes

from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Seat, SlotKind
from customerbook.store.keys import Keys, signed
from customerbook.store.passphrase import KEY_BYTES, Cost, normalised, refuse_weak
from customerbook.store.recovery import parse_recovery
from customerbook.store.slots import new_seat, sealed_slot, seat_of_person


def renewed_owner(
    key_file: KeyFile,
    keys: Keys,
    *,
    passphrase: str,
    code: str,
    cost: Cost,
    hints: Iterable[str] = (),
) -> tuple[KeyFile, Keys]:
    """A key file under a new owner key, with a new passphrase and a new recovery code.

    What the owner had on PCs, PIN and staying signed in, is dropped; staff keep all of theirs.

    Raises:
        WeakPassphraseError: the passphrase could be guessed.
        InvalidInputError: the code has a typing mistake.
        NotFoundError: the keys are not the owner's.
    """
    owner = next(slot.person for slot in key_file.slots if not slot.seat)
    own = seat_of_person(key_file.rights, owner)
    if keys.owner_key is None or own is None:
        raise NotFoundError(_("Only the owner can lock the book anew."))
    refuse_weak(passphrase, (*hints, *(s.label for s in key_file.slots if not s.seat)))
    shown = {SlotKind.PASSPHRASE: normalised(passphrase), SlotKind.RECOVERY: parse_recovery(code)}
    book, epoch, owner_key = key_file.book, key_file.rights.epoch, token_bytes(KEY_BYTES)
    seat, seat_key = new_seat(
        book, epoch, person=owner, role=Role.OWNER, data_key=keys.data_key, owner_key=owner_key
    )
    others = tuple(
        _in_escrow(book, one, keys.owner_key, owner_key)
        for one in key_file.rights.seats
        if one.id != own.id
    )
    seal = seals.sealed(keys.data_key, owner_key, seals.data_place(book, epoch, None))
    slots = tuple(
        sealed_slot(book, replace(slot, cost=slot.cost and cost), shown[slot.kind], owner_key)
        if not slot.seat
        else slot
        for slot in key_file.slots
        if slot.seat != own.id
    )
    fresh = replace(keys, owner_key=owner_key, seat_key=seat_key)
    rights = replace(key_file.rights, owner=seal, seats=(seat, *others))
    return signed(replace(key_file, rights=rights, slots=slots), fresh), fresh


def _in_escrow(book: str, seat: Seat, before: bytes, after: bytes) -> Seat:
    """The seat with its key under another owner key."""
    place = seals.seat_place(book, seat)
    return replace(
        seat, escrow=seals.sealed(seals.opened(seat.escrow, before, place), after, place)
    )
