"""What can still be read of a damaged file, as a database that records are read from.

The readable rows are written into a scratch file with the tables of the damaged one and none of
its rules, encrypted with the same key, so that nothing of it ever lies open on the disk.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customerbook.store.file import BookDatabase
from customerbook.store.keys import Keys
from customerbook.store.pages import Pages, Row

Schema = dict[str, tuple[int, str]]
"""The first page of each table and the SQL that made it, by the name of the table."""

_SLICE = 2_000
_OWN = ("migration", "file_state", "sqlite_")  # what a file keeps about itself
_INDEX = "find_"  # made anew from the records


@dataclass
class Salvaged:
    """The readable rows of a damaged file.

    `pages` counts its pages, `unreadable` those that are not as they were written; `lost` counts
    rows that go on in such a page, by table; `whole` names the tables without any loss.
    """

    pages: int
    unreadable: int
    lost: dict[str, int]
    whole: frozenset[str]
    _database: BookDatabase

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """Rows that a query or (sql, parameters) gives, like `BookFile.rows`."""
        sql, values = query if isinstance(query, tuple) else (query, ())
        found: list[tuple[Any, ...]] = self._database.connection().execute(sql, values).fetchall()
        return found

    def ids(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        """The column `id` of what a query gives, in its order."""
        return [row[0] for row in self.rows((f"SELECT id FROM ({sql})", values))]


def schema_of(rows: Callable[[str], list[tuple[Any, ...]]]) -> Schema:
    """The schema of an open book: that of a backup tells what its book had at the same places."""
    sql = "SELECT name, rootpage, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    return {name: (root, made) for name, root, made in rows(sql) if _kept(name)}


@contextmanager
def salvaged(
    damaged: Path,
    keys: Keys,
    scratch: Path,
    *,
    salt: bytes = b"",
    schema: Schema | None = None,
    step: Callable[[float], object] = lambda _part: None,
) -> Iterator[Salvaged]:
    """Everything readable in a copy of a damaged file, until the end of the block.

    Args:
        damaged: the file; nobody may have it open.
        keys: those of the book.
        scratch: where a file may lie meanwhile; it is removed at the end.
        salt: of the damaged file, if it is known; needed if its first page is unreadable.
        schema: of a backup, used where that of the damaged file is unreadable.
        step: told how much is done, 0 to 1; what it raises ends the work.
    """
    database = BookDatabase(scratch, keys.cipher_key(), new=True)
    try:
        with Pages(damaged, bytes.fromhex(keys.cipher_key()[2:-1]), salt) as pages:
            database.connect()
            yield _filled(database, pages, {**(schema or {}), **_schema(pages)}, step)
    finally:
        database.abandon()
        for left in scratch.parent.glob(f"{scratch.name}*"):
            left.unlink()


def _filled(
    database: BookDatabase, pages: Pages, schema: Schema, step: Callable[[float], object]
) -> Salvaged:
    connection = database.connection()
    # Nothing here is worth waiting for the disk: it is thrown away in any case.
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA foreign_keys=OFF")
    lost, whole = {}, set()
    for done, (name, (root, sql)) in enumerate(schema.items()):
        connection.execute(sql)
        _fill(database, name, pages.rows(root))
        lost[name] = pages.lost_rows(root)
        if not lost[name] and pages.is_whole(root):
            whole.add(name)
        step((done + 1) / len(schema))
    unreadable = len(pages.unreadable())
    return Salvaged(pages.count, unreadable, lost, frozenset(whole), database)


def _fill(database: BookDatabase, table: str, found: Iterator[Row]) -> None:
    connection = database.connection()
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    # A column that is the number of the row is stored as nothing.
    alias = next((at for at, c in enumerate(columns) if c[5] == 1 and c[2] == "INTEGER"), None)
    names = ", ".join(f'"{column[1]}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'
    connection.execute("BEGIN")
    some: list[Sequence[Any]] = []
    for row in found:
        if len(row.values) > len(columns):
            continue  # of another table: the schema is that of a backup
        values = [*row.values, *(column[4] for column in columns[len(row.values) :])]
        if alias is not None and values[alias] is None:
            values[alias] = row.id
        some.append(values)
        if len(some) == _SLICE:
            connection.executemany(insert, some)
            some.clear()
    connection.executemany(insert, some)
    connection.execute("COMMIT")


def _schema(pages: Pages) -> Schema:
    found = {}
    for row in pages.rows(1):
        kind, name, _, root, sql = row.values
        if kind == "table" and root and _kept(str(name)):
            assert isinstance(root, int)
            found[str(name)] = (root, str(sql))
    return found


def _kept(name: str) -> bool:
    return not name.startswith((*_OWN, _INDEX))
