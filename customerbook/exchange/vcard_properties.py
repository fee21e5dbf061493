"""Each vCard property that has a field, put there; the others are kept with the customer.

`READERS` is the table: name of a property, function that takes it. A function returns False for
a value it can do nothing with, and the property is kept as it was.
"""

import re
from collections.abc import Callable

from customerbook.exchange import vcard_values as values
from customerbook.exchange import vcard_ways as ways
from customerbook.exchange.dates import is_empty_date, read_day
from customerbook.exchange.header_words import HEADERS
from customerbook.exchange.vcard_draft import CardDraft
from customerbook.exchange.vcard_lines import Property
from customerbook.exchange.vcard_own import OWN, OWN_READERS
from customerbook.exchange.words import fold
from customerbook.model.customer import DateKind
from customerbook.model.texts import _

_LISTING_COMMA = re.compile(r"(?<!\\),\s?")
_YEARLY = ("birthday", "anniversary")


def _n(card: CardDraft, found: Property) -> bool:
    if card.given or card.family:
        return False  # the same name in another script
    parts = [*values.parts(found.value), "", "", "", ""]
    if card.version != "2.1":  # lists of names; in 2.1 a comma is a comma
        parts[2:] = [*values.parts(_LISTING_COMMA.sub(" ", found.value)), "", "", "", ""][2:]
    card.family, card.given, card.additional, card.prefix, card.suffix = (
        part for part in parts[:5]
    )
    return not any(parts[5:])


def _fn(card: CardDraft, found: Property) -> bool:
    if card.full:
        return False
    card.full = " ".join(values.text(found.value).split())
    return True


def _nickname(card: CardDraft, found: Property) -> bool:
    names = [card.nickname, *values.listed(found.value)]
    card.nickname = ", ".join(dict.fromkeys(filter(None, names)))
    return True


def _org(card: CardDraft, found: Property) -> bool:
    name, *units = [part for part in values.parts(found.value) if part] or [""]
    if card.organisation:
        whole = ", ".join((name, *units))
        if name and whole != card.organisation:
            card.field(_("Organisation"), whole)
        return True
    card.organisation = name
    card.department = card.department or ", ".join(units)
    return True


def _title(card: CardDraft, found: Property) -> bool:
    title = values.text(found.value)
    if not card.title:
        card.title = title
    elif title and title != card.title:
        card.field(_("Job title"), title)
    return True


def _date(kind: DateKind) -> Callable[[CardDraft, Property], bool]:
    def read(card: CardDraft, found: Property) -> bool:
        typed = values.text(found.value)
        if not typed or is_empty_date(typed):
            return True
        use = card.label_of(found)
        what = kind
        if kind is DateKind.OTHER and (known := HEADERS.get(fold(use))) in _YEARLY:
            what, use = DateKind(known), ""
        if day := read_day(typed, card.order):
            if str(day[0]) == found.head.parameters.get("X-APPLE-OMIT-YEAR"):
                day = (None, *day[1:])
            card.day(what, day, use)
            return True
        name = use or (_("Birthday") if what is DateKind.BIRTHDAY else _("Anniversary"))
        card.field(name, typed)
        sentence = _("“{value}” is no date; it is kept as the field “{field}”.")
        card.left_over.append(sentence.format(value=typed[:40], field=name))
        return True

    return read


def _note(card: CardDraft, found: Property) -> bool:
    if note := values.text(found.value):
        card.notes.append(note)
        if OWN + "PINNED" in found.head.parameters:
            card.pinned.add(note)
    return True


def _categories(card: CardDraft, found: Property) -> bool:
    for name in values.listed(found.value):
        card.tag(name)
    return True


def _uid(card: CardDraft, found: Property) -> bool:
    if card.uid:
        return False
    card.uid = values.text(found.value)
    return True


def _lang(card: CardDraft, found: Property) -> bool:
    language = values.text(found.value)
    if card.language or not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9-]{1,20})?", language):
        return False
    card.language = language
    return True


def _kind(card: CardDraft, found: Property) -> bool:
    kind = values.text(found.value).casefold()
    card.organised |= kind in {"org", "group", "company"}
    return kind in {"org", "individual", "company"}


