"""Check box, radio button, switch."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.toggles import CheckBox, RadioButton, Switch
from tests.gui.widgets.keys import click, colour_at, press


def test_words_beside_the_box_tick_it(qtbot: QtBot) -> None:
    box = CheckBox("Stay signed in on this PC", hint="Kept in the keyring.")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    click(box, QPoint(box.width() - 4, 8))
    assert box.isChecked()
    press(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_a_ticked_box_is_filled(qtbot: QtBot) -> None:
    box = CheckBox("x", checked=True)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert colour_at(box, QPoint(3, box.height() // 2 + 5)) == theme.current().colour("fill")


def test_words_wrap_where_it_is_narrow(qtbot: QtBot) -> None:
    box = CheckBox("Whoever can use the account of this computer can then open the book.")
    qtbot.addWidget(box)
    assert box.heightForWidth(160) >= 3 * 20
    assert box.heightForWidth(2000) == 20


def test_radio_buttons_of_one_parent_exclude_each_other(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    one, two = RadioButton("Light", checked=True), RadioButton("Dark")
    for button in (one, two):
        column.addWidget(button)
    two.click()
    assert (one.isChecked(), two.isChecked()) == (False, True)


def test_a_switch_says_yes_or_no_and_has_a_name(qtbot: QtBot) -> None:
    switch = Switch("Staff may import")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    off = switch.grab().toImage()
    click(switch, QPoint(switch.width() - 2, 10))
    assert switch.isChecked()
    assert switch.grab().toImage() != off
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Staff may import"
    assert spoken.state().checked


def test_the_knob_is_on_the_other_side_from_right_to_left(qtbot: QtBot) -> None:
    switch = Switch("x", checked=True)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    white = theme.current().colour("on_fill")
    assert colour_at(switch, QPoint(26, 10)) == white
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colour_at(switch, QPoint(switch.width() - 1 - 26, 10)) == white
