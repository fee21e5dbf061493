"""Keys that a book had before its data key was changed, kept inside it.

The change log is not chained anew when the data key changes: what was written stays under the key
of its time. So does the manifest of a backup. Only these two derived keys are kept, which open
nothing; they are in the book itself, so that only who can open it has them.
"""

import json
from dataclasses import dataclass, field, replace

from customerbook.store.faults import damaged
from customerbook.store.keyfile import canonical
from customerbook.store.keys import Keys
from customerbook.store.rows import Database

_NAME = "former keys"


@dataclass(frozen=True)
class FormerKeys:
    """What changes up to `last` are chained with, and backups of that time are signed with."""

    last: int
    log_key: bytes = field(repr=False)
    backup_key: bytes = field(repr=False)


def former_keys(db: Database) -> list[FormerKeys]:
    """Keys that the book had, the oldest first; none if its data key was never changed.

    Raises:
        DamagedError: they cannot be read.
    """
    found = db.rows(("SELECT value FROM file_state WHERE name = ?", [_NAME]))
    try:
        items = json.loads(bytes(found[0][0])) if found else []
        return [
            FormerKeys(int(last), bytes.fromhex(log), bytes.fromhex(backup))
            for last, log, backup in items
        ]
    except (ValueError, TypeError) as error:
        raise damaged() from error


def remember_former(db: Database, keys: Keys) -> None:
    """Keep what keys that are about to be replaced have signed so far.

    Does no harm if they are not replaced after all: then they are still right for what follows.
    """
    ((last,),) = db.rows(("SELECT coalesce(max(id), 0) FROM change", []))
    kept = [one for one in former_keys(db) if one.log_key != keys.log_key]
    kept.append(FormerKeys(last, keys.log_key, keys.backup_key))
    _keep(db, kept)


def take_former(db: Database, others: list[FormerKeys]) -> None:
    """Keep also what another copy of the book knows, for the backups that were signed with it.

    No change of this one was chained with them: it was restored from before they came.
    """
    kept = former_keys(db)
    known = {one.log_key for one in kept}
    last = max((one.last for one in kept), default=0)
    kept += [replace(one, last=last) for one in others if one.log_key not in known]
    _keep(db, kept)


def _keep(db: Database, kept: list[FormerKeys]) -> None:
    items = [[one.last, one.log_key.hex(), one.backup_key.hex()] for one in kept]
    sql = "INSERT OR REPLACE INTO file_state (name, value) VALUES (?, ?)"
    db.run((sql, [_NAME, canonical(items)]))
