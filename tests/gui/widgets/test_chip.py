"""Chips choose, states and badges tell."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.chip import TONES, Badge, Chip, StateChip
from tests.gui.widgets.keys import colour_at


def test_choosing_moves_nothing(qtbot: QtBot) -> None:
    chip = Chip("Wheel building", height=32)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before
    assert colour_at(chip, QPoint(4, 16)) == theme.current().colour("tint")


def test_a_group_makes_them_exclusive(qtbot: QtBot) -> None:
    group = QButtonGroup()
    chips = [Chip(text) for text in ("Everything", "Mail", "Purchases")]
    for chip in chips:
        qtbot.addWidget(chip)
        group.addButton(chip)
    chips[0].click()
    chips[2].click()
    assert [chip.isChecked() for chip in chips] == [False, False, True]


def test_it_is_spoken_as_something_to_tick(qtbot: QtBot) -> None:
    chip = Chip("Open follow-up", checked=True)
    qtbot.addWidget(chip)
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Open follow-up"
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.state().checked


def test_a_state_has_the_fill_of_its_tone(qtbot: QtBot) -> None:
    for tone, (fill, _text) in TONES.items():
        state = StateChip("promised", tone)
        qtbot.addWidget(state)
        assert colour_at(state, QPoint(3, 12)) == theme.current().colour(fill)


def test_a_state_that_changes_is_spoken_otherwise(qtbot: QtBot) -> None:
    state = StateChip("promised", "amber")
    qtbot.addWidget(state)
    before = state.sizeHint().width()
    state.show_state("no", "red")
    spoken = QAccessible.queryAccessibleInterface(state)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "no"
    assert spoken.role() == QAccessible.Role.StaticText
    assert state.sizeHint().width() < before


def test_a_badge_is_lower_than_a_state(qtbot: QtBot) -> None:
    badge, state = Badge("do not call", "red", icon="phone-off"), StateChip("promised")
    for widget in (badge, state):
        qtbot.addWidget(widget)
    assert (badge.sizeHint().height(), state.sizeHint().height()) == (20, 24)
