"""Toast and bulk bar: what they say, how long, and where."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.toast import BulkBar, Toast
from tests.gui.widgets.keys import show


def page_with_columns(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    page = QWidget()
    page.resize(1000, 600)
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 0, 24, 0)
    first, second = QWidget(), QWidget()
    row.addWidget(first, 2)
    row.addWidget(second, 1)
    show(qtbot, page)
    return page, first


def undo_button(toast: Toast) -> Button:
    (button,) = toast.findChildren(Button)
    return button


def test_it_stands_at_the_foot_of_its_column(qtbot: QtBot) -> None:
    page, column = page_with_columns(qtbot)
    toast = Toast(page)
    toast.stand_in(column)
    toast.say("Saved as 2026-01188")
    assert toast.x() == column.x()
    assert toast.width() == column.width()
    assert toast.height() == 48
    assert toast.geometry().bottom() == 600 - 12 - 1
    assert toast.room() == 72
    page.resize(1200, 700)
    QApplication.processEvents()
    assert toast.geometry().bottom() == 700 - 12 - 1


def test_undo_does_what_it_says_once(qtbot: QtBot) -> None:
    page, _column = page_with_columns(qtbot)
    undone = []
    toast = Toast(page)
    toast.say("Customer deleted", undo=lambda: undone.append(1), seconds=10)
    assert undo_button(toast).keys == "Ctrl+Z"
    undo_button(toast).click()
    assert undone == [1]
    assert not toast.isVisible()


def test_without_undo_there_is_no_button(qtbot: QtBot) -> None:
    page, _column = page_with_columns(qtbot)
    toast = Toast(page)
    toast.say("Backed up")
    assert not undo_button(toast).isVisible()


def test_a_new_one_takes_the_place_of_the_old(qtbot: QtBot) -> None:
    page, _column = page_with_columns(qtbot)
    undone = []
    toast = Toast(page)
    toast.say("One", undo=lambda: undone.append("one"))
    toast.say("Two", undo=lambda: undone.append("two"))
    assert toast.text() == "Two"
    undo_button(toast).click()
    assert undone == ["two"]


def test_it_goes_by_itself_unless_mouse_or_focus_is_on_it(qtbot: QtBot) -> None:
    page, _column = page_with_columns(qtbot)
    toast = Toast(page)
    toast.say("Done", undo=lambda: None)
    assert 5000 < toast.remaining() < 6500
    undo_button(toast).setFocus()
    assert toast.remaining() == -1
    undo_button(toast).clearFocus()
    assert toast.remaining() > 5000
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.remaining() > 5000
    toast.say("Deleted", seconds=10)
    assert toast.remaining() > 9000
    with qtbot.waitSignal(toast.closed, timeout=1000):
        toast.say("At once", seconds=0)
    assert not toast.isVisible()


def test_the_bulk_bar_is_there_while_rows_are_chosen(qtbot: QtBot) -> None:
    page, column = page_with_columns(qtbot)
    bar = BulkBar(page)
    bar.stand_in(column)
    done = Button("Done", kind="bar", height=32)
    bar.add(done)
    bar.add_divider()
    bar.say("2 selected")
    assert bar.isVisible()
    assert bar.height() == 56
    assert done.mapTo(bar, QPoint(0, 0)).x() < bar.width() // 2
    bar.say("")
    assert not bar.isVisible()


def test_the_bulk_bar_never_reaches_out_of_its_column(qtbot: QtBot) -> None:
    page, column = page_with_columns(qtbot)
    bar = BulkBar(page)
    bar.stand_in(column)
    done = bar.add_action("Done", "check", lambda: None)
    bar.say("2 selected")
    assert done.text() == "Done"
    column.setFixedWidth(bar.minimumSizeHint().width() - 8)
    bar.place()
    assert done.text() == ""
    assert done.toolTip() == "Done"
    assert bar.width() == column.width()
