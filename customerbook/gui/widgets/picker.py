"""A popup to choose one of many from: a field to type into, and a list of what fits below it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.field_popup import FieldPopup
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.paper import EDGE_BELOW, PopupPaper
from customerbook.gui.widgets.pick_row import Pick, PickDelegate, PickView
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.texts import _

_WIDTH: Final = 288
_MOST_ROWS: Final = 11
_PADDING = 4
_FROM_EDGE = 8


class Picker(FieldPopup):
    """Opens beside `anchor`; `offers(text)` says what fits, `chosen(value)` what was taken.

    `nothing` is said where nothing fits.
    """

    chosen = Signal(object)

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
        field = TextField(label=label, placeholder=placeholder, icon="search", height=32)
        super().__init__(host, field, label=label)
        self._anchor, self._offers = anchor, offers
        self.paper = PopupPaper(self)
        self._model = RowModel()
        delegate = PickDelegate()
        self.list = RowList(delegate, label=label, enter=_("Choose"))
        self._model.setParent(self.list)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it
        self._nothing = Label(nothing, "text", "ink2", wrap=True)
        self._nothing.setContentsMargins(8, 4, 8, 8)
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING + EDGE_BELOW)
        column.setSpacing(_PADDING)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(self._press)
        delegate.main.connect(lambda _index: self._press(self.list.currentIndex()))
        self._find("")

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

    def walk(self, step: int) -> None:
        """Make the next row in a direction current, over headings and round the ends."""
        self._step(step, start=self.list.currentIndex().row())

    def take_current(self) -> None:
        """Take the current row, if anything fits."""
        if (pick := self.current()) is not None:
            self.take(pick)

    def place(self) -> None:
        """Stand below the anchor, or above it where there is more room, within the host."""
        super().place()
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

    def _find(self, typed: str) -> None:
        offers = self._offers(" ".join(typed.split()))
        self._model.show_rows(list(enumerate(offers)))
        self.list.setVisible(bool(offers))
        self._nothing.setVisible(not offers)
        self._step(1, start=-1)
        if self.isVisible():
            self.place()

    def _step(self, by: int, *, start: int) -> None:
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

    def _wanted_height(self, width: int) -> int:
        around = 3 * _PADDING + EDGE_BELOW + self.field.height()
        rows = min(self._model.rowCount(), _MOST_ROWS)
        if rows:
            return around + rows * self.list.sizeHintForRow(0)
        return around + self._nothing.heightForWidth(width - 2 * _PADDING)
