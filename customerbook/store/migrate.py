"""Bringing a book to the shape that this program works with, one numbered script after the other.

A script lies in `migrations/` as `0002_what_it_does.py`, uses nothing of this program, so that it
does the same for ever, and has `up(migrator, db)`. All it does, its name in the history and its
number in the file are one transaction. The number of the newest applied script is the version of
the schema.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playhouse.migrate import SqliteMigrator
from playhouse.migrations import Migration, Runner

from customerbook.model.errors import OpeningError
from customerbook.model.texts import _
from customerbook.store.faults import too_new
from customerbook.store.file import BookFile

SCRIPTS = Path(__file__).with_name("migrations")
_HISTORY = "migration"


class _OneTransaction(SqliteMigrator):  # type: ignore[misc]  # playhouse has no types
    """Ends each script's transaction with its number and a look at the references."""

    def __init__(self, file: BookFile) -> None:
        super().__init__(file.database)
        self._file = file
        self.version = 0

    @contextmanager
    def migration_context(self, atomic: bool = True) -> Iterator[None]:  # noqa: FBT001, FBT002
        """As in playhouse: foreign keys are off meanwhile, for tables that are built anew."""
        if not atomic:
            raise RuntimeError("a migration is one transaction")
        with super().migration_context():
            yield
            self.version += 1
            self._file.finish_migration(self.version)


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
        runner = _runner(file, scripts)
        runner.migrator.version = version
        if version > len(known) or set(runner.applied()) - set(known):
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
        return tuple(runner.up())


def _runner(file: BookFile, scripts: Path) -> Any:
    runner = Runner(file.database, str(scripts), table_name=_HISTORY)
    runner.migrator = _OneTransaction(file)
    return runner


def _numbered(scripts: Path) -> list[str]:
    found = Migration.load_directory(str(scripts))
    if not found or [script.idx for script in found] != list(range(1, len(found) + 1)):
        raise OpeningError(
            _("This program is not completely installed. Install it again; the book is untouched.")
        )
    return [script.name for script in found]
