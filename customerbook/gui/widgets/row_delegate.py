"""What all painted rows share: places to press, hover, tooltips, and the ground they stand on."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import (
    clip_ends,
    draw_box,
    draw_line,
    mirrored,
    prepare,
)
from customerbook.gui.widgets.row_view import ROW

Spot = Literal["done", "main", "snooze", "open"]
Index = QModelIndex | QPersistentModelIndex

_HOVER = QStyle.StateFlag.State_MouseOver.value
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class RowDelegate(QStyledItemDelegate):
    """Paints rows and emits what was pressed in them, each signal with the row's index.

    A kind of row says where its spots are (`spots`), paints itself (`paint_row`), and names
    each spot (`spot_text`).
    """

    done = Signal(QPersistentModelIndex)
    main = Signal(QPersistentModelIndex)
    snooze = Signal(QPersistentModelIndex)
    opened = Signal(QPersistentModelIndex)

    def __init__(self, *, height: int, rounded: bool = True) -> None:
        super().__init__()
        self._height = height
        self._rounded = rounded
        self._hot: tuple[int, Spot] | None = None

    def row_height(self) -> int:
        """Height of a row at the text size in force."""
        return theme.current().px(self._height)

    def spots(self, _rect: QRect, _view: object) -> dict[Spot, QRect]:
        """Where a row can be pressed, laid out from left to right; nowhere unless a kind says."""
        return {}

    def spot_text(self, _spot: Spot, _view: object) -> str:
        """What pressing there does, for the tooltip."""
        return ""

    def paint_row(self, row: "Row", _view: object) -> None:
        """Paint what stands in the row; each kind paints more than the ground."""
        row.paint_ground()
        row.paint_focus()

    def press(self, spot: Spot, index: Index) -> None:
        """Do what pressing a spot of a row does."""
        kept = QPersistentModelIndex(index)
        if spot == "done":
            self.done.emit(kept)
        elif spot == "main":
            self.main.emit(kept)
        elif spot == "snooze":
            self.snooze.emit(kept)
        else:
            self.opened.emit(kept)

    def press_main(self, index: Index) -> None:
        """Do the main action of a row."""
        self.main.emit(QPersistentModelIndex(index))

    def press_done(self, index: Index) -> bool:
        """Tick a row off; false where rows of this kind cannot be."""
        view = index.data(ROW)
        if view is None or "done" not in self.spots(QRect(0, 0, 800, 56), view):
            return False
        self.done.emit(QPersistentModelIndex(index))
        return True

    def is_hot(self) -> bool:
        """Whether the mouse is over something to press."""
        return self._hot is not None

    def cool(self) -> None:
        """Forget what was under the mouse."""
        self._hot = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(120, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the row."""
        view = index.data(ROW)
        painter.save()
        prepare(painter)
        row = _row(painter, option, index)
        if self._hot and self._hot[0] == index.row():
            row.hot = self._hot[1]
        if self._rounded:
            row.clip()
        if view is not None:
            self.paint_row(row, view)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Follow the mouse over the spots, and press them."""
        view = index.data(ROW)
        if not isinstance(event, QMouseEvent) or view is None:
            return super().editorEvent(event, model, option, index)
        spot = self._spot_at(event.position().toPoint(), option, view)
        if event.type() == QEvent.Type.MouseMove:
            self._warm(index, spot, option)
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        if spot is None or not left:
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.press(spot, index)
        return True

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say what a spot does, or the whole of what was cut."""
        data = index.data(ROW)
        if data is None:
            return super().helpEvent(event, view, option, index)
        spot = self._spot_at(event.pos(), option, data)
        text = self.spot_text(spot, data) if spot else ""
        QToolTip.showText(event.globalPos(), text, view)
        return bool(text)

    def _spot_at(self, place: QPoint, option: QStyleOptionViewItem, view: object) -> Spot | None:
        rect, direction = option.rect, option.direction
        for spot, spot_rect in self.spots(rect, view).items():
            if mirrored(spot_rect, rect, direction).contains(place):
                return spot
        return None

    def _warm(self, index: Index, spot: Spot | None, option: QStyleOptionViewItem) -> None:
        hot = (index.row(), spot) if spot else None
        if hot != self._hot:
            self._hot = hot
            widget = option.widget
            if isinstance(widget, QAbstractItemView):
                widget.viewport().update()


def _row(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> "Row":
    """A row as a view asks for it."""
    state = option.state.value  # as a number: each question to the flags takes longer
    return Row(
        painter,
        option.rect,
        option.direction,
        hover=bool(state & _HOVER),
        selected=bool(state & _SELECTED),
        focused=bool(state & _FOCUSED),
        first=index.row() == 0,
        last=index.row() == index.model().rowCount() - 1,
    )


@dataclass(slots=True)
class Row:
    """One row while it is painted: its painter, its rectangle, its state, its direction."""

    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    hover: bool = False
    selected: bool = False
    focused: bool = False
    first: bool = False
    last: bool = False
    hot: Spot | None = None

    def place(self, rect: QRect) -> QRect:
        """Where a rectangle laid out from left to right stands in this direction."""
        return mirrored(rect, self.rect, self.direction)

    def clip(self) -> None:
        """Keep the fill of the first and last row within the round corners of the card."""
        clip_ends(self.painter, self.rect, 9, first=self.first, last=self.last)

    def paint_ground(self, hover: Role = "hover") -> None:
        """Fill for hover and selection, the bar of a selected row, the line to the next row."""
        painter, rect = self.painter, self.rect
        if self.selected:
            painter.fillRect(rect, theme.current().colour("tint"))
            bar = self.place(QRect(rect.left(), rect.top(), 3, rect.height()))
            painter.fillRect(bar, theme.current().colour("accent"))
        elif self.hover:
            painter.fillRect(rect, theme.current().colour(hover))
        if not self.last:
            draw_line(painter, rect.bottomLeft(), rect.bottomRight(), "line")

    def paint_focus(self) -> None:
        """The ring of the current row, inside of it."""
        if not self.focused:
            return
        ring = self.rect.adjusted(0, 0, 0, 0 if self.last else -1)
        middle = ring.height() // 2
        for rounded, half in (
            (self.first, ring.adjusted(0, 0, 0, middle - ring.height())),
            (self.last, ring.adjusted(0, middle, 0, 0)),
        ):
            self.painter.save()
            self.painter.setClipRect(half, Qt.ClipOperation.IntersectClip)
            draw_box(self.painter, ring, 9 if rounded else 0, edge="accent", width=2)
            self.painter.restore()
