"""A case: interactions about one matter, open until it is solved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CaseStatus(StrEnum):
    """Where a case stands, and who is to act."""

    OPEN = "open"
    WAITING_FOR_US = "waiting-for-us"
    WAITING_FOR_THEM = "waiting-for-them"
    SOLVED = "solved"


class Priority(StrEnum):
    """How soon something wants attention among others."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Case:
    """One matter of one customer.

    For complaints also the cause, what was done about it (`correction`), and what was changed so
    that it does not come back (`prevention`).
    """

    id: int = 0
    number: str = ""
    customer_id: int | None = None
    title: str = ""
    status: CaseStatus = CaseStatus.OPEN
    complaint: bool = False
    priority: Priority = Priority.NORMAL
    responsible_id: int | None = None
    opened: datetime | None = None
    solved: datetime | None = None
    cause: str = ""
    correction: str = ""
    prevention: str = ""
