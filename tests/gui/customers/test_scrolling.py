"""Scrolling the list moves what is painted: it looks like the list painted anew."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.customers.customer_list import CustomerList
from tests.gui.counter import CounterShell
from tests.gui.customers.pages import show


@pytest.fixture(params=["left-to-right", "right-to-left"])
def rows(request: pytest.FixtureRequest, shell: CounterShell, qtbot: QtBot) -> CustomerList:
    mirrored = request.param == "right-to-left"
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    shell.host.setLayoutDirection(direction)
    shell.host.resize(1280, 420)
    page = show(shell, qtbot)
    page.side.focus_list()
    QApplication.processEvents()
    assert page.side.list.verticalScrollBar().maximum() > 300
    return page.side.list


def on_screen(rows: CustomerList) -> QImage:
    """What lies on the screen, which a grab of the widget alone would paint anew."""
    window = rows.window()
    corner = rows.mapTo(window, QPoint(0, 0))
    screen = window.screen()
    QApplication.processEvents()
    shot = screen.grabWindow(window.winId(), corner.x(), corner.y(), rows.width(), rows.height())
    return shot.toImage()


def turn(rows: CustomerList, steps: int) -> None:
    middle = QPointF(rows.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(rows.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 40 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows.viewport(), event)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_after_every_step_the_list_looks_as_if_it_were_painted_anew(
    rows: CustomerList, scheme: theme.Scheme
) -> None:
    theme.current().use_scheme(scheme)
    before = on_screen(rows)
    for step in (-1, -1, -2, -1, 1, -3, 2, 2, 3):
        turn(rows, step)
        scrolled = on_screen(rows)
        assert scrolled != before
        rows.viewport().update()
        assert on_screen(rows) == scrolled
        before = scrolled


def test_two_steps_before_one_painting_leave_nothing_behind(rows: CustomerList) -> None:
    on_screen(rows)
    turn(rows, -1)
    turn(rows, -1)
    scrolled = on_screen(rows)
    rows.viewport().update()
    assert on_screen(rows) == scrolled


class Exposed(QObject):
    """How much of a widget is painted, in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.pixels = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count; never stops an event."""
        if isinstance(event, QPaintEvent):
            exposed = event.region()
            self.pixels += sum(
                rect.width() * rect.height()
                for rect in exposed  # type: ignore[attr-defined]  # the stubs know no items
            )
        return False


def test_a_step_paints_new_rows_and_below_the_bar_alone(rows: CustomerList) -> None:
    turn(rows, -3)
    on_screen(rows)
    seen, before = Exposed(), rows.verticalScrollBar().value()
    rows.viewport().installEventFilter(seen)
    turn(rows, -1)
    on_screen(rows)
    rows.viewport().removeEventFilter(seen)
    new = rows.verticalScrollBar().value() - before
    assert new > 0
    assert 0 < seen.pixels <= rows.width() * new + 12 * rows.height()
