"""`redo`: bring back what was undone last."""

from argparse import ArgumentParser, Namespace

from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, say
from customerbook.cli.undo import change_shape
from customerbook.cli.verb import Verb
from customerbook.cli.words import undo_words
from customerbook.model.texts import _


def _run(options: Namespace) -> int:
    with opened(options) as book:
        change = book.redo()
    if options.json:
        print_json(change_shape(change))
    else:
        say(undo_words(change))
    return 0


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)


VERB = Verb("redo", lambda: _("Bring back what was undone last."), _arguments, _run)
