"""Drafts: what was typed into a form, kept in the book until it is saved or thrown away.

Not part of the change log: nothing of a draft was confirmed by anyone.
"""

import json
from typing import TYPE_CHECKING, Any

from customerbook.model import clock
from customerbook.store.milliseconds import to_milliseconds

if TYPE_CHECKING:
    from customerbook.book.book import Book


class Drafts:
    """Operations on drafts, one a form and person."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Keep what a form holds, in place of what was kept for it before."""
        if self._book.person is None or self._book.read_only:
            return
        sql = (
            "INSERT INTO draft (key, person_id, content, moment) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key, person_id) DO UPDATE SET content = excluded.content, "
            "moment = excluded.moment"
        )
        moment, content = to_milliseconds(clock.now()), json.dumps(values, ensure_ascii=False)
        self._book.db.run((sql, [key, self._book.person.id, content, moment]))

    def get(self, key: str) -> dict[str, Any] | None:
        """What was kept for a form of the person at the book."""
        if self._book.person is None:
            return None
        sql = "SELECT content FROM draft WHERE key = ? AND person_id = ?"
        rows = self._book.db.rows((sql, [key, self._book.person.id]))
        found: dict[str, Any] | None = json.loads(rows[0][0]) if rows else None
        return found

    def drop(self, key: str) -> None:
        """Throw away what was kept for a form."""
        if self._book.person is None or self._book.read_only:
            return
        sql = "DELETE FROM draft WHERE key = ? AND person_id = ?"
        self._book.db.run((sql, [key, self._book.person.id]))
