"""A purchase: an order taken over from the till or the web shop."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One article of an order; `amount` is in the smallest unit of the currency."""

    text: str
    quantity: int = 1
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Purchase:
    """An order; `total` is in the smallest unit of `currency` (ISO 4217)."""

    id: int = 0
    number: str = ""
    customer_id: int | None = None
    moment: datetime | None = None
    total: int = 0
    currency: str = "EUR"
    source: str = ""
    lines: tuple[PurchaseLine, ...] = ()
