"""Commands at work: who answers each just now, its shortcut, and the menu of all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from customerbook.gui.commands import AREAS, COMMANDS, Area, Command
from customerbook.gui.widgets.menu import Menu
from customerbook.model.errors import BookError
from customerbook.model.rights import Right
from customerbook.model.texts import _

Answers = Mapping[str, Callable[[], object]]

_INNER: dict[Area, str] = {
    "log": "pen-line",
    "customers": "book-user",
    "go": "arrow-right",
    "book": "book-open",
}
"""Areas that a low menu opens beside it, with their icons."""


@dataclass(frozen=True)
class Offer:
    """A command that can be run just now."""

    command: Command
    run: Callable[[], object]


class Actions(QObject):
    """Binds the shortcuts of `COMMANDS` to a window.

    `may` tells whether the person at the book has a right; `answers` gives what can be done just
    now: command id -> what does it. `refused` is told the BookError of a command that could not be
    done.
    """

    def __init__(
        self,
        window: QWidget,
        may: Callable[[Right], bool],
        answers: Callable[[], Answers],
        refused: Callable[[BookError], None],
    ) -> None:
        super().__init__(window)
        self._may = may
        self._answers = answers
        self._refused = refused
        self._kept: frozenset[str] | None = None
        self._actions: dict[str, QAction] = {}
        for one in COMMANDS:
            action = QAction(one.words, window)
            action.setObjectName(one.id)
            action.setShortcut(QKeySequence(one.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(partial(self._triggered, one.id))
            window.addAction(action)
            self._actions[one.id] = action

    def action(self, command_id: str) -> QAction:
        """What binds the key of a command; its `objectName` is the id of the command."""
        return self._actions[command_id]

    def offers(self) -> list[Offer]:
        """What the person may do just now, in the order of `COMMANDS`."""
        answers = self._answers()
        return [
            Offer(one, partial(self.run, one.id))
            for one in COMMANDS
            if one.id in answers and (one.right is None or self._may(one.right))
        ]

    def run(self, command_id: str) -> None:
        """Do what a command says; one that nobody answers just now does nothing."""
        offered = {offer.command.id for offer in self.offers()}
        if command_id not in offered:
            return
        try:
            self._answers()[command_id]()
        except BookError as error:
            self._refused(error)

    def _triggered(self, command_id: str, _checked: object = None) -> None:
        self.run(command_id)

    def enable(self, *, kept: frozenset[str] | None = None) -> None:
        """Let all shortcuts work, or only those that are named while a sheet is open.

        A sheet binds keys of its own; the same key bound twice would do nothing at all.
        """
        self._kept = kept
        self.restore()

    def restore(self) -> None:
        """Let those shortcuts work that `enable` let work last."""
        for command_id, action in self._actions.items():
            action.setEnabled(self._kept is None or command_id in self._kept)

    def fill(self, menu: Menu, room: int) -> None:
        """Put all that can be done into a menu, by areas; the pages stand beside it anyway.

        Where it would be higher than `room`, in pixels, only what the page can do stands in it,
        and each of the other areas in a menu of its own.
        """
        areas: dict[Area, list[Offer]] = {}
        for offer in self.offers():
            if not offer.command.id.startswith("go-"):
                areas.setdefault(offer.command.area, []).append(offer)
        menu.empty()
        for area, words in AREAS.items():
            if area in areas:
                menu.add_heading(_(words))
                _add(menu, areas[area])
        if menu.sizeHint().height() <= room:
            return
        menu.empty()
        _add(menu, areas.get("page", []))
        for area, icon in _INNER.items():
            words = AREAS[area]
            if area in areas:
                _add(menu.add_menu(_(words), icon=icon), areas[area])


def _add(menu: Menu, offers: list[Offer]) -> None:
    for offer in offers:
        one = offer.command
        menu.add(one.words, offer.run, icon=one.icon, keys=one.shortcut)
