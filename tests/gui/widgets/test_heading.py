"""The title row of a page keeps its words whole and moves its controls below instead."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.heading import PageTitle
from customerbook.gui.widgets.segmented import Part, Segmented
from tests.gui.widgets.keys import show


def test_controls_go_below_the_title_where_they_have_no_room(qtbot: QtBot) -> None:
    host = QWidget()
    switch = Segmented([Part("all", "Everyone’s"), Part("mine", "Mine")], label="Whose")
    button = Button("New follow-up", icon="plus", height=32)
    title = PageTitle("Saturday, 21 November", "week 47", switch, button)
    column = QVBoxLayout(host)
    column.addWidget(title)
    column.addStretch(1)
    host.resize(1000, 200)
    show(qtbot, host)
    assert title.height() == 48
    assert not switch.is_combo_box()
    around = host.width() - title.width()
    host.resize(title.sizeHint().width() + around, 200)
    QApplication.processEvents()
    assert title.height() == 48
    assert switch.is_combo_box()
    host.resize(host.width() - 1, 200)
    QApplication.processEvents()
    assert title.height() == 88
    assert switch.y() >= 44
    assert not switch.is_combo_box()
    host.resize(1000, 200)
    QApplication.processEvents()
    assert title.height() == 48
    assert button.geometry().right() + 1 == title.width()
