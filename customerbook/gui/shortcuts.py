"""The sheet of all keys, by what they are for."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.actions import Offer
from customerbook.gui.commands import AREAS, N_
from customerbook.gui.interactions.log_form import KEYS
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.interaction import Outcome
from customerbook.model.texts import _

_THREE: Final = 1120
"""Pixels of a window that has room for three columns."""


class Key(NamedTuple):
    """A key and what it does; the words are translated where they are shown."""

    icon: str
    words: str
    keys: str


LOG_FORM: Final = (
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
)
"""Keys of the form that logs a contact."""
ROWS: Final = (
    Key("check", N_("Mark as done"), "Space"),
    Key("arrow-up-right", N_("Open the customer"), "Return"),
    Key("phone", N_("Call"), "C"),
    Key("pen-line", N_("Write"), "W"),
    Key("alarm-clock", N_("Snooze"), "S"),
)
"""Keys in the lists of Today and Follow-ups."""


class KeysSheet(Sheet):
    """Every command with a key that works just now, and the keys of rows and of the log form."""

    def __init__(self, host: QWidget, offers: Sequence[Offer]) -> None:
        wide = host.width() >= theme.current().px(_THREE)
        super().__init__(host, _("All keys"), width=1088 if wide else 800)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(48)
        columns = [QVBoxLayout() for _column in range(3 if wide else 2)]
        lengths = [0 for _column in columns]
        for column in columns:
            column.setSpacing(0)
            line.addLayout(column, 1)
        for words, keys in _groups(offers):
            if keys:
                shorter = lengths.index(min(lengths))
                columns[shorter].addWidget(_block(words, keys))
                lengths[shorter] += len(keys) + 1
        for column in columns:
            column.addStretch(1)
        self.set_body(body, padding=24)
        done = Button(_("Close"), kind="primary")
        done.clicked.connect(self.dismiss)
        self.set_foot(done)


def _groups(offers: Sequence[Offer]) -> list[tuple[str, list[Key]]]:
    """Headings, each with its keys; the rest of them where contacts may be logged."""
    found = []
    for area, words in AREAS.items():
        some = [o.command for o in offers if o.command.area == area and o.command.shortcut]
        found.append((_(words), [Key(c.icon, c.words, c.shortcut) for c in some]))
    if any(offer.command.area == "log" for offer in offers):
        found.append((_("In the log form"), [k._replace(words=_(k.words)) for k in LOG_FORM]))
        found.append((_("In a list of follow-ups"), [k._replace(words=_(k.words)) for k in ROWS]))
    return found


def _block(heading: str, keys: Sequence[Key]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 16)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.addWidget(Label(heading, "badge", "ink2"), 0, 0, 1, 3)
    for row, one in enumerate(keys, 1):
        grid.addWidget(IconLabel(one.icon, "ink2", 16), row, 0)
        grid.addWidget(Label(one.words, wrap=True), row, 1)
        key = KeyHint(one.keys)
        grid.addWidget(key, row, 2, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    return block
