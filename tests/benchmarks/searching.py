"""Search beside the best raw query that finds the same kind of thing."""

from collections.abc import Iterator
from typing import Any

from customerbook.book.book import Book
from tests.benchmarks.table import Figure, milliseconds

_PREFIX = (
    "SELECT c.id, c.name FROM find_word f JOIN customer c ON c.id = f.rowid "
    "WHERE find_word MATCH ? LIMIT 50"
)
_INSIDE = (
    "SELECT c.id, c.name FROM find_inside f JOIN customer c ON c.id = f.rowid "
    "WHERE find_inside MATCH ? LIMIT 50"
)
_NOTE = "SELECT rowid FROM find_note WHERE find_note MATCH ? ORDER BY rowid DESC LIMIT 50"

QUERIES: tuple[tuple[str, str, str, str], ...] = (
    ("one letter", "m", _PREFIX, "m*"),
    ("two letters", "mu", _PREFIX, "mu*"),
    ("three letters", "mul", _PREFIX, "mul*"),
    ("name with accent", "Müller", _PREFIX, "muller*"),
    ("two words", "oliver mul", _PREFIX, "oliver* AND mul*"),
    ("inside a word", "ille", _INSIDE, '"ille"'),
    ("last four digits", "0014", _INSIDE, '"0014"'),
    ("five digits inside", "71392", _INSIDE, '"71392"'),
    ("full number", "+49 171 3920014", _INSIDE, '"491713920014"'),
    ("name and number", "mül 0171", _INSIDE, '"mul" AND "0171"'),
    ("part of an email", "oliver.m@", _INSIDE, '"oliver.m@"'),
    ("town", "germering", _PREFIX, "germering*"),
    ("tag", "commuter", _PREFIX, "commuter*"),
    ("word of a note", "battery", _NOTE, "battery*"),
    ("nobody", "zzxqj", _PREFIX, "zzxqj*"),
    ("typing error", "Mueler", _PREFIX, "mueller*"),
)


def figures(book: Book) -> Iterator[Figure]:
    """One figure for each kind of query."""
    for name, typed, sql, match in QUERIES:

        def raw(sql: str = sql, match: str = match) -> list[tuple[Any, ...]]:
            return book.db.rows((sql, [match]))

        def found(typed: str = typed) -> object:
            return book.customers.find(typed, 50)

        limit, value = milliseconds(raw), milliseconds(found)
        # Of a query that is over in no time the fixed cost of an answer is most: 10 ms are free.
        yield Figure(f"find: {name}", value, "ms", max(limit, 10 / 3), 3)
