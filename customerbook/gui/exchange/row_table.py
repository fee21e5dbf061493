"""The rows of a file as a table: who stands in each, and what becomes of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.exchange.rows import FileRow
from customerbook.gui.exchange.words import FATE_ICONS
from customerbook.gui.theme import Role
from customerbook.gui.widgets.overlay_bar import OverlayBar
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.paragraph import Paragraph, lay_out
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex

_ICON: Final = 36
_SHARES: Final = (0.26, 0.22, 0.19, 0.21, 0.12)
_PHONE: Final = 2
_NUMBER: Final = "+49 0171 39200-58"
"""Parts of the width: name, organisation, phone, email, town."""
_TONES: Final[dict[str, Role]] = {
    "new": "accent",
    "filled": "blue",
    "same": "ink3",
    "refused": "red",
    "remark": "ink2",
}


class FileRows(QStringListModel):
    """The rows that are shown; Qt's own list counts them, since a view asks at each of them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[FileRow] = ()

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show these instead."""
        self._rows = rows
        self.setStringList([""] * len(rows))

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Rows can be read, not typed into."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row under `ROW`, its words, what a screen reader says, and the whole as tooltip."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = " · ".join(cell for cell in row.cells() if cell)
            return whole or row.words()
        return None


class FileRowDelegate(QStyledItemDelegate):
    """Rows of 32 with lines between rows and columns; refused ones on red, as a sentence.

    With `wraps` a sentence has as many lines as it needs.
    """

    def __init__(self, view: QListView, *, wraps: bool) -> None:
        super().__init__(view)
        self._view, self._wraps = view, wraps

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height, unless their sentences wrap."""
        high, row = theme.current().px(32), index.data(ROW) if self._wraps else None
        if isinstance(row, FileRow) and row.customer is None:
            high += self._sentence(row, self._view.viewport().width()).height
            high -= theme.current().line("text")
        return QSize(120, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, FileRow):
            return
        painter.save()
        prepare(painter)
        rect, direction, look = option.rect, option.direction, theme.current()
        if row.kind == "refused":
            painter.fillRect(rect, look.colour("redbg"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        side = look.px(16)
        first = QRect(rect.left(), rect.top(), look.px(_ICON), rect.height())
        spot = mirrored(first, rect, direction)
        centre = QRectF(spot).center()
        draw_icon(painter, centre, FATE_ICONS[row.kind], side, _TONES[row.kind])
        if row.customer is None:
            room = rect.adjusted(look.px(_ICON) + 9, 0, -8, 0)
            role: Role = "red" if row.kind == "refused" else "ink"
            place = mirrored(room, rect, direction)
            if self._wraps:
                words = self._sentence(row, rect.width())
                words.draw(painter, place.left(), _centred(rect, words.height), role)
            else:
                draw_text(painter, place, row.words(), "text", role, direction=direction)
        else:
            self._paint_cells(painter, option, row)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, rect.adjusted(0, 0, 0, -1), 0, edge="accent", width=2)
        painter.restore()

    def _sentence(self, row: FileRow, width: int) -> Paragraph:
        room = max(1, width - theme.current().px(_ICON) - 17)
        return lay_out(row.words(), "text", room, direction=self._view.layoutDirection())

    def _paint_cells(self, painter: QPainter, option: QStyleOptionViewItem, row: FileRow) -> None:
        rect, direction = option.rect, option.direction
        quiet: Role = "ink2" if row.kind == "same" else "ink"
        for place, (cell, column) in enumerate(zip(row.cells(), columns(rect), strict=True)):
            edge = mirrored(QRect(column.left(), rect.top(), 1, rect.height()), rect, direction)
            painter.fillRect(edge, theme.current().colour("line"))
            room = mirrored(column.adjusted(9, 0, -8, 0), rect, direction)
            draw_text(
                painter,
                room,
                cell,
                "label" if place == 0 else "text",
                quiet,
                direction=direction,
                figures=place == _PHONE,
            )


def _centred(rect: QRect, height: int) -> float:
    return rect.top() + (rect.height() - height) / 2


def columns(rect: QRect) -> list[QRect]:
    """Where the columns stand, from left to right; a phone number is whole before names are."""
    start = rect.left() + theme.current().px(_ICON)
    room, found = rect.right() + 1 - start, []
    number = min(text_width(_NUMBER, "text", figures=True) + 9 + 8, room // 3)
    phone = max(round(room * _SHARES[_PHONE]), number)
    others = (room - phone) / (1 - _SHARES[_PHONE])
    for place, share in enumerate(_SHARES):
        wide = phone if place == _PHONE else round(others * share)
        found.append(QRect(start, rect.top(), wide, rect.height()))
        start += wide
    found[-1].setRight(rect.right())
    return found


class TableHead(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.words = (_("Name"), _("Organisation"), _("Phone"), _("Email"), _("Town"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(400, theme.current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        painter = QPainter(self)
        prepare(painter)
        direction = self.layoutDirection()
        for words, column in zip(self.words, columns(self.rect()), strict=True):
            edge = mirrored(QRect(column.left(), 0, 1, self.height()), self.rect(), direction)
            painter.fillRect(edge, theme.current().colour("line"))
            room = mirrored(column.adjusted(9, 0, -8, 0), self.rect(), direction)
            draw_text(painter, room, words, "badge", "ink2", direction=direction)
        painter.fillRect(
            QRect(0, self.height() - 1, self.width(), 1), theme.current().colour("line")
        )


class RowTable(QListView):
    """Shows the rows of a file; arrows and page keys move through them.

    With `wraps` sentences about rows are never cut; for few rows, since each is measured.
    """

    def __init__(self, *, wraps: bool = False) -> None:
        super().__init__()
        self.rows = FileRows()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(FileRowDelegate(self, wraps=wraps))
        if wraps:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("Rows of the file"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(not wraps)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        OverlayBar(self)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
