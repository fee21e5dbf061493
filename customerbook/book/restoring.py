"""Going back to a backup: made ready beside the book, compared with it, put in its place.

Who may come in is not restored: the present key file stays, and the people of the present with it,
so that nobody who was removed comes back with an older book. Where there is no book, the keys in
the backup are taken.
"""

import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from customerbook.book.backup_places import described
from customerbook.book.backups import packed_at
from customerbook.book.book import Book, open_with_keys
from customerbook.book.carrying import Present, carry, present_of
from customerbook.book.comparing import differences, told
from customerbook.book.entering import Shown, unlock
from customerbook.book.key_changes import known_keys
from customerbook.book.step import Cancelled, Step, never, percent, unheard
from customerbook.book.verifying import keys_within
from customerbook.model import clock
from customerbook.model.backup import Backup, Difference, Why
from customerbook.model.errors import (
    BookError,
    DamagedError,
    RightRefusedError,
)
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store import swap
from customerbook.store.backup_file import SUFFIX, Packed, read_backup
from customerbook.store.backup_keys import keys_of
from customerbook.store.backup_making import part_of
from customerbook.store.faults import write_protected
from customerbook.store.folder import (
    BookFolder,
    Hold,
    hold_folder,
    named,
    new_folder,
    read_key_file,
)
from customerbook.store.keyfile import KeyFile, Role
from customerbook.store.keys import Keys
from customerbook.store.restoring import make_ready as unpack_ready
from customerbook.store.restoring import opened_ready

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ready:
    """A backup that lies ready to become the book, and how the two differ."""

    backup: Backup
    differences: tuple[Difference, ...]


def make_ready(
    book: Book, file: Path, *, progress: Step = unheard, cancelled: Cancelled = never
) -> Ready:
    """Unpack and verify a backup beside the open book, and compare the two.

    Nothing is changed yet; `drop_ready` forgets it. A backup of the present is made as well, where
    there is a place for it.

    Raises:
        DamagedError: the backup is not what was packed.
        NotABookError: it is of another book.
        WrongKeyError: it has an earlier data key, which only the owner key opens.
        DiskError: there is no room.
    """
    book.ask(Right.RESTORE)
    heard = percent(progress, cancelled)
    packed = packed_at(file)
    then = keys_of(packed, known_keys(book))
    now = (book.db.key_file, book.keys)
    # First, for the backup of the present may thin out the one that is wanted.
    unpack_ready(packed, book.folder, then, now, part_of(heard, 0, 0.5))

    def second(done: int) -> None:
        heard(0.5 + 0.4 * done / 100)

    try:
        with opened_ready(book.folder, *now) as ready:
            then_told = told(ready.rows)
        with suppress(DamagedError):  # that may be why one goes back; the book stays aside anyway
            book.backups.before(Why.RESTORE, progress=second)
        now_told = told(book.db.patient_rows)
        heard(1)
    except BaseException:
        drop_ready(book)
        raise
    return Ready(described(packed), differences(then_told, now_told))


def drop_ready(book: Book) -> None:
    """Forget what `make_ready` made."""
    swap.drop_restored(book.folder)


def swap_in(book: Book, ready: Ready) -> Book:
    """Close the book, put the backup in its place, and open that with the same person at it.

    What the book was stays in the folder for a month. If it fails, the book is closed, its folder
    still held, and opens as what it was.

    Raises:
        DiskError: the disk is full or fails.
    """
    book.ask(Right.RESTORE)
    if book.read_only:
        raise write_protected()
    present, hold = present_of(book), book.db.hold
    try:
        book.close(keep_hold=True)
    except BookError:  # it is damaged, or its disk is full
        book.db.close(keep_hold=True)
    now = (book.db.key_file, book.keys)
    try:
        _finish(hold.folder.path, now, ready.backup, present)
    except BaseException:
        if not swap.is_pending(book.folder):
            drop_ready(book)
        raise
    again = open_with_keys(hold, read_key_file(hold.folder), book.keys)
    again.sign_in(present.person)
    if book.backups.here:
        again.backups.keep_in(book.backups.here, *book.backups.others)
    return again


def restore_to(
    file: Path,
    path: Path,
    shown: Shown,
    *,
    replace: bool = False,
    progress: Step = unheard,
    cancelled: Cancelled = never,
) -> Backup:
    """Make a book of a backup where there is none, as on another PC; it is closed then.

    Args:
        file: the backup.
        path: the folder of the new book.
        shown: the owner's passphrase, as it was when the backup was made, or the recovery code.
        replace: put it in place of a book that lies there and does not open any more. Its key file
            stays, if it can be read: then the passphrase of the present is wanted.
        progress: told in percent.
        cancelled: asked now and then.

    Raises:
        OpeningError: there is something already, or it does not open with what was shown.
        RightRefusedError: it is not the owner's.
        DamagedError, NotABookError, BookTooNewError, DiskError: as they say.
    """
    packed = packed_at(file)
    hold, fresh = _held(named(path), replace=replace)
    folder = hold.folder.path
    try:
        now = _owner(hold, packed, shown)
        then = keys_of(packed, now[1])
        unpack_ready(packed, folder, then, now, percent(progress, cancelled))
        commits = max(now[0].seen.commits, _furthest(file.parent, now[1]))
        _finish(folder, now, described(packed), Present(commits=commits))
    except BaseException:
        hold.release()
        if fresh and not swap.is_pending(folder):
            shutil.rmtree(folder, ignore_errors=True)
        raise
    hold.release()
    _log.info("restored: %d commits", packed.manifest.commits)
    return described(packed)


def _finish(folder: Path, now: tuple[KeyFile, Keys], backup: Backup, present: Present) -> None:
    """Note in what was made ready where it comes from, and let it be the book."""
    with opened_ready(folder, *now, present.former) as file:
        restored = Book(file)
        day = carry(restored, present, backup)
        restored.close(keep_hold=True)
    swap.swap_in(folder, clock.now(), day)


def _held(path: Path, *, replace: bool) -> tuple[Hold, bool]:
    """The folder for a restored book, and whether it is new (or half of an earlier try)."""
    folder = BookFolder(path.absolute())
    parts = {one.name for one in folder.path.iterdir()} if folder.path.is_dir() else set()
    if parts and parts <= {"restored", "LOCK", "log"} and not swap.is_pending(folder.path):
        return hold_folder(folder), True
    if not (replace and {folder.keys.name, folder.keys_copy.name, folder.book.name} & parts):
        return new_folder(path), True
    hold = hold_folder(folder)
    if hold.read_only:
        raise write_protected()
    return hold, False


def _owner(hold: Hold, packed: Packed, shown: Shown) -> tuple[KeyFile, Keys]:
    """The key file that the restored book will have, open: that of the present if there is one."""
    found = None
    with suppress(DamagedError):
        if hold.folder.keys.exists() or hold.folder.keys_copy.exists():
            found = unlock(hold, shown)
    if found is None:
        found = packed.key_file, keys_within(packed, shown)
    if found[1].role is not Role.OWNER:
        raise RightRefusedError(_("Only the owner may go back to a backup."))
    return found


def _furthest(folder: Path, keys: Keys) -> int:
    """How far the book had come, by all its backups: what comes now must be counted beyond them."""
    commits = [0]
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(BookError, OSError):
            packed = read_backup(path)
            keys_of(packed, keys)
            commits.append(packed.manifest.commits)
    return max(commits)
