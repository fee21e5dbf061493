"""Which tags several customers can be given, and which can be taken from them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from customerbook.book.book import Book
from customerbook.gui.customers.filter_offers import fitting
from customerbook.gui.widgets.pick_row import Pick, PickView, group
from customerbook.model.texts import _

_MOST_READ: Final = 200
"""Of more customers than this, tags are not looked up one by one: all may be taken off."""


@dataclass(frozen=True)
class TagTurn:
    """A tag to give, or to take."""

    tag: str
    add: bool


class TagOffers:
    """Reads once which tags there are, and which of them these customers have."""

    def __init__(self, book: Book, ids: Sequence[int]) -> None:
        self._known = book.customers.tags()
        if len(ids) > _MOST_READ:
            self._full, self._had = set[str](), set(self._known)
            return
        customers = book.customers.several(list(ids))
        counts = Counter(tag for customer in customers for tag in customer.tags)
        self._had = set(counts)
        self._full = {tag for tag, count in counts.items() if count == len(customers)}

    def offers(self, typed: str) -> list[PickView]:
        """What fits to what was typed: tags that somebody lacks, a new one, tags to take."""
        add = [
            Pick(tag, TagTurn(tag, add=True), "tag", said=_("Add {tag}").format(tag=tag))
            for tag in self._known
            if tag not in self._full
        ]
        take = [
            Pick(tag, TagTurn(tag, add=False), "x", said=_("Take {tag} off").format(tag=tag))
            for tag in self._known
            if tag in self._had
        ]
        given, taken, new = fitting(add, typed), fitting(take, typed), self._new(typed)
        # Whoever begins to type a tag that all of them have wants to take it off.
        if taken and not given and taken[0].name.casefold().startswith(typed.casefold()):
            return [*group(_("Take off"), taken), *group(_("Add"), new)]
        return [*group(_("Add"), [*given, *new]), *group(_("Take off"), taken)]

    def _new(self, typed: str) -> list[Pick]:
        fold = typed.casefold()
        if not typed or any(tag.casefold() == fold for tag in self._known):
            return []
        words = _("New tag “{tag}”").format(tag=typed)
        return [Pick(words, TagTurn(typed, add=True), "plus")]
