"""Reading the key file: whatever lies on disk becomes a well-formed `KeyFile` or a known error."""

import json
import re
from unicodedata import category

from customerbook.model.errors import DamagedError
from customerbook.model.texts import _
from customerbook.store.exact import claim, hex_text, items, members, raw, text, whole
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

_MOST_SEATS = 256
_MOST_SLOTS = 1024
_MOST_RIGHTS = 64

_WORD = re.compile(r"[!-~]{1,64}")
_NOTHING = re.compile("")
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
    claim(len(content) <= LIMIT_BYTES)
    value = json.loads(content.decode("ascii"))
    claim(isinstance(value, dict) and value.get("format") == FORMAT)
    version = whole(value.get("version"), lowest=1)
    if version > VERSION:
        raise too_new()
    names = "format version book generation rights pending slots seen mac"
    claim(canonical(members(value, names)) == content)
    seen = members(value["seen"], "commits head")
    key_file = KeyFile(
        book=hex_text(value["book"], BOOK_BYTES),
        generation=whole(value["generation"], lowest=1),
        rights=_rights(value["rights"]),
        pending=None if value["pending"] is None else _rights(value["pending"]),
        slots=tuple(_slot(item) for item in items(value["slots"], _MOST_SLOTS)),
        seen=Seen(whole(seen["commits"]), text(seen["head"], _HEAD)),
        mac=raw(value["mac"], MAC_BYTES),
    )
    _refuse_contradictions(key_file)
    return key_file


def _rights(value: object) -> Rights:
    item = members(value, "epoch owner seats mac")
    return Rights(
        epoch=whole(item["epoch"], lowest=1),
        owner=raw(item["owner"], SEALED_BYTES),
        seats=tuple(_seat(seat) for seat in items(item["seats"], _MOST_SEATS)),
        mac=raw(item["mac"], MAC_BYTES),
    )


def _seat(value: object) -> Seat:
    item = members(value, "id person role may data escrow")
    may = tuple(text(right, _WORD) for right in items(item["may"], _MOST_RIGHTS))
    claim(list(may) == sorted(set(may)))
    return Seat(
        id=hex_text(item["id"], ID_BYTES),
        person=text(item["person"], _WORD),
        role=Role(text(item["role"], _WORD)),
        may=may,
        data=raw(item["data"], SEALED_BYTES),
        escrow=raw(item["escrow"], SEALED_BYTES),
    )


def _slot(value: object) -> Slot:
    item = members(value, "id kind seat person label device salt argon2id sealed")
    kind = SlotKind(text(item["kind"], _WORD))
    of_device = kind in (SlotKind.PIN, SlotKind.DEVICE)
    return Slot(
        id=hex_text(item["id"], ID_BYTES),
        kind=kind,
        seat=hex_text(item["seat"], ID_BYTES) if item["seat"] != "" else "",
        person=text(item["person"], _WORD),
        label=_label(item["label"]),
        device=text(item["device"], _WORD if of_device else _NOTHING),
        salt=raw(item["salt"], SALT_BYTES),
        cost=_cost(item["argon2id"], kind),
        sealed=raw(item["sealed"], SEALED_BYTES),
    )


def _cost(value: object, kind: SlotKind) -> Cost | None:
    if kind in (SlotKind.RECOVERY, SlotKind.DEVICE):  # random bits need no stretching
        claim(value is None)
        return None
    item = members(value, "memory_mib passes")
    memory, passes = whole(item["memory_mib"]), whole(item["passes"])
    claim(memory in MEMORY_MIB and passes in PASSES)
    return Cost(memory, passes)


def _refuse_contradictions(key_file: KeyFile) -> None:
    people = {seat.id: seat.person for seat in key_file.rights.seats}
    claim(len(people) == len(key_file.rights.seats))
    claim(len({slot.id for slot in key_file.slots}) == len(key_file.slots))
    claim(any(not slot.seat for slot in key_file.slots))
    for slot in key_file.slots:
        if slot.seat:
            claim(slot.kind is not SlotKind.RECOVERY and people.get(slot.seat) == slot.person)
        else:
            claim(slot.kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY))
    if key_file.pending:
        coming = {seat.id for seat in key_file.pending.seats}
        claim(len(coming) == len(key_file.pending.seats))
        claim(key_file.pending.epoch == key_file.rights.epoch + 1)


def _label(value: object) -> str:
    # Joiners and direction marks belong to names; control characters and half surrogates do not.
    if not isinstance(value, str) or len(value) > LABEL_CHARACTERS:
        raise ValueError("not a key file")
    claim(all(category(letter) not in ("Cc", "Cs") for letter in value))
    return value
