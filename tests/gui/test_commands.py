"""Commands: each once, each key once, each with an icon that there is."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from customerbook.gui.commands import AREAS, COMMANDS, Command, command
from customerbook.gui.pages import PAGES
from customerbook.gui.theme.icons import svg


def test_no_id_and_no_key_is_given_twice() -> None:
    assert not [i for i, n in Counter(one.id for one in COMMANDS).items() if n > 1]
    keys = Counter(one.shortcut for one in COMMANDS if one.shortcut)
    assert not [key for key, n in keys.items() if n > 1]


@pytest.mark.parametrize("one", COMMANDS, ids=lambda one: one.id)
def test_a_command_can_be_shown_and_pressed(one: Command) -> None:
    assert svg(one.icon)
    assert one.words
    assert one.area in AREAS
    if one.shortcut:
        portable = QKeySequence(one.shortcut).toString(QKeySequence.SequenceFormat.PortableText)
        assert portable == one.shortcut


def test_every_page_can_be_gone_to() -> None:
    for kind in PAGES:
        going = command(f"go-{kind.id}")
        assert (going.text, going.icon, going.right) == (kind.title, kind.icon, kind.right)


@pytest.mark.parametrize(
    ("key", "command_id"),
    [
        ("Ctrl+F", "search"),
        ("Ctrl+N", "new-customer"),
        ("Ctrl+P", "print"),
        ("Ctrl+Z", "undo"),
        ("Ctrl+Shift+Z", "redo"),
        ("Ctrl+L", "lock"),
        ("F1", "keys"),
        ("F2", "log-visit"),
        ("F3", "log-call"),
        ("F4", "log-other"),
        ("F6", "new-followup"),
        ("Ctrl+1", "go-today"),
        ("Ctrl+2", "go-customers"),
        ("Ctrl+3", "go-followups"),
        ("Ctrl+Shift+P", "palette"),
    ],
)
def test_the_keys_that_people_know_stay(key: str, command_id: str) -> None:
    assert command(command_id).shortcut == key


def test_a_command_that_is_none_is_none() -> None:
    with pytest.raises(LookupError):
        command("dance")
