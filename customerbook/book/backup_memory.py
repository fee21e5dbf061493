"""What an open book remembers of its backups, and making one of it."""

import json
import re
from pathlib import Path
from typing import Any

from customerbook.model import clock
from customerbook.model.backup import BackupMemory, Why
from customerbook.model.plain import from_plain, to_plain
from customerbook.store.backup_faults import told_of
from customerbook.store.backup_file import Packed
from customerbook.store.backup_making import make_backup
from customerbook.store.copying import Heard
from customerbook.store.file import BookFile
from customerbook.store.keyfile import canonical
from customerbook.store.place import backup_folder
from customerbook.store.work_folder import sweep

_NAME = "backups"
_LONGEST_STEM = 100  # bytes; file systems take 255 for a whole name
_NOT_EVERYWHERE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def remembered(file: BookFile) -> BackupMemory:
    """What the book remembers; nothing where that cannot be read."""
    try:
        plain: Any = json.loads(file.remembered(_NAME) or b"{}")
        return from_plain(BackupMemory, plain)
    except (ValueError, TypeError, AttributeError, LookupError):
        return BackupMemory()


def remember(file: BookFile, memory: BackupMemory) -> None:
    """Write what the book remembers; nothing where it can only be read."""
    if not file.read_only:
        file.remember(_NAME, canonical(to_plain(memory)))


def back_up_file(file: BookFile, folder: Path, why: Why, heard: Heard) -> Packed:
    """Make a verified backup of an open book, whoever is at it.

    The folder is made if it is the one for backups; any other must be there.

    Raises:
        DiskError: the place is full, gone or fails.
        DamagedError: the book is damaged.
    """
    if folder == backup_folder():
        with told_of(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(folder)
    memory = remembered(file).now(clock.now())
    remember(file, memory)  # before it is copied, so that a restored book knows it too
    return make_backup(file, folder, _stem(file), why=why, day=memory.day, heard=heard)


def back_up_before_migration(file: BookFile) -> None:
    """Make the backup without which no book is converted.

    Raises:
        DiskError, DamagedError: there is none, so the book must stay as it is.
    """
    back_up_file(file, backup_folder(), Why.MIGRATION, lambda _done: None)


def _stem(file: BookFile) -> str:
    """Begin of a name: that of the book, and the time on the wall."""
    name = _NOT_EVERYWHERE.sub("-", file.hold.folder.path.stem)
    name = name.encode()[:_LONGEST_STEM].decode("utf-8", "ignore").strip(" .") or "book"
    return f"{name} {clock.now().astimezone():%Y-%m-%d %H.%M}"
