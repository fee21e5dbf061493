"""`find`: customers by any part of a name, number, email, town, tag or note."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.choosing import filter_arguments, wanted_list, words_argument
from customerbook.cli.numbers import count
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, print_table
from customerbook.cli.shapes import hit_shape
from customerbook.cli.verb import Verb
from customerbook.cli.words import on_the_wall
from customerbook.model.clock import time_zone
from customerbook.model.texts import _

_LIMIT = 50


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    words_argument(
        parser, "text", metavar="TEXT", told=_("parts of what you know; nothing finds all")
    )
    filter_arguments(parser)
    parser.add_argument(
        "--limit",
        metavar="N",
        type=count,
        default=_LIMIT,
        help=_("at most so many (default: %(default)s)"),
    )


def _run(options: Namespace) -> int:
    text = " ".join(options.text)
    with opened(options) as book:
        zone = time_zone(book.shop().zone)
        wanted = wanted_list(book, options).wanted
        hits = book.customers.find(text, options.limit, wanted)
        if options.json:
            customers = book.customers.several([hit.line.id for hit in hits])
            pairs = zip(hits, customers, strict=True)
            print_json([hit_shape(hit, customer, zone) for hit, customer in pairs])
            return 0
    if not hits:
        note(_("Nobody found for “{text}”.").format(text=text))
        return 0
    print_table(
        (_("No."), _("Name"), _("Last contact"), _("Found")),
        [
            (
                str(hit.line.id),
                hit.line.name,
                on_the_wall(hit.line.last_contact, zone) if hit.line.last_contact else "",
                hit.detail + (" " + _("(similar)") if hit.similar else ""),
            )
            for hit in hits
        ],
    )
    return 0


VERB = Verb(
    "find",
    lambda: _("Find customers by any part of a name, number, email, town, tag or note."),
    _arguments,
    _run,
)
