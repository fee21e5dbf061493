"""What search keeps in memory, because it is asked at each key: who was here when, which names.

Nobody else can write to an open book, so this need not be read again while it is open.
"""

from array import array
from collections.abc import Iterable
from heapq import nlargest
from typing import Any

from customerbook.book.list_memory import ListMemory
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
        self.lists = ListMemory()
        self._db = db
        self._recent: array[int] | None = None
        self._stale: set[int] = set()
        self._names: set[str] | None = None
        self._owners: array[int] | None = None

    def clear(self) -> None:
        """Read everything again when it is next asked for."""
        self.lists.clear()
        self._recent, self._names, self._owners = None, None, None
        self._stale.clear()

    def note(self, record: Any) -> None:
        """A record was written or taken out; customers may have another last contact or name."""
        self.lists.note(record)
        if isinstance(record, Interaction):
            self._own(record)
            if record.customer_id is not None:
                self._stale.add(record.customer_id)
        elif isinstance(record, Customer):
            self._stale.add(record.id)
            if self._names is not None:
                self._names.update(index_words(record.name))

    def note_new(self, records: Iterable[Any]) -> None:
        """Many records that were not there before; nobody was in contact with them yet."""
        for record in records:
            if not isinstance(record, Customer):
                self.note(record)
                continue
            self.lists.note(record)
            if self._recent is not None:
                self._make_room(record.id)
            if self._names is not None:
                self._names.update(index_words(record.name))

    def note_gone(self, records: Iterable[Any]) -> None:
        """Many records that are not there any more: they are not found, so nobody asks for them."""
        for record in records:
            if isinstance(record, Customer):
                self.lists.note(record)
                self._stale.discard(record.id)
            else:
                self.note(record)

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

    @property
    def owners(self) -> "array[int]":
        """Whose each interaction is, by its id; 0 for nobody's, anything for one that is gone."""
        if self._owners is None:
            # Read off the index of timelines, not from the notes that the table is full of.
            rows = (
                "SELECT {} AS id FROM interaction WHERE customer_id IS NOT NULL "
                "ORDER BY interaction.customer_id, moment, interaction.id"
            )
            ids, owners = (self._db.ids(rows.format(name)) for name in ("id", "customer_id"))
            self._owners = array("i", bytes(4 * (1 + max(ids, default=0))))
            for interaction_id, customer_id in zip(ids, owners, strict=True):
                self._owners[interaction_id] = customer_id
        return self._owners

    def _own(self, interaction: Interaction) -> None:
        if self._owners is not None:
            missing = 1 + interaction.id - len(self._owners)
            if missing > 0:
                self._owners.extend([0] * missing)
            self._owners[interaction.id] = interaction.customer_id or 0

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
                self._make_room(customer_id)
                self._recent[customer_id] = moment or 0
        self._stale.clear()
        return self._recent

    def _make_room(self, customer_id: int) -> None:
        assert self._recent is not None
        missing = 1 + customer_id - len(self._recent)
        if missing > 0:
            self._recent.frombytes(bytes(self._recent.itemsize * missing))
