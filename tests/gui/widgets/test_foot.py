"""The foot of a sheet: one line where there is room, more from the end where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.foot import Foot
from customerbook.gui.widgets.label import Label
from tests.gui.widgets.keys import show


def shown(
    qtbot: QtBot, width: int, *, mirrored: bool = False
) -> tuple[QWidget, Foot, list[QWidget]]:
    """A foot of this width with a state and three buttons, and the window around it."""
    host = QWidget()
    if mirrored:
        host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    state = Label("Draft kept", "meta", "ink3")
    buttons = [Button("Cancel"), Button("Save and print"), Button("Save", kind="primary")]
    foot = Foot(tuple(buttons), state)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(foot)
    column.addStretch(1)
    host.setFixedSize(width, 300)
    show(qtbot, host)
    return host, foot, [state, *buttons]


def test_one_line_is_64_high_with_the_state_at_the_start(qtbot: QtBot) -> None:
    _host, foot, (state, cancel, both, save) = shown(qtbot, 800)
    assert foot.height() == 64
    assert state.x() == 24
    assert save.geometry().right() + 1 == 800 - 24
    assert cancel.x() < both.x() < save.x()
    assert cancel.geometry().right() + 1 + 8 == both.x()


def test_without_room_the_last_stay_below_and_the_first_go_above(qtbot: QtBot) -> None:
    _host, foot, (state, cancel, both, save) = shown(qtbot, 300)
    assert foot.height() == 64 + 48
    assert state.y() < both.y()
    assert cancel.y() < both.y() == save.y()
    assert save.geometry().right() + 1 == cancel.geometry().right() + 1 == 300 - 24
    assert not state.geometry().intersects(cancel.geometry())


def test_it_is_mirrored(qtbot: QtBot) -> None:
    _host, _foot, (state, cancel, _both, save) = shown(qtbot, 800, mirrored=True)
    assert save.x() == 24
    assert cancel.x() > save.x()
    assert state.geometry().right() + 1 == 800 - 24
