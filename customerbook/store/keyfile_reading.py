"""Reading the key file: whatever lies on disk becomes a well-formed `KeyFile` or a known error.

Strict on purpose: only the bytes that `keyfile.encode` would write are taken, so that there is one
form to protect, and nothing in a forged file is ever interpreted in two ways.
"""

import json
import re
from typing import Any
from unicodedata import category

from customerbook.model.errors import DamagedError
from customerbook.model.texts import _
from customerbook.store.faults import too_new
from customerbook.store.keyfile import (
    BOOK_BYTES,
    FORMAT,
    ID_BYTES,
    LABEL_CHARACTERS,
    LIMIT_BYTES,
    MAC_BYTES,
    SEALED_BYTES,
    VERSION,
    KeyFile,
    Rights,
    Role,
    Seat,
    Seen,
    Slot,
    SlotKind,
    canonical,
)
from customerbook.store.passphrase import MEMORY_MIB, PASSES, SALT_BYTES, Cost

_LARGEST = 2**53 - 1  # whole in every JSON reader
_MOST_SEATS = 256
_MOST_SLOTS = 1024
_MOST_RIGHTS = 64

_WORD = re.compile(r"[!-~]{1,64}")
_NOTHING = re.compile("")
_HEX = re.compile(r"[0-9a-f]*")
_HEAD = re.compile(r"[0-9a-f]{0,128}")


def decode(content: bytes) -> KeyFile:
    """Read `keys.json`; whatever the bytes are, there is a well-formed key file or a known error.

    Raises:
        DamagedError: not exactly what `encode` writes.
        BookTooNewError: a later version of the format.
    """
    try:
        return _key_file(content)
    except (ValueError, RecursionError) as error:
        raise DamagedError(
            _("The key file of this book is damaged. Put back keys.json from a backup.")
        ) from error


def _key_file(content: bytes) -> KeyFile:
    _claim(len(content) <= LIMIT_BYTES)
    value = json.loads(content.decode("ascii"))
    _claim(isinstance(value, dict) and value.get("format") == FORMAT)
    version = _whole(value.get("version"), lowest=1)
    if version > VERSION:
        raise too_new()
    names = "format version book generation rights pending slots seen mac"
    _claim(canonical(_exact(value, names)) == content)
    seen = _exact(value["seen"], "commits head")
    key_file = KeyFile(
        book=_hex(value["book"], BOOK_BYTES),
        generation=_whole(value["generation"], lowest=1),
        rights=_rights(value["rights"]),
        pending=None if value["pending"] is None else _rights(value["pending"]),
        slots=tuple(_slot(item) for item in _list(value["slots"], _MOST_SLOTS)),
        seen=Seen(_whole(seen["commits"]), _text(seen["head"], _HEAD)),
        mac=_bytes(value["mac"], MAC_BYTES),
    )
    _refuse_contradictions(key_file)
    return key_file


def _rights(value: object) -> Rights:
    item = _exact(value, "epoch owner seats mac")
    return Rights(
        epoch=_whole(item["epoch"], lowest=1),
        owner=_bytes(item["owner"], SEALED_BYTES),
        seats=tuple(_seat(seat) for seat in _list(item["seats"], _MOST_SEATS)),
        mac=_bytes(item["mac"], MAC_BYTES),
    )


def _seat(value: object) -> Seat:
    item = _exact(value, "id person role may data escrow")
    may = tuple(_text(right, _WORD) for right in _list(item["may"], _MOST_RIGHTS))
    _claim(list(may) == sorted(set(may)))
    return Seat(
        id=_hex(item["id"], ID_BYTES),
        person=_text(item["person"], _WORD),
        role=Role(_text(item["role"], _WORD)),
        may=may,
        data=_bytes(item["data"], SEALED_BYTES),
        escrow=_bytes(item["escrow"], SEALED_BYTES),
    )


def _slot(value: object) -> Slot:
    item = _exact(value, "id kind seat person label device salt argon2id sealed")
    kind = SlotKind(_text(item["kind"], _WORD))
    of_device = kind in (SlotKind.PIN, SlotKind.DEVICE)
    return Slot(
        id=_hex(item["id"], ID_BYTES),
        kind=kind,
        seat=_hex(item["seat"], ID_BYTES) if item["seat"] != "" else "",
        person=_text(item["person"], _WORD),
        label=_label(item["label"]),
        device=_text(item["device"], _WORD if of_device else _NOTHING),
        salt=_bytes(item["salt"], SALT_BYTES),
        cost=_cost(item["argon2id"], kind),
        sealed=_bytes(item["sealed"], SEALED_BYTES),
    )


def _cost(value: object, kind: SlotKind) -> Cost | None:
    if kind in (SlotKind.RECOVERY, SlotKind.DEVICE):  # random bits need no stretching
        _claim(value is None)
        return None
    item = _exact(value, "memory_mib passes")
    memory, passes = _whole(item["memory_mib"]), _whole(item["passes"])
    _claim(memory in MEMORY_MIB and passes in PASSES)
    return Cost(memory, passes)


def _refuse_contradictions(key_file: KeyFile) -> None:
    people = {seat.id: seat.person for seat in key_file.rights.seats}
    _claim(len(people) == len(key_file.rights.seats))
    _claim(len({slot.id for slot in key_file.slots}) == len(key_file.slots))
    _claim(any(not slot.seat for slot in key_file.slots))
    for slot in key_file.slots:
        if slot.seat:
            _claim(slot.kind is not SlotKind.RECOVERY and people.get(slot.seat) == slot.person)
        else:
            _claim(slot.kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY))
    if key_file.pending:
        coming = {seat.id for seat in key_file.pending.seats}
        _claim(len(coming) == len(key_file.pending.seats))
        _claim(key_file.pending.epoch == key_file.rights.epoch + 1)


def _claim(holds: bool) -> None:  # noqa: FBT001 - reads like assert
    if not holds:
        raise ValueError("not a key file")


def _exact(value: object, names: str) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != set(names.split()):
        raise ValueError("not a key file")
    return value


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("not a key file")
    return value


def _whole(value: object, lowest: int = 0) -> int:
    # Not isinstance: true and false are ints to Python.
    if type(value) is not int or not lowest <= value <= _LARGEST:
        raise ValueError("not a key file")
    return value


def _text(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError("not a key file")
    return value


def _label(value: object) -> str:
    # Joiners and direction marks belong to names; control characters and half surrogates do not.
    if not isinstance(value, str) or len(value) > LABEL_CHARACTERS:
        raise ValueError("not a key file")
    _claim(all(category(letter) not in ("Cc", "Cs") for letter in value))
    return value


def _hex(value: object, length: int) -> str:
    text = _text(value, _HEX)
    _claim(len(text) == 2 * length)
    return text


def _bytes(value: object, length: int) -> bytes:
    return bytes.fromhex(_hex(value, length))
