"""`verify`: whether a backup is whole; it needs no book."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from customerbook.cli.backup_words import backup_shape, counts_words
from customerbook.cli.opening import json_argument, shown_for
from customerbook.cli.output import note, print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.errors import DamagedError
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the backup"))
    json_argument(parser)


def _run(options: Namespace) -> int:
    from customerbook.book.verifying import verify_alone  # noqa: PLC0415 - used by this verb alone

    try:
        shown = shown_for(options.file)
        with Progress(100) as progress:
            found = verify_alone(options.file, shown, progress=progress.step)
    except DamagedError as error:
        if options.json:
            told = {"file": str(options.file), "verified": False, "problem": str(error)}
            print_json(told)
        note(str(error))
        return 1
    if options.json:
        print_json(backup_shape(found))
        return 0
    say(_("The backup is whole: {file}").format(file=found.file))
    say(counts_words(found))
    return 0


VERB = Verb("verify", lambda: _("Open a backup and look over all of it."), _arguments, _run)
