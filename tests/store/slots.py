"""Key files with every kind of slot: what people added later will have."""

import secrets
from dataclasses import replace

from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Rights, Role, Seat, Slot, SlotKind
from customerbook.store.keys import Keys
from customerbook.store.passphrase import Cost, normalised

STAFF_PASSPHRASE = "four dry unicycles at dusk"
PC_SECRET = bytes(range(32))
PIN = "493817"


def with_staff(key_file: KeyFile, keys: Keys) -> tuple[KeyFile, bytes]:
    """The key file with one member of staff who has all three ways in, and the seat's key."""
    assert keys.owner_key
    seat_key = secrets.token_bytes(32)
    seat = _seat(key_file.book, 1, keys.data_key, seat_key, keys.owner_key)
    rights = replace(key_file.rights, seats=(*key_file.rights.seats, seat))
    shown = {
        SlotKind.PASSPHRASE: normalised(STAFF_PASSPHRASE),
        SlotKind.PIN: PC_SECRET + PIN.encode(),
        SlotKind.DEVICE: PC_SECRET,
    }
    slots = tuple(
        _slot(key_file.book, kind, seat, secret, seat_key) for kind, secret in shown.items()
    )
    fresh = replace(key_file, rights=rights, slots=(*key_file.slots, *slots))
    return seals.signed(fresh, keys.data_key, keys.owner_key), seat_key


def with_next_data_key(key_file: KeyFile, keys: Keys, data_key: bytes) -> KeyFile:
    """The key file in the middle of a change of the data key that leaves only the owner's seat."""
    assert keys.owner_key
    assert keys.seat_key
    book, epoch = key_file.book, key_file.rights.epoch + 1
    own = key_file.rights.seats[0]
    own = replace(
        own, data=seals.sealed(data_key, keys.seat_key, seals.data_place(book, epoch, own))
    )
    owner = seals.sealed(data_key, keys.owner_key, seals.data_place(book, epoch, None))
    fresh = replace(key_file, pending=Rights(epoch, owner, (own,)))
    return seals.signed(fresh, keys.data_key, keys.owner_key)


def _seat(book: str, epoch: int, data_key: bytes, seat_key: bytes, owner_key: bytes) -> Seat:
    seat = Seat(secrets.token_hex(8), "2", Role.STAFF, ("export", "insights"), b"", b"")
    return replace(
        seat,
        data=seals.sealed(data_key, seat_key, seals.data_place(book, epoch, seat)),
        escrow=seals.sealed(seat_key, owner_key, seals.seat_place(book, seat)),
    )


def _slot(book: str, kind: SlotKind, seat: Seat, shown: bytes, seat_key: bytes) -> Slot:
    device = "" if kind is SlotKind.PASSPHRASE else "counter-1"
    cost = None if kind is SlotKind.DEVICE else Cost(19, 1)
    salt = secrets.token_bytes(16)
    slot = Slot(
        secrets.token_hex(8), kind, seat.id, seat.person, "Tomasz Żak", device, salt, cost, b""
    )
    key = seals.slot_key(slot, shown)
    return replace(slot, sealed=seals.sealed(seat_key, key, seals.slot_place(book, slot)))
