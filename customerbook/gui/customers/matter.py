"""Everything that a card shows of one customer, read from the book at once."""

from dataclasses import dataclass

from customerbook.book.book import Book
from customerbook.model.case import Case
from customerbook.model.customer import Customer, CustomerFacts, CustomerKind
from customerbook.model.followup import FollowUpLine
from customerbook.model.purchase import Purchase


@dataclass(frozen=True)
class Matter:
    """A customer with what belongs to them; `responsible` is a name."""

    customer: Customer
    facts: CustomerFacts
    followups: tuple[FollowUpLine, ...]
    complaints: tuple[Case, ...]
    purchases: tuple[Purchase, ...]
    responsible: str
    people: tuple[Customer, ...] = ()
    """Who belongs to the organisation, by name."""
    broken: tuple[FollowUpLine, ...] = ()
    """Promises that were not kept, newest first."""


def read_matter(book: Book, customer_id: int) -> Matter | None:
    """What the card of a customer shows; None for one who is gone or in the bin."""
    found = book.customers.several([customer_id])
    if not found or found[0].deleted is not None:
        return None
    customer = found[0]
    people = book.people.several([customer.responsible_id]) if customer.responsible_id else []
    return Matter(
        customer=customer,
        facts=book.customers.facts(customer_id),
        followups=tuple(book.followups.for_customer(customer_id)),
        complaints=tuple(case for case in book.cases.open_of(customer_id) if case.complaint),
        purchases=tuple(book.purchases.of_customer(customer_id)),
        responsible=people[0].name if people else "",
        people=tuple(book.customers.people_of(customer_id))
        if customer.kind is CustomerKind.ORGANISATION
        else (),
        broken=tuple(book.followups.broken(customer_id)),
    )
