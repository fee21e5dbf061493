"""Makes the sample book: the shop, its regulars by hand, and as many more as are wanted."""

import shutil
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from customerbook.book.book import create_book
from customerbook.book.sample.aftermath import Aftermath
from customerbook.book.sample.crowd import crowd
from customerbook.book.sample.earlier import earlier
from customerbook.book.sample.hours import Calendar
from customerbook.book.sample.lately import lately
from customerbook.book.sample.numbers import Numbers
from customerbook.book.sample.oliver import oliver
from customerbook.book.sample.regulars import regulars
from customerbook.book.sample.retold import Retold, fitting
from customerbook.book.sample.shop import LISTS, OWNER, SNIPPETS, STAFF, TOPICS, shop
from customerbook.book.sample.traffic import Traffic
from customerbook.book.step import Step, unheard
from customerbook.book.writing import Operation, take
from customerbook.model import clock
from customerbook.model.catalogue import Topic
from customerbook.model.customer import Customer
from customerbook.model.interaction import Interaction
from customerbook.model.person import Person, Role
from customerbook.model.rights import Right
from customerbook.store import search_index
from customerbook.store.mappings import MAPPINGS
from customerbook.store.passphrase import Cost

if TYPE_CHECKING:
    from customerbook.book.book import Book

CUSTOMERS, INTERACTIONS = 400, 3000
"""How many there are if nothing else is wanted."""


def make_sample(
    path: Path,
    *,
    passphrase: str,
    customers: int = CUSTOMERS,
    interactions: int = INTERACTIONS,
    seed: int = 1,
    cost: Cost | None = None,
    step: Step = unheard,
) -> tuple["Book", str]:
    """A new book with invented content, its owner signed in, and its recovery code.

    Everyone in it signs in with the same passphrase. The same seed gives the same customers;
    what happened is told from this moment on back. `step` is told now and then how many
    customers and interactions are written; if it raises, or anything else does, no book is left
    behind.
    """
    book, code = create_book(path, shop=shop(), owner=OWNER, passphrase=passphrase, cost=cost)
    try:
        with book.operation("book.sample", Right.MANAGE, undoable=False) as op:
            op.subject = book.shop().name
            _Filling(
                book, op, step, customers=customers, interactions=interactions, seed=seed
            ).fill()
        for person in book.people.all():
            if person.role is not Role.OWNER:
                book.people.let_in(person, passphrase, cost)
    except BaseException:
        book.close()
        shutil.rmtree(book.folder)
        raise
    return book, code


def written_rows(book: "Book") -> int:
    """How many rows the records of a book take in its tables and in the search index."""
    tables = {mapping.table for mapping in MAPPINGS.values()}
    tables |= {child.table for mapping in MAPPINGS.values() for child in mapping.children}
    counted = (f'SELECT count(*) FROM "{table._meta.table_name}"' for table in tables)
    return search_index.entries(book.db) + sum(int(book.db.rows(sql)[0][0]) for sql in counted)


class _Filling:
    """One run of filling a new book, within one operation."""

    def __init__(
        self,
        book: "Book",
        op: Operation,
        step: Step,
        *,
        customers: int,
        interactions: int,
        seed: int,
    ) -> None:
        self._book, self._op, self._step = book, op, step
        self._seed, self._zone = seed, book.shop().zone
        self._calendar = calendar = Calendar(clock.local_now(self._zone))
        self._regulars = dict(islice(regulars(calendar).items(), customers))
        self._more = customers - len(self._regulars)
        stories = [oliver(calendar), lately(calendar), earlier(calendar)]
        self._story = fitting(stories, set(self._regulars), interactions)
        self._contacts = interactions - len(self._story.contacts)

    def fill(self) -> None:
        """Write everything."""
        op, now = self._op, clock.now()
        for name, days, at in STAFF:
            op.add(Person(name=name, last_here=self._calendar.past(days, at)))
        topic_ids = {name: op.add(Topic(name=name)).id for name in TOPICS}
        for record in (*SNIPPETS, *LISTS):
            op.add(record)
        numbers = Numbers()
        ids = {name: customer.id for name, customer in self._regulars.items()}
        told = Retold(self._story, ids, topic_ids, numbers)
        after = Aftermath(self._seed, now, self._zone, self._story)
        op.add_numbered(self._customers(), self._step)
        op.add_numbered(
            self._interactions(told, after, topic_ids, numbers),
            lambda done: self._step(len(ids) + self._more + done),
        )
        tasks = enumerate(self._story.tasks, 1)
        followups = (told.followup(number, task, now, self._zone) for number, task in tasks)
        op.add_numbered(chain(followups, after.followups))
        orders = enumerate(self._story.orders, 1)
        purchases = (told.purchase(number, order) for number, order in orders)
        op.add_numbered(chain(purchases, after.purchases))
        op.add_numbered(sorted([*told.cases, *after.cases], key=lambda case: case.id))
        for series, count in numbers.years.items():
            take(self._book, f"reference {series}", count)

    def _customers(self) -> Iterator[Customer]:
        more = crowd(self._more, len(self._regulars) + 1, self._seed, self._calendar)
        return chain(self._regulars.values(), more)

    def _interactions(
        self, told: Retold, after: Aftermath, topic_ids: dict[str, int], numbers: Numbers
    ) -> Iterator[Interaction]:
        first, known = len(self._regulars) + 1, self._more
        if not known:
            first, known = 1, len(self._regulars)
        traffic = Traffic(
            self._calendar, self._contacts, first, known, self._seed, topic_ids, numbers
        )
        waiting = [*reversed(self._story.contacts)]
        for moment, customers in traffic.moments():
            while waiting and waiting[-1].moment <= moment:
                yield told.contact(waiting.pop())
            made = traffic.contact(moment, customers)
            after.follow(made, numbers.cases)
            yield made
        while waiting:
            yield told.contact(waiting.pop())
