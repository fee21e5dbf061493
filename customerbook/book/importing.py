"""Taking over customers from a file: match, fill gaps, add; one undo takes it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol

from customerbook.book.customers import checked
from customerbook.book.filling import filled
from customerbook.book.known import Draft, Fate, Known
from customerbook.book.portions import Portion, Work, cut
from customerbook.book.step import Cancelled, Step, guarded, never, unheard
from customerbook.book.writing import Operation, prepared, take
from customerbook.model import clock
from customerbook.model.change import Change, as_one
from customerbook.model.customer import Customer
from customerbook.model.errors import (
    BookClosedError,
    BookError,
    InvalidInputError,
    UnreadableRowError,
)
from customerbook.model.rights import Right
from customerbook.model.texts import ngettext
from customerbook.store import rows
from customerbook.store.mappings import CUSTOMERS

if TYPE_CHECKING:
    from customerbook.book.book import Book

_AT_ONCE = 50
"""Rows that are looked up together, and between two looks at progress and cancel: some
milliseconds."""


class Row(Protocol):
    """A customer that a file gave, with the line it stood on and what had no field."""

    @property
    def line(self) -> int:
        """Line or card in the file, from 1."""
        ...

    @property
    def customer(self) -> Customer:
        """Who stands there."""
        ...

    @property
    def left_over(self) -> tuple[str, ...]:
        """What had no field and where it went, in words."""
        ...


class PartlyWrittenError(BookError):
    """An import went wrong in the midst, and `change` of it could not be taken back."""

    def __init__(self, sentence: str, change: Change) -> None:
        super().__init__(sentence)
        self.change = change


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be taken."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A row that can be taken, and what becomes of it."""

    line: int
    customer: Customer
    fate: Fate


@dataclass
class Plan:
    """What an import would do; nothing is written yet."""

    source: str = ""
    read: int = 0
    placed: list[Placed] = field(default_factory=list)
    added: list[Customer] = field(default_factory=list)
    changed: list[tuple[Customer, Customer]] = field(default_factory=list)
    skipped: int = 0
    refused: list[Refused] = field(default_factory=list)
    left_over: list[Refused] = field(default_factory=list)
    """Line and words for each thing that has no field of its own."""


def plan(
    book: "Book",
    found: Iterable[Row | UnreadableRowError],
    *,
    source: str = "",
    progress: Step = unheard,
    cancelled: Cancelled = never,
) -> Plan:
    """Compare each row of a file with the book and say what an import would do."""
    book.ask(Right.IMPORT)
    made, known, step = Plan(source=source), Known(book), guarded(progress, cancelled)
    source_rows = iter(found)
    with book.db.patiently():
        while some := list(islice(source_rows, _AT_ONCE)):
            drafts = list(filter(None, (_draft(known, row, made) for row in some)))
            step(made.read)
            known.look_up(draft for _, draft in drafts)
            for row, draft in drafts:
                made.placed.append(Placed(row.line, row.customer, known.place(draft)))
            made.read += len(some)
            step(made.read)
    made.added, made.changed = known.added(), known.changed()
    made.skipped = made.read - len(made.added) - len(made.changed) - len(made.refused)
    return made


def _draft(known: Known, row: Row | UnreadableRowError, made: Plan) -> tuple[Row, Draft] | None:
    """The row with its customer; none if it is refused."""
    if isinstance(row, UnreadableRowError):
        made.refused.append(Refused(row.line, row.reason))
        return None
    made.left_over += [Refused(row.line, words) for words in row.left_over]
    try:
        return row, known.draft(checked(row.customer))
    except InvalidInputError as error:
        made.refused.append(Refused(row.line, str(error)))
        return None


def run(
    book: "Book",
    planned: Plan,
    *,
    progress: Step = unheard,
    cancelled: Cancelled = never,
) -> Change:
    """Write what was planned, in portions, so that others can read and write meanwhile.

    One undo takes all of it back. What was written before `cancelled` or an error is taken back
    here; after a power cut it is in the book, as one change that can be undone.

    Raises:
        CancelledError: the book is as it was before.
        PartlyWrittenError: it went wrong, and some of it could not be taken back either.
    """
    count = len(planned.added) + len(planned.changed)
    with Work(book, "customer.import", Right.IMPORT, planned.source, count=count) as work:
        try:
            book.ask(Right.IMPORT)
            portions = chain(_added(book, planned), _changed(book, planned))
            work.write(portions, guarded(progress, cancelled))
            return work.change()
        except BaseException as error:
            left = work.withdraw()
            if left and isinstance(error, BookError) and not isinstance(error, BookClosedError):
                raise _partly(error, work.done[:left]) from error
            raise


def _added(book: "Book", planned: Plan) -> Iterator[Portion]:
    now = clock.now()
    with book.db.writing():
        first = take(book, "customer", len(planned.added))
    for some in cut(enumerate(planned.added, first)):
        new = prepared([replace(c, id=i, created=c.created or now) for i, c in some], book.country)
        yield Portion(len(some), partial(Operation.add_prepared, new=new))


def _changed(book: "Book", planned: Plan) -> Iterator[Portion]:
    def write(op: Operation, pairs: list[tuple[Customer, Customer]]) -> None:
        op.change_many(_still(book, pairs))

    for pairs in cut(planned.changed):
        yield Portion(len(pairs), partial(write, pairs=pairs))


def _still(
    book: "Book", pairs: list[tuple[Customer, Customer]]
) -> Iterator[tuple[Customer, Customer]]:
    """What is to be filled in, in customers as they are now: somebody may have changed them."""
    found = rows.read(book.db, CUSTOMERS, [before.id for before, _ in pairs])
    for before, after in pairs:
        now = found.get(before.id)
        if now is not None and now.deleted is None:
            yield now, after if now == before else filled(now, after)


def _partly(error: BookError, left: list[Change]) -> PartlyWrittenError:
    count = sum(entry.count for change in left for entry in change.entries)
    words = ngettext(
        "{n} customer is in the book already; undo takes it back.",
        "{n} customers are in the book already; undo takes them back.",
        count,
    )
    return PartlyWrittenError(f"{error} " + words.format(n=count), as_one(left))
