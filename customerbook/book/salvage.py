"""Taking over from a damaged book what its backup does not have yet.

The book is the newest backup; beside it is what can still be read of the damaged one. A readable
row is newer than the backup, or the same. Where a record is not whole, its newest image in the
readable part of the change log is taken instead, and else what the backup knows of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from customerbook.book.writing import Operation, operation, raise_counters
from customerbook.model.rights import Right
from customerbook.store import log, log_salvage, rows
from customerbook.store.mappings import (
    CASES,
    CUSTOMERS,
    DOCUMENTS,
    FOLLOWUPS,
    INTERACTIONS,
    PEOPLE,
    PURCHASES,
    REMINDERS,
    SAVED_LISTS,
    SHOP,
    SNIPPETS,
    TEMPLATES,
    TOPICS,
)
from customerbook.store.rows import Mapping
from customerbook.store.salvage import Salvaged

if TYPE_CHECKING:
    from customerbook.book.book import Book

Latest = dict[tuple[str, int], Any]

_SLICE = 500
# Each after those that it refers to.
_ORDER = (
    SHOP,
    PEOPLE,
    TOPICS,
    SNIPPETS,
    TEMPLATES,
    SAVED_LISTS,
    CUSTOMERS,
    CASES,
    INTERACTIONS,
    FOLLOWUPS,
    REMINDERS,
    DOCUMENTS,
    PURCHASES,
)
_REFERS = {
    "customer_id": CUSTOMERS,
    "topic_id": TOPICS,
    "interaction_id": INTERACTIONS,
    "followup_id": FOLLOWUPS,
}
_NEEDS = {"followup_id"}  # without it the record means nothing


@dataclass(frozen=True)
class TakenOver:
    """What came of it.

    `records` counts what was newer than the backup, by kind. The others are losses: pages that are
    unreadable, rows that went on in one, records that lost whom or what they referred to, and
    places where the change log has a gap.
    """

    records: dict[str, int]
    changes: int
    pages: int
    rows: int
    references: int
    gaps: int


def take_over(
    book: "Book", found: Salvaged, step: Callable[[float], object] = lambda _part: None
) -> TakenOver:
    """Bring a book from its newest backup to what is still readable of it, in one transaction.

    Nobody may have signed in to it yet: what that writes would stand where the log goes on.
    """
    taken: dict[str, int] = {}
    with operation(book, "book.salvage", Right.MANAGE, undoable=False) as op:
        before = log_salvage.newest(book.db)
        changes = log_salvage.append_salvaged(book.db, found, before)
        _raise_counters(book, found)
        latest = _latest(found, before)
        known = _Known(book)
        for done, mapping in enumerate(_ORDER):
            for record in _newer(book, found, mapping, latest):
                was, now = record
                fitted = known.fitted(now)
                if fitted is None:
                    continue
                if was is None:
                    op.add(fitted)
                else:
                    op.change_record(was, fitted)
                taken[mapping.kind] = taken.get(mapping.kind, 0) + 1
            step((done + 1) / (len(_ORDER) + 1))
        _remove(book, op, latest, taken)
        op.noted = True
        gaps = log_salvage.note_gaps(book.db, book.keys.log_key)
    return TakenOver(taken, changes, found.unreadable, sum(found.lost.values()), known.lost, gaps)


def _latest(found: Salvaged, before: int) -> Latest:
    """The newest image of each record that a readable change has; None where it was removed."""
    latest: Latest = {}
    sql = "SELECT id FROM change WHERE id > ? ORDER BY id"
    for change_id in found.ids(sql, [before]) if "change" in found.lost else ():
        for entry in log.entries(found, change_id):
            if not entry.light:
                latest[entry.kind, entry.id] = entry.after
    return latest


def _newer(
    book: "Book", found: Salvaged, mapping: Mapping, latest: Latest
) -> Iterator[tuple[Any, Any]]:
    """Records that are not as the backup has them: (as there, as they are)."""
    table = mapping.table._meta.table_name
    ids = set(found.ids(f'SELECT id FROM "{table}"')) if table in found.lost else set()
    ids |= {record_id for kind, record_id in latest if kind == mapping.kind}
    ordered = sorted(ids)
    partly = [c.field for c in mapping.children if c.table._meta.table_name not in found.whole]
    for start in range(0, len(ordered), _SLICE):
        some = ordered[start : start + _SLICE]
        there = rows.read(book.db, mapping, some)
        here = rows.read(found, mapping, some) if table in found.lost else {}
        for record_id in some:
            was, now = there.get(record_id), here.get(record_id)
            image = latest.get((mapping.kind, record_id))
            if now is None or (partly and image is not None):
                now = image
            elif partly and was is not None:
                now = _completed(now, was, partly)
            if now is not None and now != was:
                yield was, now


def _completed(now: Any, was: Any, partly: list[str]) -> Any:
    """The record with what the backup knows of parts that may be missing."""
    fuller = [name for name in partly if len(getattr(was, name)) > len(getattr(now, name))]
    return replace(now, **{name: getattr(was, name) for name in fuller})


class _Known:
    """Which records are there to refer to; counts those that referred to a lost one."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._there: dict[str, set[int]] = {}
        self.lost = 0

    def fitted(self, record: Any) -> Any | None:
        """The record without references to what is lost; None if nothing is left of its sense."""
        gone = [name for name in _REFERS if self._is_lost(name, getattr(record, name, None))]
        if not gone:
            return record
        self.lost += 1
        if _NEEDS & set(gone):
            return None
        return replace(record, **dict.fromkeys(gone))

    def _is_lost(self, name: str, target: int | None) -> bool:
        if target is None:
            return False
        if name not in self._there:  # those referred to are all written by now
            table = _REFERS[name].table._meta.table_name
            self._there[name] = set(self._book.db.ids(f'SELECT id FROM "{table}"'))
        return target not in self._there[name]


def _raise_counters(book: "Book", found: Salvaged) -> None:
    """Never give a number twice, also not one whose record is lost."""
    counters = found.rows("SELECT name, next FROM counter") if "counter" in found.lost else []
    tables = {mapping.kind: mapping.table._meta.table_name for mapping in _ORDER}
    for name, table in {**tables, "change": "change"}.items():
        if table in found.lost:
            ((last,),) = found.rows(f'SELECT coalesce(max(id), 0) FROM "{table}"')
            counters.append((name, last + 1))
    raise_counters(book, counters)


def _remove(book: "Book", op: Operation, latest: Latest, taken: dict[str, int]) -> None:
    """Take out what was taken out after the backup."""
    for mapping in reversed(_ORDER):
        gone = [i for (kind, i), image in latest.items() if kind == mapping.kind and image is None]
        for record in rows.read(book.db, mapping, sorted(gone)).values():
            op.remove(record)
            taken[mapping.kind] = taken.get(mapping.kind, 0) + 1
