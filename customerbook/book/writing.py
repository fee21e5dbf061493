"""One operation: a right asked, a transaction, a change in the log."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, TypeVar

from customerbook.book import derived
from customerbook.model import clock
from customerbook.model.change import Change, Entry
from customerbook.model.rights import Right
from customerbook.store import log, rows, search_index
from customerbook.store.mappings import MAPPINGS
from customerbook.store.rows import Mapping, Statement

if TYPE_CHECKING:
    from customerbook.book.book import Book

R = TypeVar("R")
_KIND_OF = {mapping.record: mapping for mapping in MAPPINGS.values()}
_SLICE = 500
MANY = 20
"""Records; more are written together, which is much faster: what was in the index is only marked as
gone then, until it is tidied."""


@dataclass(frozen=True)
class Prepared:
    """New records of one kind, and what writes them."""

    mapping: Mapping
    records: Sequence[Any]
    statements: list[Statement]


def prepared(records: Sequence[Any], country: str) -> Prepared:
    """Make ready what writes new records with ids, before a transaction that others wait for."""
    mapping = _mapping(records[0])
    statements = rows.insertions(mapping, records, country)
    return Prepared(mapping, records, statements + derived.insertions(records, country))


class Operation:
    """Collects what is written inside one transaction; `change` is there when it has ended."""

    def __init__(self, book: "Book") -> None:
        self.change: Change
        self.subject = ""
        self.noted = False
        """Set for what belongs into the log although it changes no record."""
        self.one_of_many = False
        """Set for a portion of what has many records altogether."""
        self._book = book
        self._entries: list[Entry] = []

    def add(self, record: R) -> R:
        """Write a new record; one without id gets the next."""
        mapping = _mapping(record)
        if getattr(record, "id") == 0:  # noqa: B009 - any record has an id
            record = replace(record, id=take(self._book, mapping.kind))  # type: ignore[type-var]
        rows.insert(self._book.db, mapping, [record], self._book.country)
        self._follow(mapping, None, record)
        return record

    def change_record(self, before: R, after: R) -> R:
        """Write a record over what it was; nothing at all if nothing differs."""
        if before != after:
            mapping = _mapping(after)
            rows.update(self._book.db, mapping, [(before, after)], self._book.country)
            self._follow(mapping, before, after)
        return after

    def change_many(self, pairs: Iterable[tuple[Any, Any]]) -> None:
        """Write records of one kind over what they were; much faster than one by one."""
        changed = [(before, after) for before, after in pairs if before != after]
        if changed:
            mapping = _mapping(changed[0][1])
            rows.update(self._book.db, mapping, changed, self._book.country)
            self._follow_many(mapping, changed, many=self._are_many(changed))

    def remove(self, before: Any) -> None:
        """Take a record out of the book."""
        mapping = _mapping(before)
        # What is derived from a record is read before its row goes, references after.
        rows.delete(self._book.db, mapping, [before.id])
        self._follow(mapping, before, None)

    def add_many(
        self, records: Sequence[R], step: Callable[[int], None] = lambda _: None
    ) -> list[R]:
        """Write many new records of one kind at once, without images in the log.

        `step` is told now and then how many are written; what it raises ends the operation.
        """
        if not records:
            return []
        first = take(self._book, _mapping(records[0]).kind, 0)
        numbered: list[R] = [
            replace(record, id=number)  # type: ignore[type-var]
            for number, record in enumerate(records, first)
        ]
        self.add_numbered(numbered, step)
        return numbered

    def add_numbered(
        self, records: Iterable[Any], step: Callable[[int], None] = lambda _: None
    ) -> None:
        """Like `add_many`, for records that bear the next ids already, in their order."""
        db, country = self._book.db, self._book.country
        source, written = iter(records), 0
        new = derived.New(db, country)
        with db.roomy(), search_index.sorting_more(db):
            while some := list(islice(source, _SLICE)):
                mapping = _mapping(some[0])
                first = take(self._book, mapping.kind, len(some))
                if [record.id for record in some] != list(range(first, first + len(some))):
                    raise ValueError("ids that are not the next ones")
                rows.insert(db, mapping, some, country)
                new.follow(some)
                written, last = written + len(some), first + len(some)
                step(written)
            new.finish()
        self._book.memory.clear()
        if written:
            self._entries.append(Entry(mapping.kind, last - written, count=written))

    def add_prepared(self, new: Prepared) -> None:
        """Write new records that were made ready, without images in the log."""
        self._insert(new)
        ids = [record.id for record in new.records]
        if ids != list(range(ids[0], ids[0] + len(ids))):
            raise ValueError("ids that do not follow each other")
        self._entries.append(Entry(new.mapping.kind, ids[0], count=len(ids)))

    def apply(self, entries: Sequence[Entry]) -> None:
        """Write what entries say came after; they must fit what is in the book now."""
        for (kind, way), some in groupby(entries, key=lambda entry: (entry.kind, _way(entry))):
            alike = list(some)
            if way == "light":
                for entry in alike:
                    self._take_back(entry)
            elif kind == "customer" and self._are_many(alike):
                self._apply_many(way, alike)
            else:
                for entry in alike:
                    self._apply_one(way, entry)

    def withdraw(self, entries: Sequence[Entry]) -> None:
        """Write what was there before a change that nobody will want back: without images of it."""
        for entry in reversed(entries):
            if not entry.light:
                self.apply([entry.inverse()])
                continue
            mapping = MAPPINGS[entry.kind]
            found = rows.read(self._book.db, mapping, range(entry.id, entry.id + entry.count))
            self._delete(mapping, list(found.values()))
            self._entries.append(Entry(entry.kind, entry.id, count=entry.count))

    def _are_many(self, records: Sequence[Any]) -> bool:
        return self.one_of_many or len(records) > MANY

    def _apply_one(self, way: str, entry: Entry) -> None:
        if way == "new":
            self.add(entry.after)
        elif way == "gone":
            self.remove(entry.before)
        else:
            self.change_record(entry.before, entry.after)

    def _apply_many(self, way: str, entries: list[Entry]) -> None:
        if way == "new":
            self._insert(prepared([entry.after for entry in entries], self._book.country))
            self._entries += entries
        elif way == "gone":
            self._delete(MAPPINGS[entries[0].kind], [entry.before for entry in entries])
            self._entries += entries
        else:
            self.change_many([(entry.before, entry.after) for entry in entries])

    def _take_back(self, entry: Entry) -> None:
        """Remove the new records of an import, last first, keeping their images in this change."""
        mapping = MAPPINGS[entry.kind]
        ids = range(entry.id, entry.id + entry.count)
        for end in range(len(ids), 0, -_SLICE):
            some = ids[max(0, end - _SLICE) : end]
            found = rows.read(self._book.db, mapping, some)
            gone = [Entry(entry.kind, i, before=found[i]) for i in reversed(some) if i in found]
            if gone:
                self._apply_many("gone", gone)

    def _insert(self, new: Prepared) -> None:
        for sql, values in new.statements:
            self._book.db.run_many(sql, values)
        self._book.memory.note_new(new.records)

    def _delete(self, mapping: Mapping, records: list[Any]) -> None:
        rows.delete(self._book.db, mapping, [record.id for record in records])
        gone = [(record, None) for record in records]
        derived.follow(self._book.db, self._book.country, gone, many=True)
        self._book.memory.note_gone(records)

    def _follow(self, mapping: Mapping, before: Any, after: Any) -> None:
        self._follow_many(mapping, [(before, after)], many=False)

    def _follow_many(
        self, mapping: Mapping, pairs: Sequence[tuple[Any, Any]], *, many: bool
    ) -> None:
        derived.follow(self._book.db, self._book.country, pairs, many=many)
        for before, after in pairs:
            self._book.memory.note(before)
            self._book.memory.note(after)
            self._book.staff.note(after)
            self._entries.append(Entry(mapping.kind, (after or before).id, before, after))

    def finish(
        self,
        operation: str,
        right: Right,
        *,
        undoes: int | None,
        undoable: bool,
        part_of: int | None,
    ) -> None:
        """Write the change into the log; one that changed nothing is not worth a line there."""
        self.change = Change(
            id=take(self._book, "change") if self._entries or self.noted else 0,
            operation=operation,
            subject=self.subject,
            person_id=self._book.person.id if self._book.person else None,
            moment=clock.now(),
            entries=tuple(self._entries),
            asked=right,
            undoes=undoes,
            undoable=undoable,
            part_of=part_of,
        )
        if self.change.id:
            log.append(self._book.db, self._book.keys.log_key, self.change)


@contextmanager
def operation(
    book: "Book",
    name: str,
    right: Right,
    *,
    undoes: int | None = None,
    undoable: bool = True,
    part_of: int | None = None,
    apart: bool = True,
) -> Iterator[Operation]:
    """Write all of it, with its change, or nothing. An operation in another becomes part of it.

    One that is not `apart` belongs to the transaction it stands in, which is quicker than a part of
    its own: after an exception all of that has to be undone.
    """
    with book.db.writing() if apart else book.db.reading():
        # Only behind the lock: before it, the current operation may be another thread's.
        if book.current is not None:
            yield book.current
            return
        book.current = Operation(book)
        try:
            yield book.current
            book.current.finish(name, right, undoes=undoes, undoable=undoable, part_of=part_of)
        except BaseException:
            book.memory.clear()  # it was told of what is not so now
            book.staff.forget()
            raise
        finally:
            book.current = None


def take(book: "Book", name: str, count: int = 1) -> int:
    """The first of `count` new numbers; numbers are never given twice."""
    db = book.db
    sql = "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = "
    db.run((f"{sql} counter.next + ?", [name, 1 + count, count]))
    ((following,),) = db.rows(("SELECT next FROM counter WHERE name = ?", [name]))
    return int(following) - count


def raise_counters(book: "Book", counters: Iterable[tuple[str, int]]) -> None:
    """Never give a number again that another copy of the book gave: (name, next free one)."""
    book.db.run_many(
        "INSERT INTO counter (name, next) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET next = max(counter.next, excluded.next)",
        counters,
    )


def _way(entry: Entry) -> str:
    """What an entry says became of its record."""
    if entry.light:
        return "light"
    return "new" if entry.before is None else "gone" if entry.after is None else "changed"


def _mapping(record: Any) -> Mapping:
    return _KIND_OF[type(record)]
