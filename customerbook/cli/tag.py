"""`tag`: give customers tags, or take tags from them, many at once."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.choosing import chosen, customer_arguments
from customerbook.cli.done_to_many import tell
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.progress import Progress
from customerbook.cli.verb import UsageError, Verb
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("--add", metavar="T", action="append", default=[], help=_("a new tag"))
    parser.add_argument(
        "--remove", metavar="T", action="append", default=[], help=_("a tag to take away")
    )
    customer_arguments(parser)


def _run(options: Namespace) -> int:
    if not (options.add or options.remove):
        raise UsageError(_("say which tag: --add or --remove"))
    with opened(options) as book:
        ids = chosen(book, options)
        with Progress(len(ids)) as progress:
            change = book.customers.tag(ids, options.add, options.remove, progress.step)
    tell(change, len(ids), json=options.json)
    return 0


VERB = Verb(
    "tag",
    lambda: _("Give customers tags or take tags away; one undo takes it back."),
    _arguments,
    _run,
)
