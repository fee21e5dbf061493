"""Lists of rows: what can be pressed, by mouse and keys, and what a screen reader hears."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.line_row import LineRowDelegate
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.row_delegate import RowDelegate, Spot
from customerbook.gui.widgets.row_list import RowList, RowModel, View
from customerbook.gui.widgets.row_view import ROW, CustomerRowView, LineRowView, MarginRowView
from tests.gui.widgets.keys import click, colour_at, press, show

PROMISE = MarginRowView(
    "Oliver Müller <b>&",
    "Is the wheel free of charge?",
    "yesterday",
    "by 18:00",
    "red",
    staff="ML",
    staff_name="Martha Lindner",
    action="Write",
    action_icon="mail",
)
MISSED = MarginRowView("No name yet", "Voicemail", "25 min", icon="phone-missed", action="Call")
CUSTOMER = CustomerRowView("Oliver Müller", "+49 171", ((7, 3),), date="17 Nov", initials="OM")
QUIET = LineRowView("Café", "11 weeks", action="Write", action_icon="mail", kind="organisation")


def listed(
    qtbot: QtBot, delegate: RowDelegate, *views: View, fits: bool = True
) -> tuple[RowList, RowModel]:
    rows = RowList(delegate, label="Rows", fits=fits)
    model = RowModel()
    model.setParent(rows)
    model.show_rows([(10 + place, view) for place, view in enumerate(views)])
    rows.setModel(model)
    rows.resize(700, max(rows.sizeHint().height(), 200))
    show(qtbot, rows)
    return rows, model


def spot_centre(rows: RowList, model: RowModel, row: int, spot: Spot) -> QPoint:
    index = model.index(row)
    delegate = rows.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    return delegate.spots(rows.visualRect(index), model.data(index, ROW))[spot].center()


@pytest.mark.parametrize(
    ("spot", "signal"),
    [("done", "done"), ("main", "main"), ("snooze", "snooze"), ("open", "opened")],
)
def test_each_spot_of_a_row_can_be_clicked(qtbot: QtBot, spot: Spot, signal: str) -> None:
    delegate = MarginRowDelegate(actions=("Call", "Write"))
    rows, model = listed(qtbot, delegate, MISSED, PROMISE)
    place = spot_centre(rows, model, 1, spot)
    with qtbot.waitSignal(getattr(delegate, signal), timeout=500) as told:
        click(rows.viewport(), place)
    assert told.args is not None
    index = told.args[0]
    assert isinstance(index, QPersistentModelIndex)
    assert model.identity(index) == 11


def test_a_click_beside_the_spots_only_selects(qtbot: QtBot) -> None:
    delegate = MarginRowDelegate(actions=("Call", "Write"))
    rows, model = listed(qtbot, delegate, PROMISE)
    pressed: list[QModelIndex] = []
    for signal in (delegate.done, delegate.main, delegate.snooze, delegate.opened):
        signal.connect(pressed.append)
    click(rows.viewport(), QPoint(300, 28))
    assert pressed == []
    assert rows.currentIndex() == model.index(0)


def test_spots_change_sides_from_right_to_left(qtbot: QtBot) -> None:
    delegate = MarginRowDelegate(actions=("Write",))
    rows, model = listed(qtbot, delegate, PROMISE)
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    place = spot_centre(rows, model, 0, "done")
    mirrored = QPoint(rows.viewport().width() - 1 - place.x(), place.y())
    with qtbot.waitSignal(delegate.done, timeout=500):
        click(rows.viewport(), mirrored)


def test_enter_acts_and_space_ticks_off(qtbot: QtBot) -> None:
    delegate = MarginRowDelegate()
    rows, model = listed(qtbot, delegate, PROMISE, MISSED)
    rows.setCurrentIndex(model.index(0))
    with qtbot.waitSignal(delegate.main, timeout=500):
        press(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(delegate.done, timeout=500):
        press(rows, Qt.Key.Key_Space)
    rows.setCurrentIndex(model.index(1))
    with qtbot.assertNotEmitted(delegate.done):
        press(rows, Qt.Key.Key_Space)


def test_the_mouse_over_an_action_shows_a_hand(qtbot: QtBot) -> None:
    delegate = MarginRowDelegate(actions=("Write",))
    rows, model = listed(qtbot, delegate, PROMISE)
    QTest.mouseMove(rows.viewport(), spot_centre(rows, model, 0, "main"))
    assert delegate.is_hot()
    assert rows.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(rows.viewport(), QPoint(300, 10))
    assert not delegate.is_hot()


def test_a_list_that_fits_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    rows, model = listed(qtbot, MarginRowDelegate(), PROMISE, MISSED)
    assert rows.sizeHint().height() == 2 * 56
    model.show_rows([(1, PROMISE)])
    assert rows.sizeHint().height() == 56
    theme.current().use_scale(130)
    assert rows.sizeHint().height() == 73


def test_a_screen_reader_hears_the_row(qtbot: QtBot) -> None:
    rows, model = listed(qtbot, MarginRowDelegate(), PROMISE)
    text = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == (
        "Oliver Müller <b>&, Is the wheel free of charge?, yesterday, by 18:00, Martha Lindner"
    )
    spoken = QAccessible.queryAccessibleInterface(rows)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Rows"
    child = spoken.child(0)
    assert child is not None
    assert child.text(QAccessible.Text.Name) == text


def test_one_row_can_change_alone(qtbot: QtBot) -> None:
    rows, model = listed(qtbot, MarginRowDelegate(), PROMISE, MISSED)
    before = rows.grab().toImage()
    done = MarginRowView(PROMISE.name, PROMISE.what, PROMISE.when, done=True)
    model.show_row(0, done)
    assert rows.grab().toImage() != before
    assert model.identity(model.index(0)) == 10


def test_the_margin_line_runs_through_every_row(qtbot: QtBot) -> None:
    delegate = MarginRowDelegate()
    rows, _model = listed(qtbot, delegate, PROMISE, MISSED)
    for y in (10, 70):
        spot = QPoint(delegate.margin(), y)
        assert colour_at(rows.viewport(), spot) == theme.current().colour("rule")


def test_the_selected_customer_is_a_tab_of_the_card(qtbot: QtBot) -> None:
    rows, model = listed(qtbot, CustomerRowDelegate(), CUSTOMER, CUSTOMER, fits=False)
    with qtbot.waitSignal(rows.tab_moved) as told:
        rows.setCurrentIndex(model.index(1))
    assert told.args == [56, 56]
    end = rows.viewport().width() - 1
    assert colour_at(rows.viewport(), QPoint(end, 84)) == theme.current().colour("card")


def test_the_tab_is_gone_when_its_row_is_out_of_sight(qtbot: QtBot) -> None:
    rows, model = listed(qtbot, CustomerRowDelegate(), *[CUSTOMER] * 40, fits=False)
    rows.setCurrentIndex(model.index(0))
    heights: list[int] = []
    rows.tab_moved.connect(lambda _top, height: heights.append(height))
    rows.scrollToBottom()
    assert heights[-1] == 0


def test_the_action_of_a_side_row_can_be_clicked(qtbot: QtBot) -> None:
    delegate = LineRowDelegate()
    rows, model = listed(qtbot, delegate, QUIET)
    with qtbot.waitSignal(delegate.main, timeout=500):
        click(rows.viewport(), spot_centre(rows, model, 0, "main"))


def test_rows_paint_whatever_a_name_holds(qtbot: QtBot) -> None:
    odd = ("", "x" * 300, "\u202eabc", "ليلى حداد", "a\nb\nc", "🚲" * 40)
    views = [CustomerRowView(name, name, ((0, 3), (250, 90)), second_name=name) for name in odd]
    rows, _model = listed(qtbot, CustomerRowDelegate(), *views, fits=False)
    rows.resize(80, 400)
    assert not rows.grab().toImage().isNull()
    margin = [MarginRowView(name, name, name, name, second_name=name) for name in odd]
    narrow, _model = listed(qtbot, MarginRowDelegate(), *margin)
    narrow.resize(60, 400)
    assert not narrow.grab().toImage().isNull()


def test_spots_lie_within_their_row() -> None:
    rect = QRect(0, 112, 700, 56)
    for delegate in (MarginRowDelegate(actions=("Write",)), MarginRowDelegate(dense=True)):
        for place in delegate.spots(rect, PROMISE).values():
            assert rect.contains(place)
