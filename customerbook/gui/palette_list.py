"""The list of the palette: headings and rows of 40, the current one on `tint`."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from customerbook.gui import theme
from customerbook.gui.palette_rows import Row
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.keys import cap_height, cap_width, draw_cap
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
)
from customerbook.gui.widgets.paragraph import Paragraph, marks
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1
_EDGE = 8


class PaletteList(QListView):
    """Shows rows; `chosen` carries the one that was clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PaletteRow(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Commands"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the input keeps it; arrows come from there
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(_ROW)))
        self.entered.connect(self._point)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the first command chosen."""
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row, _ROW)
            item.setEnabled(row.offer is not None)
            self._model.appendRow(item)
        self.walk(1, start=-1)

    def walk(self, step: int, *, start: int | None = None) -> None:
        """Choose the next command in a direction, over headings and round the ends."""
        count = self._model.rowCount()
        place = self.currentIndex().row() if start is None else start
        for _turn in range(count):
            place = (place + step) % count
            index = self._model.index(place, 0)
            if index.data(_ROW).offer is not None:
                self.setCurrentIndex(index)
                if place == 1:
                    self.scrollToTop()
                return

    def current(self) -> Row | None:
        """The chosen row."""
        row = self.currentIndex().data(_ROW)
        return row if isinstance(row, Row) and row.offer is not None else None

    def content_height(self) -> int:
        """Height of all rows."""
        return sum(
            self.sizeHintForIndex(self._model.index(row, 0)).height()
            for row in range(self._model.rowCount())
        )

    def _point(self, index: QModelIndex) -> None:
        if index.data(_ROW).offer is not None:
            self.setCurrentIndex(index)


class PaletteRow(QStyledItemDelegate):
    """Paints headings and commands."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """40 for a command, 30 for a heading."""
        heading = index.data(_ROW).offer is None
        return QSize(320, theme.current().px(30 if heading else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        painter.save()
        prepare(painter)
        row: Row = index.data(_ROW)
        if row.offer is None:
            room = mirrored(option.rect.adjusted(20, 4, -20, 0), option.rect, option.direction)
            draw_text(painter, room, row.text, "caption", "ink2", direction=option.direction)
        else:
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_command(painter, option, row, current=current)
        painter.restore()

    def _paint_command(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, current: bool
    ) -> None:
        assert row.offer is not None
        body, direction, one = option.rect, option.direction, row.offer.command
        if current:
            draw_box(painter, body.adjusted(_EDGE, 0, -_EDGE, 0), 6, fill="tint")
        side = theme.current().px(18)
        spot = mirrored(QRect(body.left() + 20, body.top(), side, body.height()), body, direction)
        role: Role = "accent" if current else "ink2"
        draw_icon(painter, spot.toRectF().center(), one.icon, side, role, direction=direction)
        start = body.left() + 20 + side + 12
        style: Style = "name" if current else "text"
        words = Paragraph(
            row.text, style, body.width(), spans=marks(row.spans), lines=1, direction=direction
        )
        wide = int(words.width) + 1
        place = mirrored(QRect(start, body.top(), wide, body.height()), body, direction)
        x = (
            place.left()
            if direction == Qt.LayoutDirection.LeftToRight
            else (place.right() + 1 - body.width())
        )
        words.draw(painter, x, body.top() + (body.height() - words.height) / 2, "ink")
        if row.about:
            about = QRect(start + wide + 12, body.top(), 200, body.height())
            about = mirrored(about, body, direction)
            draw_text(painter, about, row.about, "meta", "ink2", direction=direction)
        if one.shortcut:
            self._paint_key(painter, body, one.shortcut, direction)

    def _paint_key(
        self, painter: QPainter, body: QRect, keys: str, direction: Qt.LayoutDirection
    ) -> None:
        wide, high = cap_width(keys), cap_height()
        top = body.top() + (body.height() - high) // 2
        cap = QRect(body.right() + 1 - 20 - wide, top, wide, high)
        draw_cap(painter, mirrored(cap, body, direction), keys)
