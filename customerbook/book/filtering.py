"""Which customers a filter lets through, answered from indexes alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import reduce
from typing import TYPE_CHECKING, Any

from customerbook.model import clock
from customerbook.model.filter import Filter
from customerbook.store.normal import folded
from customerbook.store.rows import to_milliseconds

if TYPE_CHECKING:
    from customerbook.book.book import Book

Ids = frozenset[int]


def passing(book: "Book", wanted: Filter) -> Ids | None:
    """Ids of the customers that have all that is wanted; None for everybody.

    Those in the bin may be among them.
    """
    with book.db.reading():
        found = [part() for part in _parts(book, wanted)]
    # Smallest first: what is compared is never more than that.
    return reduce(frozenset.intersection, sorted(found, key=len)) if found else None


def _parts(book: "Book", wanted: Filter) -> Iterator[Callable[[], Ids]]:
    if wanted.open_followup:
        sql = "SELECT DISTINCT customer_id FROM followup WHERE state = 'open'"
        yield lambda: _ids(book, f"{sql} AND customer_id IS NOT NULL", [])
    for tag in wanted.tags:
        yield lambda tag=tag: _ids(book, *_spelled(book, "tag", "tag", tag))  # type: ignore[misc]
    if wanted.town:
        yield lambda: _ids(book, *_spelled(book, "address", "town", wanted.town))
    if wanted.consent:
        yield lambda: _consenting(book, wanted.consent)
    if wanted.responsible is not None:
        sql = "SELECT id FROM customer WHERE deleted IS NULL AND responsible_id"
        person = [wanted.responsible] if wanted.responsible else []
        yield lambda: _ids(book, f"{sql} = ?" if person else f"{sql} IS NULL", person)
    if wanted.quiet_days:
        yield lambda: _quiet(book, wanted.quiet_days)


def _ids(book: "Book", sql: str, values: list[Any]) -> Ids:
    return frozenset(i for (i,) in book.db.rows((sql, values)))


def _spelled(book: "Book", table: str, column: str, wanted: str) -> tuple[str, list[Any]]:
    """Customers with this tag, town or purpose in whatever way it is written."""
    spellings = [
        written
        for (written,) in book.db.rows((f"SELECT DISTINCT {column} FROM {table}", []))
        if folded(written) == folded(wanted)
    ]
    marks = ", ".join("?" * len(spellings))
    return f"SELECT customer_id FROM {table} WHERE {column} IN ({marks})", spellings


def _consenting(book: "Book", purpose: str) -> Ids:
    """Who allowed it; where it was refused as well, the later of the two holds."""
    sql, spellings = _spelled(book, "consent", "purpose", purpose)
    given = _ids(book, f"{sql} AND given", spellings)
    refused = _ids(book, f"{sql} AND NOT given", spellings)
    doubtful = list(given & refused)
    last: dict[int, bool] = {}
    marks = ", ".join("?" * len(spellings))
    of = "SELECT customer_id, given FROM consent WHERE customer_id = ?"
    order = "ORDER BY ifnull(day, ''), position"
    for customer_id in doubtful:
        rows = book.db.rows((f"{of} AND purpose IN ({marks}) {order}", [customer_id, *spellings]))
        last[customer_id] = bool(rows[-1][1])
    return (given - refused) | {i for i, is_given in last.items() if is_given}


def _quiet(book: "Book", days: int) -> Ids:
    """Whose last contact lies so far back; who never had one counts from when they were added."""
    since = to_milliseconds(clock.now() - timedelta(days=days))
    sql = (
        "SELECT id FROM customer WHERE deleted IS NULL AND last_contact <= ? "
        "UNION ALL SELECT id FROM customer "
        "WHERE deleted IS NULL AND last_contact IS NULL AND ifnull(created, 0) <= ?"
    )
    return _ids(book, sql, [since, since])


def towns(book: "Book") -> list[tuple[str, int]]:
    """Towns with how many addresses of customers are there, in the spelling used most."""
    counted = book.db.rows(
        ("SELECT town, count(*) FROM address WHERE town <> '' GROUP BY town", [])
    )
    gone = dict(
        book.db.rows(
            (
                "SELECT a.town, count(*) FROM customer c JOIN address a ON a.customer_id = c.id "
                "WHERE c.deleted IS NOT NULL GROUP BY a.town",
                [],
            )
        )
    )
    found: dict[str, tuple[str, int]] = {}
    for town, all_of_them in sorted(counted, key=lambda row: -row[1]):
        count = all_of_them - gone.get(town, 0)
        spelled, more = found.get(folded(town), (town, 0))
        found[folded(town)] = (spelled, more + count)
    used = [(town, count) for town, count in found.values() if count]
    return sorted(used, key=lambda one: (-one[1], folded(one[0])))
