"""What search keeps in memory, because it is asked at each key: who was here when, which names.

Nobody else can write to an open book, so this need not be read again while it is open.
"""

from array import array
from collections.abc import Iterable
from heapq import nlargest
from typing import Any

from customerbook.model.customer import Customer
from customerbook.model.interaction import Interaction
from customerbook.store import search_index
from customerbook.store.normal import index_words
from customerbook.store.rows import Database

_MOST = 500
"""Customers whose last contact is read one by one; with more, all are read again."""


class SearchMemory:
    """Last contacts by customer, and the words of all names; filled when first asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._recent: array[int] | None = None
        self._stale: set[int] = set()
        self._names: set[str] | None = None

    def clear(self) -> None:
        """Read everything again when it is next asked for."""
        self._recent, self._names = None, None
        self._stale.clear()

    def note(self, record: Any) -> None:
        """A record was written or taken out; customers may have another last contact or name."""
        if isinstance(record, Interaction) and record.customer_id is not None:
            self._stale.add(record.customer_id)
        elif isinstance(record, Customer):
            self._stale.add(record.id)
            if self._names is not None:
                self._names.update(index_words(record.name))

    def most_recent(self, ids: Iterable[int], count: int) -> list[int]:
        """The customers of these whose last contact was latest, latest first."""
        recent = self._loaded()
        return nlargest(count, ids, key=recent.__getitem__)

    @property
    def names(self) -> set[str]:
        """Each folded word of a name in the book; it may hold some that are gone."""
        if self._names is None:
            self._names = set(search_index.vocabulary(self._db))
        return self._names

    def _loaded(self) -> "array[int]":
        if self._recent is None or len(self._stale) > _MOST:
            # Answered from the index of last contacts alone, without reading customers.
            rows = self._db.rows(("SELECT id, last_contact FROM customer", []))
            self._recent = array("q", bytes(8 * (1 + max((i for i, _ in rows), default=0))))
            for customer_id, moment in rows:
                self._recent[customer_id] = moment or 0
        elif self._stale:
            marks = ", ".join("?" * len(self._stale))
            sql = f"SELECT id, last_contact FROM customer WHERE id IN ({marks})"
            for customer_id, moment in self._db.rows((sql, list(self._stale))):
                missing = 1 + customer_id - len(self._recent)
                if missing > 0:
                    self._recent.extend([0] * missing)
                self._recent[customer_id] = moment or 0
        self._stale.clear()
        return self._recent
