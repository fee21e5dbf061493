"""One of a few parts: by mouse, by arrows, by code."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice
from customerbook.gui.widgets.focus_ring import FocusRing
from customerbook.gui.widgets.segmented import Part, Segmented
from tests.gui.widgets.keys import click, press, show, tab

PARTS = [Part("a4", "A4"), Part("a5", "A5"), Part("letter", "Letter")]


def shown(qtbot: QtBot) -> tuple[QWidget, Segmented, Button]:
    window = QWidget()
    column = QVBoxLayout(window)
    row, button = Segmented(PARTS, label="Paper"), Button("Next")
    column.addWidget(row)
    column.addWidget(button)
    show(qtbot, window)
    return window, row, button


def test_the_first_part_is_chosen_unless_said(qtbot: QtBot) -> None:
    first, last = Segmented(PARTS), Segmented(PARTS, "letter")
    for row in (first, last):
        qtbot.addWidget(row)
    assert (first.value(), last.value()) == ("a4", "letter")


def test_a_click_chooses_and_tells(qtbot: QtBot) -> None:
    _window, row, _button = shown(qtbot)
    with qtbot.waitSignal(row.chosen) as told:
        click(row.segments()[1])
    assert told.args == ["a5"]
    assert row.value() == "a5"


def test_choosing_by_code_does_not_tell(qtbot: QtBot) -> None:
    _window, row, _button = shown(qtbot)
    with qtbot.assertNotEmitted(row.chosen):
        row.choose("letter")
        row.choose("no such paper")
    assert row.value() == "letter"


def test_arrows_move_and_tab_leaves(qtbot: QtBot) -> None:
    window, row, button = shown(qtbot)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(row.chosen) as told:
        press(row.segments()[0], Qt.Key.Key_Right)
    assert told.args == ["a5"]
    assert window.focusWidget() is row.segments()[1]
    tab(row.segments()[1])
    assert window.focusWidget() is button


def test_the_ring_goes_around_the_whole(qtbot: QtBot) -> None:
    window, row, button = shown(qtbot)
    button.setFocus()
    tab(button)
    (ring,) = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert ring.geometry() == row.geometry().adjusted(-4, -4, 4, 4)


def test_it_says_when_it_does_not_fit(qtbot: QtBot) -> None:
    row = Segmented(PARTS)
    many = Segmented([Part(str(n), str(n)) for n in range(7)])
    for widget in (row, many):
        qtbot.addWidget(widget)
    assert row.fits(row.sizeHint().width())
    assert not row.fits(60)
    assert not many.fits(2000)


def narrow(row: Segmented) -> Choice:
    """Take the room away; the combo box that stands there then."""
    row.setFixedWidth(row.minimumSizeHint().width())
    QApplication.processEvents()
    box = row.findChild(Choice)
    assert box is not None
    return box


def test_without_room_the_parts_stand_in_a_combo_box_until_there_is(qtbot: QtBot) -> None:
    _window, row, _button = shown(qtbot)
    assert not row.is_combo_box()
    whole = row.width()
    row.choose("a5")
    box = narrow(row)
    assert row.is_combo_box()
    assert box.geometry() == row.rect()
    assert not any(segment.isVisible() for segment in row.segments())
    assert [box.itemText(place) for place in range(box.count())] == ["A4", "A5", "Letter"]
    assert box.currentText() == "A5"
    assert box.accessibleName() == "Paper"
    row.setFixedWidth(whole)
    QApplication.processEvents()
    assert not row.is_combo_box()
    assert all(segment.isVisible() for segment in row.segments())


def test_the_combo_box_chooses_and_tells_as_the_row_does(qtbot: QtBot) -> None:
    _window, row, _button = shown(qtbot)
    box = narrow(row)
    with qtbot.waitSignal(row.chosen) as told:
        press(box, Qt.Key.Key_Down)
    assert told.args == ["a5"]
    assert row.value() == "a5"
    row.choose("letter")
    assert box.value() == "letter"


def test_over_six_parts_stand_in_a_combo_box_however_much_room_there_is(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    row = Segmented([Part(str(n), f"Part {n}") for n in range(7)])
    column.addWidget(row)
    window.resize(2000, 200)
    show(qtbot, window)
    assert row.is_combo_box()


def test_the_focus_goes_with_the_parts_into_the_combo_box_and_back(qtbot: QtBot) -> None:
    window, row, button = shown(qtbot)
    whole = row.width()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    box = narrow(row)
    assert window.focusWidget() is box
    tab(box)
    assert window.focusWidget() is button
    row.segments()[0].setFocus()
    assert window.focusWidget() is box
    row.setFixedWidth(whole)
    QApplication.processEvents()
    assert window.focusWidget() is row.segments()[0]


def test_parts_are_spoken_as_radio_buttons(qtbot: QtBot) -> None:
    _window, row, _button = shown(qtbot)
    spoken = QAccessible.queryAccessibleInterface(row.segments()[0])
    assert spoken is not None
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "A4"
    assert spoken.state().checked


def test_an_icon_alone_keeps_its_name(qtbot: QtBot) -> None:
    row = Segmented([Part("x", "Other", "ellipsis", icon_only=True), *PARTS])
    qtbot.addWidget(row)
    spoken = QAccessible.queryAccessibleInterface(row.segments()[0])
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Other"
    assert row.segments()[0].toolTip() == "Other"
