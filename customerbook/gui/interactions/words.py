"""What channels, natures and outcomes are called in the window, with their icons."""

from typing import Final

from customerbook.model.channel import Channel, Direction
from customerbook.model.interaction import Nature, Outcome
from customerbook.model.texts import _

CHANNEL_ICONS: Final[dict[Channel, str]] = {
    Channel.VISIT: "store",
    Channel.CALL: "phone",
    Channel.EMAIL: "mail",
    Channel.MESSAGE: "message-circle",
    Channel.LETTER: "mail-open",
    Channel.MEETING: "users",
}
OUTCOME_ICONS: Final[dict[Outcome, str]] = {
    Outcome.RESOLVED: "check",
    Outcome.PROMISED: "handshake",
    Outcome.TO_FOLLOW_UP: "calendar-clock",
    Outcome.NO_ANSWER: "phone-missed",
    Outcome.INFORMATION: "info",
}
AMBER: Final = frozenset({Outcome.PROMISED, Outcome.TO_FOLLOW_UP})
"""Outcomes after which something is still to be done."""


def channel_name(channel: Channel) -> str:
    """What a contact of this kind is called."""
    return {
        Channel.VISIT: _("Visit"),
        Channel.CALL: _("Call"),
        Channel.EMAIL: _("Email"),
        Channel.MESSAGE: _("Message"),
        Channel.LETTER: _("Letter"),
        Channel.MEETING: _("Meeting"),
    }[channel]


def log_title(channel: Channel) -> str:
    """The title of the form that logs one."""
    return {
        Channel.VISIT: _("Log a visit"),
        Channel.CALL: _("Log a call"),
        Channel.EMAIL: _("Log an email"),
        Channel.MESSAGE: _("Log a message"),
        Channel.LETTER: _("Log a letter"),
        Channel.MEETING: _("Log a meeting"),
    }[channel]


def direction_name(direction: Direction) -> str:
    """Who turned to whom, in one short word."""
    return {Direction.INBOUND: _("In"), Direction.OUTBOUND: _("Out")}[direction]


def nature_name(nature: Nature) -> str:
    """What kind of matter it was."""
    return {
        Nature.ENQUIRY: _("Enquiry"),
        Nature.ORDER: _("Order"),
        Nature.REQUEST: _("Request"),
        Nature.PROBLEM: _("Problem"),
        Nature.COMPLAINT: _("Complaint"),
        Nature.PRAISE: _("Praise"),
    }[nature]


def outcome_name(outcome: Outcome) -> str:
    """How it ended, as a choice."""
    return {
        Outcome.RESOLVED: _("Resolved"),
        Outcome.PROMISED: _("Promised"),
        Outcome.TO_FOLLOW_UP: _("To follow up"),
        Outcome.NO_ANSWER: _("No answer"),
        Outcome.INFORMATION: _("Info only"),
    }[outcome]


def outcome_state(outcome: Outcome) -> str:
    """How it ended, as a state in a list."""
    return {
        Outcome.RESOLVED: _("resolved"),
        Outcome.PROMISED: _("promised"),
        Outcome.TO_FOLLOW_UP: _("to follow up"),
        Outcome.NO_ANSWER: _("no answer"),
        Outcome.INFORMATION: _("info only"),
    }[outcome]


def not_wanted(channel: Channel, name: str) -> str:
    """The warning before a customer is reached in a way they asked not to be."""
    return {
        Channel.VISIT: _("{name} asked not to be visited."),
        Channel.CALL: _("{name} asked not to be called."),
        Channel.EMAIL: _("{name} asked not to be sent emails."),
        Channel.MESSAGE: _("{name} asked not to be sent messages."),
        Channel.LETTER: _("{name} asked not to be sent letters."),
        Channel.MEETING: _("{name} asked for no meetings."),
    }[channel].format(name=name)
