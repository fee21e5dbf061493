"""Rows of the list: customers, and below what was found the one that makes a new customer."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPen

from customerbook.gui import theme
from customerbook.gui.customers.views import NewcomerView
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.keys import cap_height, cap_width, draw_cap
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text
from customerbook.gui.widgets.row_delegate import Row, Spot

_START, ROW_END = 13, 13
"""Pixels before and behind what stands in a row."""


class ListDelegate(CustomerRowDelegate):
    """Paints `CustomerRowView` as a tab of the card, and `NewcomerView` with a dashed circle."""

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:
        """None in the row of a new customer: all of it is pressed."""
        return {} if isinstance(view, NewcomerView) else super().spots(rect, view)

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        if isinstance(view, NewcomerView):
            self._paint_newcomer(row, view)
        else:
            super().paint_row(row, view)

    def _paint_newcomer(self, row: Row, view: NewcomerView) -> None:
        look, rect = theme.current(), row.rect
        if row.hover or row.selected:
            draw_box(row.painter, rect, 8, fill="sunk")
        side = look.px(36)
        circle = QRect(rect.left() + _START, rect.center().y() - side // 2, side, side)
        place = row.place(circle)
        pen = QPen(look.colour("field"), 1)
        pen.setDashPattern([3, 3])
        row.painter.setPen(pen)
        row.painter.setBrush(Qt.BrushStyle.NoBrush)
        row.painter.drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        draw_icon(row.painter, QRectF(place).center(), "plus", look.px(18), "accent")
        wide, high = cap_width(view.keys), cap_height()
        cap = QRect(rect.right() + 1 - ROW_END - wide, rect.center().y() - high // 2, wide, high)
        if view.keys:
            draw_cap(row.painter, row.place(cap), view.keys)
        x = circle.right() + 1 + 12
        room = QRect(x, rect.top(), cap.left() - 8 - x, rect.height())
        draw_text(
            row.painter, row.place(room), view.name, "label", "accent", direction=row.direction
        )
        if row.focused:
            draw_box(row.painter, rect.adjusted(0, 0, -1, 0), 8, edge="accent", width=2)
