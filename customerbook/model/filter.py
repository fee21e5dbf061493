"""Which customers a list shows: the chips above it, also as words that can be typed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

_OPERATOR = re.compile(r'(?<!\S)([A-Za-z]+):(?:"((?:[^"]|"")*)(?:"|$)|([^\s"]\S*|))(?!\S)')
_PLAIN = re.compile(r'[^\s"]+')
_DAYS = re.compile(r"[0-9]{1,5}")
_NUMBER = re.compile(r"#([0-9]{1,15})")
_FOLLOWUP = "followup"
NOBODY = 0
"""In place of the id of a person: customers that nobody is responsible for."""
NOBODY_TYPED = "nobody"
"""The same, as it is typed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What customers must have to be listed, all of it; an empty one lists everybody.

    Tags, town and consent are compared without case and accents. `tags` are wanted all.
    `responsible` is the id of a person, or `NOBODY`.
    `quiet_days`: no contact for at least so many days. `consent` is a purpose that was allowed
    and not refused later.
    """

    tags: tuple[str, ...] = ()
    responsible: int | None = None
    open_followup: bool = False
    quiet_days: int = 0
    town: str = ""
    consent: str = ""

    def __bool__(self) -> bool:
        return self != EVERYBODY


EVERYBODY = Filter()
"""The filter that lets everyone through."""


def filter_text(wanted: Filter, names: Mapping[int, str] | None = None) -> str:
    """A filter as it can be typed: `tag:"bike club" responsible:martha quiet:90`.

    `names` are the people of the book by id; who is not among them stands there as `#4`.
    """
    return " ".join(f"{name}:{_quoted(value)}" for name, value in _parts(wanted, names or {}))


def read_filter(text: str, names: Mapping[int, str] | None = None) -> tuple[Filter, str]:
    """The filter in what was typed, and the rest of the text, which is to be searched for.

    What is no filter stays in the rest, such as a person that nobody is called; a filter without
    its value (`tag:`) is still being typed and counts for nothing.
    """
    found = Filter()
    rest, end = [], 0
    for match in _OPERATOR.finditer(text):
        value = match[3] if match[2] is None else match[2].replace('""', '"')
        reader = _READERS.get(match[1].lower())
        taken = reader and (reader(found, value.strip(), names or {}) if value.strip() else found)
        if taken is not None:
            found = taken
            rest.append(text[end : match.start()])
            end = match.end()
    return found, " ".join(" ".join([*rest, text[end:]]).split())


def _parts(wanted: Filter, names: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    yield from (("tag", tag) for tag in wanted.tags)
    if wanted.town:
        yield "town", wanted.town
    if wanted.responsible is not None:
        yield "responsible", _called(wanted.responsible, names)
    if wanted.quiet_days:
        yield "quiet", str(wanted.quiet_days)
    if wanted.open_followup:
        yield "open", _FOLLOWUP
    if wanted.consent:
        yield "consent", wanted.consent


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else '"' + value.replace('"', '""') + '"'


def _called(person_id: int, names: Mapping[int, str]) -> str:
    """The shortest name that only this person answers to."""
    if person_id == NOBODY:
        return NOBODY_TYPED
    whole = names.get(person_id, "").casefold()
    for name in (whole.partition(" ")[0], whole):
        if name and _person(name, names) == person_id:
            return name
    return f"#{person_id}"


def _person(typed: str, names: Mapping[int, str]) -> int | None:
    """Whom a name means: all of it, the first word of it, or how it begins."""
    typed = typed.casefold()
    if typed == NOBODY_TYPED:
        return NOBODY
    if number := _NUMBER.fullmatch(typed):
        return int(number[1]) or None
    folded = {person_id: name.casefold() for person_id, name in names.items()}
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == typed,
        lambda name: name.partition(" ")[0] == typed,
        lambda name: name.startswith(typed),
    )
    for fits in ways:
        if found := [person_id for person_id, name in folded.items() if fits(name)]:
            return found[0] if len(found) == 1 else None
    return None


_Reader = Callable[[Filter, str, Mapping[int, str]], Filter | None]


def _tag(found: Filter, value: str, _names: Mapping[int, str]) -> Filter:
    return replace(found, tags=tuple(dict.fromkeys((*found.tags, value))))


def _town(found: Filter, value: str, _names: Mapping[int, str]) -> Filter:
    return replace(found, town=value)


def _responsible(found: Filter, value: str, names: Mapping[int, str]) -> Filter | None:
    person_id = _person(value, names)
    return None if person_id is None else replace(found, responsible=person_id)


def _quiet(found: Filter, value: str, _names: Mapping[int, str]) -> Filter | None:
    return replace(found, quiet_days=int(value)) if _DAYS.fullmatch(value) else None


def _open(found: Filter, value: str, _names: Mapping[int, str]) -> Filter | None:
    word = value.casefold().replace("-", "")
    return replace(found, open_followup=True) if word == _FOLLOWUP else None


def _consent(found: Filter, value: str, _names: Mapping[int, str]) -> Filter:
    return replace(found, consent=value)


_READERS: dict[str, _Reader] = {
    "tag": _tag,
    "town": _town,
    "responsible": _responsible,
    "quiet": _quiet,
    "open": _open,
    "consent": _consent,
}
