"""A customer in the making: readers put in what they find, and a record comes out."""

from datetime import date
from typing import TypeVar

from customerbook.exchange.countries import country_code, names_country
from customerbook.exchange.full_name import is_organisation, parts_of
from customerbook.exchange.rows import LONGEST_FIELD
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)
from customerbook.model.texts import _

T = TypeVar("T")

_SYSTEM_GROUPS = {"mycontacts", "my contacts"}
_FIRMS = {"firma", "fa", "fa.", "company"}


class Draft:
    """Collects the values of one row or card; texts are put in stripped and not empty."""

    __slots__ = (
        "additional",
        "addresses",
        "best_time",
        "consents",
        "dates",
        "department",
        "family",
        "family_first",
        "fields",
        "forbidden",
        "full",
        "given",
        "interval_days",
        "kept",
        "language",
        "left_over",
        "methods",
        "nickname",
        "notes",
        "organisation",
        "organised",
        "pinned",
        "places",
        "preferred_channel",
        "prefix",
        "since",
        "suffix",
        "tags",
        "title",
        "uid",
    )

    def __init__(self) -> None:
        self.prefix = self.given = self.additional = self.family = self.suffix = ""
        self.full = self.nickname = self.organisation = self.department = self.title = ""
        self.language = self.uid = self.best_time = ""
        self.since: date | None = None
        self.interval_days: int | None = None
        self.preferred_channel: Channel | None = None
        self.forbidden: list[Forbidden] = []
        self.consents: list[Consent] = []
        self.family_first = False
        self.organised = False
        self.methods: list[ContactMethod] = []
        self.addresses: list[Address] = []
        self.places: dict[tuple[str, int], dict[str, str]] = {}
        self.dates: list[CustomerDate] = []
        self.notes: list[str] = []
        self.pinned: set[str] = set()
        self.tags: dict[str, None] = {}
        self.fields: list[CustomField] = []
        self.kept: list[str] = []
        self.left_over: list[str] = []

    def short(self, text: str, name: str) -> str:
        """The text, or its beginning if it is far too long, which is then said."""
        if len(text) <= LONGEST_FIELD:
            return text
        sentence = _("“{field}” was longer than {n} characters; the rest was left out.")
        self.left_over.append(sentence.format(field=name, n=LONGEST_FIELD))
        return text[:LONGEST_FIELD]

    def reach(
        self, kind: MethodKind, value: str, label: str = "", *, preferred: bool = False
    ) -> None:
        """Add a way to reach the customer."""
        self.methods.append(ContactMethod(kind, value, label, preferred))

    def field(self, name: str, value: str) -> None:
        """Add a fact that has no field of its own."""
        self.fields.append(CustomField(name, value))

    def day(self, kind: DateKind, day: tuple[int | None, int, int], label: str = "") -> None:
        """Add a day to remember: year if known, month, day."""
        self.dates.append(CustomerDate(kind, day[1], day[2], day[0], label))

    def tag(self, name: str) -> None:
        """Add a tag; groups that a program makes by itself are not taken."""
        name = name.removeprefix("* ").strip()
        if name and name.casefold() not in _SYSTEM_GROUPS:
            self.tags.setdefault(name)

    def customer(self) -> Customer | None:
        """The record; None if there is neither a name nor a way to reach anyone."""
        self._take_name()
        organised = self._is_organisation()
        named = self.given or self.family or self.additional or self.nickname
        if not (named or self.organisation or self.methods):
            return None
        return Customer(
            kind=CustomerKind.ORGANISATION if organised else CustomerKind.PERSON,
            prefix=self.prefix,
            given=self.given,
            additional=self.additional,
            family=self.family,
            suffix=self.suffix,
            nickname=self.nickname,
            organisation=self.organisation,
            department=self.department,
            title=self.title,
            language=self.language,
            preferred_channel=self.preferred_channel,
            best_time=self.best_time,
            interval_days=self.interval_days,
            since=self.since,
            uid=self.uid,
            kept="\n".join(self.kept),
            methods=_once(self.methods),
            addresses=_different(self._all_addresses()),
            dates=_different(self.dates),
            notes=tuple([Note(text, text in self.pinned) for text in _different(self.notes)]),
            tags=tuple(self.tags),
            fields=tuple(self.fields),
            forbidden=_different(self.forbidden),
            consents=_different(self.consents),
        )

    def _take_name(self) -> None:
        """Take a name in one piece apart, unless its parts are known or it is no name at all."""
        full = self.full
        if not full or self.given or self.family:
            return
        if full in {self.organisation, self.nickname} or any(m.value == full for m in self.methods):
            return
        if self.organised or (not self.organisation and is_organisation(full)):
            self.organisation = self.organisation or full
            self.organised = True
            return
        parts = parts_of(full, family_first=self.family_first)
        self.prefix, self.suffix = self.prefix or parts.prefix, self.suffix or parts.suffix
        self.given, self.family = parts.given, parts.family

    def _is_organisation(self) -> bool:
        if self.prefix.casefold() in _FIRMS:  # programs that know only persons
            self.prefix, self.organised = "", True
        person = self.given or self.family or self.additional
        if self.organised and not self.organisation:
            # A card that says it is a firm, with the firm's name where a person's belongs.
            parts = (self.given, self.additional, self.family)
            self.organisation = " ".join(filter(None, parts)) or self.nickname
            self.given = self.additional = self.family = ""
        return bool(self.organisation) and (self.organised or not (person or self.nickname))

    def _all_addresses(self) -> list[Address]:
        placed = [address_from(parts, label) for (label, _number), parts in self.places.items()]
        return self.addresses + placed


def address_from(parts: dict[str, str], label: str = "", *, preferred: bool = False) -> Address:
    """An address from its parts by the names of the record; `house` is put behind the street."""
    street, house = parts.get("street", ""), parts.get("house", "")
    country = parts.get("country", "")
    region = parts.get("region", "")
    if country and region and names_country(region) and not names_country(country):
        country, region = region, country
    return Address(
        street=f"{street} {house}".strip() if house else street,
        extended=parts.get("extended", ""),
        post_box=parts.get("post_box", ""),
        postcode=parts.get("postcode", ""),
        town=parts.get("town", ""),
        region=region,
        country=country_code(country) if country else "",
        label=label,
        preferred=preferred,
    )


def _different(found: list[T]) -> tuple[T, ...]:
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _once(methods: list[ContactMethod]) -> tuple[ContactMethod, ...]:
    """Each value once; a repeated one may add its label or that it is preferred."""
    if len({method.value for method in methods}) == len(methods):
        return tuple(methods)
    found: dict[tuple[MethodKind, str], ContactMethod] = {}
    for method in methods:
        key = (method.kind, method.value)
        known = found.get(key)
        if known is None:
            found[key] = method
        elif known != method:
            found[key] = ContactMethod(
                method.kind,
                method.value,
                known.label or method.label,
                known.preferred or method.preferred,
            )
    return tuple(found.values())
