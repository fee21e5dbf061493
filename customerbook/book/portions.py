"""Long work in portions, so that nobody has to wait for it.

Each portion is a transaction of a few milliseconds and a change of its own; others read and write
in between. All of them are one to whoever undoes it. After a power cut those that were written
are in the book, and one undo takes them back.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import peewee

from customerbook.book.tidying import tidy_a_little
from customerbook.book.writing import Operation
from customerbook.model.change import Change, Entry, as_one
from customerbook.model.errors import BookError
from customerbook.model.rights import Right

if TYPE_CHECKING:
    from customerbook.book.book import Book

T = TypeVar("T")
_AIM = 0.015
"""Seconds of work in a portion: the window may have to wait for one, and for the disk."""
_FEWEST, _FIRST, _MOST = 10, 20, 500
_UNMERGED = 48
"""After so many portions the index is merged a little between them."""
_log = logging.getLogger(__name__)


class Pace:
    """How many records fit into a portion, as the portions before have shown."""

    def __init__(self, size: int = _FIRST) -> None:
        self.size = size

    def took(self, count: int, seconds: float) -> None:
        """A portion of so many took so long."""
        fitting = count * _AIM / max(seconds, 0.0001)
        # Half the way, since no two portions are alike.
        self.size = max(_FEWEST, min(_MOST, round((self.size + min(fitting, self.size * 3)) / 2)))


class Work:
    """Something long that is being written; `done` are its portions."""

    def __init__(
        self, book: "Book", name: str, right: Right, subject: str, *, undoable: bool = True
    ) -> None:
        self.done: list[Change] = []
        self._book, self._name, self._right, self._subject = book, name, right, subject
        self._undoable = undoable

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, *_error: object) -> None:
        self._book.under_way.discard(self._first() or 0)

    def portions(self, items: Sequence[T]) -> Iterator[tuple[list[T], Pace]]:
        """Cut something up, in portions as long as they should be."""
        pace, start = Pace(), 0
        while start < len(items):
            some = list(items[start : start + pace.size])
            yield some, pace
            start += len(some)

    @contextmanager
    def portion(
        self, pace: Pace | None = None, count: int = 1, *, undoes: int | None = None
    ) -> Iterator[Operation]:
        """Write a portion of `count` records: all of it or, after an exception, nothing."""
        # Around the transaction, so that nobody undoes it before it is known to be under way.
        with self._book.db.reading():
            # Time of this thread alone: a slow disk or other programs do not make work lighter.
            start = time.thread_time()
            with self._book.operation(
                self._name,
                self._right,
                undoes=undoes,
                undoable=self._undoable,
                part_of=self._first(),
            ) as op:
                op.subject = self._subject
                yield op
            if pace is not None:
                pace.took(count, time.thread_time() - start)
            if op.change.id:
                self.done.append(op.change)
                self._book.under_way.add(self.done[0].id)
        if len(self.done) > _UNMERGED:
            tidy_a_little(self._book)

    def change(self) -> Change:
        """All of it as one change; of several portions without the images."""
        if self.done:
            return as_one(self.done)
        with self._book.operation(self._name, self._right) as op:
            op.subject = self._subject
        return op.change  # nothing was changed, which is not worth a line in the log

    def withdraw(self) -> int:
        """Take back what was written, newest first; the number of portions that could not be.

        Records that somebody has used meanwhile stay.
        """
        name = f"undo {self._name}"
        with Work(self._book, name, self._right, self._subject, undoable=False) as back:
            for left in range(len(self.done), 0, -1):
                change = self.done[left - 1]
                try:
                    with back.portion(undoes=change.id) as op:
                        op.noted = True
                        _withdraw(self._book, op, change.entries)
                except BookError:
                    _log.info("%d portions could not be taken back", left)
                    return left
        return 0

    def _first(self) -> int | None:
        return self.done[0].id if self.done else None


def _withdraw(book: "Book", op: Operation, entries: Sequence[Entry]) -> None:
    try:
        with book.db.writing():
            op.withdraw(entries)
    except peewee.IntegrityError:
        for entry in entries:
            for one in range(entry.id, entry.id + entry.count) if entry.light else ():
                with suppress(peewee.IntegrityError), book.db.writing():
                    op.withdraw([Entry(entry.kind, one)])
