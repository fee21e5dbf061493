"""Rows of the card's left column, made of what is known of a customer."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote

from customerbook.documents.postal import country_name, town_lines
from customerbook.gui.customers.field_icons import field_icon, says_all
from customerbook.gui.customers.side_item import Act, SideItem, SideSectionItems
from customerbook.gui.customers.words import (
    CHANNEL_OF,
    DATE_ICONS,
    METHOD_ICONS,
    consent_words,
    day_words,
    forbidden_below,
)
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomField,
    DateKind,
    MethodKind,
    Note,
)
from customerbook.model.phone import digits
from customerbook.model.texts import _

REMEMBER, CONTACT, PEOPLE, DETAILS, NOTES = "remember", "contact", "people", "details", "notes"
SECTIONS: Final = (REMEMBER, CONTACT, PEOPLE, DETAILS, NOTES)
PEOPLE_AT_ONCE: Final = 12
"""People of an organisation that are shown before all of them are asked for."""
_MAP: Final = "https://www.openstreetmap.org/search?query="


def side_sections(
    customer: Customer,
    people: Sequence[Customer],
    today: date,
    *,
    home: str,
    month_first: bool,
    all_people: bool = False,
) -> list[SideSectionItems]:
    """All sections in their order; `home` is the shop's country, whose name is not written."""
    notes = [_note(place, note) for place, note in enumerate(customer.notes)]
    pinned = tuple(item for item, note in zip(notes, customer.notes, strict=True) if note.pinned)
    loose = tuple(item for item in notes if item not in pinned)
    contact = [_method(customer, place, method) for place, method in _ordered(customer)]
    contact += [_address(customer, n, one, home) for n, one in enumerate(customer.addresses)]
    details = _details(customer, today, month_first=month_first)
    return [
        SideSectionItems(REMEMBER, _("To remember"), pinned),
        SideSectionItems(CONTACT, _("Contact"), tuple(contact)),
        SideSectionItems(PEOPLE, _("People"), _people(people, everyone=all_people)),
        SideSectionItems(DETAILS, _("Dates and details"), details),
        SideSectionItems(NOTES, _("Notes"), loose),
    ]


def address_text(address: Address, home: str) -> str:
    """An address as its country writes it; the country only where it is another one."""
    box = _("PO box {number}").format(number=address.post_box) if address.post_box else ""
    country = address.country.strip().upper()
    abroad = country_name(address.country) if country and country != home.upper() else ""
    town = town_lines(address, country or home.upper())
    lines = (address.extended, address.street, box, *town, abroad)
    return "\n".join(line.strip() for line in lines if line.strip())


def _note(place: int, note: Note) -> SideItem:
    icon = "" if note.pinned else "sticky-note"
    return SideItem(note.text, icon, part="notes", place=place, record=note)


def _ordered(customer: Customer) -> list[tuple[int, ContactMethod]]:
    return sorted(enumerate(customer.methods), key=lambda numbered: not numbered[1].preferred)


def _method(customer: Customer, place: int, method: ContactMethod) -> SideItem:
    channel = CHANNEL_OF.get(method.kind)
    icon = METHOD_ICONS[method.kind]
    copied = Act("copy", "copy", _("Copy"), method.value)
    if channel is not None and customer.forbids(channel):
        return SideItem(
            method.value,
            "phone-off" if channel is Channel.CALL else icon,
            below=forbidden_below(channel),
            below_role="red",
            struck=True,
            acts=(copied,),
            part="methods",
            place=place,
            record=method,
        )
    return SideItem(
        method.value,
        icon,
        below=_method_below(customer, method, channel),
        below_role="accent" if _is_preferred(customer, method, channel) else "ink3",
        acts=(*_openings(method), copied),
        part="methods",
        place=place,
        record=method,
    )


def _openings(method: ContactMethod) -> tuple[Act, ...]:
    """What the system opens for a contact method, if anything."""
    value = method.value.strip()
    match method.kind:
        case MethodKind.PHONE:
            number = digits(value)
            url = f"tel:{'+' if value.startswith('+') else ''}{number}" if number else ""
            words = _("Call with this computer")
        case MethodKind.EMAIL:
            sound = "@" in value and not any(map(str.isspace, value))
            url, words = f"mailto:{value}" if sound else "", _("Write with the mail program")
        case MethodKind.WEB:
            web = value.startswith(("http://", "https://"))
            url, words = value if web else f"https://{value}", _("Open in the browser")
        case _:
            return ()
    icon = "external-link" if method.kind is MethodKind.WEB else METHOD_ICONS[method.kind]
    return (Act("open", icon, words, url),) if url else ()


