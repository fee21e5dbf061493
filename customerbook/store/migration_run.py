"""Running migration scripts; see `migrate.py`, which loads this only when there is one to run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playhouse.migrate import SqliteMigrator
from playhouse.migrations import Runner

from customerbook.store.file import BookFile


class _OneTransaction(SqliteMigrator):  # type: ignore[misc]  # playhouse has no types
    """Ends each script's transaction with its number and a look at the references."""

    def __init__(self, file: BookFile, version: int) -> None:
        super().__init__(file.database)
        self._file = file
        self.version = version

    @contextmanager
    def migration_context(self, atomic: bool = True) -> Iterator[None]:  # noqa: FBT001, FBT002
        """As in playhouse: foreign keys are off meanwhile, for tables that are built anew."""
        if not atomic:
            raise RuntimeError("a migration is one transaction")
        with super().migration_context():
            yield
            self.version += 1
            self._file.finish_migration(self.version)


def run_scripts(file: BookFile, scripts: Path, history: str) -> tuple[str, ...]:
    """Apply the scripts that a table of names does not know; the names of those applied."""
    runner = Runner(file.database, str(scripts), table_name=history)
    runner.migrator = _OneTransaction(file, file.schema_version)
    return tuple(runner.up())
