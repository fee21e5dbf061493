"""The records of the key file and their one exact form as JSON; nothing here holds a secret.

Everything in it may be read by anyone who has the folder. What is sealed in it, by which key, and
how it is protected against changes, is in `seals.py`.

    slot    one way in: a passphrase, the recovery code, a PIN or stored secret of one PC. It opens
            the owner key (`seat` empty) or the key of one seat.
    seat    one person's place: the seat's key opens the data key, the owner key opens the seat's.
    rights  who has a seat and what they may, under a MAC that only the owner key can make.
    pending the rights of the next data key while the book is being re-encrypted; otherwise none.
"""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from customerbook.store.passphrase import Cost

FORMAT = "customerbook keys"
VERSION = 1
LIMIT_BYTES = 1024 * 1024
MAC_BYTES = 32
SEALED_BYTES = 24 + 32 + 16  # nonce, key, tag
ID_BYTES = 8
BOOK_BYTES = 16
LABEL_CHARACTERS = 200


class SlotKind(StrEnum):
    """What a person shows to come in."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, not one
    RECOVERY = "recovery"
    PIN = "pin"
    DEVICE = "device"


class Role(StrEnum):
    """What a seat is for: the owner's may everything, rights of the others are listed."""

    OWNER = "owner"
    STAFF = "staff"


@dataclass(frozen=True)
class Slot:
    """One way in; `label` is the name shown at sign-in, `device` the PC that a PIN belongs to."""

    id: str
    kind: SlotKind
    seat: str
    person: str
    label: str
    device: str
    salt: bytes
    cost: Cost | None
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class Seat:
    """One person who can open the data key, and what the owner lets them do beyond the usual."""

    id: str
    person: str
    role: Role
    may: tuple[str, ...]
    data: bytes = field(repr=False)
    escrow: bytes = field(repr=False)


@dataclass(frozen=True)
class Rights:
    """Who has a seat; `epoch` counts the data keys that the book has had."""

    epoch: int
    owner: bytes = field(repr=False)
    seats: tuple[Seat, ...]
    mac: bytes = field(default=bytes(MAC_BYTES), repr=False)


@dataclass(frozen=True)
class Seen:
    """How far the book had come: its count of commits and the head of its change log."""

    commits: int = 0
    head: str = ""


@dataclass(frozen=True)
class KeyFile:
    """All of `keys.json`; `book` is the book's id, `generation` counts the versions of the file."""

    book: str
    generation: int
    rights: Rights
    pending: Rights | None
    slots: tuple[Slot, ...]
    seen: Seen
    mac: bytes = field(default=bytes(MAC_BYTES), repr=False)


def canonical(value: object) -> bytes:
    """The one way to write a value as JSON: sorted keys, no spaces, ASCII."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii")


def encode(key_file: KeyFile) -> bytes:
    """The bytes of `keys.json`."""
    return canonical(document(key_file))


def document(key_file: KeyFile) -> dict[str, Any]:
    """The key file as plain JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "book": key_file.book,
        "generation": key_file.generation,
        "rights": rights_document(key_file.rights),
        "pending": rights_document(key_file.pending) if key_file.pending else None,
        "slots": [slot_document(slot) for slot in key_file.slots],
        "seen": {"commits": key_file.seen.commits, "head": key_file.seen.head},
        "mac": key_file.mac.hex(),
    }


def rights_document(rights: Rights) -> dict[str, Any]:
    """Rights as plain JSON values."""
    return {
        "epoch": rights.epoch,
        "owner": rights.owner.hex(),
        "seats": [
            {
                "id": seat.id,
                "person": seat.person,
                "role": seat.role.value,
                "may": list(seat.may),
                "data": seat.data.hex(),
                "escrow": seat.escrow.hex(),
            }
            for seat in rights.seats
        ],
        "mac": rights.mac.hex(),
    }


def slot_document(slot: Slot) -> dict[str, Any]:
    """A slot as plain JSON values."""
    cost = slot.cost
    return {
        "id": slot.id,
        "kind": slot.kind.value,
        "seat": slot.seat,
        "person": slot.person,
        "label": slot.label,
        "device": slot.device,
        "salt": slot.salt.hex(),
        "argon2id": {"memory_mib": cost.memory_mib, "passes": cost.passes} if cost else None,
        "sealed": slot.sealed.hex(),
    }
