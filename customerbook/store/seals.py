"""How keys are derived, sealed and held together; the only module that computes with them.

Sealing is XChaCha20-Poly1305 with the place of the sealed key as associated data, so that nothing
sealed can be moved to another slot, seat, person, book or data key. Sub-keys and MACs are keyed
BLAKE2b.
"""

import hashlib
import hmac
from dataclasses import replace

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from customerbook.store.keyfile import (
    FORMAT,
    VERSION,
    KeyFile,
    Rights,
    Seat,
    Slot,
    canonical,
    document,
    rights_document,
    slot_document,
)
from customerbook.store.passphrase import KEY_BYTES, stretched

_USE = b"customerbook v1"  # BLAKE2b's personalisation, at most 16 bytes


class SealError(Exception):
    """What was sealed does not open with this key, or was made for another place."""


def derived(key: bytes, purpose: str, book: str) -> bytes:
    """32 bytes from a key, for one purpose in one book."""
    return _keyed(key, canonical(["key", purpose, book]))


def sealed(secret: bytes, key: bytes, place: bytes) -> bytes:
    """A 32-byte secret under a key: 72 bytes, new ones at each call."""
    return bytes(Aead(key).encrypt(secret, place))


def opened(seal: bytes, key: bytes, place: bytes) -> bytes:
    """The secret of a seal.

    Raises:
        SealError: another key or another place.
    """
    try:
        return Aead(key).decrypt(seal, place)
    except CryptoError as error:
        raise SealError from error


def mac(key: bytes, content: bytes) -> bytes:
    """32 bytes that only who has the key can make of this content."""
    return _keyed(key, content)


def slot_key(slot: Slot, shown: bytes) -> bytes:
    """The key that opens a slot, from what the person shows; slow where the slot has a cost."""
    if slot.cost:
        return stretched(shown, slot.salt, slot.cost)
    return _keyed(slot.salt, canonical(["slot", slot.kind.value, shown.hex()]))


def slot_place(book: str, slot: Slot) -> bytes:
    """Identity of a slot; the name shown at sign-in may change without sealing anew."""
    identity = slot_document(slot)
    del identity["sealed"], identity["label"]
    return canonical([FORMAT, VERSION, book, "slot", identity])


def seat_place(book: str, seat: Seat) -> bytes:
    """Identity of a seat, for its key under the owner key."""
    return canonical([FORMAT, VERSION, book, "seat", seat.id, seat.person, seat.role.value])


def data_place(book: str, epoch: int, seat: Seat | None) -> bytes:
    """Place of the data key of an epoch, under the key of a seat or (None) the owner key."""
    whose = [seat.id, seat.person, seat.role.value] if seat else []
    return canonical([FORMAT, VERSION, book, "data", epoch, whose])


def signed(key_file: KeyFile, data_key: bytes, owner_key: bytes | None) -> KeyFile:
    """The next generation of a key file, with the MACs that these keys can make."""
    fresh = replace(key_file, generation=key_file.generation + 1)
    if owner_key is not None:
        rights, pending = fresh.rights, fresh.pending
        fresh = replace(
            fresh,
            rights=replace(rights, mac=_rights_mac(fresh, rights, owner_key)),
            pending=pending and replace(pending, mac=_rights_mac(fresh, pending, owner_key)),
        )
    return replace(fresh, mac=_whole_mac(fresh, data_key))


def genuine(key_file: KeyFile, data_key: bytes, owner_key: bytes | None) -> bool:
    """Whether the MACs that these keys can check are right."""
    right = hmac.compare_digest(key_file.mac, _whole_mac(key_file, data_key))
    if owner_key is not None:
        for rights in filter(None, (key_file.rights, key_file.pending)):
            right &= hmac.compare_digest(rights.mac, _rights_mac(key_file, rights, owner_key))
    return right


def _rights_mac(key_file: KeyFile, rights: Rights, owner_key: bytes) -> bytes:
    """Over who may do what, and over the owner's own ways in."""
    content = rights_document(rights)
    del content["mac"]
    owners = [slot_document(slot) for slot in key_file.slots if not slot.seat]
    key = derived(owner_key, "rights", key_file.book)
    return _keyed(key, canonical([key_file.book, content, owners]))


def _whole_mac(key_file: KeyFile, data_key: bytes) -> bytes:
    content = document(key_file)
    del content["mac"]
    return _keyed(derived(data_key, "key file", key_file.book), canonical(content))


def _keyed(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=key, digest_size=KEY_BYTES, person=_USE).digest()
