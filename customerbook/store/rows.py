"""Records to rows and back: one table of mappings, no code per record.

A record's plain fields are columns of the same name; a field that is a tuple lies in a child
table, one row a position. What a table has beyond its record is computed by `derived`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property
from operator import attrgetter
from types import UnionType
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from customerbook.model.filter import Filter, filter_text, read_filter
from customerbook.store.milliseconds import from_milliseconds, to_milliseconds
from customerbook.store.tables import Row


class Readable(Protocol):
    """What is needed of a database to read records; see `store.file.BookFile`."""

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """Rows that a query or (sql, parameters) gives."""
        ...

    def ids(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        """The column `id` of what a query gives, quick for very many."""
        ...


class Database(Readable, Protocol):
    """What is needed to write them, too."""

    def run(self, query: Any) -> int:
        """Execute a query that writes; the number of rows touched."""
        ...

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement with many rows of parameters."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, or a part of the one it stands in."""
        ...

    def at_end(self, work: Callable[[Any], object]) -> bool:
        """Let something be done just before the transaction ends; False if that was said before."""
        ...


@dataclass(frozen=True)
class Child:
    """A tuple in a record: the field's name, its table, and the record (None: plain text)."""

    field: str
    table: type[Row]
    record: type[Any] | None = None
    derived: Callable[[Any, str], dict[str, Any]] | None = None
    """(item, the book's country) to the values of columns beyond the record."""


@dataclass(frozen=True)
class Mapping:
    """How one kind of record lies in tables. `kind` names it in the change log."""

    kind: str
    record: type[Any]
    table: type[Row]
    children: tuple[Child, ...] = ()
    derived: Callable[[Any, str], dict[str, Any]] | None = None
    aside: tuple[str, ...] = ()
    """Fields on which nothing derived depends, and which are often changed alone."""

    def derived_alike(self, before: Any, after: Any) -> bool:
        """Whether it can be told without deriving anything that the same is derived from both."""
        return bool(self._beneath(before) == self._beneath(after))

    @cached_property
    def _beneath(self) -> Callable[[Any], Any]:
        return attrgetter(*(f.name for f in fields(self.record) if f.name not in self.aside))

    @cached_property
    def main(self) -> "Columns":
        """The columns of the record itself."""
        apart = {child.field for child in self.children}
        return Columns(self.table, self.record, apart, _derived_names(self.table, self.record))

    @cached_property
    def child_columns(self) -> tuple[tuple[Child, "Columns"], ...]:
        """Each child with its columns."""
        return tuple((child, Columns.of_child(child)) for child in self.children)


class Columns:
    """Plain fields of one record class and the columns they lie in."""

    def __init__(
        self, table: type[Row], record: type[Any] | None, apart: set[str], extra: Sequence[str]
    ) -> None:
        self.table = table
        self.record = record
        self.extra = tuple(extra)
        self.turns: tuple[tuple[_Turn, _Turn], ...] = ((_same, _same),)
        if record is None:
            plain = [c for c in _column_names(table) if c != "position" and not c.endswith("_id")]
            self.names = tuple(plain)
        else:
            hints = get_type_hints(record)
            self.names = tuple(f.name for f in fields(record) if f.name not in apart)
            self.turns = tuple(_turns(hints[name]) for name in self.names)
            self._fields = attrgetter(*self.names)
        # Most values go in as they are; only the others are looked at one by one.
        self._turned = [(at, t) for at, (t, _) in enumerate(self.turns) if t is not _same]
        turned_back = zip(self.names, self.turns, strict=False)
        self._turned_back = [(name, back) for name, (_, back) in turned_back if back is not _same]

    @classmethod
    def of_child(cls, child: Child) -> "Columns":
        """The columns of a child table, without owner and position."""
        names = _column_names(child.table)
        known = {f.name for f in fields(child.record)} if child.record else set(names)
        extra = [n for n in names[2:] if n not in known]
        return cls(child.table, child.record, set(), extra)

    def values(self, record: Any, derived: dict[str, Any]) -> list[Any]:
        """What goes into the columns, derived ones last."""
        if self.record is None:
            return [record]
        return self.plain(record) + self.beyond(derived)

    def plain(self, record: Any) -> list[Any]:
        """What of a record goes into its columns."""
        values = list(self._fields(record))
        for at, turn in self._turned:
            values[at] = turn(values[at])
        return values

    def beyond(self, derived: dict[str, Any]) -> list[Any]:
        """What is derived from it."""
        return [derived[name] for name in self.extra]

    def build(self, row: Sequence[Any], **more: Any) -> Any:
        """The record that a row of `names` stands for."""
        if self.record is None:
            return row[0]
        values = dict(zip(self.names, row, strict=True))
        for name, back in self._turned_back:
            values[name] = back(values[name])
        return self.record(**values, **more)


