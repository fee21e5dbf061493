"""Outlook contacts as CSV, in any of its languages.

The headers are read as those of any table are; here is what only Outlook does.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from customerbook.exchange.cells import Column
from customerbook.exchange.columns import UNKNOWN, Meaning, meanings
from customerbook.exchange.countries import names_country
from customerbook.exchange.table_rows import Plan, plan_of
from customerbook.exchange.words import fold

_ONLY_HERE = {"assistant", "callback", "car", "radio", "telex", "textphone", "isdn", "work main"}
_GERMAN_PLACES = {"geschaftlich", "privat", "weiteres", "weitere", "weiterer"}


def recognises(headers: Sequence[str]) -> float:
    """How sure it is that these are Outlook's headers, from 0 to 1."""
    found = meanings(headers)
    mail = sum(one.field == "mail-extra" for one in found)
    mail += sum(one.field == "email" and one.number > 1 for one in found)
    rare = sum(one.field == "phone" and one.label in _ONLY_HERE for one in found)
    placed = sum(one.field == "address" and one.label in {"work", "home"} for one in found)
    if placed > 5 and mail + rare > 1:
        return 0.9
    return 0.6 if mail + rare > 2 or (placed > 7 and mail + rare) else 0


def plan(headers: Sequence[str], sample: Sequence[Sequence[str]]) -> Plan:
    """How to take the columns."""
    found = meanings(headers)
    _settle_german_countries(found, headers, sample)
    _settle_location(found)
    _settle_usual(found, sample)
    return plan_of([Column(h.strip(), m) for h, m in zip(headers, found, strict=True)])


def _settle_german_countries(
    found: list[Meaning], headers: Sequence[str], sample: Sequence[Sequence[str]]
) -> None:
    """Old German versions say `Land` for the state and `Region` for the country.

    Where `Land/Region` is the country, or what stands in the columns says otherwise, it is not so.
    """
    places: dict[str, dict[str, int]] = {}
    for place, header in enumerate(headers):
        words = set(fold(header).split())
        if found[place].field == "address" and words & _GERMAN_PLACES:
            name = " ".join(sorted(words & {"land", "region"}))
            if name:
                places.setdefault(found[place].label, {})[name] = place
    for known in places.values():
        land, region = known.get("land"), known.get("region")
        if land is None or region is None or "land region" in known:
            continue
        if _countries(sample, land) <= _countries(sample, region):
            found[land] = replace(found[land], part="region")
            found[region] = replace(found[region], part="country")


def _countries(sample: Sequence[Sequence[str]], place: int) -> int:
    return sum(names_country(row[place]) for row in sample if place < len(row) and row[place])


def _settle_location(found: list[Meaning]) -> None:
    """Beside towns at work and at home, "Ort" alone is where somebody sits."""
    if any(one.field == "address" and one.part == "town" and one.label for one in found):
        for place, one in enumerate(found):
            if one.field == "address" and one.part == "town" and not one.label:
                found[place] = Meaning(UNKNOWN)


def _settle_usual(found: list[Meaning], sample: Sequence[Sequence[str]]) -> None:
    """What most rows have for privacy or priority is what Outlook writes without being asked."""
    for place, one in enumerate(found):
        if one.field == "usual":
            values = Counter(row[place].strip() for row in sample if place < len(row))
            (value, often), *_others = values.most_common(1) or [("", 0)]
            if often > 2 and often * 2 > values.total():
                found[place] = replace(one, part=value)
