"""`undo`: take the last change back."""

from argparse import ArgumentParser, Namespace
from typing import Any

from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, say
from customerbook.cli.verb import Verb
from customerbook.cli.words import undo_words
from customerbook.model.change import Change
from customerbook.model.texts import _


def change_shape(change: Change) -> dict[str, Any]:
    """What was taken back or brought back."""
    verb, _space, operation = change.operation.partition(" ")
    return {
        "change": change.id,
        "verb": verb,
        "operation": operation,
        "subject": change.subject,
        "records": sum(entry.count for entry in change.entries),
    }


def _run(options: Namespace) -> int:
    with opened(options) as book:
        change = book.undo()
    if options.json:
        print_json(change_shape(change))
    else:
        say(undo_words(change))
    return 0


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)


VERB = Verb("undo", lambda: _("Take the last change back."), _arguments, _run)
