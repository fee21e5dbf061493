"""What documents are drawn from: plain records, gathered by `gathering`, without private notes."""

from dataclasses import dataclass
from datetime import date, datetime, time

from customerbook.documents.options import EVER, Period
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer, CustomerFacts
from customerbook.model.followup import FollowUpKind, FollowUpState
from customerbook.model.interaction import Nature, Outcome
from customerbook.model.purchase import Purchase
from customerbook.model.shop import Shop


@dataclass(frozen=True, slots=True)
class PrintedInteraction:
    """One contact as a document may show it: there is no private note, on purpose.

    `moment` is on the shop's wall clock; `topic` and `person` are names; `caller` is what is known
    of someone who is no customer.
    """

    reference: str
    channel: Channel = Channel.VISIT
    direction: Direction = Direction.INBOUND
    moment: datetime | None = None
    duration: int | None = None
    topic: str = ""
    nature: Nature | None = None
    note: str = ""
    outcome: Outcome | None = None
    person: str = ""
    rating: int | None = None
    caller: str = ""


@dataclass(frozen=True, slots=True)
class PrintedFollowUp:
    """Something to do for the customer; `promise` tells that the customer knows of it."""

    title: str
    kind: FollowUpKind = FollowUpKind.OTHER
    due_day: date | None = None
    due_time: time | None = None
    not_before: time | None = None
    state: FollowUpState = FollowUpState.OPEN
    person: str = ""
    promise: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmationFacts:
    """One contact for the customer's hands; `promises` are what the customer was told."""

    shop: Shop
    interaction: PrintedInteraction
    made: date
    customer: Customer | None = None
    promises: tuple[PrintedFollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """Everything about one customer that the shop may want in hand; newest contacts first."""

    shop: Shop
    customer: Customer
    made: date
    responsible: str = ""
    figures: CustomerFacts | None = None
    followups: tuple[PrintedFollowUp, ...] = ()
    history: tuple[PrintedInteraction, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    period: Period = EVER
