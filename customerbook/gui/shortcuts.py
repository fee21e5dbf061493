"""The sheet of all keys, by what they are for."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.actions import Offer
from customerbook.gui.commands import AREAS, COMMANDS, N_
from customerbook.gui.key_groups import GROUPS, Key
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.rights import Right
from customerbook.model.texts import _

_THREE: Final = 1120
"""Pixels of a window that has room for three columns."""


May = Callable[[Right], bool]

_GAP: Final = 40
_PAGE: Final = N_("On other pages")


class KeysSheet(Sheet):
    """Every command of the person with its key, and the keys of rows and of the log form.

    `offers` are the commands that work just now, `may` tells which rights the person has.
    """

    def __init__(self, host: QWidget, offers: Sequence[Offer], may: May) -> None:
        wide = host.width() >= theme.current().px(_THREE)
        super().__init__(host, _("All keys"), width=1088 if wide else 800)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        columns = [QVBoxLayout() for _column in range(3 if wide else 2)]
        lengths = [0 for _column in columns]
        for column in columns:
            column.setSpacing(0)
            line.addLayout(column, 1)
        for words, keys in _groups(offers, may):
            shorter = lengths.index(min(lengths))
            columns[shorter].addWidget(_block(words, keys))
            lengths[shorter] += len(keys) + 1
        for column in columns:
            column.addStretch(1)
        self.set_body(body, padding=24)
        done = Button(_("Close"), kind="primary")
        done.clicked.connect(self.dismiss)
        self.set_foot(done)


def _groups(offers: Sequence[Offer], may: May) -> list[tuple[str, list[Key]]]:
    """Headings, each with its keys; commands of other pages stand apart from those of this one."""
    here = {offer.command.id for offer in offers}
    permitted = [one for one in COMMANDS if one.right is None or may(one.right)]
    found = []
    for area, words in AREAS.items():
        some = [one for one in permitted if one.area == area and one.shortcut]
        shown = [one for one in some if one.id in here] if area == "page" else some
        found.append((_(words), shown))
    elsewhere = [one for one in permitted if one.area == "page" and one.id not in here]
    found.append((_(_PAGE), elsewhere))
    told = [(words, [Key(c.icon, c.words, c.shortcut) for c in some]) for words, some in found]
    told += [
        (_(group.heading), [key._replace(words=_(key.words)) for key in group.keys])
        for group in GROUPS
        if group.right is None or may(group.right)
    ]
    return [(words, keys) for words, keys in told if keys]


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
