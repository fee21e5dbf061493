"""A backup unpacked beside the book it is to replace, under the keys that are to open it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customerbook.store.backup import copy_closed, examine
from customerbook.store.backup_faults import no_room, told_of
from customerbook.store.backup_file import Packed, is_damaged, room_missing
from customerbook.store.backup_making import part_of, unpack
from customerbook.store.copying import Heard
from customerbook.store.durable import put_in_place
from customerbook.store.faults import too_new
from customerbook.store.file import BookFile
from customerbook.store.folder import BookFolder, hold_folder
from customerbook.store.former_keys import FormerKeys, remember_former, take_former
from customerbook.store.keyfile import KeyFile
from customerbook.store.keys import Keys
from customerbook.store.migrate import migrate, newest
from customerbook.store.swap import drop_restored, restored_folder

_SPARE_BYTES = 32 * 1024 * 1024


def make_ready(
    backup: Packed, folder: Path, then: Keys, now: tuple[KeyFile, Keys], heard: Heard
) -> None:
    """Unpack and verify a backup inside the held folder of a book; the book is not touched.

    Args:
        backup: what to go back to.
        folder: that of the book.
        then: the keys of the backup's time.
        now: the key file and the keys that it will have.
        heard: told how far it is; what it raises leaves nothing behind.

    Raises:
        BookTooNewError: a newer program made it.
        DamagedError: it is not what was packed.
        DiskError: there is no room, or the disk fails.
    """
    if backup.manifest.schema > newest():
        raise too_new()
    key_file, keys = now
    again = keys.cipher_key() != then.cipher_key()
    wanted = backup.manifest.database.size * (2 if again else 1)
    with told_of(folder):
        drop_restored(folder)
        if missing := room_missing(folder, wanted + _SPARE_BYTES):
            raise no_room(folder, missing)
        ready = restored_folder(folder)
        ready.mkdir(mode=0o700)
        try:
            part = ready / "part"
            unpack(backup, part, then, part_of(heard, 0, 0.5 if again else 1))
            if again:
                part = _under(part, then, keys, backup, part_of(heard, 0.5, 1))
            put_in_place(part, BookFolder(ready).book)
            with opened_ready(folder, key_file, keys) as file:
                if again:
                    remember_former(file, then)
        except BaseException:
            drop_restored(folder)
            raise


@contextmanager
def opened_ready(
    folder: Path, key_file: KeyFile, keys: Keys, former: list[FormerKeys] | None = None
) -> Iterator[BookFile]:
    """The book that was made ready, open and of the present schema, with this key file.

    `former` are keys that the present book had, beyond those that the backup knows.
    """
    with hold_folder(BookFolder(restored_folder(folder))) as hold:
        file = BookFile(hold, key_file, keys)
        try:
            file.save_keys(key_file)
            if former:
                take_former(file, former)
            migrate(file)
            yield file
        finally:
            file.close()


def _under(part: Path, then: Keys, keys: Keys, backup: Packed, heard: Heard) -> Path:
    """The copy under the keys of now: whoever knows those of its time must not open it."""
    target = part.with_name("again")
    copy_closed(part, then.cipher_key(), target, keys.cipher_key(), part_of(heard, 0, 0.4))
    part.unlink()
    found = examine(target, keys.cipher_key(), part_of(heard, 0.4, 1))
    manifest = backup.manifest
    if (found.commits, found.head, found.counts) != (
        manifest.commits,
        manifest.head,
        manifest.counts,
    ):
        raise is_damaged(backup.path)
    return target
