"""Backups: what is known of one, what is due, and what became of making or trying one."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path


class Why(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    CLOSING = "closing"
    WORK = "work"
    """Half an hour of work."""
    MIGRATION = "migration"
    IMPORT = "import"
    MERGE = "merge"
    NEW_KEY = "new-key"
    RESTORE = "restore"


class Place(StrEnum):
    """Where a backup lies."""

    HERE = "here"
    """The folder on this PC."""
    OTHER = "other"
    """One of the places beside it: a stick, a folder on another computer."""
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file that was verified before it got its name.

    `commits` and `head` say how far the book had come; `day` counts days on which backups were
    made. `verified` is false if it was not made by this book, or is not as it was written;
    `problem` is the sentence that says so. Its `size` is in bytes.
    """

    file: Path
    size: int
    moment: datetime
    commits: int
    head: str
    day: int
    schema: int
    counts: tuple[tuple[str, int], ...]
    why: Why
    place: Place = Place.ELSEWHERE
    pinned: bool = False
    problem: str = ""

    @property
    def verified(self) -> bool:
        """Whether it is of this book, and at a glance as it was written."""
        return not self.problem

    @property
    def state(self) -> tuple[int, str, datetime]:
        """The same for a backup and its copies in other places."""
        return self.commits, self.head, self.moment

    @property
    def folder(self) -> Path:
        """The place where it lies."""
        return self.file.parent

    def count(self, kind: str) -> int:
        """How many records of a kind it holds, as `customer` or `interaction`."""
        return dict(self.counts).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that has the name of a backup and is none; `problem` is the sentence that says so."""

    file: Path
    problem: str


@dataclass(frozen=True, slots=True)
class Made:
    """A new backup and its copies; `trouble` says of a place why there is none."""

    backup: Backup
    copies: tuple[Backup, ...] = ()
    trouble: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """What became of opening and counting a backup; `problem` is empty if all was well."""

    moment: datetime
    made: datetime
    commits: int
    counts: tuple[tuple[str, int], ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What should be done now.

    Make a backup; take the newest one to places that are there and have not got it; tell of places
    that have had none for a week; try the newest one.
    """

    back_up: bool = False
    copy: tuple[Path, ...] = ()
    late: tuple[Path, ...] = ()
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of record in a backup and in the book; `now` is None if there is no book."""

    kind: str
    then: int
    now: int | None = None
    newest_then: datetime | None = None
    newest_now: datetime | None = None


_UNSURE = timedelta(minutes=15)
"""So far a clock is put right now and then."""


@dataclass(frozen=True, slots=True)
class BackupMemory:
    """What the book itself remembers of its backups.

    `day` counts the dates on which backups were made, whatever dates they were: by it, and not by
    the clock, backups grow old.
    """

    day: int = 0
    last: datetime | None = None
    """When the last backup was made."""
    reached: tuple[tuple[str, datetime], ...] = ()
    """When the last copy reached each place beside the folder on this PC."""
    drill: Drill | None = None

    def now(self, moment: datetime) -> "BackupMemory":
        """What is remembered of a backup at this moment: one more day if it is another date.

        A clock that went back is on another day too, as one that begins anew each morning; one that
        jumps by years has made one day of it.
        """
        last = self.last
        same = (
            last is not None
            and last - moment <= _UNSURE
            and moment.astimezone().date() == last.astimezone().date()
        )
        return replace(self, day=self.day + (not same), last=moment)

    def when_reached(self, folder: Path) -> datetime | None:
        """When the last copy reached a place."""
        return dict(self.reached).get(str(folder))

    def having_reached(self, folder: Path, moment: datetime) -> "BackupMemory":
        """What is remembered after a copy reached a place."""
        return replace(self, reached=(*(dict(self.reached) | {str(folder): moment}).items(),))
