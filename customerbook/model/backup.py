"""Backups: what is known of one, what is due, and what became of making or trying one."""

from dataclasses import dataclass
from datetime import date, datetime
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
    SECOND = "second"
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

    def count(self, kind: str) -> int:
        """How many records of a kind it holds, as `customer` or `interaction`."""
        return dict(self.counts).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that has the name of a backup and is none; `problem` is the sentence that says so."""

    file: Path
    place: Place
    problem: str


@dataclass(frozen=True, slots=True)
class Made:
    """A new backup, and its copy in the second place; `trouble` says why there is none."""

    backup: Backup
    copy: Backup | None = None
    trouble: str = ""


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
    """What should be done now: make a backup, tell of the second place, try the newest backup."""

    back_up: bool = False
    second_late: bool = False
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of record in a backup and in the book; `now` is None if there is no book."""

    kind: str
    then: int
    now: int | None = None
    newest_then: datetime | None = None
    newest_now: datetime | None = None


@dataclass(frozen=True, slots=True)
class BackupMemory:
    """What the book itself remembers of its backups.

    `day` counts the dates on which backups were made, whatever dates they were: by it, and not by
    the clock, backups grow old.
    """

    day: int = 0
    last: date | None = None
    second: datetime | None = None
    """When the last copy reached the second place."""
    drill: Drill | None = None
