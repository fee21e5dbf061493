"""Backups of the open book: made, copied to other places, listed, tried, pinned, thinned."""

import logging
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.book import backup_due, backup_memory
from customerbook.book.backup_memory import back_up_file
from customerbook.book.backup_places import BackupPlaces, described
from customerbook.book.earlier import sweep_earlier
from customerbook.book.key_changes import known_keys
from customerbook.book.step import Cancelled, Step, never, percent, unheard
from customerbook.model import clock
from customerbook.model.backup import (
    Backup,
    BackupMemory,
    Drill,
    Due,
    Made,
    Unreadable,
    Why,
)
from customerbook.model.errors import (
    DamagedError,
    DiskError,
    InvalidInputError,
    NotFoundError,
    WrongKeyError,
)
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store.backup_faults import told_of
from customerbook.store.backup_file import PINNED, SUFFIX, Packed, free_name, read_backup
from customerbook.store.backup_keys import keys_of
from customerbook.store.backup_making import copy_to_place, part_of, verify_backup
from customerbook.store.copying import Heard
from customerbook.store.durable import put_in_place, sync_folder
from customerbook.store.work_folder import sweep

if TYPE_CHECKING:
    from customerbook.book.book import Book

_log = logging.getLogger(__name__)


class Backups:
    """Operations on the backups of a book; slow ones tell in percent how far they are.

    Nothing is made by itself before `keep_in` has said where.
    """

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._places = BackupPlaces(book)
        self._one = threading.Lock()

    def keep_in(self, here: Path, *others: Path) -> None:
        """Say where backups go: the folder on this PC, and the places that get copies.

        Raises:
            InvalidInputError: a place inside a book, or the same place twice.
        """
        self._places.choose(here, others)

    @property
    def here(self) -> Path | None:
        """The folder on this PC; none until `keep_in`."""
        return self._places.here

    @property
    def others(self) -> tuple[Path, ...]:
        """The places that get copies."""
        return self._places.others

    @property
    def memory(self) -> BackupMemory:
        """What the book remembers: the last drill, the last copy in each place."""
        return backup_memory.remembered(self._book.db)

    def back_up(
        self,
        why: Why = Why.ASKED,
        *,
        to: Path | None = None,
        progress: Step = unheard,
        cancelled: Cancelled = never,
    ) -> Made:
        """Make a verified backup, and take copies of it to the other places.

        Args:
            why: any other than `ASKED` is made whoever is signed in.
            to: into this folder instead; nothing is thinned there.
            progress: told in percent.
            cancelled: asked now and then.

        Raises:
            DiskError: no place can take it.
            DamagedError: the book is damaged; nothing was written.
            CancelledError: nothing was written.
        """
        if why is Why.ASKED:
            self._book.ask(Right.MANAGE)
        heard = percent(progress, cancelled)
        with self._one:
            if to is not None:
                with told_of(to):
                    to.mkdir(exist_ok=True)
                made = Made(described(back_up_file(self._book.db, to, why, heard)))
            else:
                made = self._made(why, heard)
                self._places.thin()
                sweep_earlier(self._book.folder, self.memory, clock.now())
        _log.info("backup made: %s, %d commits", why.value, made.backup.commits)
        return made

    def before(
        self, why: Why, *, progress: Step = unheard, cancelled: Cancelled = never
    ) -> Made | None:
        """Make the backup that belongs before something large, unless the newest will do."""
        if self.here is None or not self.changed():
            return None
        return self.back_up(why, progress=progress, cancelled=cancelled)

    def changed(self) -> bool:
        """Whether the book has anything that its newest backup on this PC does not have."""
        return backup_due.changed(self._book, next(iter(self._places.verified_here()), None))

    def all(self) -> list[Backup]:
        """Backups in all places, the newest first; a place that is not there has none."""
        self._book.ask(Right.MANAGE)
        return self._places.found()

    def unreadable(self) -> list[Unreadable]:
        """Files in all places that have the name of a backup and cannot be read as one."""
        self._book.ask(Right.MANAGE)
        return self._places.unreadable()

    def verify(
        self, file: Path, *, progress: Step = unheard, cancelled: Cancelled = never
    ) -> Backup:
        """Open a backup of this book and look over all of it.

        Raises:
            DamagedError: it is not what was packed.
            NotABookError: it is of another book.
            WrongKeyError: it has an earlier data key, which only the owner key opens.
        """
        self._book.ask(Right.MANAGE)
        packed = packed_at(file)
        verify_backup(packed, keys_of(packed, known_keys(self._book)), percent(progress, cancelled))
        return described(packed)

    def pin(self, backup: Backup) -> Backup:
        """Keep a backup for good, in all places; it carries that in its name."""
        return self._rename(backup, SUFFIX, PINNED)

    def unpin(self, backup: Backup) -> Backup:
        """Let a backup grow old like the others."""
        return self._rename(backup, PINNED, SUFFIX)

    def due(self, now: datetime | None = None, *, closing: bool = False) -> Due:
        """What should be done now; `closing` does not wait for half an hour of work.

        Looks into all places, which may be slow. A clock that jumps makes something due too
        early at most.
        """
        if self.here is None:
            return Due()
        moment = now or clock.now()
        return backup_due.due(self._book, self._places, self.memory, moment, closing=closing)

    def copy_newest(
        self, folder: Path, *, progress: Step = unheard, cancelled: Cancelled = never
    ) -> Backup | None:
        """Take the newest backup to a place that was not there when it was made.

        Raises:
            DiskError: the place is full, gone or fails.
        """
        with self._one:
            mine = self._places.verified_here()
            if not mine:
                return None
            packed = packed_at(mine[0].file)
            copy = self._copied(packed, folder, percent(progress, cancelled))
            self._places.thin()
        return copy

    def drill(self, *, progress: Step = unheard, cancelled: Cancelled = never) -> Drill | None:
        """Open the newest backup and count it, as once a month; the book remembers what came of it.

        None if there is no backup that can be opened with the keys at hand.

        Raises:
            DiskError: there was no room to open it; nothing is remembered.
        """
        for one in self._places.found():
            problem = ""
            try:
                packed = packed_at(one.file)
                keys = keys_of(packed, known_keys(self._book))
                verify_backup(packed, keys, percent(progress, cancelled))
            except WrongKeyError:
                continue
            except DamagedError as error:
                problem = str(error)
            drill = Drill(clock.now(), one.moment, one.commits, one.counts, problem)
            backup_memory.remember(self._book.db, replace(self.memory, drill=drill))
            _log.info("the newest backup was tried: %s", "damaged" if problem else "whole")
            return drill
        return None

    def _made(self, why: Why, heard: Heard) -> Made:
        """What one place cannot take does not keep it from the others."""
        if self.here is None:
            raise InvalidInputError(_("No place for backups was chosen yet."))
        trouble: list[tuple[Path, str]] = []
        failed: DiskError | None = None
        left = list(self._places.every)
        first = part_of(heard, 0, 0.8 if self.others else 1)
        while True:
            folder = left.pop(0)
            try:
                made = back_up_file(self._book.db, folder, why, first)
            except DiskError as error:
                failed = failed or error
                trouble.append((folder, str(error)))
                if not left:
                    raise failed from None
            else:
                break
        copies = []
        for done, other in enumerate(left):
            start, each = 0.8 + 0.2 * done / len(left), 0.2 / len(left)
            try:
                copies.append(self._copied(made, other, part_of(heard, start, start + each)))
            except (DiskError, DamagedError) as error:
                trouble.append((other, str(error)))
        if folder != self.here:
            self._note_reached(folder)
        return Made(self._described(made), tuple(copies), tuple(trouble))

    def _copied(self, packed: Packed, folder: Path, heard: Heard) -> Backup:
        sweep(folder)
        copy = copy_to_place(packed, folder, heard)
        self._note_reached(folder)
        return self._described(copy)

    def _described(self, packed: Packed) -> Backup:
        return described(packed, self._places.place_of(packed.path))

    def _note_reached(self, folder: Path) -> None:
        memory = self.memory.having_reached(folder, clock.now())
        backup_memory.remember(self._book.db, memory)

    def _rename(self, backup: Backup, before: str, after: str) -> Backup:
        self._book.ask(Right.MANAGE)
        renamed: list[Backup] = []
        with self._one:
            for one in self._places.found():
                stem = one.file.name.removesuffix(PINNED).removesuffix(SUFFIX)
                if one.state == backup.state and one.file.name == stem + before:
                    with told_of(one.file.parent):
                        path = free_name(one.file.parent, stem, after)
                        put_in_place(one.file, path)
                        sync_folder(path.parent)
                    renamed.append(replace(one, file=path, pinned=after == PINNED))
        renamed.sort(key=lambda one: one.folder != backup.folder)
        if not renamed:
            raise NotFoundError(_("This backup is not there any more."))
        return renamed[0]


def packed_at(file: Path) -> Packed:
    """What lies in a file that somebody chose.

    Raises:
        NotFoundError: there is no such file.
        DamagedError: it is no backup, or damaged.
        BookTooNewError: a newer program made it.
        DiskError: the disk does not give it.
    """
    try:
        with told_of(file.parent):
            return read_backup(file)
    except DiskError as error:
        if not file.exists():
            raise NotFoundError(_("There is no backup at “{file}”.").format(file=file)) from error
        raise
