"""`backup`: one verified file of the whole book."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from customerbook.cli.backup_words import backup_shape, counts_words
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.texts import _
from customerbook.store.place import backup_advice, backup_folder


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument(
        "--to",
        metavar="DIR",
        type=Path,
        help=_("folder for it (default: that for backups on this computer, where old ones go)"),
    )


def _run(options: Namespace) -> int:
    with opened(options) as book, Progress(100) as progress:
        book.backups.keep_in(backup_folder())
        made = book.backups.back_up(to=options.to, progress=progress.step).backup
        advised = backup_advice(options.to, book.folder) if options.to else ""
    if advised:
        note(advised)
    if options.json:
        print_json(backup_shape(made))
        return 0
    say(_("The backup is made and verified: {file}").format(file=made.file))
    say(counts_words(made))
    return 0


VERB = Verb("backup", lambda: _("Make one verified file of the whole book."), _arguments, _run)
