"""An occasion: a customer's birthday, anniversary or other day as it comes round this year."""

from dataclasses import dataclass
from datetime import date

from customerbook.model.channel import Channel
from customerbook.model.customer import CustomerKind, DateKind


@dataclass(frozen=True, slots=True)
class Occasion:
    """One row of *Dates*; `years` is how many it will be that day, if the year is known.

    `preferred` is how the customer likes to be reached, if they said so.
    """

    customer_id: int
    customer: str
    customer_kind: CustomerKind
    kind: DateKind
    label: str
    day: date
    years: int | None
    phone: str = ""
    email: str = ""
    forbidden: tuple[Channel, ...] = ()
    preferred: Channel | None = None
