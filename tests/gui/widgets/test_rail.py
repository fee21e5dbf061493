"""The rail: tabs, the line that is left out, narrow, and the keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.rail import Rail
from tests.gui.widgets.keys import click, colour_at, press, show


def rail(qtbot: QtBot) -> Rail:
    made = Rail("Radwerk Linden")
    made.add_page("today", "Today", "sun")
    made.add_page("customers", "Customers", "book-user")
    made.add_below("settings", "Settings", "settings")
    made.add_below("help", "Help", "circle-question-mark", page=False)
    made.choose("today")
    made.show_person("Martha Lindner", "ML", "Owner")
    made.resize(made.sizeHint().width(), 600)
    show(qtbot, made)
    QApplication.processEvents()
    return made


def test_a_click_chooses_a_page(qtbot: QtBot) -> None:
    made = rail(qtbot)
    with qtbot.waitSignal(made.chosen) as told:
        click(made.tabs()[1])
    assert told.args == ["customers"]
    assert made.value() == "customers"


def test_help_is_no_page(qtbot: QtBot) -> None:
    made = rail(qtbot)
    with qtbot.waitSignal(made.chosen) as told:
        click(made.tabs()[3])
    assert told.args == ["help"]
    assert made.value() == "today"


def test_settings_are_a_page_like_the_others(qtbot: QtBot) -> None:
    made = rail(qtbot)
    click(made.tabs()[2])
    assert made.value() == "settings"
    assert not made.tabs()[0].isChecked()


def test_the_line_is_left_out_behind_the_selected_tab(qtbot: QtBot) -> None:
    made = rail(qtbot)
    right = made.width() - 1
    today, customers = (tab.mapTo(made, QPoint(0, 20)).y() for tab in made.tabs()[:2])
    line, paper = theme.current().colour("line2"), theme.current().colour("paper")
    assert colour_at(made, QPoint(right, today)) == paper
    assert colour_at(made, QPoint(right, customers)) == line
    made.choose("customers")
    assert colour_at(made, QPoint(right, today)) == line
    assert colour_at(made, QPoint(right, customers)) == paper


def test_the_line_is_on_the_other_side_from_right_to_left(qtbot: QtBot) -> None:
    made = rail(qtbot)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert colour_at(made, QPoint(0, 300)) == theme.current().colour("line2")
    assert colour_at(made, QPoint(made.width() - 1, 300)) == theme.current().colour("spine")


def test_narrow_keeps_names_as_tooltips(qtbot: QtBot) -> None:
    made = rail(qtbot)
    made.set_narrow(narrow=True)
    assert made.sizeHint().width() == 64
    assert made.tabs()[0].toolTip() == "Today"
    made.set_narrow(narrow=False)
    assert made.sizeHint().width() == 208
    assert made.tabs()[0].toolTip() == ""


def test_counts_are_spoken(qtbot: QtBot) -> None:
    made = rail(qtbot)
    made.show_count("today", 9)
    spoken = QAccessible.queryAccessibleInterface(made.tabs()[0])
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Today"
    assert spoken.text(QAccessible.Text.Description) == "9"
    made.show_count("today", 0)
    assert made.tabs()[0].accessibleDescription() == ""


def test_menu_person_and_lock_say_that_they_were_pressed(qtbot: QtBot) -> None:
    made = rail(qtbot)
    with qtbot.waitSignal(made.menu_wanted):
        made.menu_button.click()
    with qtbot.waitSignal(made.lock_wanted):
        made.lock_button.click()
    with qtbot.waitSignal(made.switch_wanted):
        made.person_button.click()
    assert made.person_button.accessibleName() == "Martha Lindner"


def test_keys_reach_the_tabs_and_show_a_ring_inside(qtbot: QtBot) -> None:
    made = rail(qtbot)
    tab = made.tabs()[1]
    before = tab.grab().toImage()
    made.tabs()[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert tab.grab().toImage() != before
    press(tab, Qt.Key.Key_Return)
    assert made.value() == "customers"


def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    made = rail(qtbot)
    theme.current().use_scale(130)
    assert made.sizeHint().width() == 270
