"""What is done to many customers at once: one right, one transaction, one change."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from customerbook.model.change import Change
from customerbook.model.customer import Customer
from customerbook.model.rights import Right
from customerbook.model.texts import _, ngettext
from customerbook.store import rows
from customerbook.store.mappings import CUSTOMERS

if TYPE_CHECKING:
    from customerbook.book.book import Book

Step = Callable[[int], None]
"""Told how many are done; what it raises ends the operation, and nothing was written."""

_AT_ONCE = 500
_log = logging.getLogger(__name__)


def unheard(_done: int) -> None:
    """A step that nobody is told of."""


def tag(
    book: "Book",
    ids: Iterable[int],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    step: Step = unheard,
) -> Change:
    """Give customers tags and take others from them."""
    new = tuple(dict.fromkeys(filter(None, (name.strip() for name in add))))
    gone = {name.strip() for name in remove} - set(new)

    def tagged(customer: Customer) -> Customer:
        left = tuple(name for name in customer.tags if name not in gone)
        return replace(customer, tags=tuple(dict.fromkeys((*left, *new))))

    return _changed(book, "customer.tag", ids, tagged, step)


def give(
    book: "Book", ids: Iterable[int], person_id: int | None, *, step: Step = unheard
) -> Change:
    """Make one person responsible for customers, or nobody."""
    if person_id is not None:
        book.people.get(person_id)
    return _changed(
        book, "customer.give", ids, lambda c: replace(c, responsible_id=person_id), step
    )


def _changed(
    book: "Book",
    name: str,
    ids: Iterable[int],
    changed: Callable[[Customer], Customer],
    step: Step,
) -> Change:
    wanted = list(dict.fromkeys(ids))
    with book.operation(name, Right.CHANGE_CUSTOMERS) as op:
        done = 0
        last = ""
        for customers in _portions(book, wanted):
            for customer in customers:
                op.change_record(customer, changed(customer))
                last = customer.name
            done += len(customers)
            step(done)
        op.subject = _told(done, len(wanted) - done, last)
    return op.change


def _portions(book: "Book", ids: list[int]) -> Iterator[list[Customer]]:
    """The customers of these ids that are in the book, some at a time."""
    for start in range(0, len(ids), _AT_ONCE):
        found: dict[int, Customer] = rows.read(book.db, CUSTOMERS, ids[start : start + _AT_ONCE])
        yield [customer for customer in found.values() if customer.deleted is None]


def _told(done: int, left_out: int, last: str) -> str:
    """Whom it concerned, and how many were deleted meanwhile."""
    words = ngettext("{n} customer", "{n} customers", done).format(n=done)
    words = last if done == 1 else words
    if not left_out:
        return words
    missing = ngettext(
        "{n} deleted meanwhile was left out", "{n} deleted meanwhile were left out", left_out
    )
    return _("{customers}; {missing}").format(customers=words, missing=missing.format(n=left_out))


def for_export(book: "Book", ids: Iterable[int], what: str) -> Iterator[list[Customer]]:
    """Customers for a file, in portions; who took out how many is in the change log before."""
    wanted = list(dict.fromkeys(ids))
    book.ask(Right.EXPORT)
    if not book.read_only:
        with book.operation("customer.export", Right.EXPORT, undoable=False) as op:
            op.noted = True
            count = ngettext("{n} customer", "{n} customers", len(wanted)).format(n=len(wanted))
            op.subject = f"{what}: {count}" if what else count
    _log.info("exported %d customers", len(wanted))
    return _portions(book, wanted)
