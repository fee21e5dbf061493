"""Properties of our own, for what no vCard has a property for; other programs pass them over.

Their values have parts between semicolons, as those of N. One that does not fit is kept as it is.
"""

from collections.abc import Callable, Iterator
from datetime import date

from customerbook.exchange import vcard_values as values
from customerbook.exchange.vcard_draft import CardDraft
from customerbook.exchange.vcard_lines import Property
from customerbook.model.channel import Channel
from customerbook.model.customer import Consent, Customer, Forbidden

OWN = "X-CUSTOMERBOOK-"
_YES = {"yes": True, "no": False}


def own_lines(customer: Customer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(property, parts of its value) for what only our own properties hold."""
    if customer.department and not customer.organisation:
        yield OWN + "DEPARTMENT", (customer.department,)
    for field in customer.fields:
        yield OWN + "FIELD", (field.name, field.value)
    for forbidden in customer.forbidden:
        since = forbidden.since.isoformat() if forbidden.since else ""
        yield OWN + "FORBIDDEN", (forbidden.channel.value, since, forbidden.advice)
    for consent in customer.consents:
        given = "yes" if consent.given else "no"
        day = consent.day.isoformat() if consent.day else ""
        yield OWN + "CONSENT", (consent.purpose, given, day, consent.wording, consent.source)
    if customer.preferred_channel:
        yield OWN + "CHANNEL", (customer.preferred_channel.value,)
    if customer.best_time:
        yield OWN + "BEST-TIME", (customer.best_time,)
    if customer.interval_days:
        yield OWN + "INTERVAL", (str(customer.interval_days),)
    if customer.since:
        yield OWN + "SINCE", (customer.since.isoformat(),)


def _field(card: CardDraft, name: str, value: str) -> None:
    card.field(name, value)


def _forbidden(card: CardDraft, channel: str, since: str, advice: str) -> None:
    card.forbidden.append(Forbidden(Channel(channel), _day(since), advice))


def _consent(card: CardDraft, purpose: str, given: str, day: str, *how: str) -> None:
    wording, source = how
    card.consents.append(Consent(purpose, _YES[given], _day(day), wording, source))


def _channel(card: CardDraft, channel: str) -> None:
    card.preferred_channel = Channel(channel)


def _best_time(card: CardDraft, when: str) -> None:
    card.best_time = when


def _interval(card: CardDraft, days: str) -> None:
    card.interval_days = int(days[:6])


def _since(card: CardDraft, day: str) -> None:
    card.since = _day(day)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _reader(take: Callable[..., None]) -> Callable[[CardDraft, Property], bool]:
    def read(card: CardDraft, found: Property) -> bool:
        try:
            take(card, *values.parts(found.value))
        except (TypeError, ValueError, KeyError):  # another number of parts, or none of the words
            return False
        return True

    return read


OWN_READERS = {
    OWN + name: _reader(take)
    for name, take in (
        ("FIELD", _field),
        ("FORBIDDEN", _forbidden),
        ("CONSENT", _consent),
        ("CHANNEL", _channel),
        ("BEST-TIME", _best_time),
        ("INTERVAL", _interval),
        ("SINCE", _since),
    )
}
