"""`show`: one customer with everything that is known."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from customerbook.book.book import Book
from customerbook.cli.card import print_card
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json
from customerbook.cli.shapes import customer_shape, facts_shape, followup_shape, interaction_shape
from customerbook.cli.verb import Verb
from customerbook.model import clock
from customerbook.model.clock import time_zone
from customerbook.model.customer import Customer
from customerbook.model.interaction import InteractionLine
from customerbook.model.plain import to_plain
from customerbook.model.texts import _

_AT_ONCE = 500
_SHOWN = 20


def customer_argument(parser: ArgumentParser) -> None:
    """CUSTOMER: a number, or words that fit one customer alone."""
    parser.add_argument(
        "customer", metavar="CUSTOMER", nargs="+", help=_("number, or words that fit one only")
    )


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    customer_argument(parser)


def _run(options: Namespace) -> int:
    with opened(options) as book:
        customer = book.customers.resolve(" ".join(options.customer))
        if options.json:
            print_json(_everything(book, customer))
        else:
            print_card(book, customer, book.interactions.timeline(customer.id, _SHOWN))
    return 0


def _everything(book: Book, customer: Customer) -> dict[str, Any]:
    zone, now = time_zone(book.shop().zone), clock.now()
    people = {person.id: person.name for person in book.people.all()}
    lines = list(timeline(book, customer.id))
    whole = {i.id: i for i in book.interactions.several([line.id for line in lines])}
    return {
        **customer_shape(customer, people.get(customer.responsible_id or 0, "")),
        "facts": facts_shape(book.customers.facts(customer.id), zone),
        "cases": [
            {name: to_plain(getattr(case, name)) for name in type(case).__dataclass_fields__}
            for case in book.cases.open_of(customer.id)
        ],
        "followups": [
            followup_shape(line, now, zone) for line in book.followups.for_customer(customer.id)
        ],
        "timeline": [interaction_shape(line, whole[line.id], zone) for line in lines],
        "documents": [
            {
                "id": document.id,
                "number": document.number,
                "kind": document.kind,
                "made": to_plain(document.made),
                "interaction_id": document.interaction_id,
            }
            for document in book.documents.of_customer(customer.id)
        ],
    }


def timeline(book: Book, customer_id: int) -> Iterator[InteractionLine]:
    """All contacts of a customer, newest first."""
    last: InteractionLine | None = None
    while lines := book.interactions.timeline(customer_id, _AT_ONCE, last):
        yield from lines
        last = lines[-1]


VERB = Verb(
    "show",
    lambda: _("Show one customer: what to remember, open promises, all contacts."),
    _arguments,
    _run,
)
