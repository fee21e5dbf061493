"""The list view: one row is current, and rows are chosen with it by Space, Shift and Ctrl."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion

from customerbook.gui import theme
from customerbook.gui.customers.list_delegate import ROW_END, ListDelegate
from customerbook.gui.customers.list_model import CustomersModel
from customerbook.gui.customers.several import Several
from customerbook.gui.widgets.overlay_bar import OverlayBar
from customerbook.gui.widgets.painting import prepare
from customerbook.gui.widgets.row_delegate import Index, Row
from customerbook.gui.widgets.row_list import RowList
from customerbook.gui.widgets.spoken_row import Act
from customerbook.model.texts import _

_WALKS: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class CustomerList(RowList):
    """Space and Ctrl with a click choose a row or not, Shift all up to it.

    Who is chosen is no selection of the view, which has the one row that joins the card: it is
    kept by ids, and outlives another order of the rows. `by_hand` says whether the current row
    was chosen by a person: then it is one of several as soon as Ctrl chooses a second.
    `opened(index)` fires on Enter.
    """

    opened = Signal(QModelIndex)

    def __init__(
        self, model: CustomersModel, several: Several, by_hand: Callable[[], bool]
    ) -> None:
        self._delegate = delegate = ListDelegate()
        super().__init__(delegate, label=_("Customers"))
        # Only what covers all below it is moved as pixels when it is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._model, self._several, self._by_hand = model, several, by_hand
        self._bar: OverlayBar | None = None
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleDescription(_("Enter: open. Space: select several."))
        self._under = -1
        self.entered.connect(self._pass_over)
        self.viewportEntered.connect(lambda: self._pass_over(QModelIndex()))
        model.modelReset.connect(lambda: self._pass_over(QModelIndex()))
        delegate.done.connect(self._turn)
        delegate.main.connect(lambda index: self.opened.emit(QModelIndex(index)))
        several.changed.connect(self._show_chosen)
        self._bar = OverlayBar(self)

    def rows_in_sight(self) -> int:
        """How many rows there is room for, those counted that are seen in part."""
        return 1 + self.viewport().height() // self._delegate.row_height()

    def row_actions(self, index: QModelIndex) -> list[Act]:
        """To open a customer and to choose them, or to add a new one."""
        opening = partial(self._delegate.press_main, index)
        customer_id = self._model.identity(index)
        if not customer_id:
            return [(_("Add"), opening)]
        chosen = customer_id in self._several.ids
        words = _("Leave out") if chosen else _("Choose")
        return [(_("Open"), opening), (words, partial(self._turn, index))]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, then what is exposed: after a wheel step new rows and below the bar.

        Not by the view's own way, which asks model, style and selection so much about each row
        that the rows of a search would take twice as long.
        """
        painter = QPainter(self.viewport())
        prepare(painter)
        paper, parts = theme.current().colour("paper"), list(event.region())  # type: ignore[call-overload]  # the stubs know no items
        for part in parts:
            painter.setClipRect(part)
            painter.fillRect(part, paper)
            for number, row in self._rows_in(part, painter):
                view = self._model.view(number)
                if view is not None and (len(parts) == 1 or _reaches(row, part)):
                    painter.save()
                    self._delegate.paint_row(row, view)
                    painter.restore()
        painter.end()

    def leaveEvent(self, event: object) -> None:
        """Let go of the row under the mouse."""
        self._under = -1
        super().leaveEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only what comes into sight is painted anew."""
        view, bar = self.viewport(), self._bar
        if bar is None or dx:
            super().scrollContentsBy(dx, dy)
            return
        super().scrollContentsBy(0, 0)  # a scroll that waits for a double click is off
        # Where the bar lies no pixels can be moved, and Qt would paint all of it anew.
        words = QRegion(view.rect()) - QRegion(bar.geometry())
        view.scroll(dx, dy, words.boundingRect())
        view.update(bar.geometry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, Shift with an arrow chooses on; all else as in every list."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        walks = key in _WALKS
        if key == Qt.Key.Key_Space and index.isValid():
            self._turn(index)
        elif walks and event.modifiers() & _SHIFT:
            before = self._model.identity(index)
            super().keyPressEvent(event)
            self._extend(before)
        else:
            super().keyPressEvent(event)
            if walks:
                self._several.forget_anchor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose with Ctrl or Shift; a plain click only moves on."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        keys = event.modifiers() if left else Qt.KeyboardModifier.NoModifier
        before, pressed = self._model.identity(self.currentIndex()), self._model.identity(index)
        if keys & _CONTROL and pressed:
            if not self._several.ids and before not in (0, pressed) and self._by_hand():
                self._several.turn(before)
            self._several.turn(pressed)
        super().mousePressEvent(event)
        if keys & _SHIFT and pressed:
            self._extend(before)

    def selectionCommand(
        self,
        index: Index,
        event: QEvent | None = None,  # noqa: ARG002
    ) -> QItemSelectionModel.SelectionFlag:
        """The current row is the one tab, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def _rows_in(self, part: QRect, painter: QPainter) -> Iterator[tuple[int, Row]]:
        """The rows of a part of the list with their numbers, from the top."""
        first = self.indexAt(QPoint(part.center().x(), part.top()))
        if not first.isValid():
            return
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex().row() if self.hasFocus() else -1
        rect, direction = self.visualRect(first), self.layoutDirection()
        for number in range(first.row(), self._model.rowCount()):
            if rect.top() > part.bottom():
                return
            yield (
                number,
                Row(
                    painter,
                    QRect(rect),
                    direction,
                    hover=number == self._under,
                    selected=number in chosen,
                    focused=number == current,
                ),
            )
            rect.translate(0, rect.height())

    def _pass_over(self, index: QModelIndex) -> None:
        self._under = index.row()

    def _turn(self, index: Index) -> None:
        customer_id = self._model.identity(index)
        if customer_id:
            self._several.turn(customer_id)

    def _extend(self, before: int) -> None:
        """Choose from where the range began, or from the row before, to the current one."""
        several, model = self._several, self._model
        start = model.row_of(several.anchor()) if several.anchor() else -1
        if start < 0:
            start = model.row_of(before)
            several.start(before)
        end = min(self.currentIndex().row(), len(model.ids()) - 1)
        if start >= 0 and end >= 0:
            several.extend(model.ids()[min(start, end) : max(start, end) + 1])

    def _show_chosen(self) -> None:
        self._model.chosen = self._several.ids
        self._tell_row()
        self.viewport().update()


def _reaches(row: Row, part: QRect) -> bool:
    """Whether something of a row lies in a part; words do not reach its end, where the bar lies."""
    if row.hover or row.selected or row.focused:
        return True
    end = QRect(row.rect.right() + 1 - ROW_END, row.rect.top(), ROW_END, row.rect.height())
    end = row.place(end)
    return part.left() < end.left() or end.right() < part.right()
