"""Long work in portions, and a search index that is never merged while somebody waits."""

from typing import Any

from peewee import Database, IntegerField
from playhouse.migrate import migrate

_INDEX = ("find_word", "find_inside", "find_note")


def up(migrator: Any, db: Database) -> None:
    """Let a change be a portion of another; let the index be merged by hand alone."""
    migrate(migrator.add_column("change", "part_of", IntegerField(null=True)))
    for table in _INDEX:
        for setting, value in (("automerge", 0), ("crisismerge", 1000)):
            db.execute_sql(  # type: ignore[no-untyped-call]
                f"INSERT INTO {table}({table}, rank) VALUES ('{setting}', {value})"
            )
