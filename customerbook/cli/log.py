"""`log`: write down a visit, a call, a mail, with what was promised."""

from argparse import ArgumentParser, Namespace

from customerbook.book.book import Book
from customerbook.cli.moments import has_passed, read_when
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.shapes import followup_shape, interaction_shape
from customerbook.cli.verb import UsageError, Verb
from customerbook.cli.words import day_words
from customerbook.model import clock
from customerbook.model.catalogue import Topic
from customerbook.model.change import Change
from customerbook.model.channel import Channel
from customerbook.model.clock import time_zone
from customerbook.model.errors import NotFoundError
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction, Nature, Outcome
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    channels = [channel.value for channel in Channel]
    parser.add_argument("channel", choices=channels, metavar="|".join(channels))
    parser.add_argument(
        "--customer", metavar="ID-or-TEXT", help=_("who it was; nobody is a walk-in")
    )
    parser.add_argument("--note", metavar="T", required=True, help=_("what was discussed"))
    parser.add_argument(
        "--private-note", metavar="T", default="", help=_("stands on nothing that is printed")
    )
    parser.add_argument("--topic", metavar="T", help=_("what it was about; a new one is added"))
    parser.add_argument("--nature", choices=[nature.value for nature in Nature])
    parser.add_argument("--outcome", choices=[outcome.value for outcome in Outcome])
    parser.add_argument("--rating", type=int, choices=range(1, 6), help=_("5 is best"))
    parser.add_argument("--promise", metavar="T", help=_("what the customer was promised"))
    parser.add_argument("--by", metavar="WHEN", help=_("“fri 14:00”, “tomorrow”, “in 2 weeks”"))


def _run(options: Namespace) -> int:
    if (options.promise is None) != (options.by is None):
        raise UsageError(_("--promise and --by go together: what was promised, and by when"))
    with opened(options) as book:
        promise = _promise(book, options) if options.promise is not None else None
        customer_id = _customer_id(book, options.customer)
        topic = _topic(book, options.topic)
        change = book.interactions.log(_interaction(options, customer_id, topic), followup=promise)
        _tell(book, change, as_json=options.json)
    return 0


def _promise(book: Book, options: Namespace) -> FollowUp:
    when = read_when(book, options.by)
    if has_passed(book, when):
        note(_("That moment has passed: the promise is late already."))
    return FollowUp(title=options.promise, promise=True, due_day=when.day, due_time=when.time)


def _customer_id(book: Book, text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return book.customers.resolve(text).id
    except NotFoundError as error:
        how = _("Add them first with “add”, or leave --customer out for a walk-in.")
        raise NotFoundError(f"{error} {how}") from error


def _topic(book: Book, name: str | None) -> Topic | None:
    if name is None:
        return None
    return book.topics.named(name) or book.topics.add(name).first(Topic)


def _interaction(options: Namespace, customer_id: int | None, topic: Topic | None) -> Interaction:
    outcome = Outcome(options.outcome) if options.outcome else None
    if outcome is None and options.promise is not None:
        outcome = Outcome.PROMISED
    return Interaction(
        channel=Channel(options.channel),
        customer_id=customer_id,
        topic_id=topic.id if topic else None,
        nature=Nature(options.nature) if options.nature else None,
        note=options.note,
        private_note=options.private_note,
        outcome=outcome,
        rating=options.rating,
    )


def _tell(book: Book, change: Change, *, as_json: bool) -> None:
    whole = change.first(Interaction)
    line = book.interactions.line(whole.id)
    promised = [book.followups.line(f.id) for f in book.followups.of_interaction(whole.id)]
    if as_json:
        zone, now = time_zone(book.shop().zone), clock.now()
        followups = [followup_shape(followup, now, zone) for followup in promised]
        print_json({**interaction_shape(line, whole, zone), "followups": followups})
        return
    who = line.customer or _("walk-in")
    say(_("Logged: {reference}, {who}").format(reference=line.reference, who=who))
    for followup in promised:
        say(
            _("Promised by {when}: {what} (No. {number})").format(
                when=day_words(followup.due_day, followup.due_time),
                what=followup.title,
                number=followup.id,
            )
        )


VERB = Verb(
    "log", lambda: _("Log a visit, call, email, letter, message or meeting."), _arguments, _run
)
