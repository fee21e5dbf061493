"""Changing who can come in, and how: a key file goes in, another comes out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Seat, Seen, Slot, SlotKind
from customerbook.store.keys import Keys, signed
from customerbook.store.passphrase import Cost, normalised, refuse_weak
from customerbook.store.recovery import format_recovery, new_recovery, parse_recovery
from customerbook.store.slots import new_id, new_seat, sealed_slot, seat_of, seat_of_person, slot_of

_DEFAULT_COST = Cost()


def let_in(
    key_file: KeyFile,
    keys: Keys,
    *,
    person: str,
    name: str,
    passphrase: str,
    cost: Cost = _DEFAULT_COST,
    hints: Iterable[str] = (),
) -> KeyFile:
    """A key file in which a member of staff comes in with this passphrase, and in no other way.

    Args:
        key_file: the key file of the book.
        keys: the owner's.
        person: the id in the book of who comes in; gets a seat if they have none yet.
        name: as shown at sign-in.
        passphrase: that of the person.
        cost: what one guess of it costs.
        hints: words that others would try first.

    Raises:
        WeakPassphraseError: the passphrase could be guessed.
        NotFoundError: `keys` are not the owner's, or it is the owner's own way in.
    """
    if keys.owner_key is None:
        raise NotFoundError(_("Only the owner can let somebody else into the book."))
    refuse_weak(passphrase, (name, *hints))
    book, rights = key_file.book, key_file.rights
    seat = seat_of_person(rights, person)
    if seat is None:
        seat, seat_key = new_seat(
            book,
            rights.epoch,
            person=person,
            role=Role.STAFF,
            data_key=keys.data_key,
            owner_key=keys.owner_key,
        )
        rights = replace(rights, seats=(*rights.seats, seat))
    elif seat.role is Role.OWNER:
        raise NotFoundError(_("The owner changes the own passphrase, with the old one."))
    else:
        seat_key = seals.opened(seat.escrow, keys.owner_key, seals.seat_place(book, seat))
    slot = Slot(new_id(), SlotKind.PASSPHRASE, seat.id, person, name, "", b"", cost, b"")
    slots = (*_not_of(key_file, seat), sealed_slot(book, slot, normalised(passphrase), seat_key))
    return signed(replace(key_file, rights=rights, slots=slots), keys)


def shut_out(key_file: KeyFile, keys: Keys, person: str) -> KeyFile:
    """A key file in which nothing that a member of staff knows opens the book.

    Their seat stays, so that they can be let in again. Who has an older key file and their
    passphrase has the data key all the same, until it is changed, see `rotation.py`.
    """
    seat = seat_of_person(key_file.rights, person)
    if seat is None or seat.role is Role.OWNER:
        return key_file
    return signed(replace(key_file, slots=_not_of(key_file, seat)), keys)


def without_slots(key_file: KeyFile, keys: Keys, slots: Iterable[Slot]) -> KeyFile:
    """A key file without these ways in; those of a PC, since each person keeps the passphrase."""
    gone = {slot.id for slot in slots}
    left = tuple(slot for slot in key_file.slots if slot.id not in gone)
    return signed(replace(key_file, slots=left), keys)


def with_names(key_file: KeyFile, keys: Keys, names: Mapping[str, str]) -> KeyFile:
    """A key file that shows people at sign-in under these names, by id; itself if it does already.

    Raises:
        NotFoundError: `keys` are not the owner's.
    """
    if keys.owner_key is None:
        raise NotFoundError(_("Only the owner can change names at sign-in."))
    slots = tuple(
        replace(slot, label=names.get(slot.person, slot.label)) if not slot.device else slot
        for slot in key_file.slots
    )
    return key_file if slots == key_file.slots else signed(replace(key_file, slots=slots), keys)


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


def replace_recovery(key_file: KeyFile, keys: Keys, code: str = "") -> tuple[KeyFile, str]:
    """A key file with a new recovery code, and the code in groups; the old sheet no longer fits.

    `code` is one that was made by `new_code` and is on paper by now; without it there is a new one.

    Raises:
        NotFoundError: the book has no recovery code, or `keys` are not the owner's.
    """
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            code = code or new_code()
            secret = _secret_of(slot, key_file, keys)
            fresh = sealed_slot(key_file.book, slot, parse_recovery(code), secret)
            return signed(_with_slot(key_file, fresh), keys), code
    raise NotFoundError(_("This book has no recovery code."))


def new_code() -> str:
    """A recovery code in groups that opens nothing yet, to be printed before it takes effect."""
    return format_recovery(new_recovery())


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


def _not_of(key_file: KeyFile, seat: Seat) -> tuple[Slot, ...]:
    return tuple(slot for slot in key_file.slots if slot.seat != seat.id)


def _with_slot(key_file: KeyFile, fresh: Slot) -> KeyFile:
    slots = tuple(fresh if slot.id == fresh.id else slot for slot in key_file.slots)
    return replace(key_file, slots=slots)
