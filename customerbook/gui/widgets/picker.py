"""A popup to choose one of many from: a field to type into, and a list of what fits below it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.fade import fade_in, fade_out
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.pick_row import Pick, PickDelegate, PickView
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.sheet import give_focus_back
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.texts import _

_WIDTH: Final = 288
_MOST_ROWS: Final = 11
_PADDING = 4
_EDGE_BELOW = 4
_FROM_EDGE = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Picker(QWidget):
    """Opens beside `anchor`; `offers(text)` says what fits, `chosen(value)` what was taken.

    Up and Down move, Enter takes the current row, Escape and a click beside it close. It lies over
    the whole host, so that it is closed before anything else is pressed; the window opens it as a
    sheet, and `closed` fires when it is gone. `nothing` is said where nothing fits.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        anchor: QWidget,
        offers: Callable[[str], Sequence[PickView]],
        *,
        label: str,
        placeholder: str = "",
        nothing: str = "",
    ) -> None:
        super().__init__(host)
        self.hide()
        self._host, self._anchor, self._offers = host, anchor, offers
        self._before: QWidget | None = None
        self._leaving = False
        self.setAccessibleName(label)
        self.paper = PickerPaper(self)
        self.field = TextField(label=label, placeholder=placeholder, icon="search", height=32)
        self._model = RowModel()
        delegate = PickDelegate()
        self.list = RowList(delegate, label=label, enter=_("Choose"))
        self._model.setParent(self.list)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it
        self._nothing = Label(nothing, "text", "ink2", wrap=True)
        self._nothing.setContentsMargins(8, 4, 8, 8)
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING + _EDGE_BELOW)
        column.setSpacing(_PADDING)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._press)
        delegate.main.connect(lambda _index: self._press(self.list.currentIndex()))
        host.installEventFilter(self)
        self._find("")

    def open(self) -> None:
        """Show it and let one type."""
        self._before = self.window().focusWidget()
        self._place()
        fade_in(self)
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let one type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden() or self._leaving:
            return
        self._leaving = True
        give_focus_back(self._before, self._host)
        self.closed.emit()
        fade_out(self)
        for watched in (self._host, self.field):
            watched.removeEventFilter(self)
        self.deleteLater()

    def picks(self) -> list[Pick]:
        """What can be chosen just now."""
        rows = (self._model.index(row).data(ROW) for row in range(self._model.rowCount()))
        return [view for view in rows if isinstance(view, Pick)]

    def current(self) -> Pick | None:
        """What Enter would take."""
        view = self.list.currentIndex().data(ROW)
        return view if isinstance(view, Pick) else None

    def take(self, pick: Pick) -> None:
        """Close, and say that this was chosen."""
        self.dismiss()
        self.chosen.emit(pick.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move and choose; keep covering the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answer(event)
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Stay in the field: the list is walked with the arrows."""
        return self.isVisible() or super().focusNextPrevChild(next)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close on a click beside it."""
        self.dismiss()

    def _answer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key], start=self.list.currentIndex().row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (pick := self.current()) is not None:
                self.take(pick)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _find(self, typed: str) -> None:
        offers = self._offers(" ".join(typed.split()))
        self._model.show_rows(list(enumerate(offers)))
        self.list.setVisible(bool(offers))
        self._nothing.setVisible(not offers)
        self._step(1, start=-1)
        if self.isVisible():
            self._place()

    def _step(self, by: int, *, start: int) -> None:
        """Make the next row in a direction current, over headings and round the ends."""
        count = self._model.rowCount()
        for turn in range(1, count + 1):
            index = self._model.index((start + by * turn) % count)
            if isinstance(index.data(ROW), Pick):
                self.list.setCurrentIndex(index)
                if index.row() <= 1:
                    self.list.scrollToTop()  # its heading stands above it
                self.field.setAccessibleDescription(index.data(ROW).spoken())
                return

    def _press(self, index: QModelIndex) -> None:
        view = index.data(ROW)
        if isinstance(view, Pick):
            self.take(view)
        else:
            self._step(1, start=index.row())

    def _place(self) -> None:
        """Stand below the anchor, or above it where there is more room, within the host."""
        self.setGeometry(self._host.rect())
        px = theme.current().px
        width = min(px(_WIDTH), self.width() - 2 * _FROM_EDGE)
        anchor = QRect(self._anchor.mapTo(self._host, QPoint(0, 0)), self._anchor.size())
        if anchor.height() > self.height() // 2:  # too large to stand beside: in its middle
            anchor = QRect(anchor.center().x() - width // 2, anchor.top() + 40, width, 1)
        below = self.height() - anchor.bottom() - 1 - 4 - _FROM_EDGE
        above = anchor.top() - 4 - _FROM_EDGE
        wanted = self._wanted_height(width)
        height = min(wanted, max(below, above))
        up = wanted > below and above > below
        x = anchor.left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = anchor.right() + 1 - width
        x = max(_FROM_EDGE, min(x, self.width() - _FROM_EDGE - width))
        y = anchor.top() - 4 - height if up else anchor.bottom() + 1 + 4
        self.paper.setGeometry(x, y, width, height)

    def _wanted_height(self, width: int) -> int:
        around = 3 * _PADDING + _EDGE_BELOW + self.field.height()
        rows = min(self._model.rowCount(), _MOST_ROWS)
        if rows:
            return around + rows * self.list.sizeHintForRow(0)
        return around + self._nothing.heightForWidth(width - 2 * _PADDING)


class PickerPaper(QWidget):
    """The popup itself, with its second page edge."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        prepare(painter)
        body = self.rect().adjusted(0, 0, 0, -_EDGE_BELOW)
        draw_box(painter, body.adjusted(0, 20, 0, _EDGE_BELOW), 10, fill="edge")
        draw_box(painter, body, 10, fill="card", edge="line2")

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Keep clicks on it from closing it."""