Statement = tuple[str, list[list[Any]]]
"""SQL, and the rows of parameters that it is executed with."""
Pair = tuple[Any, Any]
"""A record before and after."""


def insert(db: Database, mapping: Mapping, records: Sequence[Any], country: str) -> None:
    """Write new records; several at once are much faster than one by one."""
    for sql, values in insertions(mapping, records, country):
        db.run_many(sql, values)


def insertions(mapping: Mapping, records: Sequence[Any], country: str) -> list[Statement]:
    """What writes new records, so that nobody need wait while it is made ready."""
    main = mapping.main
    values = [main.values(r, _derive(mapping.derived, r, country)) for r in records]
    found = [(_insert_sql(main, ()), values)]
    for child, columns in mapping.child_columns:
        rows = [
            [r.id, position, *columns.values(item, _derive(child.derived, item, country))]
            for r in records
            for position, item in enumerate(getattr(r, child.field))
        ]
        if rows:
            owner = _column_names(child.table)[0]
            found.append((_insert_sql(columns, (owner, "position")), rows))
    return found


def update(db: Database, mapping: Mapping, pairs: Iterable[Pair], country: str) -> None:
    """Write records over those before; only columns and items of children that differ.

    What several records have in common is written by one statement.
    """
    written: dict[str, list[list[Any]]] = {}
    for before, after in pairs:
        for sql, values in _differences(mapping, before, after, country):
            written.setdefault(sql, []).append(values)
    # Children make way before others take their places, whichever record they belong to.
    for sql, rows in sorted(written.items(), key=lambda one: not one[0].startswith("DELETE")):
        if len(rows) == 1:
            db.run((sql, rows[0]))
        else:
            db.run_many(sql, rows)


def _differences(
    mapping: Mapping, before: Any, after: Any, country: str
) -> Iterator[tuple[str, list[Any]]]:
    """What writes the columns and items that differ."""
    main = mapping.main
    names, was, becomes = list(main.names), main.plain(before), main.plain(after)
    if main.extra and not mapping.derived_alike(before, after):
        names += main.extra
        was += main.beyond(_derive(mapping.derived, before, country))
        becomes += main.beyond(_derive(mapping.derived, after, country))
    differ = [(n, new) for n, old, new in zip(names, was, becomes, strict=True) if old != new]
    if differ:
        assignments = ", ".join(f'"{name}" = ?' for name, _ in differ)
        sql = f'UPDATE "{mapping.table._meta.table_name}" SET {assignments} WHERE "id" = ?'
        yield sql, [*(value for _, value in differ), after.id]
    for child, columns in mapping.child_columns:
        had, has = getattr(before, child.field), getattr(after, child.field)
        if had == has:
            continue
        owner = _column_names(child.table)[0]
        same = next((at for at, (a, b) in enumerate(zip(had, has, strict=False)) if a != b), None)
        same = min(len(had), len(has)) if same is None else same
        if same < len(had):
            table = child.table._meta.table_name
            sql = f'DELETE FROM "{table}" WHERE "{owner}" = ? AND "position" >= ?'
            yield sql, [after.id, same]
        sql = _insert_sql(columns, (owner, "position"))
        for position, item in enumerate(has[same:], same):
            values = columns.values(item, _derive(child.derived, item, country))
            yield sql, [after.id, position, *values]


