"""The list view: one row is current, and rows are chosen with it by Space, Shift and Ctrl."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion

from customerbook.gui import theme
from customerbook.gui.customers.list_delegate import ListDelegate
from customerbook.gui.customers.list_model import CustomersModel
from customerbook.gui.customers.several import Several
from customerbook.gui.widgets.overlay_bar import OverlayBar
from customerbook.gui.widgets.row_delegate import Index
from customerbook.gui.widgets.row_list import RowList
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
        delegate.done.connect(self._turn)
        delegate.main.connect(lambda index: self.opened.emit(QModelIndex(index)))
        several.changed.connect(self._show_chosen)
        self._bar = OverlayBar(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, then what is exposed: after a wheel step new rows and below the bar."""
        region = event.region()
        several = region.rectCount() > 1
        for rect in region:  # type: ignore[attr-defined]  # the stubs know no items
            painter = QPainter(self.viewport())
            painter.fillRect(rect, theme.current().colour("paper"))
            painter.end()
            self._delegate.exposed = rect if several else None
            super().paintEvent(QPaintEvent(rect))
        self._delegate.exposed = None

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
        self.viewport().update()
