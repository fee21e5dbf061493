"""Long work in portions, so that nobody has to wait for it.

Each portion is a change of its own, small enough to be taken back in some milliseconds. As many of
them as nobody waits for are written in one transaction, because each costs as much as a hundred
records; others read and write in between. All of them are one to whoever undoes it. After a power
cut those that were written are in the book, and one undo takes them back.
"""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import peewee

from customerbook.book.step import Step, unheard
from customerbook.book.tidying import tidy_a_little
from customerbook.book.writing import MANY, Operation
from customerbook.model.change import Change, Entry, as_one
from customerbook.model.errors import BookError
from customerbook.model.rights import Right

if TYPE_CHECKING:
    from customerbook.book.book import Book

T = TypeVar("T")
_AIM, _AIM_SHARED = 0.012, 0.005
"""Seconds of work that the end of a transaction takes: the window may have to wait for it, for the
portion before it, and for the disk. Less where somebody else is at work in the book."""
_SHARED = 1.0
"""Seconds since they were, for which they still are."""
_FEWEST, _FIRST, _MOST = 25, 50, 1000
"""Records in a transaction."""
_AT_ONCE = 25
"""New records in a portion: some milliseconds."""
_UNMERGED = 48
"""After so many transactions the index is merged a little between them."""
_log = logging.getLogger(__name__)


class Pace:
    """How many records fit into a transaction, as those before have shown."""

    def __init__(self) -> None:
        self.size = _FIRST

    def took(self, count: int, seconds: float, *, shared: bool = False) -> None:
        """The end of a transaction with so many took so long."""
        fitting = count * (_AIM_SHARED if shared else _AIM) / max(seconds, 0.0001)
        # Half the way, since no two are alike.
        self.size = max(_FEWEST, min(_MOST, round((self.size + min(fitting, self.size * 2)) / 2)))


@dataclass(frozen=True)
class Portion:
    """So many records, made ready to be written."""

    count: int
    write: Callable[[Operation], object]
    undoes: int | None = None
    """The change that is taken back by it."""


def cut(items: Iterable[T], count: int = _AT_ONCE) -> Iterator[list[T]]:
    """Something long in pieces as large as a portion should be."""
    source = iter(items)
    while some := list(islice(source, count)):
        yield some


class Work:
    """Something long that is being written; `done` are its portions.

    `count` is how many records it has altogether, if that is known.
    """

    def __init__(
        self,
        book: "Book",
        name: str,
        right: Right,
        subject: str,
        *,
        count: int = 0,
        undoable: bool = True,
    ) -> None:
        self.done: list[Change] = []
        self._book, self._name, self._right, self._subject = book, name, right, subject
        self._many, self._undoable = count > MANY, undoable
        self._pace = Pace()
        self._written = self._transactions = 0
        self._patience = ExitStack()

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, *_error: object) -> None:
        self._patience.close()
        self._book.under_way.discard(self._first() or 0)

    def write(self, portions: Iterable[Portion], step: Step = unheard) -> None:
        """Write portions; `step` is told how many records are, while others may have the book.

        They are taken one by one, as they are needed, so that they can be made ready meanwhile.
        """
        source = iter(portions)
        while ready := self._made_ready(source, step):
            while ready:
                self._transaction(ready)
                step(self._written)

    def _made_ready(self, source: Iterator[Portion], step: Step) -> deque[Portion]:
        """Portions for the next transaction."""
        ready, count = deque[Portion](), 0
        for portion in source:
            ready.append(portion)
            count += portion.count
            if count >= self._pace.size:
                break
            step(self._written)
        return ready

    def _transaction(self, ready: deque[Portion]) -> None:
        """Write of what is ready as much as nobody waits for: all of that or nothing."""
        db, before, count = self._book.db, len(self.done), 0
        # Around the transaction, so that nobody undoes it before it is known to be under way.
        with db.reading():
            try:
                with db.writing():
                    while ready and not (count and db.wanted()):
                        count += self._put(ready.popleft())
                    # Time of this thread alone: a slow disk does not make work lighter.
                    start = time.thread_time()
            except BaseException:
                del self.done[before:]
                self._book.memory.clear()  # it was told of what is not so now
                raise
            took = time.thread_time() - start
            self._pace.took(count, took, shared=db.shared(_SHARED))
            if self.done:
                self._book.under_way.add(self.done[0].id)
        self._written += count
        self._go_on()

    def _put(self, portion: Portion) -> int:
        with self._book.operation(
            self._name,
            self._right,
            undoes=portion.undoes,
            undoable=self._undoable,
            part_of=self._first(),
            apart=False,
        ) as op:
            op.subject, op.one_of_many = self._subject, self._many
            portion.write(op)
        if op.change.id:
            self.done.append(op.change)
        return portion.count

    def _go_on(self) -> None:
        """After a transaction: what takes longer than one lets everybody else go first."""
        self._transactions += 1
        if self._transactions == 1:
            self._patience.enter_context(self._book.db.patiently())
        if self._transactions > _UNMERGED:
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
        name, count = f"undo {self._name}", sum(_size(change.entries) for change in self.done)
        with Work(
            self._book, name, self._right, self._subject, count=count, undoable=False
        ) as back:
            try:
                back.write(self._withdrawn(change) for change in reversed(self.done))
            except BookError:
                left = len(self.done) - len(back.done)
                _log.info("%d portions could not be taken back", left)
                return left
        return 0

    def _withdrawn(self, change: Change) -> Portion:
        def write(op: Operation) -> None:
            op.noted = True
            _withdraw(self._book, op, change.entries)

        return Portion(_size(change.entries), write, change.id)

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


def _size(entries: Sequence[Entry]) -> int:
    return sum(entry.count for entry in entries)
