"""`done`: a follow-up is done, a promise kept."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.numbers import count
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, say
from customerbook.cli.shapes import followup_shape
from customerbook.cli.verb import Verb
from customerbook.cli.words import day_words, said
from customerbook.model import clock
from customerbook.model.clock import time_zone
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument(
        "followup", metavar="FOLLOW-UP", type=count, help=_("its number, as “due” lists it")
    )


def _run(options: Namespace) -> int:
    with opened(options) as book:
        change = book.followups.complete(options.followup)
        after = [entry.after for entry in change.entries if isinstance(entry.after, FollowUp)]
        lines = [book.followups.line(followup.id) for followup in after]
        done = next(line for line in lines if line.id == options.followup)
        # A recurring one has left its next one behind.
        following = [
            line for line in lines if line is not done and line.state is FollowUpState.OPEN
        ]
        if options.json:
            zone, now = time_zone(book.shop().zone), clock.now()
            coming = [followup_shape(line, now, zone) for line in following]
            print_json({**followup_shape(done, now, zone), "next": coming[0] if coming else None})
            return 0
    say(_("{title}: {state}").format(title=done.title, state=said(done.state)))
    for line in following:
        say(
            _("Next time: {when} (No. {number})").format(
                when=day_words(line.due_day, line.due_time), number=line.id
            )
        )
    return 0


VERB = Verb("done", lambda: _("Mark a follow-up as done, a promise as kept."), _arguments, _run)
