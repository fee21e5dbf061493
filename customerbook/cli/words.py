"""Words of the model for people: channels, outcomes, states, what a change did."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from customerbook.model.change import Change
from customerbook.model.change_words import change_words
from customerbook.model.channel import Channel, Direction
from customerbook.model.followup import FollowUpLine, FollowUpState
from customerbook.model.interaction import Nature, Outcome
from customerbook.model.spoken import short_weekday_names
from customerbook.model.texts import _


def said(value: StrEnum | None) -> str:
    """A channel, nature, outcome or state in words; nothing for None."""
    return "" if value is None else _words()[value]


def _words() -> Mapping[StrEnum, str]:
    return {
        Channel.VISIT: _("visit"),
        Channel.CALL: _("call"),
        Channel.EMAIL: _("email"),
        Channel.LETTER: _("letter"),
        Channel.MESSAGE: _("message"),
        Channel.MEETING: _("meeting"),
        Direction.INBOUND: _("in"),
        Direction.OUTBOUND: _("out"),
        Nature.ENQUIRY: _("enquiry"),
        Nature.ORDER: _("order"),
        Nature.REQUEST: _("request"),
        Nature.PROBLEM: _("problem"),
        Nature.COMPLAINT: _("complaint"),
        Nature.PRAISE: _("praise"),
        Outcome.RESOLVED: _("resolved"),
        Outcome.PROMISED: _("promised"),
        Outcome.TO_FOLLOW_UP: _("to follow up"),
        Outcome.NO_ANSWER: _("no answer"),
        Outcome.INFORMATION: _("information only"),
        FollowUpState.OPEN: _("open"),
        FollowUpState.DONE: _("done"),
        FollowUpState.DROPPED: _("dropped"),
        FollowUpState.KEPT: _("kept in time"),
        FollowUpState.KEPT_LATE: _("kept late"),
        FollowUpState.WITHDRAWN: _("withdrawn"),
        FollowUpState.BROKEN: _("broken"),
    }


def undo_words(change: Change) -> str:
    """What was taken back or brought back, and of whom or what, in one sentence."""
    told = change_words(change)
    return f"{told} ({change.subject})" if change.subject else told


def on_the_wall(moment: datetime, zone: ZoneInfo) -> str:
    """A moment for tables: `2026-11-21 10:22`."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def day_words(day: date, at: time | None, not_before: time | None = None) -> str:
    """When something is due, for tables: `Fri 2026-11-27 14:00`."""
    begin = f"{short_weekday_names()[day.weekday()]} {day.isoformat()}"
    if at is not None:
        return f"{begin} {at:%H:%M}"
    if not_before is not None:
        return _("{day} after {time}").format(day=begin, time=f"{not_before:%H:%M}")
    return begin


def due_marks(line: FollowUpLine, now: datetime) -> str:
    """Whether a follow-up is late, and whether the customer was told."""
    marks = (_("late") if line.due < now else "", _("promise") if line.promise else "")
    return " ".join(filter(None, marks))
