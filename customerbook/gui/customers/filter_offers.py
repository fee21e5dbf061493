"""What one can filter the list by: tags most used first, people, towns, quiet ones, consents."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from customerbook.book.book import Book
from customerbook.gui.customers.filter_words import (
    CONSENT,
    PERSON,
    QUIET,
    QUIET_DAYS,
    TAG,
    TOWN,
    person_words,
    quiet_words,
)
from customerbook.gui.languages import counted
from customerbook.gui.widgets.paragraph import places_of
from customerbook.gui.widgets.pick_row import Pick, PickView, group
from customerbook.model.filter import NOBODY, Filter
from customerbook.model.texts import _

_AT_FIRST: Final = 6
_TYPED: Final = 12
"""So many of a kind are offered before a letter is typed, and after."""
_MOST_TOWNS: Final = 1000


class FilterOffers:
    """Reads once what there is in the book; `offers(text)` are filters with one more part."""

    def __init__(self, book: Book, wanted: Filter) -> None:
        language = book.shop().language
        people = {person.id: person.name for person in book.people.all(active=True)}
        self._kinds = {
            _("Tags"): [
                Pick(tag, replace(wanted, tags=(*wanted.tags, tag)), TAG)
                for tag in book.customers.tags()
                if tag not in wanted.tags
            ],
            _("Responsible"): [
                Pick(person_words(one, people), replace(wanted, responsible=one), PERSON)
                for one in (*people, NOBODY)
            ],
            _("Towns"): [
                Pick(town, replace(wanted, town=town), TOWN, counted(many, language))
                for town, many in book.customers.towns(_MOST_TOWNS)
            ],
            _("Without a contact"): [
                Pick(quiet_words(days), replace(wanted, quiet_days=days), QUIET)
                for days in QUIET_DAYS
            ],
            _("Consent"): [
                Pick(purpose, replace(wanted, consent=purpose), CONSENT)
                for purpose in book.customers.consents()
            ],
        }

    def offers(self, typed: str) -> list[PickView]:
        """What fits to what was typed, by kinds."""
        return [
            view
            for heading, picks in self._kinds.items()
            for view in group(heading, fitting(picks, typed))
        ]


def fitting(picks: Sequence[Pick], typed: str) -> list[Pick]:
    """Those that hold what was typed, those that begin with it first, with the place marked."""
    if not typed:
        return list(picks[:_AT_FIRST])
    fold = typed.casefold()
    found = [pick for pick in picks if fold in pick.name.casefold()]
    found.sort(key=_begins(fold))
    return [replace(pick, places=places_of(pick.name, typed)) for pick in found[:_TYPED]]


def _begins(fold: str) -> Callable[[Pick], bool]:
    return lambda pick: not pick.name.casefold().startswith(fold)
