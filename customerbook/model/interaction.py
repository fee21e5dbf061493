"""An interaction: one call, visit, email, letter, message or meeting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from customerbook.model.channel import Channel, Direction


class Nature(StrEnum):
    """What kind of matter it was."""

    ENQUIRY = "enquiry"
    ORDER = "order"
    REQUEST = "request"
    PROBLEM = "problem"
    COMPLAINT = "complaint"
    PRAISE = "praise"


class Outcome(StrEnum):
    """How it ended."""

    RESOLVED = "resolved"
    PROMISED = "promised"
    TO_FOLLOW_UP = "to-follow-up"
    NO_ANSWER = "no-answer"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Interaction:
    """One contact. `id` is 0 and `reference` empty until it is in the book.

    No `customer_id` means a walk-in or a caller not known yet; `caller` then holds what is known
    (a number, a name). `rating` is 1 to 5, 0 for "asked, did not want to say", None if not asked.
    `duration` is in seconds.
    """

    id: int = 0
    reference: str = ""
    channel: Channel = Channel.VISIT
    direction: Direction = Direction.INBOUND
    moment: datetime | None = None
    duration: int | None = None
    customer_id: int | None = None
    caller: str = ""
    topic_id: int | None = None
    nature: Nature | None = None
    note: str = ""
    private_note: str = ""
    outcome: Outcome | None = None
    person_id: int | None = None
    rating: int | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class InteractionLine:
    """One entry of a timeline or of the list of the newest interactions.

    `nickname` is what else the customer is called, such as the name in other letters.
    `documents` are (id, kind) of what was handed over. There is no private note in it.
    """

    id: int
    reference: str
    channel: Channel
    direction: Direction
    moment: datetime
    customer_id: int | None
    customer: str
    topic: str
    nature: Nature | None
    note: str
    outcome: Outcome | None
    person: str
    rating: int | None
    has_private_note: bool = False
    documents: tuple[tuple[int, str], ...] = ()
    person_id: int | None = None
    nickname: str = ""
