"""Customers: find, read, add, change, put into the bin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from customerbook.book import bulk, dates, facts, filtering, lines, search
from customerbook.book.found import Found
from customerbook.book.noun import Noun, as_id
from customerbook.book.step import Step, unheard
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.customer import (
    ContactMethod,
    Customer,
    CustomerFacts,
    CustomerKind,
    CustomerLine,
    Hit,
    MethodKind,
)
from customerbook.model.errors import (
    AmbiguousError,
    ConflictError,
    InvalidInputError,
    NotFoundError,
)
from customerbook.model.filter import EVERYBODY, Filter
from customerbook.model.name import split_name
from customerbook.model.occasion import Occasion
from customerbook.model.phone import looks_like_phone
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Customers(Noun[Customer]):
    """Operations on customers."""

    kind = "customer"

    def find(self, text: str, limit: int = 50, wanted: Filter = EVERYBODY) -> list[Hit]:
        """Customers that have all of what was typed, best first; all by name for no text."""
        return self.search(text, limit, wanted).hits()

    def search(self, text: str, limit: int = 50, wanted: Filter = EVERYBODY) -> Found:
        """Whom `find` finds, for a list: what stands in its rows is read as they are looked at."""
        self._book.ask(Right.SEE)
        return search.find(self._book, text, limit, filtering.passing(self._book, wanted))

    def count(self, wanted: Filter = EVERYBODY) -> int:
        """How many customers there are (that a filter lets through), without those in the bin."""
        passing = filtering.passing(self._book, wanted)
        if passing is not None:
            self._book.ask(Right.SEE)
            return len(passing)
        return int(self._rows("SELECT count(*) FROM customer WHERE deleted IS NULL")[0][0])

    def ids(self, order: str = "name", wanted: Filter = EVERYBODY) -> list[int]:
        """Ids of customers in an order: `name`, `last-contact` or `newest`."""
        self._book.ask(Right.SEE)
        return search.ordered(self._book, order, filtering.passing(self._book, wanted))

    def towns(self, limit: int = 50) -> list[tuple[str, int]]:
        """Towns with how many customers live there, most first."""
        self._book.ask(Right.SEE)
        return filtering.towns(self._book)[:limit]

    def consents(self) -> list[str]:
        """What customers were asked to allow, most used first."""
        self._book.ask(Right.SEE)
        sql = "SELECT purpose FROM consent GROUP BY purpose ORDER BY count(*) DESC, purpose"
        return [purpose for (purpose,) in self._rows(sql)]

    def lines(self, ids: list[int]) -> list[CustomerLine]:
        """Rows of a list, in the order of the ids."""
        self._book.ask(Right.SEE)
        return lines.customer_lines(self._book.db, ids)

    def facts(self, customer_id: int) -> CustomerFacts:
        """The figures of a customer's card."""
        self._book.ask(Right.SEE)
        return facts.customer_facts(self._book.db, self.get(customer_id))

    def dates_between(self, first: date, last: date, limit: int | None = None) -> list[Occasion]:
        """Birthdays, anniversaries and other days that come round from day to day, by day."""
        self._book.ask(Right.SEE)
        return dates.occasions(self._book.db, first, last, limit)

    def people_of(self, organisation_id: int, limit: int = 200) -> list[Customer]:
        """Who belongs to an organisation that is in the book, by name."""
        sql = (
            "SELECT id FROM customer WHERE organisation_id = ? AND deleted IS NULL "
            "ORDER BY sort_name, id LIMIT ?"
        )
        return self.several(self._ids(sql, organisation_id, limit))

    def tags(self) -> list[str]:
        """All tags in use, most used first."""
        self._book.ask(Right.SEE)
        sql = "SELECT tag FROM tag GROUP BY tag ORDER BY count(*) DESC, tag"
        return [tag for (tag,) in self._rows(sql)]

    def similar(self, customer: Customer, limit: int = 5) -> list[Hit]:
        """Customers already in the book who may be the one being typed."""
        self._book.ask(Right.SEE)
        return search.similar(self._book, customer, limit)

    def resolve(self, text: str) -> Customer:
        """The one customer that an id or a search means; errors if it is none or several."""
        if (number := as_id(text)) and (known := self.several([number])) and not known[0].deleted:
            return known[0]
        hits = [hit for hit in self.find(text, 10) if not hit.similar]
        exact = [h for h in hits if h.line.name.casefold() == text.strip().casefold()]
        if len(exact) == 1:
            hits = exact
        if not hits:
            raise NotFoundError(_("Nobody found for “{text}”.").format(text=text))
        if len(hits) > 1:
            told = tuple(lines.told(hit.line) for hit in hits)
            raise AmbiguousError(
                _("“{text}” fits several customers. Use the number of one of these:").format(
                    text=text
                ),
                told,
            )
        return self.get(hits[0].line.id)

    def from_text(self, text: str) -> Customer:
        """A new customer, not saved yet: digits become the phone, an address the email."""
        text = " ".join(text.split())
        if looks_like_phone(text):
            return Customer(methods=(ContactMethod(MethodKind.PHONE, text),))
        if "@" in text and " " not in text:
            return Customer(methods=(ContactMethod(MethodKind.EMAIL, text),))
        words = text.split()
        letters = [word for word in words if any(char.isalpha() for char in word)]
        number = " ".join(word for word in words if word not in letters)
        given, family = split_name(" ".join(letters))
        methods = (ContactMethod(MethodKind.PHONE, number),) if looks_like_phone(number) else ()
        return Customer(given=given, family=family, methods=methods)

    def add(self, customer: Customer) -> Change:
        """Put a new customer into the book."""
        with self._book.operation("customer.add", Right.CHANGE_CUSTOMERS) as op:
            op.subject = customer.name
            op.add(checked(replace(customer, id=0, created=clock.now())))
        return op.change

    def save(self, customer: Customer) -> Change:
        """Write a customer that was changed."""
        with self._book.operation("customer.save", Right.CHANGE_CUSTOMERS) as op:
            before = self._present(customer.id)
            op.subject = customer.name
            op.change_record(before, checked(customer))
        return op.change

    def remove(self, customer_id: int) -> Change:
        """Put a customer into the bin; they can be brought back for 30 days."""
        with self._book.operation("customer.remove", Right.DELETE) as op:
            before = self._present(customer_id)
            op.subject = before.name
            op.change_record(before, replace(before, deleted=clock.now()))
        return op.change

    def tag(
        self,
        ids: Iterable[int],
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
        step: Step = unheard,
    ) -> Change:
        """Give customers tags and take others from them; who was deleted meanwhile is left out.

        `step` is told now and then how many are done; if it raises, nothing was written.
        """
        return bulk.tag(self._book, ids, add=add, remove=remove, step=step)

    def give(self, ids: Iterable[int], person_id: int | None, step: Step = unheard) -> Change:
        """Make a person responsible for customers, or nobody; else like `tag`."""
        return bulk.give(self._book, ids, person_id, step=step)

    def for_export(self, ids: Iterable[int], what: str = "") -> Iterator[list[Customer]]:
        """Whole customers in portions, for a file; noted in the change log (`what` it is for).

        It is noted and the right is asked at once, not when the first portion is taken.
        """
        return bulk.for_export(self._book, ids, what)

    def _present(self, customer_id: int) -> Customer:
        found = self.several([customer_id])
        if not found or found[0].deleted is not None:
            raise ConflictError(
                _("This customer was deleted in the meantime. What you typed is still in the form.")
            )
        return found[0]


def checked(customer: Customer) -> Customer:
    """The customer without empty parts; InvalidInputError for one who could not be told apart."""
    customer = replace(
        customer,
        methods=tuple(m for m in customer.methods if m.value.strip()),
        notes=tuple(n for n in customer.notes if n.text.strip()),
        tags=tuple(dict.fromkeys(t.strip() for t in customer.tags if t.strip())),
    )
    if not customer.name.strip():
        raise InvalidInputError(
            _("A customer needs a name, or at least a phone number or an email address."), "name"
        )
    if customer.kind is CustomerKind.ORGANISATION and not customer.organisation:
        return replace(customer, organisation=customer.name)
    return customer
