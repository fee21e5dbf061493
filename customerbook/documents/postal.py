"""How a postal address is written, as the post of its country wants it."""

from functools import cache
from importlib.resources import files

from customerbook.model.customer import Address, Customer, CustomerKind

_TOWN_FIRST = {"AU", "CA", "US"}
_POSTCODE_BELOW = {"GB", "GG", "IE", "IM", "JE"}
# The table shortens some names in ways that are not for an envelope.
_OFFICIAL = {"GB": "United Kingdom", "KP": "North Korea", "KR": "South Korea", "MM": "Myanmar"}
_WITH_REGION = {"BR", "CN", "IN", "IT", "JP", "MX"}


def recipient_lines(customer: Customer | None, home: str) -> list[str]:
    """Name and address for an envelope; `home` is the sender's country, which is not written."""
    if customer is None:
        return []
    address = preferred_address(customer)
    return [*name_lines(customer), *(address_lines(address, home) if address else ())]


def name_lines(customer: Customer) -> list[str]:
    """Who is meant: organisation, department, person; the name as it is spoken to."""
    person = (
        customer.prefix,
        customer.given,
        customer.additional,
        customer.family,
        customer.suffix,
    )
    named = " ".join(part for part in person if part)
    if customer.kind is CustomerKind.PERSON and not (customer.given or customer.family):
        named = " ".join(part for part in (customer.prefix, customer.nickname) if part)
    lines = [line for line in (customer.organisation, customer.department, named) if line]
    return lines or [customer.name] if customer.name else lines


def preferred_address(customer: Customer) -> Address | None:
    """The address to write to: the preferred one, else the first."""
    some = sorted(customer.addresses, key=lambda address: not address.preferred)
    return some[0] if some else None


def address_lines(address: Address, home: str) -> list[str]:
    """Street, town and, abroad, the country."""
    country = address.country.strip()
    lines = [address.extended, address.street, address.post_box]
    lines += town_lines(address, country.upper() or home.upper())
    if country and country.upper() != home.upper():
        lines.append(country_name(country).upper())
    return [line.strip() for line in lines if line.strip()]


def country_name(country: str) -> str:
    """The English name of a country (ISO 3166 code); other words are given back as they are."""
    return _countries().get(country.strip().upper(), country.strip())


def town_lines(address: Address, country: str) -> list[str]:
    """Town, postcode and region in the order of a country (ISO 3166 code)."""
    if country in _TOWN_FIRST:
        town = ", ".join(part for part in (address.town, address.region) if part)
        return [f"{town} {address.postcode}"]
    if country in _POSTCODE_BELOW:
        return [address.town, address.postcode]
    town = f"{address.postcode} {address.town}"
    return [town, address.region if country in _WITH_REGION else ""]


@cache
def _countries() -> dict[str, str]:
    """English names by ISO 3166 code, as the Universal Postal Union asks for on letters abroad."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows if len(row) == 2} | _OFFICIAL
