"""`give`: make a person responsible for customers, many at once."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.choosing import chosen, customer_arguments, person_id
from customerbook.cli.done_to_many import tell
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("--to", metavar="NAME", required=True, help=_("a person, or “nobody”"))
    customer_arguments(parser)


def _run(options: Namespace) -> int:
    with opened(options) as book:
        ids = chosen(book, options)
        with Progress(len(ids)) as progress:
            change = book.customers.give(ids, person_id(book, options.to), progress.step)
    tell(change, len(ids), json=options.json)
    return 0


VERB = Verb(
    "give",
    lambda: _("Make a person responsible for customers; one undo takes it back."),
    _arguments,
    _run,
)
