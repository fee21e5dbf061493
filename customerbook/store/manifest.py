"""What a backup says of itself, under a MAC; nothing about any customer."""

import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from customerbook.model.backup import Why
from customerbook.store import seals
from customerbook.store.exact import claim, hex_text, items, members, raw, text, whole
from customerbook.store.faults import too_new
from customerbook.store.keyfile import BOOK_BYTES, MAC_BYTES, canonical
from customerbook.store.milliseconds import from_milliseconds, to_milliseconds

FORMAT = "customerbook backup"
VERSION = 1
LIMIT_BYTES = 64 * 1024

_MOST_KINDS = 64
_KIND = re.compile(r"[a-z-]{1,32}")
_HEAD = re.compile(r"[0-9a-f]{0,128}")
_PROGRAM = re.compile(r"[!-~]{1,64}")
_LATEST = 253_402_300_799_999  # the last millisecond of the year 9999


@dataclass(frozen=True)
class Part:
    """One file inside a backup."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """Which book it is, how far it had come, and what lies in the file.

    `book` is the id in the key file, `epoch` counts its data keys, `day` see `model.backup`.
    """

    book: str
    epoch: int
    commits: int
    head: str
    schema: int
    moment: datetime
    day: int
    why: Why
    program: str
    counts: tuple[tuple[str, int], ...]
    database: Part
    keys: Part


def encode(manifest: Manifest, key: bytes) -> bytes:
    """The manifest as bytes, with the MAC of a book's backup key."""
    plain = _document(manifest)
    return canonical({"manifest": plain, "mac": seals.mac(key, canonical(plain)).hex()})


def decode(content: bytes) -> tuple[Manifest, bytes]:
    """The manifest and its MAC, which is not checked here.

    Raises:
        ValueError: not exactly what `encode` writes.
        BookTooNewError: a later version of the format.
    """
    claim(len(content) <= LIMIT_BYTES)
    value = members(json.loads(content.decode("ascii")), "manifest mac")
    plain = value["manifest"]
    claim(isinstance(plain, dict) and plain.get("format") == FORMAT)
    if whole(plain.get("version"), lowest=1) > VERSION:
        raise too_new()
    claim(canonical(value) == content)
    return _manifest(plain), raw(value["mac"], MAC_BYTES)


def genuine(manifest: Manifest, mac: bytes, key: bytes) -> bool:
    """Whether the MAC was made with this backup key over this manifest."""
    return hmac.compare_digest(mac, seals.mac(key, canonical(_document(manifest))))


def _document(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "book": manifest.book,
        "epoch": manifest.epoch,
        "commits": manifest.commits,
        "head": manifest.head,
        "schema": manifest.schema,
        "moment": to_milliseconds(manifest.moment),
        "day": manifest.day,
        "why": manifest.why.value,
        "program": manifest.program,
        "counts": [list(pair) for pair in manifest.counts],
        "database": [manifest.database.size, manifest.database.sha256],
        "keys": [manifest.keys.size, manifest.keys.sha256],
    }


def _manifest(plain: object) -> Manifest:
    names = "format version book epoch commits head schema moment day why program counts"
    item = members(plain, names + " database keys")
    moment = whole(item["moment"])
    claim(moment <= _LATEST)
    return Manifest(
        book=hex_text(item["book"], BOOK_BYTES),
        epoch=whole(item["epoch"], lowest=1),
        commits=whole(item["commits"]),
        head=text(item["head"], _HEAD),
        schema=whole(item["schema"], lowest=1),
        moment=from_milliseconds(moment),
        day=whole(item["day"]),
        why=Why(text(item["why"], _KIND)),
        program=text(item["program"], _PROGRAM),
        counts=tuple(_count(pair) for pair in items(item["counts"], _MOST_KINDS)),
        database=_part(item["database"]),
        keys=_part(item["keys"]),
    )


def _count(pair: object) -> tuple[str, int]:
    kind, count = items(pair, 2)
    return text(kind, _KIND), whole(count)


def _part(pair: object) -> Part:
    size, sha256 = items(pair, 2)
    return Part(whole(size), hex_text(sha256, 32))
