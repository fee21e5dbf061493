"""The change log of a damaged book, as far as it can be read, put behind that of its backup.

What cannot be read leaves gaps in the chain. They are noted once, so that a later check tells of
new ones only.
"""

import json

from customerbook.store import log
from customerbook.store.faults import damaged
from customerbook.store.keyfile import canonical
from customerbook.store.rows import Database
from customerbook.store.salvage import Salvaged

_NAME = "log gaps"
_ENTRY = "change_id, position, kind, record_id, count, before, after, digest"


def newest(db: Database) -> int:
    """Id of the last change; 0 in an empty log."""
    ((last,),) = db.rows("SELECT coalesce(max(id), 0) FROM change")
    return int(last)


def append_salvaged(db: Database, found: Salvaged, after: int) -> int:
    """Write what can be read of the changes after this one, as they were; how many there are."""
    if "change" not in found.lost:
        return 0
    changes = found.rows((f"SELECT {log.COLUMNS} FROM change WHERE id > ? ORDER BY id", [after]))
    marks = ", ".join("?" * len(log.COLUMNS.split(",")))
    db.run_many(f"INSERT INTO change ({log.COLUMNS}) VALUES ({marks})", changes)
    if changes and "entry" in found.lost:
        wanted = f"SELECT {_ENTRY} FROM entry WHERE change_id IN (SELECT id FROM change) "
        entries = found.rows((f"{wanted} AND change_id > ? ORDER BY change_id", [after]))
        marks = ", ".join("?" * len(_ENTRY.split(",")))
        db.run_many(f"INSERT INTO entry ({_ENTRY}) VALUES ({marks})", entries)
    if changes:
        sql = "UPDATE book SET head = ?, commits = commits + ? WHERE id = 1"
        db.run((sql, [changes[-1][-1], len(changes)]))
    return len(changes)


def note_gaps(db: Database, key: bytes) -> int:
    """Note the places where the chain is broken now; how many are new."""
    known = noted_gaps(db)
    new = set(log.broken_links(db, key)) - known - {0}  # 0: cut at its end, which nothing excuses
    sql = "INSERT OR REPLACE INTO file_state (name, value) VALUES (?, ?)"
    db.run((sql, [_NAME, canonical(sorted(known | new))]))
    return len(new)


def noted_gaps(db: Database) -> set[int]:
    """Ids of changes before which some were lost with a damaged file.

    Raises:
        DamagedError: they cannot be read.
    """
    found = db.rows(("SELECT value FROM file_state WHERE name = ?", [_NAME]))
    try:
        return {int(change_id) for change_id in json.loads(bytes(found[0][0]))} if found else set()
    except (ValueError, TypeError) as error:
        raise damaged() from error
