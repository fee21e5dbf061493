"""`restore`: make a book of a backup, or go back to one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from customerbook.cli.backup_words import (
    backup_shape,
    counts_words,
    difference_shape,
    print_differences,
)
from customerbook.cli.opening import json_argument, shown_for
from customerbook.cli.output import print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.backup import Backup, Difference
from customerbook.model.errors import DamagedError, OpeningError
from customerbook.model.texts import _
from customerbook.store.folder import named


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the backup"))
    parser.add_argument(
        "--to", metavar="BOOK", type=Path, required=True, help=_("folder of the book")
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=_("go back in a book that is there; what it was stays in its folder for a month"),
    )
    json_argument(parser)


def _run(options: Namespace) -> int:
    folder = named(options.to).absolute()
    if folder.exists() and not options.replace:
        raise OpeningError(
            _(
                "“{path}” exists already. Nothing was changed; choose another name, or add "
                "--replace to go back in this book."
            ).format(path=folder)
        )
    with Progress(100) as progress:
        backup, differences = _restored(options, folder, progress)
    if options.json:
        told: dict[str, Any] = {"book": str(folder), **backup_shape(backup)}
        print_json({**told, "differences": [difference_shape(one) for one in differences]})
        return 0
    say(_("The book is restored: {folder}").format(folder=folder))
    if differences:
        print_differences(differences)
    else:
        say(counts_words(backup))
    return 0


def _restored(
    options: Namespace, folder: Path, progress: Progress
) -> tuple[Backup, tuple[Difference, ...]]:
    from customerbook.book import restoring  # noqa: PLC0415 - used by this verb alone
    from customerbook.book.book import open_book  # noqa: PLC0415
    from customerbook.store.place import backup_folder  # noqa: PLC0415

    shown = shown_for(options.file)
    if folder.exists():
        try:
            book = open_book(folder, passphrase=shown.passphrase, recovery_code=shown.recovery_code)
        except DamagedError:
            book = None  # it is replaced as a whole, and kept aside as it is
        if book is not None:
            try:
                book.sign_in_holder()
                book.backups.keep_in(backup_folder())
                ready = restoring.make_ready(book, options.file, progress=progress.step)
                restoring.swap_in(book, ready).close()
            except BaseException:
                book.close()
                book.db.hold.release()
                raise
            return ready.backup, ready.differences
    backup = restoring.restore_to(
        options.file, folder, shown, replace=options.replace, progress=progress.step
    )
    return backup, ()


VERB = Verb(
    "restore",
    lambda: _("Make a book of a backup, or go back to one with --replace."),
    _arguments,
    _run,
)
