"""`lists`: the saved lists of a book."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.choosing import saved_list
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, print_table
from customerbook.cli.verb import Verb
from customerbook.model.filter import filter_text
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("--remove", metavar="NAME", default="", help=_("take one out of the book"))


def _run(options: Namespace) -> int:
    with opened(options) as book:
        if options.remove:
            book.lists.remove(saved_list(book, options.remove).id)
        names = {person.id: person.name for person in book.people.all()}
        rows = [
            {
                "id": one.id,
                "name": one.name,
                "filter": filter_text(one.wanted, names),
                "order": one.order,
                "customers": book.customers.count(one.wanted),
            }
            for one in book.lists.all()
        ]
    if options.json:
        print_json(rows)
    elif rows:
        print_table(
            (_("Name"), _("Customers"), _("Filter")),
            [(str(row["name"]), f"{row['customers']:,}", str(row["filter"])) for row in rows],
        )
    else:
        note(_("This book has no saved lists yet."))
    return 0


VERB = Verb("lists", lambda: _("Show the saved lists."), _arguments, _run)
