"""Keys that belong to a part of the window and to no command, as the sheet of keys says them."""

from typing import Final, NamedTuple

from customerbook.gui.commands import N_
from customerbook.gui.interactions.log_form import KEYS
from customerbook.model.interaction import Outcome
from customerbook.model.rights import Right


class Key(NamedTuple):
    """A key and what it does; the words are translated where they are shown."""

    icon: str
    words: str
    keys: str


class KeyGroup(NamedTuple):
    """Keys of one part, under its name; told to those who may what `right` says, None: to all."""

    heading: str
    keys: tuple[Key, ...]
    right: Right | None = None


EVERYWHERE: Final = KeyGroup(
    N_("Everywhere"),
    (
        Key("arrow-right", N_("To the next control"), "Tab"),
        Key("arrow-left", N_("To the one before"), "Shift+Tab"),
        Key("arrow-down", N_("Through rows and choices"), "Down"),
        Key("corner-down-left", N_("Press, open"), "Return"),
        Key("check", N_("Tick, choose"), "Space"),
        Key("x", N_("Close, go back, choose none"), "Esc"),
        Key("chevron-down", N_("Scroll on"), "PgDown"),
    ),
)
LOG_FORM: Final = KeyGroup(
    N_("In the log form"),
    (
        Key("user-round", N_("Customer"), KEYS["customer"]),
        Key("pen-line", N_("Note"), KEYS["note"]),
        Key("lock", N_("Private note"), KEYS["private"]),
        Key("clock", N_("Set the time back"), KEYS["moment"]),
        Key("check", N_("Resolved"), KEYS[Outcome.RESOLVED.value]),
        Key("handshake", N_("Promised"), KEYS[Outcome.PROMISED.value]),
        Key("list-checks", N_("To follow up"), KEYS[Outcome.TO_FOLLOW_UP.value]),
        Key("phone-missed", N_("No answer"), KEYS[Outcome.NO_ANSWER.value]),
        Key("info", N_("Info only"), KEYS[Outcome.INFORMATION.value]),
        Key("check-check", N_("Save"), KEYS["save"]),
        Key("printer", N_("Save and print"), KEYS["print"]),
    ),
    Right.LOG,
)
DUE_ROWS: Final = KeyGroup(
    N_("In a list of follow-ups"),
    (
        Key("check", N_("Mark as done"), "Space"),
        Key("arrow-up-right", N_("Open the customer"), "Return"),
        Key("phone", N_("Call"), "C"),
        Key("pen-line", N_("Write"), "W"),
        Key("alarm-clock", N_("Snooze"), "S"),
        Key("list-checks", N_("Choose several"), "Shift+Down"),
        Key("list-check", N_("Choose or leave out a row"), "Ctrl+Space"),
    ),
    Right.LOG,
)
DATES: Final = KeyGroup(
    N_("Dates on Today"),
    (
        Key("phone", N_("Call or write"), "Space"),
        Key("arrow-up-right", N_("Open the customer"), "Return"),
    ),
)
CUSTOMER_ROWS: Final = KeyGroup(
    N_("In the list of customers"),
    (
        Key("arrow-up-right", N_("To the card"), "Return"),
        Key("list-check", N_("Choose or leave out a row"), "Space"),
        Key("list-checks", N_("Choose several"), "Shift+Down"),
    ),
)
CARD: Final = KeyGroup(
    N_("On a card"),
    (
        Key("pencil", N_("Change a row or an entry"), "Return"),
        Key("copy", N_("To the icons of a row: copy, call"), "Right"),
        Key("check", N_("An open follow-up is done"), "Space"),
        Key("file-text", N_("The whole note of an entry"), "Space"),
        Key("arrow-left", N_("Back to the list"), "Esc"),
    ),
)
CALENDAR: Final = KeyGroup(
    N_("In the calendar"),
    (
        Key("arrow-right", N_("The next day"), "Right"),
        Key("arrow-down", N_("The next week"), "Down"),
        Key("chevron-right", N_("The next month"), "PgDown"),
        Key("calendar", N_("Today"), "Home"),
    ),
)
PREVIEW: Final = KeyGroup(
    N_("Before printing"),
    (
        Key("printer", N_("Print"), "Ctrl+P"),
        Key("download", N_("Save"), "Ctrl+S"),
        Key("zoom-in", N_("Larger"), "Ctrl++"),
        Key("zoom-out", N_("Smaller"), "Ctrl+-"),
        Key("maximize", N_("The whole page"), "Ctrl+0"),
        Key("chevron-down", N_("The next page"), "PgDown"),
    ),
)
GROUPS: Final = (EVERYWHERE, LOG_FORM, DUE_ROWS, DATES, CUSTOMER_ROWS, CARD, CALENDAR, PREVIEW)
"""All of them, in the order in which they are told."""
