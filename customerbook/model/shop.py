"""The shop whose book this is: what stands on its letterhead, and its habits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shop:
    """Facts about the shop.

    `country` is an ISO 3166 code, `language` BCP 47, `zone` an IANA name, `currency` ISO 4217;
    `hours` are words for the letterhead, one line; `logo` is a PNG or JPEG.
    """

    id: int = 1
    name: str = ""
    line: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "DE"
    phone: str = ""
    email: str = ""
    web: str = ""
    hours: str = ""
    owner: str = ""
    language: str = "en"
    zone: str = "Europe/Berlin"
    currency: str = "EUR"
    paper: str = "A4"
    lock_minutes: int = 10
    logo: bytes = b""
