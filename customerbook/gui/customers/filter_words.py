"""What a filter of the list is called: each part of it as a chip says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from customerbook.gui.interactions.names import first_name
from customerbook.model.filter import NOBODY, Filter
from customerbook.model.texts import _, ngettext

QUIET_DAYS: Final = (28, 91, 182, 365)
"""4 weeks, 3 months, 6 months, a year without a contact."""
TAG, TOWN, PERSON, QUIET, CONSENT = "tag", "map-pin", "user-round", "alarm-clock", "shield-check"
"""Icons of the kinds of filter."""


@dataclass(frozen=True)
class FilterPart:
    """One part of a filter: its words, what a screen reader says, and the filter without it."""

    text: str
    spoken: str
    icon: str
    without: Filter


def quiet_words(days: int) -> str:
    """How long there was no contact."""
    usual = {
        28: _("Quiet for 4 weeks"),
        91: _("Quiet for 3 months"),
        182: _("Quiet for 6 months"),
        365: _("Quiet for a year"),
    }
    words = ngettext("Quiet for {n} day", "Quiet for {n} days", days)
    return usual.get(days) or words.format(n=days)


def person_words(person_id: int, people: Mapping[int, str]) -> str:
    """Who is responsible."""
    if person_id == NOBODY:
        return _("Nobody responsible")
    return people.get(person_id) or _("Somebody else")


def filter_parts(wanted: Filter, people: Mapping[int, str]) -> list[FilterPart]:
    """The parts of a filter beside the open follow-up, in the order of their chips."""
    parts = [
        FilterPart(
            tag,
            _("Tag {tag}").format(tag=tag),
            "",
            replace(wanted, tags=tuple(other for other in wanted.tags if other != tag)),
        )
        for tag in wanted.tags
    ]
    if wanted.responsible is not None:
        name = person_words(wanted.responsible, people)
        known = wanted.responsible in people
        spoken = _("Responsible: {name}").format(name=name) if known else name
        text = first_name(name) if known else name
        parts.append(FilterPart(text, spoken, PERSON, replace(wanted, responsible=None)))
    if wanted.town:
        spoken = _("Town {town}").format(town=wanted.town)
        parts.append(FilterPart(wanted.town, spoken, TOWN, replace(wanted, town="")))
    if wanted.quiet_days:
        words = quiet_words(wanted.quiet_days)
        parts.append(FilterPart(words, words, "", replace(wanted, quiet_days=0)))
    if wanted.consent:
        spoken = _("Consent: {what}").format(what=wanted.consent)
        parts.append(FilterPart(wanted.consent, spoken, CONSENT, replace(wanted, consent="")))
    return parts
