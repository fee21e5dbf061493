"""Buttons: states, keys, names, the ring."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.button import SKINS, Button, IconButton, Kind
from customerbook.gui.widgets.focus_ring import FocusRing
from tests.gui.widgets.keys import click, colour_at, press, show, tab

INSIDE = QPoint(6, 20)
KINDS: list[Kind] = list(SKINS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["normal", "hover", "pressed", "disabled"])
def test_each_state_paints_its_fill(qtbot: QtBot, kind: Kind, state: str) -> None:
    button = Button("Save", kind=kind)
    qtbot.addWidget(button)
    if state == "hover":
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.setDown(state == "pressed")
    button.setEnabled(state != "disabled")
    fill = SKINS[kind][state].fill  # type: ignore[index]
    if fill is not None:
        assert colour_at(button, INSIDE) == theme.current().colour(fill)
    else:
        palette = theme.current().colour("paper")
        assert colour_at(button, INSIDE) == palette


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=["return", "enter", "space"]
)
def test_enter_and_space_press_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Save")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=100):
        press(button, key)


def test_ctrl_enter_is_left_to_the_form(qtbot: QtBot) -> None:
    button = Button("Cancel")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        press(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_it_is_as_wide_as_what_is_in_it(qtbot: QtBot) -> None:
    plain, rich = Button("Save"), Button("Save", icon="check", keys="Ctrl+Return")
    for button in (plain, rich):
        qtbot.addWidget(button)
    assert rich.sizeHint().width() > plain.sizeHint().width() + 18
    assert rich.minimumSizeHint() == rich.sizeHint()
    plain.setText("Save and print the confirmation")
    assert plain.sizeHint().width() > rich.sizeHint().width()


def test_heights_are_those_of_the_look_and_grow_with_the_text(qtbot: QtBot) -> None:
    buttons = [Button("x", height=32), Button("x"), Button("x", height=44)]
    for button in buttons:
        qtbot.addWidget(button)
    assert [button.sizeHint().height() for button in buttons] == [32, 40, 44]
    theme.current().use_scale(115)
    assert [button.sizeHint().height() for button in buttons] == [37, 46, 51]


def test_a_screen_reader_hears_name_role_and_why_it_is_disabled(qtbot: QtBot) -> None:
    button = IconButton("x", "Close", keys="Esc")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.explain("There is nothing to close.")
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Close"
    assert spoken.text(QAccessible.Text.Description) == "There is nothing to close."
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.state().disabled


def row_of_buttons(qtbot: QtBot) -> tuple[QWidget, Button, Button]:
    window = QWidget()
    row = QHBoxLayout(window)
    first, second = Button("One"), Button("Two")
    row.addWidget(first)
    row.addWidget(second)
    show(qtbot, window)
    first.setFocus()
    return window, first, second


def rings(window: QWidget) -> list[FocusRing]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_the_ring_comes_with_tab_and_not_with_the_mouse(qtbot: QtBot) -> None:
    window, first, second = row_of_buttons(qtbot)
    assert rings(window) == []
    tab(first)
    assert window.focusWidget() is second
    (ring,) = rings(window)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    click(first)
    assert window.focusWidget() is first
    assert rings(window) == []


def test_the_ring_moves_with_its_button(qtbot: QtBot) -> None:
    window, first, second = row_of_buttons(qtbot)
    tab(first)
    window.resize(window.width() + 200, window.height())
    (ring,) = rings(window)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_stays_while_another_window_is_in_front(qtbot: QtBot) -> None:
    window, first, _second = row_of_buttons(qtbot)
    tab(first)
    other = QWidget()
    show(qtbot, other)
    assert len(rings(window)) == 1
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert len(rings(window)) == 1


def test_the_ring_forgets_a_button_that_is_deleted_meanwhile(qtbot: QtBot) -> None:
    window, first, second = row_of_buttons(qtbot)
    tab(first)
    (ring,) = rings(window)
    other = QWidget()
    show(qtbot, other)
    second.deleteLater()
    qtbot.wait(1)
    window.resize(window.width() + 40, window.height())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert rings(window) == []
    third = Button("Three", parent=window)
    third.show()
    third.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.controls() is third


def test_the_ring_goes_with_a_button_that_hides(qtbot: QtBot) -> None:
    window, first, second = row_of_buttons(qtbot)
    tab(first)
    second.hide()
    assert second not in [ring.controls() for ring in rings(window)]


def test_icon_and_words_change_sides_from_right_to_left(qtbot: QtBot) -> None:
    button = Button("Call", icon="phone", kind="primary")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert button.grab().toImage() != before
