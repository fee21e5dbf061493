"""Snippets expand at the counter's speed, and one undo takes them back."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.gui.interactions.snippet_note import SnippetNote
from tests.gui.counter import CounterShell, press, type_words


@pytest.fixture
def note(shell: CounterShell) -> SnippetNote:
    made = SnippetNote(shell.session, label="Note")
    shell.column.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_a_space_expands(note: SnippetNote) -> None:
    type_words("It is ;guarantee ")
    assert note.toPlainText() == "It is covered by the two-year guarantee "


@pytest.mark.parametrize(
    ("key", "text"),
    [("Return", "Thank you for coming by.\n"), ("Tab", "Thank you for coming by.")],
)
def test_enter_and_tab_expand_too(note: SnippetNote, key: str, text: str) -> None:
    type_words(";thanks")
    press(key)
    assert note.toPlainText() == text
    assert QApplication.focusWidget() is note


def test_capitals_do_not_matter(note: SnippetNote) -> None:
    type_words(";Thanks ")
    assert note.toPlainText() == "Thank you for coming by. "


def test_one_undo_takes_it_back(note: SnippetNote) -> None:
    type_words("It is ;guarantee ")
    press("Ctrl+Z")
    assert note.toPlainText() == "It is ;guarantee"


def test_the_tint_stays_until_the_next_key(qtbot: QtBot, note: SnippetNote) -> None:
    told: list[str] = []
    note.expanded.connect(told.append)
    type_words(";thanks ")
    assert len(note.extraSelections()) == 1
    type_words("B")
    assert note.extraSelections() == []
    assert told == [";thanks", ""]


@pytest.mark.parametrize("typed", [";nothing ", "a;thanks ", ";", "; "])
def test_what_is_no_keyword_stays(note: SnippetNote, typed: str) -> None:
    type_words(typed)
    assert note.toPlainText() == typed


def test_tab_leaves_the_note_otherwise(shell: CounterShell, note: SnippetNote) -> None:
    other = SnippetNote(shell.session, label="Other")
    shell.column.addWidget(other)
    other.show()
    press("Tab")
    assert QApplication.focusWidget() is other


def test_tab_expands_though_there_is_a_field_to_go_to(
    shell: CounterShell, note: SnippetNote
) -> None:
    other = SnippetNote(shell.session, label="Other")
    shell.column.addWidget(other)
    other.show()
    type_words(";thanks")
    press("Tab")
    assert note.toPlainText() == "Thank you for coming by."
    assert QApplication.focusWidget() is note
    press("Tab")
    assert QApplication.focusWidget() is other
