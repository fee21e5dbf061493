"""Coming in on this PC without the passphrase: by a PIN, or by staying signed in.

Both are slots of the key file like the others. What they need beside the PIN lies in the keyring of
this PC, see `pc_secrets.py`; all of this may take as long as the keyring, so it is for workers.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from customerbook.model import clock
from customerbook.model.errors import NotAvailableError, NotFoundError, WrongPinError
from customerbook.model.texts import _, ngettext
from customerbook.model.tries import PIN_TRIES
from customerbook.store import pc_secrets, seals
from customerbook.store.keyfile import KeyFile, Slot, SlotKind
from customerbook.store.keys import Keys, signed, unlock_slot
from customerbook.store.passphrase import Cost, measured_cost
from customerbook.store.pc_secrets import PcSecrets
from customerbook.store.pin import digits_of, refuse_simple
from customerbook.store.slots import new_id, sealed_slot, seat_of_person

PIN_SECONDS = 0.5
"""What one PIN may take to become a key: people change places at the counter."""
KINDS = (SlotKind.PIN, SlotKind.DEVICE)


@dataclass(frozen=True)
class PcWay:
    """A way in that belongs to one PC; `since` is when it was made, `here` that it is this PC."""

    slot_id: str
    person: str
    kind: SlotKind
    since: datetime | None
    here: bool


@dataclass(frozen=True)
class WaysHere:
    """Ids of those who come in on this PC by PIN, and of those who stay signed in.

    `worn_out` are those whose PIN was wrong too often; `why` says why nobody is known to, if the
    keyring is not available.
    """

    pin: frozenset[str] = frozenset()
    stay: frozenset[str] = frozenset()
    worn_out: frozenset[str] = frozenset()
    why: str = ""
    devices: frozenset[str] = field(default=frozenset(), repr=False)


def pin_cost() -> Cost:
    """What one guess of a PIN costs here; measured, which takes up to a second."""
    return measured_cost(PIN_SECONDS)


def set_pin(key_file: KeyFile, keys: Keys, pin: str, *, cost: Cost) -> KeyFile:
    """A key file in which the person comes in with this PIN on this PC, and no other PIN here.

    Raises:
        WeakPinError: it is too short, or one of those that are tried first.
        NotAvailableError: the keyring does not keep what a PIN needs.
    """
    digits = digits_of(pin)
    refuse_simple(digits)
    seat_key = _seat_key(keys)
    found = pc_secrets.read(keys.book, keys.person) or pc_secrets.fresh()
    found = pc_secrets.with_pin(found, keys.book, seat_key)
    pc_secrets.write(keys.book, keys.person, found)
    return _with_slot(key_file, keys, found, shown=found.pin_secret + digits, cost=cost)


def stay_signed_in(key_file: KeyFile, keys: Keys) -> KeyFile:
    """A key file in which this PC opens the book as the person without asking for anything.

    Raises:
        NotAvailableError: the keyring does not keep what that needs.
    """
    _seat_key(keys)
    found = pc_secrets.read(keys.book, keys.person) or pc_secrets.fresh()
    found = pc_secrets.with_stay(found)
    pc_secrets.write(keys.book, keys.person, found)
    return _with_slot(key_file, keys, found, shown=found.stay_secret, cost=None)


def unlock_pin(key_file: KeyFile, person: str, pin: str) -> Keys:
    """Open the book's keys with the PIN that a person has on this PC.

    The try is counted in the keyring before it is made, so that ending the program gives none back.

    Raises:
        WrongPinError: it is not the PIN, or it was wrong too often; `left` says how many are left.
        NotAvailableError: the keyring does not answer, or the person has no PIN here.
        DamagedError: the key file was changed by something else.
    """
    digits = digits_of(pin)
    found, slot = _here(key_file, person, SlotKind.PIN)
    if found.pin_worn_out:
        raise _wrong_pin(0)
    counted = pc_secrets.one_try_less(found)
    pc_secrets.write(key_file.book, person, counted)
    keys = unlock_slot(key_file, slot, found.pin_secret + digits)
    if keys is None:
        raise _wrong_pin(PIN_TRIES - counted.wrong)
    _give_back(counted, keys)
    return keys


def unlock_stay(key_file: KeyFile, person: str) -> Keys:
    """Open the book's keys for somebody who stays signed in on this PC.

    Raises:
        NotAvailableError: the keyring does not answer, or the person does not stay signed in here.
        DamagedError: the key file was changed by something else.
    """
    found, slot = _here(key_file, person, SlotKind.DEVICE)
    keys = unlock_slot(key_file, slot, found.stay_secret)
    if keys is None:
        raise _nothing_here()
    return keys


def give_tries_back(key_file: KeyFile, keys: Keys) -> None:
    """After the passphrase was given: all tries of the PIN that the person has on this PC."""
    if not any(slot.kind is SlotKind.PIN for slot in slots_of(key_file, keys.person)):
        return
    with suppress(NotAvailableError):
        found = pc_secrets.read(keys.book, keys.person)
        if found is not None and found.wrong:
            _give_back(found, keys)


def ways_here(key_file: KeyFile) -> WaysHere:
    """Who comes in on this PC without the passphrase; never an exception, see `WaysHere.why`."""
    entries: dict[str, PcSecrets] = {}
    try:
        for person in sorted({slot.person for slot in key_file.slots if slot.kind in KINDS}):
            found = pc_secrets.read(key_file.book, person)
            if found is not None:
                entries[person] = found
    except NotAvailableError as error:
        return WaysHere(why=str(error))
    ways = {
        (slot.person, slot.kind)
        for slot in key_file.slots
        if slot.person in entries and slot.device == entries[slot.person].device
    }
    by_pin = {
        person for person, kind in ways if kind is SlotKind.PIN and entries[person].pin_sealed
    }
    stays = {p for p, kind in ways if kind is SlotKind.DEVICE and entries[p].stay_secret}
    return WaysHere(
        frozenset(by_pin),
        frozenset(stays),
        frozenset(person for person in by_pin if entries[person].pin_worn_out),
        devices=frozenset(entry.device for entry in entries.values()),
    )


def pc_ways(key_file: KeyFile, here: WaysHere) -> list[PcWay]:
    """All ways in that belong to a PC, as the owner sees them; the oldest first."""
    found = [
        PcWay(slot.id, slot.person, slot.kind, _since(slot), slot.device in here.devices)
        for slot in key_file.slots
        if slot.kind in KINDS
    ]
    return sorted(found, key=lambda way: (way.since is not None, way.since, way.slot_id))


def forget(book: str, slots: Iterable[Slot]) -> None:
    """Take out of this PC's keyring what slots needed that are gone from the key file.

    What cannot be taken out opens nothing any more, so nothing is said of it.
    """
    for slot in slots:
        with suppress(NotAvailableError):
            found = pc_secrets.read(book, slot.person)
            if found is not None and found.device == slot.device:
                without = (
                    pc_secrets.without_pin if slot.kind is SlotKind.PIN else pc_secrets.without_stay
                )
                pc_secrets.write(book, slot.person, without(found))


def slots_of(key_file: KeyFile, person: str) -> list[Slot]:
    """The slots of a person that belong to a PC."""
    return [slot for slot in key_file.slots if slot.kind in KINDS and slot.person == person]


def _seat_key(keys: Keys) -> bytes:
    if keys.seat_key is None:
        raise NotFoundError(_("Only somebody with a place of their own in the book can do this."))
    return keys.seat_key


def _with_slot(
    key_file: KeyFile, keys: Keys, found: PcSecrets, *, shown: bytes, cost: Cost | None
) -> KeyFile:
    """The key file with a slot of this PC (by PIN if it has a cost), in place of the one before."""
    kind = SlotKind.PIN if cost else SlotKind.DEVICE
    seat = seat_of_person(key_file.rights, keys.person)
    assert seat is not None  # whose key is known
    others = tuple(
        slot
        for slot in key_file.slots
        if (slot.person, slot.kind, slot.device) != (keys.person, kind, found.device)
    )
    since = clock.now().isoformat(timespec="seconds")
    empty = Slot(new_id(), kind, seat.id, keys.person, since, found.device, b"", cost, b"")
    slot = sealed_slot(keys.book, empty, shown, _seat_key(keys))
    return signed(replace(key_file, slots=(*others, slot)), keys)


def _here(key_file: KeyFile, person: str, kind: SlotKind) -> tuple[PcSecrets, Slot]:
    """What this PC keeps for a person, and the slot that goes with it."""
    slots = [slot for slot in slots_of(key_file, person) if slot.kind is kind]
    found = pc_secrets.read(key_file.book, person) if slots else None
    if found is not None:
        there = found.pin_sealed if kind is SlotKind.PIN else found.stay_secret
        for slot in slots:
            if there and slot.device == found.device:
                return found, slot
    raise _nothing_here()


def _give_back(found: PcSecrets, keys: Keys) -> None:
    """All tries again; if the keyring fails now, they come back with the next passphrase."""
    with suppress(NotAvailableError, seals.SealError):
        fresh = pc_secrets.all_tries(found, keys.book, _seat_key(keys))
        pc_secrets.write(keys.book, keys.person, fresh)


def _since(slot: Slot) -> datetime | None:
    try:
        return datetime.fromisoformat(slot.label)
    except ValueError:
        return None


def _nothing_here() -> NotAvailableError:
    return NotAvailableError(_("This PC does not know you any more. Sign in with the passphrase."))


def _wrong_pin(left: int) -> WrongPinError:
    if left <= 0:
        return WrongPinError(
            _(
                "The PIN was wrong {n} times. Sign in with the passphrase; "
                "after that the PIN is heard again."
            ).format(n=PIN_TRIES),
            0,
        )
    return WrongPinError(
        ngettext(
            "This is not the PIN. {n} try is left, then only the passphrase opens the book.",
            "This is not the PIN. {n} tries are left, then only the passphrase opens the book.",
            left,
        ).format(n=left),
        left,
    )
