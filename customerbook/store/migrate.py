"""Bringing a book to the shape that this program works with, one numbered script after the other.

A script lies in `migrations/` as `0002_what_it_does.py`, uses nothing of this program, so that it
does the same for ever, and has `up(migrator, db)`. All it does, its name in the history and its
number in the file are one transaction. The number of the newest applied script is the version of
the schema.
"""

from collections.abc import Callable
from pathlib import Path

from customerbook.model.errors import OpeningError
from customerbook.model.texts import _
from customerbook.store.faults import too_new
from customerbook.store.file import BookFile

SCRIPTS = Path(__file__).with_name("migrations")
_HISTORY = "migration"


def newest(scripts: Path = SCRIPTS) -> int:
    """Number of the newest script that this program has.

    Raises:
        OpeningError: there are none, or not all of them; the program is badly installed.
    """
    return len(_numbered(scripts))


def migrate(
    file: BookFile, *, before: Callable[[], object] | None = None, scripts: Path = SCRIPTS
) -> tuple[str, ...]:
    """Apply what the book does not have yet; the names of the scripts applied.

    A script that fails leaves the book as it was before that script.

    Args:
        file: the open book.
        before: called once before the first script, if the book has anything to lose: the place for
            a verified backup.
        scripts: the folder with the scripts.

    Raises:
        BookTooNewError: a newer program made or changed the book; it is untouched.
        DiskError: there is something to do, but the book can only be read.
    """
    known = _numbered(scripts)
    with file.reading():
        version = file.schema_version
        if version > len(known) or _applied(file) - set(known):
            raise too_new()
        if version == len(known):
            return ()
        if file.read_only:
            raise OpeningError(
                _("This book must be converted first, which is not possible here: {why}").format(
                    why=file.why_read_only
                )
            )
        if version and before:
            before()
        # Only here: hardly any book that is opened has something to be done.
        from customerbook.store.migration_run import run_scripts  # noqa: PLC0415

        return run_scripts(file, scripts, _HISTORY)


def _applied(file: BookFile) -> set[str]:
    """Names of the scripts that a book has had."""
    if not file.database.table_exists(_HISTORY):
        return set()
    return {name for (name,) in file.rows((f'SELECT name FROM "{_HISTORY}"', []))}


def _numbered(scripts: Path) -> list[str]:
    """Names of all scripts in their order."""
    found = sorted((_number(path.stem), path.stem) for path in scripts.glob("[0-9]*.py"))
    if not found or [number for number, _name in found] != list(range(1, len(found) + 1)):
        raise OpeningError(
            _("This program is not completely installed. Install it again; the book is untouched.")
        )
    return [name for _index, name in found]


def _number(name: str) -> int:
    """What a script's name begins with."""
    return int(name[: len(name) - len(name.lstrip("0123456789"))])
