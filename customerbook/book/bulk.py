"""What is done to many customers at once: one right asked, and one undo takes it back.

It is written in portions, so that nobody has to wait for it. What was written before a step raised
or something went wrong is taken back.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from customerbook.book.portions import Portion, Work, cut
from customerbook.book.step import Step, unheard
from customerbook.book.writing import Operation
from customerbook.model.change import Change
from customerbook.model.customer import Customer
from customerbook.model.rights import Right
from customerbook.model.texts import _, ngettext
from customerbook.store import rows
from customerbook.store.mappings import CUSTOMERS

if TYPE_CHECKING:
    from customerbook.book.book import Book

_AT_ONCE = 500
_TOGETHER = 12
"""Customers in a portion: some milliseconds."""
_log = logging.getLogger(__name__)


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

    def given(customer: Customer) -> Customer:
        return replace(customer, responsible_id=person_id)

    return _changed(book, "customer.give", ids, given, step)


def for_export(book: "Book", ids: Iterable[int], what: str) -> Iterator[list[Customer]]:
    """Customers for a file, in portions; who took out how many is in the change log before."""
    wanted = list(dict.fromkeys(ids))
    book.ask(Right.EXPORT)
    if not book.read_only:
        with book.operation("customer.export", Right.EXPORT, undoable=False) as op:
            op.noted = True
            op.subject = f"{what}: {_counted(len(wanted))}" if what else _counted(len(wanted))
    _log.info("%d customers are exported", len(wanted))
    return _portions(book, wanted)


def _changed(
    book: "Book",
    name: str,
    ids: Iterable[int],
    changed: Callable[[Customer], Customer],
    step: Step,
) -> Change:
    # In the order of their numbers, in which they lie in the book: that is twice as quick.
    wanted = sorted(set(ids))
    here, last = _here(book, wanted)
    subject = _told(len(here), len(wanted) - len(here), last)
    with Work(book, name, Right.CHANGE_CUSTOMERS, subject, count=len(here)) as work:
        try:
            work.write((_portion(book, some, changed) for some in cut(here, _TOGETHER)), step)
        except BaseException:
            work.withdraw()
            raise
        if work.done:
            return work.change()
    with book.operation(name, Right.CHANGE_CUSTOMERS) as op:
        op.subject = subject
    return op.change  # nothing, and no line in the log


def _portion(book: "Book", ids: list[int], changed: Callable[[Customer], Customer]) -> Portion:
    def write(op: Operation) -> None:
        op.change_many((customer, changed(customer)) for customer in _read(book, ids))

    return Portion(len(ids), write)


def _here(book: "Book", ids: list[int]) -> tuple[list[int], str]:
    """Those who are in the book, and the name of the last one."""
    found: list[int] = []
    name = ""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT id, name FROM customer WHERE deleted IS NULL AND id IN ({marks})"
        for customer_id, name in book.db.rows((sql, some)):  # noqa: B007 - the last one is told
            found.append(customer_id)
    return found, name


def _portions(book: "Book", ids: list[int]) -> Iterator[list[Customer]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield _read(book, ids[start : start + _AT_ONCE])


def _read(book: "Book", ids: list[int]) -> list[Customer]:
    """The customers of these ids that are in the book, in the order of the ids."""
    found: dict[int, Customer] = rows.read(book.db, CUSTOMERS, ids)
    return [found[i] for i in ids if i in found and found[i].deleted is None]


def _told(done: int, left_out: int, name: str) -> str:
    """Whom it concerns, and how many were deleted meanwhile."""
    words = name if done == 1 else _counted(done)
    if not left_out:
        return words
    missing = ngettext(
        "{n} deleted meanwhile was left out", "{n} deleted meanwhile were left out", left_out
    )
    return _("{customers}; {missing}").format(customers=words, missing=missing.format(n=left_out))


def _counted(count: int) -> str:
    return ngettext("{n} customer", "{n} customers", count).format(n=count)
