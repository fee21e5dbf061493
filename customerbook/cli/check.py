"""`check`: whether the book is whole."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.verb import Verb
from customerbook.model.texts import _, ngettext


def _run(options: Namespace) -> int:
    with opened(options) as book:
        counts = {"customers": book.customers.count(), "interactions": book.interactions.count()}
        problems = book.check()
    if options.json:
        print_json({**counts, "problems": problems})
    elif not problems:
        say(
            _("The book is whole: {customers} customers, {interactions} contacts.").format(
                **{name: f"{number:,}" for name, number in counts.items()}
            )
        )
    for problem in problems if not options.json else ():
        say(problem)
    if problems:
        found = ngettext("{n} problem was found.", "{n} problems were found.", len(problems))
        note(found.format(n=len(problems)) + " " + _("Restore the newest backup that is whole."))
    return 1 if problems else 0


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)


VERB = Verb("check", lambda: _("Look over the whole book: is it whole?"), _arguments, _run)
