"""What screen readers are told and may do, asked of Qt itself."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.line_row import LineRowDelegate
from customerbook.gui.widgets.outcome_row import Outcome, OutcomeRow
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import LineRowView
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.spoken_row import SpokenRow
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import Switch


@pytest.fixture
def listened() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def turn(widget: QWidget) -> None:
    """Do what a screen reader does with what stays down."""
    told = QAccessible.queryAccessibleInterface(widget)
    told.actionInterface().doAction("Toggle")


@pytest.mark.parametrize("made", [Chip, Switch])
def test_what_a_screen_reader_turns_counts_as_clicked(
    qtbot: QtBot, listened: None, made: type[Chip]
) -> None:
    button = made("Mine")
    qtbot.addWidget(button)
    clicks: list[bool] = []
    button.clicked.connect(lambda on: clicks.append(bool(on)))
    turn(button)
    turn(button)
    assert clicks == [True, False]
    button.setChecked(True)
    assert clicks == [True, False]
    button.click()
    assert clicks == [True, False, False]


def test_one_of_several_is_clicked_alone(qtbot: QtBot, listened: None) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    group, clicks = QButtonGroup(host), list[str]()
    chips = [Chip(text, parent=host) for text in ("A", "B")]

    def note(chip: Chip, _on: object = None) -> None:
        clicks.append(chip.text())

    for chip in chips:
        group.addButton(chip)
        chip.clicked.connect(partial(note, chip))
    turn(chips[0])
    turn(chips[1])
    assert clicks == ["A", "B"]


def test_choices_in_a_row_tell_what_a_screen_reader_chose(qtbot: QtBot, listened: None) -> None:
    parts = Segmented([Part("a", "A"), Part("b", "B")], label="Which")
    outcomes = OutcomeRow([Outcome("c", "C", "check"), Outcome("d", "D", "check")], label="How")
    chosen: list[str] = []
    for row in (parts, outcomes):
        qtbot.addWidget(row)
        row.chosen.connect(chosen.append)
    turn(parts.segments()[1])
    turn(outcomes.buttons()[0])
    assert chosen == ["b", "c"]


def test_what_is_put_into_a_field_counts_as_typed(qtbot: QtBot, listened: None) -> None:
    field = TextField(label="Customer")
    qtbot.addWidget(field)
    typed: list[str] = []
    field.textEdited.connect(typed.append)
    told = QAccessible.queryAccessibleInterface(field)
    told.setText(QAccessible.Text.Value, "mueller")
    assert typed == ["mueller"]
    field.setText("from the program")
    field.clear()
    assert typed == ["mueller"]
    QTest.keyClicks(field, "ab")
    assert typed == ["mueller", "a", "ab"]


def test_a_choice_says_what_for(qtbot: QtBot) -> None:
    choice = Choice([Option("en", "English")], label="Language")
    qtbot.addWidget(choice)
    assert choice.accessibleDescription() == "Language"
    choice.show_error("Choose one.")
    assert choice.accessibleDescription() == "Choose one. – Language"
    choice.show_error("")
    choice.setAccessibleName("Tongue")
    assert choice.accessibleDescription() == "Tongue"


def test_the_current_row_offers_what_it_can(qtbot: QtBot, listened: None) -> None:
    host, delegate, model = QWidget(), LineRowDelegate(), RowModel()
    qtbot.addWidget(host)
    rows = RowList(delegate, label="Dates", fits=True)
    QVBoxLayout(host).addWidget(rows)
    rows.setModel(model)
    model.setParent(rows)
    views = [LineRowView(name, "70th birthday") for name in ("Grace", "Oliver")]
    model.show_rows(list(enumerate(views)))
    opened: list[int] = []
    delegate.main.connect(lambda index: opened.append(index.row()))
    host.resize(300, 200)
    host.show()
    (spoken,) = host.findChildren(SpokenRow)
    assert offered(spoken) == ["First row: Dates"]
    press(spoken, "First row: Dates")
    assert offered(spoken) == ["Open: Grace", "Row below: Grace"]
    press(spoken, "Row below: Grace")
    assert offered(spoken) == ["Open: Oliver", "Row above: Oliver"]
    press(spoken, "Open: Oliver")
    assert opened == [1]
    assert rows.visualRect(rows.currentIndex()).height() == spoken.height() > 0
    model.show_rows([])
    assert spoken.isHidden()


def offered(spoken: SpokenRow) -> list[str]:
    told = QAccessible.queryAccessibleInterface(spoken)
    parts = [told.child(place) for place in range(told.childCount())]
    return [part.text(QAccessible.Text.Name) for part in parts if not part.state().invisible]


def press(spoken: SpokenRow, name: str) -> None:
    told = QAccessible.queryAccessibleInterface(spoken)
    for place in range(told.childCount()):
        part = told.child(place)
        if part.text(QAccessible.Text.Name) == name:
            button = part.object()
            assert isinstance(button, QAbstractButton)
            button.click()
            return
    raise AssertionError(name)


def test_nothing_is_made_while_nobody_listens(qtbot: QtBot) -> None:
    host, model = QWidget(), RowModel()
    qtbot.addWidget(host)
    rows = RowList(LineRowDelegate(), label="Dates", fits=True)
    QVBoxLayout(host).addWidget(rows)
    rows.setModel(model)
    model.setParent(rows)
    model.show_rows([(1, LineRowView("Grace", "70th birthday"))])
    host.show()
    rows.setCurrentIndex(model.index(0))
    assert not host.findChildren(SpokenRow)
