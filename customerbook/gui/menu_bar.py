"""The menu bar of macOS, at the top of the screen: every command, by areas.

Other systems have none: there the button of the rail opens the same commands.
"""

import sys
from functools import partial
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from customerbook.gui.actions import Actions
from customerbook.gui.commands import AREAS, COMMANDS
from customerbook.model.texts import _

_ROLES: Final = {
    "quit": QAction.MenuRole.QuitRole,
    "go-settings": QAction.MenuRole.PreferencesRole,
}
"""Commands that macOS wants in the menu of the program; the others stay where they are put."""


def menu_bar(actions: Actions, platform: str = sys.platform) -> QMenuBar | None:
    """The menu bar where the system has one outside of the window; None elsewhere."""
    return MenuBar(actions) if platform == "darwin" else None


class MenuBar(QMenuBar):
    """One menu an area; without a parent, so that macOS shows it for the whole program.

    The rows are the very actions that bind the keys: a second action with the same key would take
    the key from both. What cannot be done just now is grey while the menu is open.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        for area, words in AREAS.items():
            menu = self.addMenu(_(words))
            for one in COMMANDS:
                if one.area == area:
                    action = actions.action(one.id)
                    action.setMenuRole(_ROLES.get(one.id, QAction.MenuRole.NoRole))
                    menu.addAction(action)
            menu.aboutToShow.connect(partial(self._grey, menu))
            menu.aboutToHide.connect(actions.restore)

    def _grey(self, menu: QMenu) -> None:
        offered = {offer.command.id for offer in self._actions.offers()}
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and action.objectName() in offered)
