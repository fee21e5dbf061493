"""`due`: promises and follow-ups that are due."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.moments import read_day
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, print_table
from customerbook.cli.shapes import followup_shape
from customerbook.cli.verb import Verb
from customerbook.cli.words import day_words, due_marks
from customerbook.model import clock
from customerbook.model.clock import time_zone
from customerbook.model.person import Role
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument(
        "--on", metavar="DATE", help=_("by the end of this day instead of today; late ones too")
    )


def _run(options: Namespace) -> int:
    with opened(options) as book:
        zone, now = time_zone(book.shop().zone), clock.now()
        day = read_day(book, options.on) if options.on is not None else None
        # As in the window: the owner looks after everyone's, the others after their own.
        person = book.person
        own = person.id if person and person.role is not Role.OWNER else None
        lines = book.followups.due(person_id=own, on=day)
    if options.json:
        print_json([followup_shape(line, now, zone) for line in lines])
        return 0
    if not lines:
        note(_("Nothing is due."))
        return 0
    print_table(
        (_("No."), _("Due"), "", _("Customer"), _("Phone"), _("Who"), _("What")),
        [
            (
                str(line.id),
                day_words(line.due_day, line.due_time, line.not_before),
                due_marks(line, now),
                line.customer,
                line.phone,
                line.person,
                line.title,
            )
            for line in lines
        ],
    )
    return 0


VERB = Verb("due", lambda: _("List promises and follow-ups that are due."), _arguments, _run)
