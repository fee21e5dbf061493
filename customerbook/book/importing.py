"""Taking over customers from a file: match, fill gaps, add; one undo takes it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, Protocol

from customerbook.book.customers import checked
from customerbook.book.filling import filled
from customerbook.book.portions import Portion, Work, cut
from customerbook.book.step import Cancelled, CancelledError, Step, guarded, never, unheard
from customerbook.book.writing import Operation, prepared, take
from customerbook.model import clock
from customerbook.model.change import Change, as_one
from customerbook.model.customer import Customer, MethodKind
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
from customerbook.store.normal import folded, phone_forms, words

if TYPE_CHECKING:
    from customerbook.book.book import Book

_STEP = 20
"""Rows between two looks at progress and cancel: some milliseconds."""
_AT_ONCE = 2000
"""Customers that are read at once to know them again: some milliseconds."""


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


Fate = Literal["new", "filled", "same"]
"""What becomes of a row: a new customer, gaps of a known one filled, nothing that is not known."""


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
    made, known = Plan(source=source), _Known(book)
    for row in found:
        made.read += 1
        if made.read % _STEP == 0:
            progress(made.read)
            if cancelled():
                raise CancelledError
        if isinstance(row, UnreadableRowError):
            made.refused.append(Refused(row.line, row.reason))
            continue
        made.left_over += [Refused(row.line, words) for words in row.left_over]
        try:
            made.placed.append(Placed(row.line, row.customer, known.place(row.customer)))
        except InvalidInputError as error:
            made.refused.append(Refused(row.line, str(error)))
    made.added, made.changed = known.added(), known.changed()
    made.skipped = made.read - len(made.added) - len(made.changed) - len(made.refused)
    return made


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
    with Work(book, "customer.import", Right.IMPORT, planned.source) as work:
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


class _Known:
    """Who is in the book or came in this file already, by what tells people apart."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._country = book.country
        self._by_key: dict[tuple[str, ...], int] = {}
        self._new: dict[int, Customer] = {}
        self._old: dict[int, tuple[Customer, Customer]] = {}
        names = {
            i: tuple(sorted(words(name)))
            for i, name in self._all("SELECT id, name FROM customer WHERE deleted IS NULL AND id")
        }
        reached: set[int] = set()
        for i, reach in self._all("SELECT customer_id, folded FROM method WHERE customer_id"):
            reached.add(i)
            if i in names and reach:
                self._by_key.setdefault(("reach", reach, *names[i]), i)
        places: dict[int, list[str]] = {i: [] for i in names.keys() - reached}
        sql = "SELECT customer_id, street, postcode, town FROM address WHERE customer_id"
        for i, *parts in self._all(sql):
            if i in places:
                places[i].append(folded("".join(parts)))
        for i, found in places.items():
            self._by_key.setdefault(("name", *names[i], *sorted(found)), i)
        sql = "SELECT id, uid FROM customer WHERE uid <> '' AND deleted IS NULL AND id"
        for i, uid in self._all(sql):
            self._by_key.setdefault(("uid", uid), i)

    def _all(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Rows of all customers, in portions, so that nobody has to wait for them."""
        ((highest,),) = self._book.db.rows("SELECT coalesce(max(id), 0) FROM customer")
        for first in range(1, highest + 1, _AT_ONCE):
            yield from self._book.db.rows((f"{sql} BETWEEN ? AND ?", [first, first + _AT_ONCE - 1]))

    def place(self, customer: Customer) -> Fate:
        """Take a customer as new, or fill the gaps of the one already known."""
        customer = checked(customer)
        keys = self._keys(customer)
        at = next((self._by_key[key] for key in keys if key in self._by_key), None)
        fate: Fate = "same"
        if at is None:
            at = -1 - len(self._new)  # new ones count downwards until they are written
            self._new[at], fate = customer, "new"
        elif at < 0:
            self._new[at] = filled(self._new[at], customer)
        else:
            if at not in self._old:
                before = rows.read(self._book.db, CUSTOMERS, [at])[at]
                self._old[at] = (before, before)
            before, after = self._old[at]
            self._old[at] = (before, filled(after, customer))
            fate = "same" if self._old[at][1] == after else "filled"
        for key in keys:
            self._by_key.setdefault(key, at)
        return fate

    def added(self) -> list[Customer]:
        """Customers that are new."""
        return list(self._new.values())

    def changed(self) -> list[tuple[Customer, Customer]]:
        """Known customers before and after, where something was filled in."""
        return [(before, after) for before, after in self._old.values() if before != after]

    def _keys(self, customer: Customer) -> list[tuple[str, ...]]:
        name = tuple(sorted(words(customer.name)))
        keys: list[tuple[str, ...]] = [("uid", customer.uid)] if customer.uid else []
        reached = [_reach(m.kind, m.value, self._country) for m in customer.methods]
        keys += [("reach", reach, *name) for reach in reached if reach]
        if not keys:  # a name without any way to reach: the same name with the same address
            places = sorted(folded(a.street + a.postcode + a.town) for a in customer.addresses)
            keys = [("name", *name, *places)]
        return keys


def _reach(kind: MethodKind, value: str, country: str) -> str:
    if kind is not MethodKind.PHONE:
        return folded(value)
    forms = phone_forms(value, country)
    return forms.e164 or forms.digits
