"""A customer: a person or an organisation with whom the shop deals."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from customerbook.model.channel import Channel


class CustomerKind(StrEnum):
    """Whether the customer is one person or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class MethodKind(StrEnum):
    """Ways to reach someone other than by post."""

    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    MESSENGER = "messenger"


class DateKind(StrEnum):
    """What a date in a customer's year stands for."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ContactMethod:
    """A phone number, email, web address or messenger name, as it was typed."""

    kind: MethodKind
    value: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; `country` is an ISO 3166 code or, if unknown, the words that were typed."""

    street: str = ""
    extended: str = ""
    post_box: str = ""
    postcode: str = ""
    town: str = ""
    region: str = ""
    country: str = ""
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class CustomerDate:
    """A day to remember each year; the year may be unknown, and so may the day of a month."""

    kind: DateKind
    month: int
    day: int
    year: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a customer; pinned notes stand at the top of the card."""

    text: str
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class CustomField:
    """A fact that has no field of its own."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A channel the customer does not want, since when, and what to do instead."""

    channel: Channel
    since: date | None = None
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What a customer allowed or refused, when, with which words, and how we know."""

    purpose: str
    given: bool
    day: date | None = None
    wording: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Customer:
    """A person or organisation with everything known; `id` is 0 until it is in the book.

    Name parts follow vCard. `organisation` is the name as typed, `organisation_id` the customer
    it stands for, if that is in the book. `kept` holds lines of an imported card that have no
    field. `deleted` is set while the customer lies in the bin.
    """

    id: int = 0
    kind: CustomerKind = CustomerKind.PERSON
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    department: str = ""
    title: str = ""
    organisation_id: int | None = None
    language: str = ""
    preferred_channel: Channel | None = None
    best_time: str = ""
    responsible_id: int | None = None
    interval_days: int | None = None
    since: date | None = None
    uid: str = ""
    kept: str = ""
    created: datetime | None = None
    deleted: datetime | None = None
    methods: tuple[ContactMethod, ...] = ()
    addresses: tuple[Address, ...] = ()
    dates: tuple[CustomerDate, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    fields: tuple[CustomField, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    consents: tuple[Consent, ...] = ()

    @property
    def name(self) -> str:
        """What the customer is called in lists: never empty for a customer that may be saved."""
        parts = (self.given, self.additional, self.family, self.suffix)
        person = " ".join(part for part in parts if part)
        if self.kind is CustomerKind.ORGANISATION:
            return self.organisation or person or self._reachable
        return person or self.nickname or self.organisation or self._reachable

    @property
    def sort_name(self) -> str:
        """The name with the family name first, to sort by."""
        if self.kind is CustomerKind.PERSON and self.family:
            return " ".join(part for part in (self.family, self.given, self.additional) if part)
        return self.name

    @property
    def phones(self) -> tuple[str, ...]:
        """Phone numbers as typed, in their order."""
        return self.values(MethodKind.PHONE)

    @property
    def emails(self) -> tuple[str, ...]:
        """Email addresses as typed, in their order."""
        return self.values(MethodKind.EMAIL)

    @property
    def towns(self) -> tuple[str, ...]:
        """Towns of the addresses, each once."""
        return tuple(dict.fromkeys(a.town for a in self.addresses if a.town))

    def values(self, kind: MethodKind) -> tuple[str, ...]:
        """Contact methods of one kind, preferred ones first."""
        some = [m for m in self.methods if m.kind is kind]
        return tuple(m.value for m in sorted(some, key=lambda m: not m.preferred))

    def forbids(self, channel: Channel) -> bool:
        """Whether the customer asked not to be reached this way."""
        return any(f.channel is channel for f in self.forbidden)

    @property
    def _reachable(self) -> str:
        return next((m.value for m in self.methods if m.value), "")


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One row of a list of customers: flat, quick to read."""

    id: int
    name: str
    kind: CustomerKind
    organisation: str
    phone: str
    email: str
    town: str
    last_contact: datetime | None
    do_not_call: bool = False
    open_complaint: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A customer that a search found.

    `name_spans` and `detail_spans` are (start, end) of what matched in `line.name` and in
    `detail`, the second line; `similar` marks one that was found in spite of a typing error.
    """

    line: CustomerLine
    detail: str
    name_spans: tuple[tuple[int, int], ...] = ()
    detail_spans: tuple[tuple[int, int], ...] = ()
    similar: bool = False


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """The line of figures on a customer's card."""

    since: date | None
    contacts: int
    last_contact: datetime | None
    usual_interval_days: int | None
    rating: float | None
    ratings: int
    purchases: tuple[tuple[str, int], ...]
    """Totals of purchases: (currency, amount in its smallest unit)."""
