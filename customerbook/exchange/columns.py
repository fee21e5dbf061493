"""What the columns of a table mean, told by their headers; the same for every program."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from customerbook.exchange import labels
from customerbook.exchange.header_words import HEADERS, MAIL_EXTRAS, PHRASES, WORDS
from customerbook.exchange.words import fold

UNKNOWN = "custom"

_JOINT = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_PHONES = {"phone", "mobile", "fax", "pager", "callback", "isdn", "textphone", "telex"}
_ADDRESS = ("post_box", "postcode", "country", "region", "town", "extended", "house", "street")
_PLACES = {"work", "company", "home", "other", "billing", "shipping"}
# Where a family name is asked for alone, people put the whole name; and the other way round.
_WHOLE_NAMES = {"nom", "nome", "nombre", "naam", "namn", "navn", "nazwa", "имя", "jmeno", "ime"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds.

    `field` is a field of a customer, or phone, email, web, messenger, address, date, birth (a part
    of a birthday), note, tags; maybe-phone for a header that says nothing but a place; usual for
    what only counts if it is unusual; mail-extra for what Outlook says of a mailbox; skip; or
    custom for a fact that has no field. `part` is the part of an address, a kind of date, or the
    part of a birthday.
    """

    field: str
    part: str = ""
    label: str = ""
    number: int = 1


def meanings(headers: Sequence[str]) -> list[Meaning]:
    """What each column means, seen together: some headers are clear only beside the others."""
    found = [meaning(header) for header in headers]
    fields = [one.field for one in found]
    _settle_titles(found, fields)
    _settle_names(found, headers)
    _settle_birthday(found)
    _settle_second_addresses(found)
    return found


def meaning(header: str) -> Meaning:
    """What a header means by itself."""
    folded = fold(header)
    if folded == "aniversario" and "á" in header:
        return Meaning("date", "birthday")  # in Portuguese; without the accent it is Spanish
    if known := HEADERS.get(folded) or HEADERS.get(fold(header.casefold())):  # WhatsApp
        if known in {"birthday", "anniversary"}:
            return Meaning("date", known)
        return Meaning("birth", known[6:]) if known.startswith("birth-") else Meaning(known)
    words, numbers = _words(folded)
    tags: set[str] = set()
    ordered: list[str] = []
    extras = 0
    for word in words:
        if word in MAIL_EXTRAS:
            extras += 1
        elif word not in WORDS:
            return Meaning(UNKNOWN)
        for tag in WORDS.get(word, "").split():
            tags.add(tag)
            ordered.append(tag)
    number = numbers[0] if numbers else 1
    if extras:
        return Meaning("mail-extra", number=number) if "email" in tags else Meaning(UNKNOWN)
    return _composed(tags, ordered, number)


def recognised(headers: Sequence[str]) -> int:
    """How many headers are known."""
    return sum(meaning(header).field != UNKNOWN for header in headers if header.strip())


def _words(folded: str) -> tuple[list[str], list[int]]:
    spaced = f" {_JOINT.sub(' ', folded)} "
    for phrase, word in PHRASES:
        spaced = spaced.replace(phrase, word)
    words = spaced.split()
    return (
        [word for word in words if not word.isdecimal()],
        [int(word) for word in words if word.isdecimal() and len(word) < 3],
    )


def _composed(tags: set[str], ordered: list[str], number: int) -> Meaning:
    place = labels.joined([tag for tag in ordered if tag in _PLACES])
    if "email" in tags:
        return Meaning("email", label=place, number=number)
    if tags & _PHONES:
        return Meaning("phone", label=labels.joined(ordered), number=number)
    if "web" in tags:
        return Meaning("web", label=place, number=number)
    parts = [part for part in _ADDRESS if part in tags]
    if {"box", "address"} <= tags:  # "Hemadress, box"
        parts = ["post_box"]
    if {"country", "region"} <= tags:  # "Land/Region", "Country/Region"
        parts.remove("region")
    if parts or "address" in tags:
        part = _address_part(parts)
        return Meaning("address", part, place, number)
    if tags == {"company"}:
        return Meaning("organisation")
    return Meaning("maybe-phone", label=place) if tags & _PLACES else Meaning(UNKNOWN)


def _address_part(parts: list[str]) -> str:
    if set(parts) == {"postcode", "town"}:
        return "postcode town"
    if len(parts) > 1 and "street" in parts:
        return "street"  # "Straße und Hausnummer", or the whole address in one column
    return parts[0] if parts else "street"


def _settle_titles(found: list[Meaning], fields: list[str]) -> None:
    """A title before the name is "Dr.", one behind it or alone is what the person does."""
    names = [place for place, field in enumerate(fields) if field in {"given", "family", "name"}]
    spoken_first = "job" in fields and "prefix" not in fields
    for place, field in enumerate(fields):
        if field == "job":
            found[place] = Meaning("title")
        elif field == "title":
            is_prefix = spoken_first or (bool(names) and place < names[0])
            found[place] = Meaning("prefix" if is_prefix else "title")
            spoken_first = False


def _settle_names(found: list[Meaning], headers: Sequence[str]) -> None:
    fields = [one.field for one in found]
    has_given, has_family = "given" in fields, "family" in fields
    for place, field in enumerate(fields):
        if field == "name" and has_given and not has_family:
            found[place] = Meaning("family")
            has_family = True
        elif (
            field in {"given", "family"}
            and fold(headers[place]) in _WHOLE_NAMES
            and not (has_given and has_family)
            and "name" not in fields
        ):
            found[place] = Meaning("name")


def _settle_birthday(found: list[Meaning]) -> None:
    """Beside month and year a column "Geburtstag" is the day alone."""
    if any(one.field == "birth" and one.part == "month" for one in found):
        for place, one in enumerate(found):
            if one == Meaning("date", "birthday"):
                found[place] = Meaning("birth", "day")


def _settle_second_addresses(found: list[Meaning]) -> None:
    """`Street 2` is a second line, unless there is a second town as well."""
    second = {
        (one.label, one.number)
        for one in found
        if one.field == "address" and one.part in {"town", "postcode"} and one.number > 1
    }
    for place, one in enumerate(found):
        line = one.field == "address" and one.part == "street" and one.number > 1
        if line and (one.label, one.number) not in second:
            found[place] = replace(one, number=1)
