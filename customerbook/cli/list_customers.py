"""`list`: customers in an order, narrowed by filters; the filters can be kept as a list."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from customerbook.cli.choosing import filter_arguments, wanted_list
from customerbook.cli.numbers import count
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, print_table
from customerbook.cli.shapes import line_shape
from customerbook.cli.verb import Verb
from customerbook.cli.words import on_the_wall
from customerbook.model.clock import time_zone
from customerbook.model.saved_list import ORDERS
from customerbook.model.texts import _, ngettext


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    filter_arguments(parser)
    parser.add_argument("--order", choices=ORDERS, help=_("default: that of the list, or by name"))
    parser.add_argument("--limit", metavar="N", type=count, help=_("at most so many"))
    parser.add_argument("--keep", metavar="NAME", default="", help=_("keep this as a saved list"))


def _run(options: Namespace) -> int:
    with opened(options) as book:
        zone = time_zone(book.shop().zone)
        found = wanted_list(book, options)
        found = replace(found, order=options.order or found.order)
        if options.keep:
            book.lists.add(replace(found, id=0, name=options.keep))
        ids = book.customers.ids(found.order, found.wanted)
        lines = book.customers.lines(ids[: options.limit])
        if options.json:
            customers = book.customers.several([line.id for line in lines])
            pairs = zip(lines, customers, strict=True)
            print_json([line_shape(line, customer, zone) for line, customer in pairs])
            return 0
    if lines:
        print_table(
            (_("No."), _("Name"), _("Last contact"), _("Town"), _("Phone or email")),
            [
                (
                    str(line.id),
                    line.name,
                    on_the_wall(line.last_contact, zone) if line.last_contact else "",
                    line.town,
                    line.phone or line.email,
                )
                for line in lines
            ],
        )
    note(ngettext("{n} customer", "{n} customers", len(ids)).format(n=f"{len(ids):,}"))
    return 0


VERB = Verb(
    "list",
    lambda: _("List customers, narrowed by filters; keep filters as a saved list."),
    _arguments,
    _run,
)
