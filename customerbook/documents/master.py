"""The master data of a customer as rows of the summary."""

from collections.abc import Sequence

from customerbook.documents.block import Block, Gap
from customerbook.documents.postal import address_lines
from customerbook.documents.sheet import BODY, PROSE, STRONG, Sheet
from customerbook.documents.words import (
    channel_name,
    decimal,
    language_name,
    method_name,
    money,
    written_date,
    yearly_day,
)
from customerbook.model.customer import Customer, CustomerDate, CustomerFacts, DateKind, Forbidden
from customerbook.model.texts import catalogue


def master_rows(
    customer: Customer, responsible: str, figures: CustomerFacts | None, sheet: Sheet
) -> list[Block]:
    """What is known of a customer, what to remember first; nothing for what is not known."""
    t = catalogue(sheet.language).gettext
    home = sheet.shop.country
    remember = [n.text.strip() for n in customer.notes if n.pinned and n.text.strip()]
    warnings = [_forbidden(f, sheet.language) for f in customer.forbidden]
    addresses = [", ".join(address_lines(a, home)) for a in customer.addresses]
    groups: tuple[tuple[str, Sequence[Block]], ...] = (
        (t("To remember"), [sheet.text(text, PROSE) for text in remember]),
        (t("Take care"), [sheet.text(text, STRONG) for text in warnings]),
        (t("Contact"), _texts(_methods(customer, sheet.language), sheet)),
        (t("Address"), _texts(addresses, sheet)),
        (t("Dates"), _texts([_day(d, sheet.language) for d in customer.dates], sheet)),
        (t("Looked after"), _texts(_care(customer, responsible, sheet.language), sheet)),
        (t("So far"), _texts(_figures(figures, sheet.language), sheet)),
        (t("Tags"), _texts([", ".join(customer.tags)], sheet)),
        (t("Further"), _texts([f"{f.name}: {f.value}" for f in customer.fields], sheet)),
        (t("Consent"), _texts(_consents(customer, sheet.language), sheet)),
    )
    return [sheet.labelled(label, *_spaced(matter), pad=7) for label, matter in groups if matter]


def _texts(lines: list[str], sheet: Sheet) -> list[Block]:
    return [sheet.text(line, BODY) for line in lines if line.strip()]


def _spaced(blocks: Sequence[Block]) -> list[Block]:
    """A little air between paragraphs that may be long, none between short lines."""
    found: list[Block] = []
    for block in blocks:
        found += [Gap(3), block] if found else [block]
    return found


def _forbidden(forbidden: Forbidden, language: str) -> str:
    t = catalogue(language).gettext
    words = t("Does not want: {channel}").format(channel=channel_name(forbidden.channel, language))
    if forbidden.since:
        words += t(", since {date}").format(date=written_date(forbidden.since, language))
    return f"{words}. {forbidden.advice}".strip() if forbidden.advice else words


def _methods(customer: Customer, language: str) -> list[str]:
    t = catalogue(language).gettext
    lines = []
    for method in sorted(customer.methods, key=lambda m: not m.preferred):
        facts = [
            fact for fact in (method.label, t("preferred") if method.preferred else "") if fact
        ]
        kind = method_name(method.kind, language)
        lines.append(f"{kind}: {method.value}" + (f" ({', '.join(facts)})" if facts else ""))
    return lines


def _day(day: CustomerDate, language: str) -> str:
    t = catalogue(language).gettext
    kinds = {
        DateKind.BIRTHDAY: t("Birthday"),
        DateKind.ANNIVERSARY: t("Anniversary"),
        DateKind.OTHER: t("Day to remember"),
    }
    written = yearly_day(day.month, day.day, day.year, language)
    return f"{day.label or kinds[day.kind]}: {written}"


def _care(customer: Customer, responsible: str, language: str) -> list[str]:
    t = catalogue(language).gettext
    lines = []
    if responsible:
        lines.append(t("By {person}").format(person=responsible))
    if customer.preferred_channel:
        channel = channel_name(customer.preferred_channel, language)
        lines.append(t("Prefers: {channel}").format(channel=channel))
    if customer.best_time:
        lines.append(t("Best time: {time}").format(time=customer.best_time))
    if customer.language:
        name = language_name(customer.language, language)
        lines.append(t("Language: {language}").format(language=name))
    return lines


def _figures(figures: CustomerFacts | None, language: str) -> list[str]:
    if figures is None:
        return []
    t, n = catalogue(language).gettext, catalogue(language).ngettext
    lines = []
    if figures.since:
        since = written_date(figures.since, language)
        lines.append(t("Customer since {date}").format(date=since))
    contacts = n("{n} contact", "{n} contacts", figures.contacts).format(n=figures.contacts)
    if figures.last_contact:
        last = written_date(figures.last_contact.date(), language)
        contacts = t("{contacts}, the last one on {date}").format(contacts=contacts, date=last)
    lines.append(contacts)
    if figures.usual_interval_days:
        days = figures.usual_interval_days
        lines.append(n("Usually every {n} day", "Usually every {n} days", days).format(n=days))
    if figures.rating is not None and figures.ratings:
        words = n(
            "Rated {rating} of 5, asked {n} time",
            "Rated {rating} of 5, asked {n} times",
            figures.ratings,
        )
        average = decimal(round(figures.rating * 10), 1, language)
        lines.append(words.format(rating=average, n=figures.ratings))
    for currency, total in figures.purchases:
        amount = money(total, currency, language)
        lines.append(t("Purchases: {amount}").format(amount=amount))
    return lines


def _consents(customer: Customer, language: str) -> list[str]:
    t = catalogue(language).gettext
    lines = []
    for consent in customer.consents:
        answer = t("allowed") if consent.given else t("refused")
        line = f"{consent.purpose}: {answer}"
        if consent.day:
            line += t(", {date}").format(date=written_date(consent.day, language))
        lines.append(line)
    return lines
