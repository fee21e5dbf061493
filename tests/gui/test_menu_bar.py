"""The menu bar of macOS: the same commands with the same keys, also tried where there is none."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.actions import Actions
from customerbook.gui.commands import AREAS, COMMANDS
from customerbook.gui.menu_bar import MenuBar, menu_bar


class Bar(NamedTuple):
    """A menu bar, what it is made from, and the commands that were run."""

    window: QWidget
    bar: MenuBar
    actions: Actions
    done: list[str]

    def menus(self) -> list[QMenu]:
        """The menus from the start on."""
        return [menu for menu in self.bar.findChildren(QMenu) if menu.title()]


@pytest.fixture
def shown(qtbot: QtBot) -> Bar:
    """The bar of a window that can print and lock just now."""
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    answers: dict[str, Callable[[], object]] = {
        "print": lambda: done.append("print"),
        "lock": lambda: done.append("lock"),
    }
    actions = Actions(window, lambda _right: True, lambda: answers, lambda _error: None)
    bar = menu_bar(actions, "darwin")
    assert isinstance(bar, MenuBar)
    qtbot.addWidget(bar)
    return Bar(window, bar, actions, done)


def test_only_macos_has_one(shown: Bar) -> None:
    assert menu_bar(shown.actions, "linux") is None
    assert menu_bar(shown.actions, "win32") is None


def test_every_command_stands_in_it_once(shown: Bar) -> None:
    found = [action.objectName() for menu in shown.menus() for action in menu.actions()]
    assert sorted(found) == sorted(one.id for one in COMMANDS)
    assert len(shown.menus()) == len(AREAS)


def test_what_cannot_be_done_is_grey_while_it_is_open(shown: Bar) -> None:
    first = shown.menus()[0]
    first.aboutToShow.emit()
    lit = [action.objectName() for action in first.actions() if action.isEnabled()]
    assert lit == ["print"]
    first.aboutToHide.emit()
    assert all(action.isEnabled() for action in first.actions())


def test_a_row_does_what_its_key_does(shown: Bar) -> None:
    for menu in shown.menus():
        for action in menu.actions():
            if action.objectName() in {"print", "lock", "undo"}:
                action.trigger()
    assert shown.done == ["print", "lock"]
