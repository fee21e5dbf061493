"""Making a backup of the open book, and proving that one is whole.

A copy of all pages → on the disk → opened with the key on its own: each page's MAC, each table,
references, records against the book, head of the change log → packed with the key file and a
manifest → on the disk → read back → its name.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from customerbook.model import clock
from customerbook.model.backup import Why
from customerbook.model.errors import DamagedError, NotABookError, WrongKeyError
from customerbook.store.backup import Found, compare_with_book, copy_open, examine
from customerbook.store.backup_faults import no_room, told_of
from customerbook.store.backup_file import (
    SUFFIX,
    Packed,
    copy_backup,
    forget_read,
    free_name,
    is_damaged,
    pack,
    read_backup,
    room_missing,
    unpack_database,
)
from customerbook.store.copying import Heard
from customerbook.store.durable import put_in_place, sync_folder
from customerbook.store.file import BookFile
from customerbook.store.keys import Keys
from customerbook.store.manifest import Manifest, Part
from customerbook.store.work_folder import work_folder

_SPARE_BYTES = 16 * 1024 * 1024


def make_backup(
    file: BookFile, folder: Path, stem: str, *, why: Why, day: int, heard: Heard
) -> Packed:
    """Make a backup of the open book, and verify it before it gets its name.

    Args:
        file: the book; others read and write meanwhile.
        folder: where to; must be there.
        stem: begin of the name.
        why: what it is made for.
        day: see `model.backup.BackupMemory`.
        heard: told how far it is; what it raises leaves nothing behind.

    Raises:
        DiskError: the place is full, gone or fails.
        DamagedError: the book or the copy is damaged.
        BookClosedError: the book was closed meanwhile.
    """
    with told_of(folder):
        _refuse_without_room(folder, 2 * file.hold.folder.book.stat().st_size)
        with work_folder(folder) as work:
            copy, packed = work / "copy", work / "packed"
            keys, key_file = copy_open(file, copy, part_of(heard, 0, 0.3))
            found = examine(copy, keys.cipher_key(), part_of(heard, 0.3, 0.75))
            compare_with_book(file, found)
            draft = _draft(found, keys, why, day)
            pack(packed, copy, (key_file, draft), keys.backup_key, part_of(heard, 0.75, 0.9))
            _read_back(packed, keys, part_of(heard, 0.9, 1))
            path = free_name(folder, stem)
            put_in_place(packed, path)
        sync_folder(folder)
        return read_backup(path)


def copy_to_place(backup: Packed, folder: Path, heard: Heard) -> Packed:
    """Copy a backup to another place, and read it back there before it gets its name.

    Raises:
        DiskError: the place is full, gone or fails.
        DamagedError: what is read back, or was copied, is not what was packed.
    """
    with told_of(folder):
        _refuse_without_room(folder, backup.size)
        with work_folder(folder) as work:
            part = work / "packed"
            copy_backup(backup, part, part_of(heard, 0, 0.6))
            forget_read(part)
            copy = read_backup(part)
            if (copy.manifest, copy.mac) != (backup.manifest, backup.mac):
                raise is_damaged(backup.path)
            unpack_database(copy, None, part_of(heard, 0.6, 1))
            path = free_name(folder, backup.path.name.removesuffix(SUFFIX))
            put_in_place(part, path)
        sync_folder(folder)
        return read_backup(path)


def verify_backup(backup: Packed, keys: Keys, heard: Heard) -> Found:
    """Open the book inside a backup with the keys of its time, and look over all of it.

    Raises:
        DamagedError: it is not what was packed.
        DiskError: there is room for it neither beside the backup nor in the system's place.
    """
    with told_of(backup.path.parent), _room_to_look(backup) as work:
        return unpack(backup, work / "copy", keys, heard)


def unpack(backup: Packed, target: Path, keys: Keys, heard: Heard) -> Found:
    """Read the book out of a backup into a new file, and look over all of it.

    Raises:
        DamagedError: it is not what was packed.
        OSError: as the disk says.
    """
    manifest = backup.manifest
    if not backup.made_with([keys.backup_key]):
        raise is_damaged(backup.path)
    unpack_database(backup, target, part_of(heard, 0, 0.3))
    try:
        found = examine(target, keys.cipher_key(), part_of(heard, 0.3, 1))
    except (DamagedError, WrongKeyError, NotABookError) as error:
        raise is_damaged(backup.path) from error
    if found != Found(manifest.commits, manifest.head, manifest.schema, manifest.counts):
        raise is_damaged(backup.path)
    return found


def part_of(heard: Heard, start: float, end: float) -> Heard:
    """Tells a part of longer work as what it is of the whole, and never goes back."""
    reached = start

    def told(done: float) -> None:
        nonlocal reached
        reached = max(reached, start + (end - start) * done)
        heard(reached)

    return told


def _read_back(path: Path, keys: Keys, heard: Heard) -> None:
    forget_read(path)
    backup = read_backup(path)
    if not backup.made_with([keys.backup_key]):
        raise is_damaged(path)
    unpack_database(backup, None, heard)


def _draft(found: Found, keys: Keys, why: Why, day: int) -> Manifest:
    from importlib.metadata import version  # noqa: PLC0415 - slow to import

    return Manifest(
        book=keys.book,
        epoch=keys.epoch,
        commits=found.commits,
        head=found.head,
        schema=found.schema,
        moment=clock.now(),
        day=day,
        why=why,
        program=version("customerbook"),
        counts=found.counts,
        database=Part(0, ""),
        keys=Part(0, ""),
    )


@contextmanager
def _room_to_look(backup: Packed) -> Iterator[Path]:
    """A folder to unpack into: beside the backup or, where nothing can be written, elsewhere."""
    beside = backup.path.parent
    wanted = backup.manifest.database.size + _SPARE_BYTES
    with ExitStack() as stack:
        for place in (beside, Path(tempfile.gettempdir())):
            with suppress(OSError):
                if room_missing(place, wanted) == 0:
                    work = stack.enter_context(work_folder(place))
                    break
        else:
            raise no_room(beside, room_missing(beside, wanted))
        yield work


def _refuse_without_room(folder: Path, wanted: int) -> None:
    if missing := room_missing(folder, wanted + _SPARE_BYTES):
        raise no_room(folder, missing)
