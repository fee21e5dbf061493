"""A change: what one operation did, so that it can be shown, undone and redone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from customerbook.model.errors import NotFoundError
from customerbook.model.rights import Right

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record before and after; None where it did not exist.

    Neither image is kept for the new records of a large import: such an entry stands for the
    `count` new records from `id` on, which can be read from the book when they are taken back.
    """

    kind: str
    id: int
    before: Any = None
    after: Any = None
    count: int = 1

    @property
    def light(self) -> bool:
        """Whether the entry stands for new records without their images."""
        return self.before is None and self.after is None

    def inverse(self) -> "Entry":
        """The entry that puts the record back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Who did what, when, to which records.

    `operation` names what was done (`customer.add`), `subject` whom or what it concerned, in
    words. `asked` is the right it took, which undoing it takes as well. `undoes` is the id of
    the change this one takes back (or brings back). Long work is written in portions, so that
    nobody waits for it: each is a change, and `part_of` is the id of the first.
    """

    id: int
    operation: str
    subject: str
    person_id: int | None
    moment: datetime
    entries: tuple[Entry, ...]
    asked: Right = Right.MANAGE
    undoes: int | None = None
    undoable: bool = True
    part_of: int | None = None

    @property
    def work(self) -> int:
        """The same for all portions of one work: the id of the first."""
        return self.part_of or self.id

    def first(self, record: type[R]) -> R:
        """The first record of a kind as the change left it: what `add` added."""
        for entry in self.entries:
            if isinstance(entry.after, record):
                return entry.after
        raise NotFoundError(f"This change holds no {record.__name__.lower()}.")

    def touches(self, *kinds: str) -> bool:
        """Whether a screen that shows these kinds of record should look again."""
        return any(entry.kind in kinds for entry in self.entries)


def as_one(portions: Sequence[Change]) -> Change:
    """The portions of one work, in their order, as one change; of several without the images."""
    first = portions[0]
    if len(portions) == 1:
        return first
    entries = [
        Entry(entry.kind, entry.id, count=entry.count)
        for portion in portions
        for entry in portion.entries
    ]
    return replace(first, entries=tuple(entries))
