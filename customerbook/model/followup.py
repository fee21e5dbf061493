"""A follow-up: something to do for a customer by a moment; a promise is one they were told of."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from customerbook.model.case import Priority
from customerbook.model.channel import Channel


class FollowUpKind(StrEnum):
    """What is to be done."""

    CALL_BACK = "call-back"
    WRITE = "write"
    SEND = "send"
    ORDER = "order"
    CHECK = "check"
    DATE = "date"
    KEEP_IN_TOUCH = "keep-in-touch"
    OTHER = "other"


class FollowUpState(StrEnum):
    """Whether it is still to be done; the last four are how a promise can end."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do.

    `due_day` and `due_time` are wall time in `zone` (IANA name); no time means any time that day.
    `promise` tells that the customer was told; `title` then are the words they were told.
    `recurrence` is an RFC 5545 rule or empty; with `after_completion` it counts from the day the
    last one was done. `interaction_id` is where it came from, `result_id` the interaction that
    completed it. `snoozed` is the day it was put off to first become due again.
    """

    id: int = 0
    kind: FollowUpKind = FollowUpKind.OTHER
    title: str = ""
    customer_id: int | None = None
    case_id: int | None = None
    interaction_id: int | None = None
    person_id: int | None = None
    due_day: date | None = None
    due_time: time | None = None
    not_before: time | None = None
    zone: str = ""
    promise: bool = False
    state: FollowUpState = FollowUpState.OPEN
    priority: Priority = Priority.NORMAL
    recurrence: str = ""
    after_completion: bool = False
    created: datetime | None = None
    done: datetime | None = None
    result_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One row of Today or Follow-ups; `due` is the moment (UTC) at which it becomes late.

    `customer` is what is known of somebody who is no customer yet, where there is no
    `customer_id`; `nickname` what else they are called, such as the name in other letters;
    `preferred` how they like to be reached, if they said so.
    """

    id: int
    kind: FollowUpKind
    title: str
    customer_id: int | None
    customer: str
    person_id: int | None
    person: str
    due_day: date
    due_time: time | None
    not_before: time | None
    due: datetime
    promise: bool
    state: FollowUpState
    recurrence: str
    forbidden: tuple[Channel, ...] = ()
    phone: str = ""
    email: str = ""
    nickname: str = ""
    preferred: Channel | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """That a person was reminded of a follow-up at its moment, so that it happens once."""

    id: int = 0
    followup_id: int = 0
    due: datetime | None = None
    shown: datetime | None = None
