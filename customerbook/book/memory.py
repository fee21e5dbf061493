"""What search keeps in memory, because it is asked at each key: who was here when, which names.

Nobody else can write to an open book, so this need not be read again while it is open.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from heapq import nlargest
from typing import Any

from customerbook.book.list_memory import ListMemory
from customerbook.book.text_memory import TextMemory
from customerbook.model.customer import Customer
from customerbook.model.interaction import Interaction
from customerbook.store import search_index
from customerbook.store.normal import index_words
from customerbook.store.rows import Database

_MOST = 500
"""Customers whose last contact is read one by one; with more, all are read again."""

_ID_BITS = 32
_NAMES_AT_ONCE = 200
_LATEST, _AT_ONCE = 512, 64
"""Customers who were here last, whose texts are read before anybody searches, and how many at once.
"""


class SearchMemory:
    """Last contacts by customer, words of all names; filled before they are first asked for."""

    def __init__(self, db: Database) -> None:
        self.lists = ListMemory()
        self.texts = TextMemory(db)
        self._db = db
        self._recent: array[int] | None = None
        self._latest = array("i")
        self._stale: set[int] = set()
        self._reading: Iterator[None] | None = None
        self._naming: Iterator[None] | None = None
        self._names: set[str] | None = None
        self._owners: array[int] | None = None
        self._looked_at = 0

    def clear(self) -> None:
        """Read everything again when it is next asked for."""
        self.lists.clear()
        self._recent, self._names, self._owners = None, None, None
        self._latest, self._reading, self._naming = array("i"), None, None
        self._stale.clear()
        self.texts.clear()
        self._looked_at = 0

    def fill_some(self) -> bool:
        """Read a part of what searches will want, for some 20 ms; whether more is left."""
        if self._recent is None:
            self._reading = self._reading or self._read()
            next(self._reading, None)
        elif self._names is None:
            self._naming = self._naming or self._read_names()
            next(self._naming, None)
        else:
            self.texts.of(self._latest[self._looked_at : self._looked_at + _AT_ONCE])
            self._looked_at += _AT_ONCE
        latest_left = self._looked_at < min(_LATEST, len(self._latest))
        return self._recent is None or self._names is None or latest_left

    def note(self, record: Any) -> None:
        """A record was written or taken out; customers may have another last contact or name."""
        self.lists.note(record)
        if isinstance(record, Interaction):
            self._own(record)
            if record.customer_id is not None:
                self._stale.add(record.customer_id)
        elif isinstance(record, Customer):
            self._stale.add(record.id)
            self.texts.forget(record.id)
            self._name(record.name)

    def note_new(self, records: Iterable[Any]) -> None:
        """Many records that were not there before; nobody was in contact with them yet."""
        for record in records:
            if not isinstance(record, Customer):
                self.note(record)
                continue
            self.lists.note(record)
            self.texts.forget(record.id)
            if self._recent is not None and record.id >= len(self._recent):
                self._make_room(record.id)
                self._latest.append(record.id)  # the last of those who never were in contact
            else:
                self._stale.add(record.id)
            self._name(record.name)

    def note_gone(self, records: Iterable[Any]) -> None:
        """Many records that are not there any more: they are not found, so nobody asks for them."""
        for record in records:
            if isinstance(record, Customer):
                self.lists.note(record)
                self._stale.discard(record.id)
                self.texts.forget(record.id)
            else:
                self.note(record)

    def most_recent(self, ids: Iterable[int], count: int) -> list[int]:
        """The customers of these whose last contact was latest, latest first."""
        recent = self._loaded()
        return nlargest(count, ids, key=recent.__getitem__)

    @property
    def latest_first(self) -> "array[int]":
        """Customers whose last contact was latest first, by id among equals; some may be gone."""
        self._loaded()
        return self._latest

    @property
    def highest(self) -> int:
        """No customer's id is above this."""
        return len(self._loaded()) - 1

    @property
    def names(self) -> set[str]:
        """Each folded word of a name in the book; it may hold some that are gone."""
        if self._names is None:
            for _ in self._naming or self._read_names():
                pass
        assert self._names is not None
        return self._names

    def _read_names(self) -> Iterator[None]:
        """All words of names, in steps; the last one tells them."""
        names: list[str] = []
        while some := search_index.vocabulary(self._db, names[-1] if names else "", _NAMES_AT_ONCE):
            names += some
            yield
        self._names, self._naming = set(names), None

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

    def _name(self, name: str) -> None:
        self._naming = None  # it may have passed those words
        if self._names is not None:
            self._names.update(index_words(name))

    def _own(self, interaction: Interaction) -> None:
        if self._owners is not None:
            missing = 1 + interaction.id - len(self._owners)
            if missing > 0:
                self._owners.extend([0] * missing)
            self._owners[interaction.id] = interaction.customer_id or 0

    def _loaded(self) -> "array[int]":
        if len(self._stale) > _MOST:
            self._recent, self._reading = None, None
        if self._recent is None:
            for _ in self._reading or self._read():
                pass
        if self._stale:
            self._freshen()
        assert self._recent is not None
        return self._recent

    def _read(self) -> Iterator[None]:
        """All last contacts, and who had them in their order; in steps, the last one tells all."""
        self._stale.clear()  # whoever is written from now on is read again afterwards
        # Read off an index in its order, as two lists: rows and sorting take three times as long.
        order = "ORDER BY customer.last_contact DESC, customer.created DESC, customer.id DESC"
        sql = f"SELECT {{}} AS id FROM customer WHERE deleted IS NULL {order}"
        columns = ("id", "coalesce(last_contact, 0)")
        ids, moments = (self._db.ids(sql.format(column)) for column in columns)
        ((highest,),) = self._db.rows(("SELECT coalesce(max(id), 0) FROM customer", []))
        yield
        recent = array("q", bytes(8 * (1 + highest)))
        for customer_id, moment in zip(ids, moments, strict=True):
            recent[customer_id] = moment
        yield
        # Nearly in order already: only equals are the other way round.
        keys = [i - (moment << _ID_BITS) for i, moment in zip(ids, moments, strict=True)]
        keys.sort()
        self._latest = array("i", [key & ((1 << _ID_BITS) - 1) for key in keys])
        self._recent, self._reading = recent, None

    def _freshen(self) -> None:
        """Read the last contacts of those who were written meanwhile."""
        marks = ", ".join("?" * len(self._stale))
        sql = f"SELECT id, last_contact FROM customer WHERE id IN ({marks})"
        for customer_id, moment in self._db.rows((sql, list(self._stale))):
            self._make_room(customer_id)
            self._move(customer_id, moment or 0)
        self._stale.clear()

    def _move(self, customer_id: int, moment: int) -> None:
        """Put a customer where they belong in the order now."""
        recent, latest = self._recent, self._latest
        assert recent is not None

        def place() -> int:
            wanted = (-recent[customer_id], customer_id)
            return bisect_left(latest, wanted, key=lambda other: (-recent[other], other))

        before = place()
        if before < len(latest) and latest[before] == customer_id:
            del latest[before]
        recent[customer_id] = moment
        latest.insert(place(), customer_id)

    def _make_room(self, customer_id: int) -> None:
        assert self._recent is not None
        missing = 1 + customer_id - len(self._recent)
        if missing > 0:
            self._recent.frombytes(bytes(self._recent.itemsize * missing))
