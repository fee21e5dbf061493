"""A saved list: a filter of customers under a name of its own."""

from dataclasses import dataclass

from customerbook.model.filter import EVERYBODY, Filter

ORDERS = ("name", "last-contact", "newest")
"""Orders that a list can have, the usual one first."""


@dataclass(frozen=True, slots=True)
class SavedList:
    """Customers that are looked at again and again; `order` is one of `ORDERS`."""

    id: int = 0
    name: str = ""
    wanted: Filter = EVERYBODY
    order: str = ORDERS[0]
