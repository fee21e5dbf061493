"""The shop: its letterhead and habits."""

from dataclasses import replace
from typing import TYPE_CHECKING

from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError
from customerbook.model.rights import Right
from customerbook.model.shop import Shop
from customerbook.model.texts import _

if TYPE_CHECKING:
    from customerbook.book.book import Book


class ShopSettings:
    """Operations on the shop."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def save(self, shop: Shop) -> Change:
        """Write what was changed; the country, in whose way numbers are written, stays."""
        with self._book.operation("shop.save", Right.MANAGE) as op:
            before = self._book.shop()
            if not shop.name.strip():
                raise InvalidInputError(_("The shop needs a name."), "name")
            op.subject = shop.name
            op.change_record(before, replace(shop, id=1, country=before.country))
        return op.change
