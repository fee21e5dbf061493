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
from customerbook.gui.widgets.pick_row import Pick, PickView, group, places_of
from customerbook.model.filter import NOBODY, Filter
from customerbook.model.texts import _

_AT_FIRST: Final = 6
_TYPED: Final = 12
"""So many of a kind are offered before a letter is typed, and after."""
_MOST_TOWNS: Final = 1000


class FilterOffers:
    """Reads once what there is in the book; `offers(text)` are filters with one more part."""

    def __init__(self, book: Book, wanted: Filter) -> None:
        self._wanted = wanted
        self._language = book.shop().language
        self._tags = [tag for tag in book.customers.tags() if tag not in wanted.tags]
        self._towns = book.customers.towns(_MOST_TOWNS)
        self._consents = book.customers.consents()
        self._people = {person.id: person.name for person in book.people.all(active=True)}

    def offers(self, typed: str) -> list[PickView]:
        """What fits to what was typed, by kinds."""
        wanted = self._wanted
        tags = [Pick(tag, replace(wanted, tags=(*wanted.tags, tag)), TAG) for tag in self._tags]
        people = [
            Pick(person_words(one, self._people), replace(wanted, responsible=one), PERSON)
            for one in (*self._people, NOBODY)
        ]
        towns = [
            Pick(town, replace(wanted, town=town), TOWN, counted(many, self._language))
            for town, many in self._towns
        ]
        quiet = [
            Pick(quiet_words(days), replace(wanted, quiet_days=days), QUIET) for days in QUIET_DAYS
        ]
        consents = [
            Pick(purpose, replace(wanted, consent=purpose), CONSENT) for purpose in self._consents
        ]
        return [
            *group(_("Tags"), fitting(tags, typed)),
            *group(_("Responsible"), fitting(people, typed)),
            *group(_("Towns"), fitting(towns, typed)),
            *group(_("Without a contact"), fitting(quiet, typed)),
            *group(_("Consent"), fitting(consents, typed)),
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