def _department(card: CardDraft, found: Property) -> bool:
    if not card.department:
        card.department = values.text(found.value)
    return True


def _relation(card: CardDraft, found: Property) -> bool:
    if found.value.startswith(("urn:", "http")) or found.head.parameters.get("VALUE") == "uri":
        return False
    use = card.label_of(found)
    name = use[:1].upper() + use[1:] or _("Related person")
    if who := values.text(found.value):
        card.field(name, who)
    return True


def _android(card: CardDraft, found: Property) -> bool:
    parts = [*values.parts(found.value), "", "", ""]
    what, value, number, name = parts[0].rpartition("/")[2], parts[1], parts[2], parts[3]
    if what == "nickname" and value:
        card.nickname = card.nickname or value
    elif what == "relation" and value:
        card.field(name or _("Related person"), value)
    elif what == "contact_event" and (day := read_day(value, card.order)):
        kinds = {"1": DateKind.ANNIVERSARY, "3": DateKind.BIRTHDAY}
        card.day(kinds.get(number, DateKind.OTHER), day, name)
    else:
        return not any(parts[1:])
    return True


def _fact(name: Callable[[], str]) -> Callable[[CardDraft, Property], bool]:
    def read(card: CardDraft, found: Property) -> bool:
        if fact := values.text(found.value):
            card.field(name(), fact)
        return True

    return read


def _nothing(_card: CardDraft, _found: Property) -> bool:
    return True


READERS: dict[str, Callable[[CardDraft, Property], bool]] = {
    "N": _n,
    "FN": _fn,
    "NICKNAME": _nickname,
    "ORG": _org,
    "TITLE": _title,
    "TEL": ways.tel,
    "X-MS-TEL": ways.tel,
    "EMAIL": ways.email,
    "URL": ways.url,
    "X-EVOLUTION-BLOG-URL": ways.url,
    "IMPP": ways.impp,
    "X-SOCIALPROFILE": ways.social,
    "ADR": ways.adr,
    "LABEL": ways.formatted_address,
    "BDAY": _date(DateKind.BIRTHDAY),
    "ANNIVERSARY": _date(DateKind.ANNIVERSARY),
    "X-ABDATE": _date(DateKind.OTHER),
    "NOTE": _note,
    "CATEGORIES": _categories,
    "UID": _uid,
    "LANG": _lang,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _kind,
    "X-ABRELATEDNAMES": _relation,
    "RELATED": _relation,
    "X-ANDROID-CUSTOM": _android,
    "X-KADDRESSBOOK-X-DEPARTMENT": _department,
    "ROLE": _fact(lambda: _("Role")),
    "VERSION": _nothing,
    "X-ABLABEL": _nothing,
    "X-ABADR": _nothing,
    OWN + "DEPARTMENT": _department,
    **OWN_READERS,
}
_MAKERS = ("X-", "X-MS-", "X-EVOLUTION-", "X-KADDRESSBOOK-X-")
_SERVICES = {
    name.upper(): name
    for name in (
        *("AIM", "ICQ", "Jabber", "MSN", "Yahoo", "Skype", "QQ", "GaduGadu", "GroupWise"),
        *("Google-Talk", "Matrix", "Telegram", "Threema", "Signal"),
    )
} | {"SKYPE-USERNAME": "Skype", "IMADDRESS": ""}
_FACTS = {
    "SPOUSE": lambda: _("Spouse"),
    "SPOUSENAME": lambda: _("Spouse"),
    "MANAGER": lambda: _("Manager"),
    "MANAGERSNAME": lambda: _("Manager"),
    "ASSISTANT": lambda: _("Assistant"),
    "ASSISTANTSNAME": lambda: _("Assistant"),
    "CHILD": lambda: _("Child"),
    "PROFESSION": lambda: _("Profession"),
}
for _maker in _MAKERS:
    READERS[f"{_maker}ANNIVERSARY"] = READERS["ANNIVERSARY"]
    READERS |= {f"{_maker}{name}": ways.service(use) for name, use in _SERVICES.items()}
    READERS |= {f"{_maker}{name}": _fact(said) for name, said in _FACTS.items()}
