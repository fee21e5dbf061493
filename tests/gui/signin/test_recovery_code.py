"""The recovery code stands as it is typed, whatever the direction of the language."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from customerbook.gui.signin.recovery_code import RecoveryCodePage

CODE = "7KQ4-M2XD-90RT-HV3B-W8NC-5PZ1-J6YE"


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_groups_run_from_left_to_right(
    qapp: QApplication, qtbot: QtBot, look: None, way: Qt.LayoutDirection
) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(way)
    try:
        page = RecoveryCodePage(CODE, "Radwerk Linden")
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        labels = {label.text(): label for label in page.findChildren(QLabel)}
        places = [labels[group].mapTo(page, QPoint(0, 0)) for group in CODE.split("-")]
        assert places == sorted(places, key=lambda place: (place.y(), place.x()))
        assert len({place.y() for place in places}) == 2
        page.ask()
        typed = [page._fields[place] for place in page.asked()]
        assert {field.layoutDirection() for field in typed} == {Qt.LayoutDirection.LeftToRight}
    finally:
        qapp.setLayoutDirection(before)
