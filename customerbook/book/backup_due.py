"""What should be done about backups now."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.model.backup import Backup, BackupMemory, Due
from customerbook.model.errors import BookError
from customerbook.store.backup_file import read_backup

if TYPE_CHECKING:
    from customerbook.book.backup_places import BackupPlaces
    from customerbook.book.book import Book

EVERY = timedelta(minutes=30)
"""Of work, between two backups that are made by themselves."""
LATE = timedelta(days=7)
"""Without a backup in a place beside the folder on this PC."""
DRILL_EVERY = timedelta(days=30)
_DOUBT = timedelta(days=1)
"""So far ahead of now, a moment of the past is one of a clock that was wrong."""
_UNTOLD = ("person.here", "reminder.shown")
"""Changes that alone are no reason for a backup."""


def due(
    book: "Book", places: "BackupPlaces", memory: BackupMemory, now: datetime, *, closing: bool
) -> Due:
    """See `Backups.due`."""
    mine = places.verified_here()
    newest = mine[0] if mine else None
    there = {folder: [b for b in places.found(folder) if b.verified] for folder in places.others}
    tried = memory.drill.moment if memory.drill else None
    worked = newest is None or _over(newest.moment, now, EVERY)
    return Due(
        back_up=(closing or worked) and changed(book, newest),
        copy=tuple(
            folder
            for folder, found in there.items()
            if newest and newest.state not in {one.state for one in found} and folder.is_dir()
        ),
        late=tuple(
            folder
            for folder, found in there.items()
            if mine and _over(_last(folder, found, memory) or mine[-1].moment, now, LATE)
        ),
        drill=newest is not None and _over(tried, now, DRILL_EVERY),
    )


def _last(folder: Path, found: list[Backup], memory: BackupMemory) -> datetime | None:
    """When a place got its last backup; what lies there counts more than what is remembered."""
    return max((one.moment for one in found), default=memory.when_reached(folder))


def changed(book: "Book", newest: Backup | None) -> bool:
    """Whether the book has anything that its newest backup on this PC does not have."""
    if newest is None:
        return True
    ((commits, head),) = book.db.rows("SELECT commits, head FROM book")
    if (commits, bytes(head).hex()) != (newest.commits, newest.head):
        untold = ", ".join(f"'{name}'" for name in _UNTOLD)
        latest = "SELECT operation FROM change ORDER BY id DESC LIMIT ?"
        sql = f"SELECT EXISTS (SELECT 1 FROM ({latest}) WHERE operation NOT IN ({untold}))"
        ((told,),) = book.db.rows((sql, [max(0, commits - newest.commits)]))
        if told or commits <= newest.commits:
            return True
    return _keys_changed(book, newest)


def _keys_changed(book: "Book", newest: Backup) -> bool:
    """Whether somebody comes in otherwise than the key file in the backup says."""
    try:
        then = read_backup(newest.file).key_file
    except (BookError, OSError):
        return True
    now = book.db.key_file
    return (then.slots, then.rights) != (now.slots, now.rights)


def _over(last: datetime | None, now: datetime, after: timedelta) -> bool:
    return last is None or now - last >= after or last - now > _DOUBT
