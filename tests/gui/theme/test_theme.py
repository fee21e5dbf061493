"""The look in force: it follows the system, switches while running, and tells its widgets."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.theme import Theme
from customerbook.gui.theme.roles import ROLES
from customerbook.gui.theme.theme import less_motion_wanted
from customerbook.gui.widgets.label import Label


class Told(QWidget):
    """Counts how often it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def restyle(self) -> None:
        self.times += 1


@pytest.mark.parametrize(
    ("said", "scheme"), [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")]
)
def test_it_follows_the_system_while_running(
    qapp: QApplication, said: Qt.ColorScheme, scheme: str
) -> None:
    look = theme.install(qapp)
    qapp.styleHints().colorSchemeChanged.emit(said)
    assert look.scheme == scheme


def test_a_scheme_that_was_chosen_stays(look: Theme, qapp: QApplication) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.scheme == "light"


def test_a_theme_that_was_replaced_no_longer_follows(qapp: QApplication) -> None:
    old = theme.install(qapp)
    new = theme.install(qapp, scheme="light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert old.scheme == "light"
    assert theme.current() is new


def test_the_first_widget_that_asks_has_it_installed(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("customerbook.gui.theme.theme._installed", None)
    label = Label("First", "name")
    qtbot.addWidget(label)
    assert theme.current() is not look
    assert label.font() == theme.current().font("name")
    theme.current().release()


def test_the_palette_is_its_own_even_where_the_platform_does_not_switch(
    look: Theme, qapp: QApplication
) -> None:
    look.use_scheme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("paper")
    assert look.colour("paper").name().upper() == ROLES["paper"][1]
    field = QLineEdit()
    assert ROLES["card"][1] in qapp.styleSheet()
    field.deleteLater()


def test_switching_tells_widgets_and_whoever_listens(look: Theme, qtbot: QtBot) -> None:
    widget = Told()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(look.changed):
        look.use_scheme("dark")
    assert widget.times == 1
    look.use_scheme("dark")
    assert widget.times == 1


def test_text_size_changes_fonts_lengths_and_the_application(
    look: Theme, qapp: QApplication
) -> None:
    look.use_scale(130)
    assert look.px(40) == 52
    assert look.font("text").pixelSize() == 18
    assert qapp.font().pixelSize() == 18
    assert look.line("name") == 26


def test_the_system_can_be_asked_again_and_again(qapp: QApplication) -> None:
    for _turn in range(3):
        assert not less_motion_wanted(qapp)
        gc.collect()


def test_nothing_moves_without_a_screen(look: Theme) -> None:
    assert look.reduced_motion


def test_the_style_sheet_leaves_no_name_unfilled(look: Theme, qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    assert look.colour("accent").name().upper() in qapp.styleSheet()
