"""The change log: append-only, each change chained to the one before by a keyed MAC.

The MAC covers what was done and a digest of each image, so that images of an erased person can be
emptied without breaking the chain.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from customerbook.model.change import Change, Entry
from customerbook.model.plain import from_plain, plain_after, to_plain
from customerbook.model.rights import Right
from customerbook.store.former_keys import former_keys
from customerbook.store.mappings import MAPPINGS
from customerbook.store.milliseconds import from_milliseconds, to_milliseconds
from customerbook.store.rows import Database, Readable

_MAC_BYTES = 32
# Made once: `json.dumps` would make one for each image.
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_spaced = json.JSONEncoder(ensure_ascii=False).encode
COLUMNS = "id, operation, subject, person_id, moment, asked, undoes, undoable, part_of, mac"
"""Of the table of changes, in this order."""


def append(db: Database, key: bytes, change: Change) -> None:
    """Write a change at the end of the log and move the book's head and commit counter on."""
    ((head,),) = db.rows(("SELECT head FROM book WHERE id = 1", []))
    images = [_images(entry) for entry in change.entries]
    digests = [_digest(before, after) for before, after in images]
    mac = _mac(key, head, _plain(change), digests)
    moment = to_milliseconds(change.moment)
    db.run(
        (
            f"INSERT INTO change ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                change.id,
                change.operation,
                change.subject,
                change.person_id,
                moment,
                change.asked.value,
                change.undoes,
                change.undoable,
                change.part_of,
                mac,
            ],
        )
    )
    db.run_many(
        "INSERT INTO entry (change_id, position, kind, record_id, count, before, after, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (change.id, position, entry.kind, entry.id, entry.count, before, after, digest)
            for position, (entry, (before, after), digest) in enumerate(
                zip(change.entries, images, digests, strict=True)
            )
        ],
    )
    db.run(("UPDATE book SET head = ?, commits = commits + 1 WHERE id = 1", [mac]))


def entries(db: Readable, change_id: int) -> tuple[Entry, ...]:
    """The entries of a change, with their images."""
    found = []
    for kind, record_id, count, before, after, _ in _raw_entries(db, change_id):
        record = MAPPINGS[kind].record
        was, became = (i and from_plain(record, json.loads(i)) for i in (before, after))
        found.append(Entry(kind, record_id, was, became, count))
    return tuple(found)


def size(db: Database, work: int) -> int:
    """How many records the portions of a work have to do with."""
    sql = (
        "SELECT sum(count) FROM entry WHERE change_id IN "
        "(SELECT id FROM change WHERE id = ? OR (id > ? AND part_of = ?))"
    )
    return int(db.rows((sql, [work, work, work]))[0][0] or 0)


def latest(db: Database, limit: int, before: int | None = None) -> list[Change]:
    """Changes without their images, newest first; of work in portions only the first."""
    return _before(db, limit, before, "part_of IS NULL")


def _before(db: Database, limit: int, before: int | None, which: str) -> list[Change]:
    values = [before, limit] if before is not None else [limit]
    older = "id < ? AND" if before is not None else ""
    sql = f"SELECT {COLUMNS} FROM change WHERE {older} {which} ORDER BY id DESC LIMIT ?"
    return [_change(row) for row in db.rows((sql, values))]


def backwards(db: Database) -> Iterator[Change]:
    """All changes without images, newest first, read in portions."""
    before: int | None = None
    while portion := _before(db, 50, before, "TRUE"):
        yield from portion
        before = portion[-1].id


def broken_links(db: Database, key: bytes) -> list[int]:
    """Ids of changes that are not what was written, or do not follow the one before.

    `key` is that of the present; what was written under keys before it is told by `former_keys`.
    """
    broken = []
    head = b""
    former = former_keys(db)
    for row in db.rows((f"SELECT {COLUMNS} FROM change ORDER BY id", [])):
        pairs = list(_raw_entries(db, row[0]))
        plain = [*row[1:7], bool(row[7]), row[0], *_part(row[8])]
        told = [[kind, record_id, count] for kind, record_id, count, _, _, _ in pairs]
        digests = [digest for *_, digest in pairs]
        altered = any(
            (before or after) and _digest(before, after) != digest
            for _, _, _, before, after, digest in pairs
        )
        its_key = next((one.log_key for one in former if row[0] <= one.last), key)
        if altered or _mac(its_key, head, [plain, told], digests) != row[9]:
            broken.append(row[0])
        head = row[9]
    ((kept,),) = db.rows(("SELECT head FROM book WHERE id = 1", []))
    if kept != head:
        broken.append(0)
    return broken


def _plain(change: Change) -> list[Any]:
    moment = to_milliseconds(change.moment)
    facts = [change.operation, change.subject, change.person_id, moment, change.asked.value]
    told = [[entry.kind, entry.id, entry.count] for entry in change.entries]
    facts += [change.undoes, change.undoable, change.id, *_part(change.part_of)]
    return [facts, told]


def _part(first: int | None) -> list[int]:
    """What stands in the MAC for a portion; nothing for the others, as it was before portions."""
    return [] if first is None else [first]


def _mac(key: bytes, head: bytes, facts: list[Any], digests: Iterable[bytes]) -> bytes:
    mac = hashlib.blake2b(key=key, digest_size=_MAC_BYTES, person=b"change-log")
    mac.update(len(head).to_bytes(2, "big") + head)
    mac.update(_compact(facts).encode())
    for digest in digests:
        mac.update(digest)
    return mac.digest()


def _images(entry: Entry) -> tuple[str | None, str | None]:
    before, after = entry.before, entry.after
    was = None if before is None else to_plain(before)
    if after is None:
        becomes = None
    else:
        becomes = to_plain(after) if was is None else plain_after(before, was, after)
    return _image(was), _image(becomes)


def _image(plain: dict[str, Any] | None) -> str | None:
    return None if plain is None else _compact(plain)


def _digest(before: str | None, after: str | None) -> bytes:
    text = _spaced([before, after]).encode()
    return hashlib.blake2b(text, digest_size=_MAC_BYTES).digest()


def _raw_entries(db: Readable, change_id: int) -> list[tuple[Any, ...]]:
    sql = "SELECT kind, record_id, count, before, after, digest FROM entry WHERE change_id = ?"
    return db.rows((f"{sql} ORDER BY position", [change_id]))


def _change(row: tuple[Any, ...]) -> Change:
    change_id, operation, subject, person_id, moment, asked, undoes, undoable, part_of, _ = row
    return Change(
        id=change_id,
        operation=operation,
        subject=subject,
        person_id=person_id,
        moment=from_milliseconds(moment),
        entries=(),
        asked=Right(asked),
        undoes=undoes,
        undoable=bool(undoable),
        part_of=part_of,
    )
