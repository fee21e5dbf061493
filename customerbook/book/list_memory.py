"""What lists keep in memory: orders of customers, and who each part of a filter lets through.

A book of 100,000 customers is put in order in some 20 ms, which is too long for each key. What is
kept is forgotten as soon as a record is written on which it depends.
"""

from array import array
from collections.abc import Callable, Hashable
from typing import Any

from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction

Ids = frozenset[int]

QUIET, OPEN = "quiet", "open"
"""Kinds of what is kept that depend on more than customers: the first item of their keys."""

_MOST = 12
"""Parts of filters that are kept."""


class ListMemory:
    """Kept by the thread that has the database, so that nothing is kept of what is changing."""

    def __init__(self) -> None:
        self._orders: dict[str, array[int]] = {}
        self._parts: dict[tuple[Hashable, ...], Ids] = {}

    def order(self, name: str, read: Callable[[], list[int]]) -> "array[int]":
        """All ids in an order; `read` gives them if they are not known."""
        if name not in self._orders:
            self._orders[name] = array("q", read())
        return self._orders[name]

    def part(self, key: tuple[Hashable, ...], read: Callable[[], Ids]) -> Ids:
        """Who a part of a filter lets through; `read` gives them if they are not known."""
        if (found := self._parts.pop(key, None)) is None:
            found = read()
        self._parts[key] = found  # the last one is the one asked for last
        if len(self._parts) > _MOST:
            del self._parts[next(iter(self._parts))]
        return found

    def note(self, record: Any) -> None:
        """A record was written or taken out."""
        if isinstance(record, Customer):
            self.clear()
        elif isinstance(record, Interaction):
            self._orders.pop("last-contact", None)
            self._forget(QUIET)
        elif isinstance(record, FollowUp):
            self._forget(OPEN)

    def clear(self) -> None:
        """Forget everything."""
        self._orders.clear()
        self._parts.clear()

    def _forget(self, kind: str) -> None:
        for key in [key for key in self._parts if key[0] == kind]:
            del self._parts[key]
