"""Keys: from what a person knows to what opens the book. Records only, no files.

    passphrase --Argon2id--> }  opens a slot: the owner key, or the key of one seat
    recovery code --BLAKE2b->}
    owner key or seat key       opens the data key
    data key --BLAKE2b------->  SQLCipher's raw key, MACs of key file, backups and change log

So a passphrase changes at once, without touching the book.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from customerbook.model.errors import DamagedError, WrongKeyError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.keyfile import (
    BOOK_BYTES,
    KeyFile,
    Rights,
    Role,
    Seen,
    Slot,
    SlotKind,
)
from customerbook.store.passphrase import KEY_BYTES, Cost, normalised, refuse_weak
from customerbook.store.recovery import format_recovery, new_recovery, parse_recovery
from customerbook.store.slots import (
    new_id,
    new_seat,
    sealed_slot,
    seat_of,
    seat_of_person,
    slot_of,
)

_DEFAULT_COST = Cost()


@dataclass(frozen=True)
class Keys:
    """What an unlocked book works with; dropped as a whole when it is locked.

    `owner_key` is there only after the owner's passphrase or the recovery code, `seat_key` if the
    person has a seat, `next_data_key` only if a change of the data key was interrupted. `role` is
    what the key file says of the person, `epoch` which data key of the book this is.
    """

    book: str
    slot_id: str
    person: str
    role: Role
    epoch: int
    data_key: bytes = field(repr=False)
    owner_key: bytes | None = field(default=None, repr=False)
    seat_key: bytes | None = field(default=None, repr=False)
    next_data_key: bytes | None = field(default=None, repr=False)

    @property
    def is_owner(self) -> bool:
        """Whether the owner key is open, so that ways in, people and rights can be changed."""
        return self.owner_key is not None

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose, different for each book and each data key."""
        return seals.derived(self.data_key, purpose, self.book)

    def cipher_key(self) -> str:
        """The raw key in SQLCipher's form: `x'` and 64 hexadecimal digits and `'`."""
        return f"x'{self.derived('sqlcipher').hex()}'"

    def following(self) -> "Keys":
        """The keys of the book after its change of the data key, which must have been begun."""
        assert self.next_data_key is not None
        return replace(self, data_key=self.next_data_key, next_data_key=None, epoch=self.epoch + 1)

    @property
    def log_key(self) -> bytes:
        """Key of the MACs that chain the change log."""
        return self.derived("change log")

    @property
    def backup_key(self) -> bytes:
        """Key of the MAC over a backup's manifest."""
        return self.derived("backup")


def create_keys(
    passphrase: str,
    *,
    owner: str,
    person: str,
    cost: Cost = _DEFAULT_COST,
    hints: Iterable[str] = (),
) -> tuple[KeyFile, Keys, str]:
    """Keys of a new book, its key file, and the recovery code in groups (shown once, kept nowhere).

    Args:
        passphrase: the owner's.
        owner: their name, as shown at sign-in.
        person: their id in the book.
        cost: what one guess of the passphrase costs, see `measured_cost`.
        hints: words that others would try first, such as the name of the shop.

    Raises:
        WeakPassphraseError: the passphrase could be guessed.
    """
    refuse_weak(passphrase, (owner, *hints))
    book, code = secrets.token_hex(BOOK_BYTES), new_recovery()
    data_key, owner_key = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES)
    seat, seat_key = new_seat(
        book, 1, person=person, role=Role.OWNER, data_key=data_key, owner_key=owner_key
    )
    owner_seal = seals.sealed(data_key, owner_key, seals.data_place(book, 1, None))
    by_passphrase = Slot(new_id(), SlotKind.PASSPHRASE, "", person, owner, "", b"", cost, b"")
    by_recovery = Slot(new_id(), SlotKind.RECOVERY, "", person, owner, "", b"", None, b"")
    slots = (
        sealed_slot(book, by_passphrase, normalised(passphrase), owner_key),
        sealed_slot(book, by_recovery, code, owner_key),
    )
    keys = Keys(book, by_passphrase.id, person, Role.OWNER, 1, data_key, owner_key, seat_key)
    key_file = KeyFile(book, 0, Rights(1, owner_seal, (seat,)), None, slots, Seen())
    return signed(key_file, keys), keys, format_recovery(code)


