"""Google contacts as CSV, the older and the current headers.

Values come as numbered groups (`Phone 1 - Label`, `Phone 1 - Value`), several in one cell parted
by ` ::: `; the label differs from row to row, and `*` before it marks the preferred one.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from customerbook.exchange.cells import MANY, Column, RowDraft, put_day
from customerbook.exchange.columns import Meaning, meanings
from customerbook.exchange.draft import address_from
from customerbook.exchange.guards import unguarded, unguarded_words
from customerbook.exchange.header_words import HEADERS
from customerbook.exchange.labels import label
from customerbook.exchange.table_rows import Plan
from customerbook.exchange.words import fold
from customerbook.model.customer import DateKind, MethodKind

_NUMBERED = re.compile(r"([A-Z][A-Za-z -]*?) (\d{1,3}) - (.+)")
_SIGNATURE = {"Group Membership", "Yomi Name", "File As", "Phonetic First Name", "Labels"}
_ADDRESS = {
    "street": "street",
    "city": "town",
    "po box": "post_box",
    "region": "region",
    "postal code": "postcode",
    "country": "country",
    "extended address": "extended",
}
_ORGANISATION = {"name": "organisation", "title": "title", "department": "department"}
_ABOUT_THE_VALUE = {"type", "label"}

Group = dict[str, int]
"""Places of the cells of a numbered group by the last part of their headers."""


def recognises(headers: Sequence[str]) -> float:
    """How sure it is that these are Google's headers, from 0 to 1."""
    numbered = sum(bool(_NUMBERED.fullmatch(header.strip())) for header in headers)
    known = len(_SIGNATURE.intersection(map(str.strip, headers)))
    if numbered > 1:
        return 0.95
    return 0.9 if known > 1 else 0


def plan(headers: Sequence[str], _sample: Sequence[Sequence[str]]) -> Plan:
    """How to take the columns: the groups together, the others as in any table."""
    groups: dict[tuple[str, str], Group] = {}
    for place, header in enumerate(headers):
        if match := _NUMBERED.fullmatch(header.strip()):
            group = groups.setdefault((match[1].casefold(), match[2]), {})
            group[match[3].strip().casefold()] = place
    grouped = {place for group in groups.values() for place in group.values()}
    single = ["" if place in grouped else header for place, header in enumerate(headers)]
    columns = [
        Column(header.strip(), _meaning(place in grouped, header, known))
        for place, (header, known) in enumerate(zip(headers, meanings(single), strict=True))
    ]
    together = [
        partial(_TAKERS.get(kind, _fact), kind, group) for (kind, _), group in groups.items()
    ]
    dates = [column.meaning.field == "date" for column in columns]
    for (kind, _number), group in groups.items():
        if kind == "event" and "value" in group:
            dates[group["value"]] = True
    places = tuple(place for place, is_date in enumerate(dates) if is_date)
    return Plan(tuple(columns), tuple(together), places)


def _meaning(grouped: bool, header: str, known: Meaning) -> Meaning:  # noqa: FBT001
    if grouped:
        return Meaning("skip")
    return Meaning("name") if header.strip() == "File As" else known


def _cells(cells: Sequence[str], group: Group, *parts: str) -> list[str]:
    """The values in the first of these cells that there is."""
    for part in parts:
        place = group.get(part, -1)
        if 0 <= place < len(cells) and (cell := cells[place].strip()):
            return [one.strip() for one in cell.split(MANY.strip())]
    return []


def _beside(labels: Sequence[str], place: int) -> str:
    """The label of a value; the last one stands for all that follow it."""
    return labels[min(place, len(labels) - 1)] if labels else ""


def _use(typed: str) -> str:
    """What a value is for; a star before it says that it is preferred."""
    return label(unguarded_words(bare)) if (bare := typed.lstrip("* ")) else ""


