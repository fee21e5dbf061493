"""What things on a customer's card are called: kinds of contact, amounts, languages, days."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale

from customerbook.gui.languages import language_name
from customerbook.model import spoken
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Consent, Customer, CustomerDate, DateKind, MethodKind
from customerbook.model.interaction import Nature
from customerbook.model.texts import _

METHOD_ICONS: Final[dict[MethodKind, str]] = {
    MethodKind.PHONE: "phone",
    MethodKind.EMAIL: "mail",
    MethodKind.WEB: "globe",
    MethodKind.MESSENGER: "message-circle",
}
CHANNEL_OF: Final[dict[MethodKind, Channel]] = {
    MethodKind.PHONE: Channel.CALL,
    MethodKind.EMAIL: Channel.EMAIL,
    MethodKind.MESSENGER: Channel.MESSAGE,
}
"""Through which channel a contact method reaches somebody; a web page reaches nobody."""
DATE_ICONS: Final[dict[DateKind, str]] = {
    DateKind.BIRTHDAY: "cake",
    DateKind.ANNIVERSARY: "gift",
    DateKind.OTHER: "calendar",
}
_SIGNS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "UAH": "₴", "TRY": "₺"}
_WITHOUT_CENTS: Final = frozenset({"CLP", "ISK", "JPY", "KRW", "VND", "XAF", "XOF"})
_WITH_MILS: Final = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})


def money(amount: int, currency: str, language: str) -> str:
    """An amount in the smallest unit of a currency (ISO 4217): "€ 4,812.60"."""
    places = 0 if currency in _WITHOUT_CENTS else 3 if currency in _WITH_MILS else 2
    figures = QLocale(language).toString(amount / 10**places, "f", places)
    return f"{_SIGNS.get(currency, currency)}\u00a0{figures}"


def contact_words(channel: Channel, direction: Direction) -> str:
    """What a contact is called in a timeline; who turned to whom where that is not clear."""
    inbound = direction is Direction.INBOUND
    return {
        Channel.VISIT: _("Visit") if inbound else _("Visit to them"),
        Channel.CALL: _("Call in") if inbound else _("Call out"),
        Channel.EMAIL: _("Email in") if inbound else _("Email out"),
        Channel.MESSAGE: _("Message in") if inbound else _("Message out"),
        Channel.LETTER: _("Letter in") if inbound else _("Letter out"),
        Channel.MEETING: _("Meeting"),
    }[channel]


def nature_word(nature: Nature) -> str:
    """What kind of matter it was, within a line."""
    return {
        Nature.ENQUIRY: _("enquiry"),
        Nature.ORDER: _("order"),
        Nature.REQUEST: _("request"),
        Nature.PROBLEM: _("problem"),
        Nature.COMPLAINT: _("complaint"),
        Nature.PRAISE: _("praise"),
    }[nature]


def method_name(kind: MethodKind) -> str:
    """What a way to reach somebody is called."""
    return {
        MethodKind.PHONE: _("Phone"),
        MethodKind.EMAIL: _("Email"),
        MethodKind.WEB: _("Web"),
        MethodKind.MESSENGER: _("Messenger"),
    }[kind]


def forbidden_words(channel: Channel) -> str:
    """The warning over a card."""
    return {
        Channel.VISIT: _("Do not visit."),
        Channel.CALL: _("Do not call."),
        Channel.EMAIL: _("Do not send emails."),
        Channel.MESSAGE: _("Do not send messages."),
        Channel.LETTER: _("Do not send letters."),
        Channel.MEETING: _("No meetings."),
    }[channel]


def forbidden_below(channel: Channel) -> str:
    """What stands below a number that is not to be used."""
    return {
        Channel.CALL: _("no calls"),
        Channel.EMAIL: _("no emails"),
        Channel.MESSAGE: _("no messages"),
        Channel.LETTER: _("no letters"),
    }.get(channel, "")


def language_spoken(code: str) -> str:
    """What the card says of a language (BCP 47)."""
    return _("Speaks {language}").format(language=language_name(code))


def day_words(day: CustomerDate, today: date, *, month_first: bool = False) -> str:
    """A day of a year, with what it brings: "2 February, turns 46"."""
    month = spoken.month_names()[day.month - 1]
    if not day.day:
        said = month
    else:
        pattern = _("{month} {day}") if month_first else _("{day} {month}")
        said = pattern.format(month=month, day=day.day)
    years = _years_then(day, today)
    if years is None:
        return said
    if day.kind is DateKind.BIRTHDAY:
        return _("{day}, turns {years}").format(day=said, years=years)
    return _("{day}, {years} years").format(day=said, years=years)


def _years_then(day: CustomerDate, today: date) -> int | None:
    """How many years it is when the day comes next."""
    if day.year is None or day.year > today.year:
        return None
    passed = (day.month, day.day) < (today.month, today.day)
    return today.year + passed - day.year


def consent_words(consent: Consent, *, month_first: bool = False) -> str:
    """When and how a customer allowed or refused something; empty if nothing of it is known."""
    parts = []
    if consent.day is not None:
        day = spoken.short_date(consent.day, date.min, month_first=month_first)
        pattern = _("Allowed on {day}") if consent.given else _("Refused on {day}")
        parts.append(pattern.format(day=day))
    if consent.source:
        parts.append(_("Source: {source}").format(source=consent.source))
    if consent.wording:
        parts.append(f"“{consent.wording}”")
    return ". ".join(parts)


def date_kind_name(kind: DateKind) -> str:
    """What a day of a year stands for."""
    return {
        DateKind.BIRTHDAY: _("Birthday"),
        DateKind.ANNIVERSARY: _("Anniversary"),
        DateKind.OTHER: _("Other day"),
    }[kind]


def address_lines(parts: Sequence[str]) -> str:
    """Lines of an address, those that are not empty."""
    return "\n".join(part for part in parts if part)


def work_words(customer: Customer) -> tuple[str, str]:
    """What somebody does where: the words before the organisation, and the organisation."""
    organisation = "" if customer.organisation == customer.name else customer.organisation
    role = ", ".join(part for part in (customer.title, customer.department) if part)
    if role and organisation:
        return _("{role} at").format(role=role), organisation
    return role, organisation