def unlock_passphrase(key_file: KeyFile, slot_id: str | None, passphrase: str) -> Keys:
    """Open the book's keys with a passphrase; takes up to a second for each slot that is tried.

    Args:
        key_file: the key file of the book.
        slot_id: whose passphrase it is; None tries that of everyone.
        passphrase: as typed.

    Raises:
        WrongKeyError: it is not the passphrase.
        NotFoundError: there is no such slot (any more).
        DamagedError: the key file was changed by something else.
    """
    slots = [slot for slot in key_file.slots if slot.kind is SlotKind.PASSPHRASE]
    if slot_id is not None:
        slots = [slot_of(key_file, slot_id, SlotKind.PASSPHRASE)]
    for slot in slots:
        keys = unlock_slot(key_file, slot, normalised(passphrase))
        if keys:
            return keys
    raise WrongKeyError(
        _(
            "This passphrase does not open the book. "
            "Check Caps Lock and the keyboard’s language, then try again."
        )
    )


def slot_of_person(key_file: KeyFile, person: str) -> str | None:
    """Whose slot a person's passphrase opens; None if they have none, or nobody is named."""
    found = (s.id for s in key_file.slots if s.kind is SlotKind.PASSPHRASE and s.person == person)
    return next(found, None)


def unlock_recovery(key_file: KeyFile, code: str) -> Keys:
    """Open the book's keys with the code of the recovery sheet.

    Raises:
        InvalidInputError: it has a typing mistake.
        WrongKeyError: it is the code of another book, or an older one.
        DamagedError: the key file was changed by something else.
    """
    secret = parse_recovery(code)
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            keys = unlock_slot(key_file, slot, secret)
            if keys:
                return keys
    raise WrongKeyError(
        _("This recovery code is of another book, or a newer sheet has been printed since.")
    )


def fits_recovery(key_file: KeyFile, code: str) -> bool:
    """Whether a code is that of the present recovery sheet; nothing is opened by it.

    Raises:
        InvalidInputError: it has a typing mistake.
    """
    secret = parse_recovery(code)
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            key, place = seals.slot_key(slot, secret), seals.slot_place(key_file.book, slot)
            with suppress(seals.SealError):
                seals.opened(slot.sealed, key, place)
                return True
    return False


def signed(key_file: KeyFile, keys: Keys) -> KeyFile:
    """The next generation of a key file, under the MACs that these keys can make."""
    return seals.signed(key_file, keys.data_key, keys.owner_key)


def verify(key_file: KeyFile, keys: Keys) -> None:
    """Make sure that nothing but this program, with keys of this book, wrote a key file.

    Raises:
        DamagedError: it was changed, or belongs to another book.
    """
    if key_file.book != keys.book or not seals.genuine(key_file, keys.data_key, keys.owner_key):
        raise _forged()


def unlock_slot(key_file: KeyFile, slot: Slot, shown: bytes) -> Keys | None:
    """Keys behind a slot, verified; None if what is shown does not open it.

    Raises:
        DamagedError: the key file was changed by something else.
    """
    try:
        secret = seals.opened(
            slot.sealed, seals.slot_key(slot, shown), seals.slot_place(key_file.book, slot)
        )
    except seals.SealError:
        return None
    try:
        keys = _behind(key_file, slot, secret)
    except seals.SealError as error:
        raise _forged() from error
    verify(key_file, keys)
    return keys


def _behind(key_file: KeyFile, slot: Slot, secret: bytes) -> Keys:
    book, rights, pending = key_file.book, key_file.rights, key_file.pending
    seat = seat_of(rights, slot.seat) if slot.seat else seat_of_person(rights, slot.person)
    seat_key: bytes | None = secret
    owner_key = next_data_key = None
    if not slot.seat:
        seat_key = seals.opened(seat.escrow, secret, seals.seat_place(book, seat)) if seat else None
        owner_key = secret
    if pending and (not slot.seat or seat_of(pending, slot.seat)):
        next_data_key = _data_key(book, pending, slot.seat, secret)
    return Keys(
        book,
        slot.id,
        slot.person,
        seat.role if slot.seat and seat else Role.OWNER,
        rights.epoch,
        data_key=_data_key(book, rights, slot.seat, secret),
        owner_key=owner_key,
        seat_key=seat_key,
        next_data_key=next_data_key,
    )


def _data_key(book: str, rights: Rights, seat_id: str, key: bytes) -> bytes:
    seat = seat_of(rights, seat_id)
    seal = seat.data if seat else rights.owner
    return seals.opened(seal, key, seals.data_place(book, rights.epoch, seat))


def _forged() -> DamagedError:
    return DamagedError(
        _(
            "The key file of this book was changed by something other than this program. "
            "Put back keys.json from a backup."
        )
    )
