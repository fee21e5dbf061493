"""Where the backups of a book lie, and which of the files there are its own and whole."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.model.backup import Backup, Place, Unreadable
from customerbook.model.errors import BookError, InvalidInputError
from customerbook.model.generations import superfluous
from customerbook.model.texts import _
from customerbook.store.backup_file import PINNED, SUFFIX, Packed, read_backup
from customerbook.store.durable import sync_folder
from customerbook.store.folder import SUFFIX as BOOK_SUFFIX
from customerbook.store.former_keys import former_keys

if TYPE_CHECKING:
    from customerbook.book.book import Book

_log = logging.getLogger(__name__)
_Stamp = tuple[Path, int, int]


class BackupPlaces:
    """The folder on this PC and the others; read again and again, each file in them once."""

    def __init__(self, book: "Book") -> None:
        self.here: Path | None = None
        self.others: tuple[Path, ...] = ()
        self._book = book
        self._read: dict[_Stamp, Packed | Unreadable] = {}

    def choose(self, here: Path, others: Sequence[Path]) -> None:
        """Say where backups go.

        Raises:
            InvalidInputError: a place inside a book, or the same place twice.
        """
        every = [here.absolute(), *(folder.absolute() for folder in others)]
        if any(part.endswith(BOOK_SUFFIX) for folder in every for part in folder.parts):
            raise InvalidInputError(_("Backups cannot lie inside a book: they would go with it."))
        if len(set(every)) < len(every):
            raise InvalidInputError(_("This place is one of those for backups already."))
        self.here, self.others = every[0], tuple(every[1:])

    @property
    def every(self) -> list[Path]:
        """All places, first the folder on this PC."""
        return [*filter(None, [self.here]), *self.others]

    def found(self, *folders: Path) -> list[Backup]:
        """Backups of this book in these places, or in all; the newest first.

        Those of other books are left out. A folder that is not there holds nothing.
        """
        keys, backups = self._signing_keys(), []
        for path in self._paths(*folders):
            one = self._one(path)
            if isinstance(one, Packed) and one.manifest.book == self._book.keys.book:
                problem = "" if one.made_with(keys) else _not_ours(path)
                backups.append(described(one, self.place_of(path), problem))
        return newest_first(backups)

    def place_of(self, path: Path) -> Place:
        """Which of the places a file lies in."""
        return Place.HERE if path.parent == self.here else Place.OTHER

    def verified_here(self) -> list[Backup]:
        """Those in the folder on this PC that are whole at a glance, the newest first."""
        return [one for one in self.found(self.here) if one.verified] if self.here else []

    def unreadable(self) -> list[Unreadable]:
        """Files in all places that have the name of a backup and cannot be read as one."""
        every = [self._one(path) for path in self._paths()]
        return [one for one in every if isinstance(one, Unreadable)]

    def thin(self) -> None:
        """Remove what need not be kept in each place, but nothing that is pinned in any."""
        pinned = {one.state for one in self.found() if one.pinned}
        for folder in self.every:
            gone = [one for one in superfluous(self.found(folder)) if one.state not in pinned]
            for one in gone:
                try:
                    one.file.unlink()
                except OSError as error:
                    _log.info("a backup could not be removed: %s", type(error).__name__)
            if gone:
                with suppress(OSError):
                    sync_folder(folder)

    def _paths(self, *folders: Path) -> list[Path]:
        found: list[Path] = []
        for folder in folders or self.every:
            with suppress(OSError):
                found += [path for path in folder.iterdir() if path.name.endswith(SUFFIX)]
        return sorted(found)

    def _one(self, path: Path) -> Packed | Unreadable | None:
        """What a file is; none if it has just gone."""
        try:
            state = path.stat()
            stamp = (path, state.st_mtime_ns, state.st_size)
            if stamp not in self._read:
                self._read[stamp] = read_backup(path)
        except BookError as error:
            self._read[stamp] = Unreadable(path, str(error))
        except FileNotFoundError:
            return None
        except OSError:
            return Unreadable(path, _("“{name}” cannot be read.").format(name=path.name))
        return self._read[stamp]

    def _signing_keys(self) -> list[bytes]:
        """What backups of this book are signed with, those under earlier data keys too."""
        former = [one.backup_key for one in former_keys(self._book.db)]
        return [self._book.keys.backup_key, *former]


def newest_first(backups: list[Backup]) -> list[Backup]:
    """By how far the book had come, not by the clock."""
    return sorted(backups, key=lambda one: (one.commits, one.day, one.moment), reverse=True)


def described(backup: Packed, place: Place = Place.ELSEWHERE, problem: str = "") -> Backup:
    """What a file says of itself, as a record."""
    told = backup.manifest
    return Backup(
        file=backup.path,
        size=backup.size,
        moment=told.moment,
        commits=told.commits,
        head=told.head,
        day=told.day,
        schema=told.schema,
        counts=told.counts,
        why=told.why,
        place=place,
        pinned=backup.path.name.endswith(PINNED),
        problem=problem,
    )


def _not_ours(path: Path) -> str:
    return _(
        "“{name}” says that it is a backup of this book, but this program did not write it so."
    ).format(name=path.name)