def delete(db: Database, mapping: Mapping, ids: Iterable[int]) -> None:
    """Take records and their children out of the tables."""
    table = mapping.table._meta.table_name
    db.run_many(f'DELETE FROM "{table}" WHERE "id" = ?', [[i] for i in ids])


def read(db: Readable, mapping: Mapping, ids: Sequence[int]) -> dict[int, Any]:
    """Records by id, whole; an id that is not there is left out."""
    found: dict[int, Any] = {}
    for start in range(0, len(ids), 500):
        found.update(_read_some(db, mapping, ids[start : start + 500]))
    return found


def _read_some(db: Readable, mapping: Mapping, ids: Sequence[int]) -> dict[int, Any]:
    marks = ", ".join("?" * len(ids))
    main = mapping.main
    wanted = ", ".join(f'"{name}"' for name in main.names)
    table = mapping.table._meta.table_name
    rows = db.rows((f'SELECT {wanted} FROM "{table}" WHERE "id" IN ({marks})', list(ids)))
    at = main.names.index("id")
    items: dict[str, dict[int, list[Any]]] = {}
    for child, columns in mapping.child_columns:
        owner, of = _column_names(child.table)[0], items.setdefault(child.field, {})
        wanted = ", ".join(f'"{name}"' for name in (owner, *columns.names))
        child_table = child.table._meta.table_name
        select = f'SELECT {wanted} FROM "{child_table}" WHERE "{owner}" IN ({marks})'
        for row in db.rows((f'{select} ORDER BY "{owner}", "position"', list(ids))):
            of.setdefault(row[0], []).append(columns.build(row[1:]))
    return {
        row[at]: main.build(row, **{name: tuple(of.get(row[at], ())) for name, of in items.items()})
        for row in rows
    }


_Turn = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _maybe(turn: _Turn) -> _Turn:
    return lambda value: None if value is None else turn(value)


def _turns(hint: Any) -> tuple[_Turn, _Turn]:
    """How a value of this type goes into its column, and back."""
    optional = get_origin(hint) in (Union, UnionType)
    if optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    there, back = _PLAIN_TURNS.get(hint, (_same, _same))
    if isinstance(hint, type) and issubclass(hint, Enum):
        # A look-up in a table takes a third of the time of asking a member for its value.
        values: dict[Any, Any] = {None: None, **{member: member.value for member in hint}}
        return values.__getitem__, _maybe(hint) if optional else hint
    if there is _same and back is _same:
        return there, back
    return (_maybe(there), _maybe(back)) if optional else (there, back)


_PLAIN_TURNS: dict[Any, tuple[_Turn, _Turn]] = {
    bool: (_same, bool),
    datetime: (to_milliseconds, from_milliseconds),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    Filter: (filter_text, lambda text: read_filter(text)[0]),
}


def _derive(
    derived: Callable[[Any, str], dict[str, Any]] | None, record: Any, country: str
) -> dict[str, Any]:
    return derived(record, country) if derived else {}


def _column_names(table: type[Row]) -> list[str]:
    return [field.column_name for field in table._meta.sorted_fields]


def _derived_names(table: type[Row], record: type[Any]) -> list[str]:
    """Columns beyond the record that have no default: `derived` must give them."""
    known = {f.name for f in fields(record)}
    kept_elsewhere = ("last_contact", "open_complaint")
    return [n for n in _column_names(table) if n not in known and n not in kept_elsewhere]


def _insert_sql(columns: Columns, keys: Sequence[str]) -> str:
    names = [*keys, *columns.names, *columns.extra]
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f'INSERT INTO "{columns.table._meta.table_name}" ({listed}) VALUES ({marks})'
