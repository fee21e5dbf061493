"""Who of a file is in the book already, or came in the same file before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from customerbook.book.filling import filled
from customerbook.model.customer import Customer, MethodKind
from customerbook.store import rows
from customerbook.store.mappings import CUSTOMERS
from customerbook.store.normal import folded, phone_forms, words

if TYPE_CHECKING:
    from customerbook.book.book import Book

_AT_ONCE = 2000
"""Customers that are looked at at once for those without any way to reach them."""

Key = tuple[str, ...]
"""What tells people apart: a kind, and what has to be the same."""
Fate = Literal["new", "filled", "same"]
"""What becomes of a row: a new customer, gaps of a known one filled, nothing that is not known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A customer of the file, and by what they are known again."""

    customer: Customer
    keys: tuple[Key, ...]


class Known:
    """Places customers of a file, some at a time: `look_up` them, then `place` each.

    Only those are read from the book who may be meant, so that a short file takes no longer in a
    large book than in a small one.
    """

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._by_key: dict[Key, int] = {}
        self._new: dict[int, Customer] = {}
        self._old: dict[int, tuple[Customer, Customer]] = {}
        self._all_unreached = False

    def draft(self, customer: Customer) -> Draft:
        """A customer with what they are known by."""
        name = tuple(sorted(words(customer.name)))
        keys: list[Key] = [("uid", customer.uid)] if customer.uid else []
        country = self._book.country
        reached = [_reach(m.kind, m.value, country) for m in customer.methods]
        keys += [("reach", reach, *name) for reach in reached if reach]
        if not keys:  # a name without any way to reach: the same name with the same address
            places = sorted(folded(a.street + a.postcode + a.town) for a in customer.addresses)
            keys = [("name", *name, *places)]
        return Draft(customer, tuple(keys))

    def look_up(self, drafts: Iterable[Draft]) -> None:
        """Read from the book who may be meant; at most some hundred drafts at once."""
        wanted: dict[str, dict[str, None]] = {"uid": {}, "reach": {}, "name": {}}
        keys = [key for draft in drafts for key in draft.keys]
        for kind, first, *_ in keys:
            wanted[kind][first] = None
        self._look_up_reaches(list(wanted["reach"]))
        self._look_up_uids(list(wanted["uid"]))
        if wanted["name"] and not self._all_unreached:
            self._look_up_unreached()
        found = {self._by_key[key] for key in keys if self._by_key.get(key, -1) > 0}
        for i, customer in rows.read(
            self._book.db, CUSTOMERS, sorted(found - set(self._old))
        ).items():
            self._old[i] = (customer, customer)

    def place(self, draft: Draft) -> Fate:
        """Take a customer as new, or fill the gaps of the one already known."""
        at = next((self._by_key[key] for key in draft.keys if key in self._by_key), None)
        fate: Fate = "same"
        if at is None:
            at = -1 - len(self._new)  # new ones count downwards until they are written
            self._new[at], fate = draft.customer, "new"
        elif at < 0:
            self._new[at] = filled(self._new[at], draft.customer)
        else:
            before, after = self._old[at]
            self._old[at] = (before, filled(after, draft.customer))
            fate = "same" if self._old[at][1] == after else "filled"
        for key in draft.keys:
            self._by_key.setdefault(key, at)
        return fate

    def added(self) -> list[Customer]:
        """Customers that are new."""
        return list(self._new.values())

    def changed(self) -> list[tuple[Customer, Customer]]:
        """Known customers before and after, where something was filled in."""
        return [(before, after) for before, after in self._old.values() if before != after]

    def _look_up_reaches(self, reaches: list[str]) -> None:
        sql = f"SELECT customer_id, folded FROM method WHERE folded IN ({_marks(reaches)})"
        found = sorted(set(self._book.db.rows((sql, reaches))))
        ids = list({i for i, _ in found})
        sql = f"SELECT id, name FROM customer WHERE id IN ({_marks(ids)}) AND deleted IS NULL"
        names = dict(self._book.db.rows((sql, ids)))
        for i, reach in found:
            if i in names:
                self._by_key.setdefault(("reach", reach, *sorted(words(names[i]))), i)

    def _look_up_uids(self, uids: list[str]) -> None:
        # Who is in the bin is left out here: asked of all customers, it would take much longer.
        sql = f"SELECT id, uid, deleted FROM customer WHERE uid IN ({_marks(uids)})"
        for i, uid, deleted in sorted(self._book.db.rows((sql, uids)), key=itemgetter(0)):
            if deleted is None:
                self._by_key.setdefault(("uid", uid), i)

    def _look_up_unreached(self) -> None:
        """All who have no way to be reached, since no index tells who has which name."""
        self._all_unreached = True
        sql = (
            "SELECT customer.id, name, deleted, street || postcode || address.town FROM customer "
            "LEFT JOIN address ON address.customer_id = customer.id "
            "WHERE customer.id BETWEEN ? AND ? "
            "AND NOT EXISTS (SELECT 1 FROM method WHERE customer_id = customer.id) "
            "ORDER BY customer.id"
        )
        ((highest,),) = self._book.db.rows("SELECT coalesce(max(id), 0) FROM customer")
        for start in range(1, highest + 1, _AT_ONCE):  # so that nobody has to wait for all of it
            found = self._book.db.rows((sql, [start, start + _AT_ONCE - 1]))
            for (i, name, deleted), addresses in groupby(found, key=itemgetter(0, 1, 2)):
                places = sorted(folded(place) for *_, place in addresses if place is not None)
                if deleted is None:
                    self._by_key.setdefault(("name", *sorted(words(name)), *places), i)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _reach(kind: MethodKind, value: str, country: str) -> str:
    if kind is not MethodKind.PHONE:
        return folded(value)
    forms = phone_forms(value, country)
    return forms.e164 or forms.digits
