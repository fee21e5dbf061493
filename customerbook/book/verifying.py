"""Opening a backup by itself, without the book it belongs to."""

from pathlib import Path

from customerbook.book.backup_places import described
from customerbook.book.backups import packed_at
from customerbook.book.entering import Shown
from customerbook.book.step import Cancelled, Step, never, percent, unheard
from customerbook.model.backup import Backup
from customerbook.store.backup_file import Packed
from customerbook.store.backup_keys import keys_of
from customerbook.store.backup_making import verify_backup
from customerbook.store.keys import Keys


def verify_alone(
    file: Path, shown: Shown, *, progress: Step = unheard, cancelled: Cancelled = never
) -> Backup:
    """Open a backup with what somebody knows, and look over all of it.

    Raises:
        WrongKeyError: it is not the passphrase of the time when the backup was made.
        DamagedError: it is not what was packed.
        NotFoundError, BookTooNewError, DiskError: as they say.
    """
    packed = packed_at(file)
    then = keys_of(packed, keys_within(packed, shown))
    verify_backup(packed, then, percent(progress, cancelled))
    return described(packed)


def keys_within(packed: Packed, shown: Shown) -> Keys:
    """The keys in a backup, opened with what somebody shows.

    Raises:
        WrongKeyError: it does not open them.
    """
    _name, way = shown.way()
    return way(packed.key_file)
