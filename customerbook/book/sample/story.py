"""What an invented matter consists of before it has numbers: contacts, tasks, cases, orders."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from customerbook.book.sample.shop import MARTHA
from customerbook.model.case import CaseStatus
from customerbook.model.channel import Channel, Direction
from customerbook.model.followup import FollowUpKind, FollowUpState
from customerbook.model.interaction import Nature, Outcome


@dataclass(frozen=True, slots=True)
class Contact:
    """One interaction; `who` is the short name of a customer, `key` one that tasks refer to."""

    who: str
    moment: datetime
    topic: str
    note: str
    outcome: Outcome = Outcome.RESOLVED
    channel: Channel = Channel.VISIT
    direction: Direction = Direction.INBOUND
    nature: Nature = Nature.REQUEST
    person: int = MARTHA
    rating: int | None = None
    private_note: str = ""
    caller: str = ""
    duration: int | None = None
    matter: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up; `origin` is the key of the contact it came from."""

    who: str
    title: str
    day: date
    at: time | None = None
    person: int = MARTHA
    kind: FollowUpKind = FollowUpKind.CALL_BACK
    promise: bool = False
    not_before: time | None = None
    recurrence: str = ""
    state: FollowUpState = FollowUpState.OPEN
    origin: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """One case; `key` is what its contacts and tasks call it."""

    key: str
    who: str
    title: str
    opened: datetime
    person: int = MARTHA
    complaint: bool = False
    status: CaseStatus = CaseStatus.OPEN
    solved: datetime | None = None
    cause: str = ""
    correction: str = ""
    prevention: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One purchase; `articles` are (text, how many, price of all in cents)."""

    who: str
    number: str
    moment: datetime
    articles: tuple[tuple[str, int, int], ...]
    source: str = "till"


@dataclass(slots=True)
class Story:
    """All of it."""

    contacts: list[Contact] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