def _address(customer: Customer, place: int, address: Address, home: str) -> SideItem:
    text = address_text(address, home)
    forbidden = customer.forbids(Channel.LETTER)
    sought = ", ".join(text.splitlines())
    words = _("Show on a map (openstreetmap.org, in the browser)")
    return SideItem(
        text,
        "map-pin",
        below=_("no letters") if forbidden else address.label,
        below_role="red" if forbidden else "ink3",
        acts=(
            Act("open", "map", words, _MAP + quote(sought, safe="")),
            Act("copy", "copy", _("Copy"), text),
        ),
        part="addresses",
        place=place,
        record=address,
    )


def _people(people: Sequence[Customer], *, everyone: bool) -> tuple[SideItem, ...]:
    shown = people if everyone or len(people) <= PEOPLE_AT_ONCE else people[: PEOPLE_AT_ONCE - 1]
    items = [
        SideItem(
            one.name,
            "user-round",
            below=", ".join(part for part in (one.title, one.department) if part),
            customer_id=one.id,
        )
        for one in shown
    ]
    if len(shown) < len(people):
        items.append(SideItem(_("All {n}").format(n=len(people)), "users", more=True))
    return tuple(items)


def _details(customer: Customer, today: date, *, month_first: bool) -> tuple[SideItem, ...]:
    rows = []
    for place, day in enumerate(customer.dates):
        words = day_words(day, today, month_first=month_first)
        below = day.label
        if not below and day.kind is not DateKind.BIRTHDAY:
            below = _("anniversary") if day.kind is DateKind.ANNIVERSARY else ""
        rows.append(
            SideItem(words, DATE_ICONS[day.kind], below, part="dates", place=place, record=day)
        )
    rows += [_field(place, field) for place, field in enumerate(customer.fields)]
    for place, consent in enumerate(customer.consents):
        rows.append(_consent(place, consent, today, month_first=month_first))
    return tuple(rows)


def _field(place: int, field: CustomField) -> SideItem:
    named = says_all(field.name)
    return SideItem(
        field.value or field.name,
        field_icon(field.name),
        below="" if named or not field.value else field.name,
        tooltip=field.name if named else "",
        acts=(Act("copy", "copy", _("Copy"), field.value),) if field.value else (),
        part="fields",
        place=place,
        record=field,
    )


def _consent(place: int, consent: Consent, today: date, *, month_first: bool) -> SideItem:
    turned = (
        Act("turn", "shield-off", _("Withdraw"))
        if consent.given
        else Act("turn", "shield-check", _("Allow"))
    )
    words, below = consent.purpose, ""
    if not consent.given:
        words = _("No {purpose}").format(purpose=_begun_small(consent.purpose))
    elif consent.day is not None:
        below = _("since {day}").format(
            day=spoken.short_date(consent.day, today, month_first=month_first)
        )
    return SideItem(
        words,
        "shield-check",
        below,
        tooltip=consent_words(consent, month_first=month_first),
        acts=(turned,),
        part="consents",
        place=place,
        record=consent,
    )


def _begun_small(words: str) -> str:
    """Words within a sentence; abbreviations such as "SMS" stay as they are."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _is_preferred(customer: Customer, method: ContactMethod, channel: Channel | None) -> bool:
    if customer.preferred_channel is not None:
        same = [m for m in customer.methods if CHANNEL_OF.get(m.kind) is channel]
        first = next((m for m in same if m.preferred), same[0] if same else None)
        return channel is customer.preferred_channel and method == first
    return method.preferred


def _method_below(customer: Customer, method: ContactMethod, channel: Channel | None) -> str:
    words = [method.label] if method.label else []
    if _is_preferred(customer, method, channel):
        words.append(_("preferred"))
        if customer.best_time:
            words.append(customer.best_time)
    return ", ".join(words)
