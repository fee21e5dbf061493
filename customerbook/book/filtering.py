"""Which customers a filter lets through, answered from indexes alone and kept in memory."""

from collections.abc import Callable, Hashable, Iterator
from datetime import timedelta
from functools import reduce
from typing import TYPE_CHECKING, Any

from customerbook.book.list_memory import OPEN, QUIET, Ids
from customerbook.model import clock
from customerbook.model.filter import Filter
from customerbook.store.milliseconds import to_milliseconds
from customerbook.store.normal import folded

if TYPE_CHECKING:
    from customerbook.book.book import Book

Part = tuple[tuple[Hashable, ...], Callable[[], Ids]]
"""By what a part of a filter is known in memory, and what reads it."""

_IN_THE_BIN = "SELECT id FROM customer WHERE deleted IS NOT NULL"
_DAY = 24 * 60 * 60 * 1000


def passing(book: "Book", wanted: Filter) -> Ids | None:
    """Ids of the customers that have all that is wanted; None for everybody."""
    with book.db.reading():
        found = [book.memory.lists.part(*part) for part in _parts(book, wanted)]
    # Smallest first: what is compared is never more than that.
    return reduce(frozenset.intersection, sorted(found, key=len)) if found else None


def _parts(book: "Book", wanted: Filter) -> Iterator[Part]:
    if wanted.open_followup:
        sql = (
            "SELECT DISTINCT customer_id AS id FROM followup "
            "WHERE state = 'open' AND customer_id IS NOT NULL"
        )
        yield (OPEN,), lambda: _here(book, frozenset(book.db.ids(sql)))
    for tag in wanted.tags:
        yield ("tag", folded(tag)), _spelled_reader(book, "tag", "tag", tag)
    if wanted.town:
        yield ("town", folded(wanted.town)), _spelled_reader(book, "address", "town", wanted.town)
    if wanted.consent:
        yield ("consent", folded(wanted.consent)), lambda: _consenting(book, wanted.consent)
    if wanted.responsible is not None:
        yield ("responsible", wanted.responsible), lambda: _looked_after(book, wanted.responsible)
    if wanted.quiet_days:
        # Whole days: a list does not change while it is looked at.
        since = to_milliseconds(clock.now() - timedelta(days=wanted.quiet_days)) // _DAY * _DAY
        yield (QUIET, since), lambda: _quiet(book, since)


def _here(book: "Book", found: Ids) -> Ids:
    """Without those in the bin."""
    return found.difference(book.db.ids(_IN_THE_BIN))


def _spelled_reader(book: "Book", table: str, column: str, wanted: str) -> Callable[[], Ids]:
    def read() -> Ids:
        where, spellings = _spelled(book, table, column, wanted)
        sql = f"SELECT customer_id AS id FROM {table} WHERE {where}"
        return _here(book, frozenset(book.db.ids(sql, spellings)))

    return read


def _spelled(book: "Book", table: str, column: str, wanted: str) -> tuple[str, list[Any]]:
    """The condition for a tag, town or purpose in whatever way it is written."""
    spellings = [one for one in _used(book, table, column) if folded(one) == folded(wanted)]
    return f"{column} IN ({', '.join('?' * len(spellings))})", spellings


def _used(book: "Book", table: str, column: str) -> list[str]:
    """Each value of a column once: jumping through its index, not reading all of it."""
    sql = (
        f"WITH RECURSIVE used(one) AS (SELECT min({column}) FROM {table} UNION ALL "
        f"SELECT (SELECT min({column}) FROM {table} WHERE {column} > one) FROM used "
        "WHERE one IS NOT NULL) SELECT one FROM used WHERE one IS NOT NULL"
    )
    return [one for (one,) in book.db.rows((sql, []))]


def _consenting(book: "Book", purpose: str) -> Ids:
    """Who allowed it; where it was refused as well, the later of the two holds."""
    where, spellings = _spelled(book, "consent", "purpose", purpose)
    sql = f"SELECT customer_id AS id FROM consent WHERE {where}"
    given = frozenset(book.db.ids(f"{sql} AND given", spellings))
    refused = frozenset(book.db.ids(f"{sql} AND NOT given", spellings))
    last = (
        f"SELECT given FROM consent WHERE customer_id = ? AND {where} "
        "ORDER BY coalesce(day, '') DESC, position DESC LIMIT 1"
    )
    no_longer = {i for i in given & refused if book.db.rows((last, [i, *spellings])) == [(0,)]}
    return _here(book, given - no_longer)


def _looked_after(book: "Book", person_id: int | None) -> Ids:
    sql = "SELECT id FROM customer WHERE deleted IS NULL AND responsible_id"
    if person_id:
        return frozenset(book.db.ids(f"{sql} = ?", [person_id]))
    return frozenset(book.db.ids(f"{sql} IS NULL"))


def _quiet(book: "Book", since: int) -> Ids:
    """Whose last contact lies so far back; who never had one counts from when they were added."""
    sql = (
        "SELECT id FROM customer WHERE deleted IS NULL AND last_contact < ? "
        "UNION ALL SELECT id FROM customer "
        "WHERE deleted IS NULL AND last_contact IS NULL AND coalesce(created, 0) < ?"
    )
    return frozenset(book.db.ids(sql, [since, since]))


def towns(book: "Book") -> list[tuple[str, int]]:
    """Towns with how many addresses of customers are there, in the spelling used most."""
    with book.db.reading():
        sql = "SELECT town, count(*) FROM address WHERE town <> '' {also} GROUP BY town"
        counted = book.db.rows((sql.format(also=""), []))
        gone = dict(book.db.rows((sql.format(also=f"AND customer_id IN ({_IN_THE_BIN})"), [])))
    found: dict[str, tuple[str, int]] = {}
    for town, all_of_them in sorted(counted, key=lambda row: -row[1]):
        count = all_of_them - gone.get(town, 0)
        spelled, more = found.get(folded(town), (town, 0))
        found[folded(town)] = (spelled, more + count)
    used = [(town, count) for town, count in found.values() if count]
    return sorted(used, key=lambda one: (-one[1], folded(one[0])))