def _labelled(cells: Sequence[str], group: Group) -> list[tuple[str, str, bool]]:
    """Values with their label and whether they are preferred."""
    values = _cells(cells, group, "value")
    if not values:
        return []
    labels = _cells(cells, group, "label", "type")
    found = []
    for place, value in enumerate(values):
        typed = _beside(labels, place)
        if value:
            preferred = typed.startswith("*") and (not place or len(labels) > 1)
            found.append((value, _use(typed), preferred))
    return found


def _reach(
    method: MethodKind,
    clean: Callable[[str], str],
    _kind: str,
    group: Group,
    draft: RowDraft,
    cells: Sequence[str],
) -> None:
    for value, use, preferred in _labelled(cells, group):
        draft.reach(method, clean(value), use, preferred=preferred)


def _messenger(_kind: str, group: Group, draft: RowDraft, cells: Sequence[str]) -> None:
    service = _cells(cells, group, "service", "protocol")
    for value, use, preferred in _labelled(cells, group):
        name = service[0] if service else use
        draft.reach(MethodKind.MESSENGER, unguarded_words(value), name, preferred=preferred)


def _address(_kind: str, group: Group, draft: RowDraft, cells: Sequence[str]) -> None:
    labels = _cells(cells, group, "label", "type")
    found = {part: _cells(cells, group, header) for header, part in _ADDRESS.items()}
    formatted = _cells(cells, group, "formatted")
    for place in range(max(map(len, (formatted, *found.values())))):
        parts = {
            part: unguarded(values[place])
            for part, values in found.items()
            if place < len(values) and values[place]
        }
        # The formatted address repeats the parts; alone it is all there is.
        if not parts and place < len(formatted) and formatted[place]:
            parts = {"street": unguarded_words(formatted[place])}
        typed = _beside(labels, place)
        if parts:
            use = _use(typed)
            draft.addresses.append(address_from(parts, use, preferred=typed.startswith("*")))


def _organisation(_kind: str, group: Group, draft: RowDraft, cells: Sequence[str]) -> None:
    for part in group:
        for value in filter(None, _cells(cells, group, part)):
            field = _ORGANISATION.get(part)
            if field and not getattr(draft, field):
                setattr(draft, field, unguarded_words(value))
            elif part not in _ABOUT_THE_VALUE and value != getattr(draft, field or "title"):
                draft.field(f"Organization - {part.title()}", unguarded(value))


def _event(_kind: str, group: Group, draft: RowDraft, cells: Sequence[str]) -> None:
    for value, use, _preferred in _labelled(cells, group):
        known = HEADERS.get(fold(use), "")
        kind = DateKind(known) if known in {"birthday", "anniversary"} else DateKind.OTHER
        own = "" if kind is not DateKind.OTHER else use
        put_day(Column(use or "Event", Meaning("date", kind.value, own)), draft, value)


def _fact(kind: str, group: Group, draft: RowDraft, cells: Sequence[str]) -> None:
    """A relation, a custom field, or what Google may add one day; its name is left as typed."""
    names = _cells(cells, group, "label", "type")
    for place, value in enumerate(_cells(cells, group, "value")):
        name = _beside(names, place).lstrip("* ")
        if value:
            draft.field(unguarded_words(name) if name else kind.title(), unguarded(value))
    for part in group:
        if part not in {"value", *_ABOUT_THE_VALUE}:
            for value in filter(None, _cells(cells, group, part)):
                draft.field(f"{kind.title()} - {part.title()}", unguarded(value))


_TAKERS: dict[str, Callable[[str, Group, RowDraft, Sequence[str]], None]] = {
    "phone": partial(_reach, MethodKind.PHONE, unguarded),
    "e-mail": partial(_reach, MethodKind.EMAIL, unguarded_words),
    "website": partial(_reach, MethodKind.WEB, unguarded_words),
    "im": _messenger,
    "address": _address,
    "organization": _organisation,
    "event": _event,
}
