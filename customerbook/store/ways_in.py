"""Changing who can come in, and how: a key file goes in, another comes out."""

from collections.abc import Iterable
from dataclasses import replace

from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Seen, Slot, SlotKind
from customerbook.store.keys import Keys, signed
from customerbook.store.passphrase import Cost, normalised, refuse_weak
from customerbook.store.recovery import format_recovery, new_recovery
from customerbook.store.slots import new_id, new_seat, sealed_slot, seat_of, slot_of

_DEFAULT_COST = Cost()


def add_seat(
    key_file: KeyFile,
    keys: Keys,
    *,
    person: str,
    name: str,
    passphrase: str,
    cost: Cost = _DEFAULT_COST,
    hints: Iterable[str] = (),
) -> KeyFile:
    """A key file with a seat for one more member of staff, who comes in with this passphrase.

    Args:
        key_file: the key file of the book.
        keys: the owner's.
        person: the id in the book of who gets the seat.
        name: as shown at sign-in.
        passphrase: that of the new person.
        cost: what one guess of it costs.
        hints: words that others would try first.

    Raises:
        WeakPassphraseError: the passphrase could be guessed.
        NotFoundError: `keys` are not the owner's.
    """
    if keys.owner_key is None:
        raise NotFoundError(_("Only the owner can let somebody else into the book."))
    refuse_weak(passphrase, (name, *hints))
    book, rights = key_file.book, key_file.rights
    seat, seat_key = new_seat(
        book,
        rights.epoch,
        person=person,
        role=Role.STAFF,
        data_key=keys.data_key,
        owner_key=keys.owner_key,
    )
    slot = Slot(new_id(), SlotKind.PASSPHRASE, seat.id, person, name, "", b"", cost, b"")
    fresh = replace(
        key_file,
        rights=replace(rights, seats=(*rights.seats, seat)),
        slots=(*key_file.slots, sealed_slot(book, slot, normalised(passphrase), seat_key)),
    )
    return signed(fresh, keys)


def replace_passphrase(
    key_file: KeyFile,
    keys: Keys,
    slot_id: str,
    passphrase: str,
    *,
    cost: Cost = _DEFAULT_COST,
    hints: Iterable[str] = (),
) -> KeyFile:
    """A key file in which a slot opens with a new passphrase; the old one no longer fits it.

    Raises:
        WeakPassphraseError: the passphrase could be guessed.
        NotFoundError: there is no such slot, or it is not one that `keys` may change.
    """
    slot = slot_of(key_file, slot_id, SlotKind.PASSPHRASE)
    refuse_weak(passphrase, (slot.label, *hints))
    secret = _secret_of(slot, key_file, keys)
    fresh = sealed_slot(key_file.book, replace(slot, cost=cost), normalised(passphrase), secret)
    return signed(_with_slot(key_file, fresh), keys)


def replace_recovery(key_file: KeyFile, keys: Keys) -> tuple[KeyFile, str]:
    """A key file with a new recovery code, and the code in groups; the old sheet no longer fits.

    Raises:
        NotFoundError: the book has no recovery code, or `keys` are not the owner's.
    """
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            code = new_recovery()
            secret = _secret_of(slot, key_file, keys)
            fresh = sealed_slot(key_file.book, slot, code, secret)
            return signed(_with_slot(key_file, fresh), keys), format_recovery(code)
    raise NotFoundError(_("This book has no recovery code."))


def with_seen(key_file: KeyFile, keys: Keys, seen: Seen) -> KeyFile:
    """A key file that remembers how far the book has come, so that an older copy is recognised."""
    return signed(replace(key_file, seen=seen), keys)


def _secret_of(slot: Slot, key_file: KeyFile, keys: Keys) -> bytes:
    """What a slot seals, if these keys have it."""
    if not slot.seat:
        secret = keys.owner_key
    elif keys.owner_key is not None and (seat := seat_of(key_file.rights, slot.seat)):
        place = seals.seat_place(key_file.book, seat)
        secret = seals.opened(seat.escrow, keys.owner_key, place)
    else:
        secret = keys.seat_key if keys.person == slot.person else None
    if secret is None:
        raise NotFoundError(_("Only the owner, or the person it belongs to, can change this."))
    return secret


def _with_slot(key_file: KeyFile, fresh: Slot) -> KeyFile:
    slots = tuple(fresh if slot.id == fresh.id else slot for slot in key_file.slots)
    return replace(key_file, slots=slots)
