"""Ways in which a shop and a customer meet."""

from enum import StrEnum


class Channel(StrEnum):
    """How an interaction took place, or how a customer may (not) be reached."""

    VISIT = "visit"
    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    MESSAGE = "message"
    MEETING = "meeting"


class Direction(StrEnum):
    """Who turned to whom: `inbound` is the customer turning to the shop."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
