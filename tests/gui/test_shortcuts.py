"""The sheet of all keys says every command, and the keys of rows that belong to no command."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.actions import Offer
from customerbook.gui.commands import COMMANDS, Command
from customerbook.gui.key_groups import CARD, DUE_ROWS, EVERYWHERE, GROUPS, Key
from customerbook.gui.shortcuts import KeysSheet
from customerbook.gui.theme.icons import svg
from customerbook.gui.widgets.keys import KeyHint, key_words
from customerbook.gui.widgets.label import Label
from customerbook.model.rights import Right

EVERY_KEY = [key for group in GROUPS for key in group.keys]


def told(sheet: KeysSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(Label)]


@pytest.fixture
def host(qtbot: QtBot, look: None) -> QWidget:
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_command_has_a_key_and_is_told_with_it(host: QWidget) -> None:
    offers = [Offer(one, lambda: None) for one in COMMANDS if one.id in ("done", "keys")]
    sheet = KeysSheet(host, offers, lambda _right: True)
    words = told(sheet)
    assert all(one.shortcut for one in COMMANDS)
    assert not [one.words for one in COMMANDS if one.words not in words]
    caps = [hint.accessibleName() for hint in sheet.findChildren(KeyHint)]
    assert not [one.id for one in COMMANDS if key_words(one.shortcut) not in caps]
    here, elsewhere = words.index("On this page"), words.index("On other pages")
    done = words.index("Mark as done")
    assert here < done < words.index("Log a visit") or here < done < elsewhere
    sheet.deleteLater()


def test_what_one_may_not_do_is_not_told(host: QWidget) -> None:
    sheet = KeysSheet(host, [], lambda right: right is Right.SEE)
    words = told(sheet)

    def hidden(one: Command) -> bool:
        return one.right is not None and one.right is not Right.SEE

    assert not [one.words for one in COMMANDS if hidden(one) and one.words in words]
    assert "In the log form" not in words
    sheet.deleteLater()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.heading)
def test_keys_of_rows_are_told(host: QWidget, group: object) -> None:
    sheet = KeysSheet(host, [], lambda _right: True)
    words = told(sheet)
    assert group.heading in words  # type: ignore[attr-defined]
    assert all(key.words in words for key in group.keys)  # type: ignore[attr-defined]
    sheet.deleteLater()


@pytest.mark.parametrize("key", EVERY_KEY, ids=lambda key: f"{key.words}: {key.keys}")
def test_a_key_can_be_pressed_and_shown(key: Key) -> None:
    assert QKeySequence(key.keys).count() == 1
    assert key_words(key.keys)
    assert svg(key.icon)


def test_the_plus_is_shown() -> None:
    assert key_words("Ctrl++") == "Ctrl +"
    assert key_words("Ctrl+-") == "Ctrl -"


def test_row_keys_are_those_that_rows_answer() -> None:
    assert {key.keys for key in DUE_ROWS.keys} >= {"Space", "Return", "C", "W", "S"}
    assert "Esc" in {key.keys for key in CARD.keys} & {key.keys for key in EVERYWHERE.keys}
