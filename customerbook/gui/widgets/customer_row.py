"""Rows of customers: avatar, name with what matched, and the selected one as a tab of the card."""

from PySide6.QtCore import QRect, QRectF

from customerbook.gui import theme
from customerbook.gui.widgets.avatar import avatar_index, draw_avatar
from customerbook.gui.widgets.marks import draw_check
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_tab,
    draw_text,
    text_width,
)
from customerbook.gui.widgets.paragraph import paint_highlighted
from customerbook.gui.widgets.row_delegate import Row, RowDelegate, Spot
from customerbook.gui.widgets.row_view import CustomerRowView

_START = 13
_END = 13


class CustomerRowDelegate(RowDelegate):
    """Rows of 56 on the page, the selected one joining the card beside; views: `CustomerRowView`.

    `on_card=True` is for lists that lie on a card themselves, such as results of a picker.
    """

    def __init__(self, *, on_card: bool = False) -> None:
        super().__init__(height=56, rounded=on_card)
        self._on_card = on_card
        self.joins = True
        """The selected row joins a card beside; without one it is closed all round."""

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:
        """The whole row opens the customer; only the avatar is a place of its own to tick."""
        assert isinstance(view, CustomerRowView)
        if view.ticked is None:
            return {}
        return {"done": QRect(rect.left(), rect.top(), _START + 36 + 8, rect.height())}

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        assert isinstance(view, CustomerRowView)
        self._paint_ground(row)
        self._paint_start(row, view)
        line = theme.current().line("name")
        top = row.rect.top() + (row.rect.height() - 2 * line) // 2
        x = row.rect.left() + _START + theme.current().px(36) + 12
        name_end, second_end = self._paint_end(row, view, top, line)
        upper = QRect(x, top, max(1, name_end - x), line)
        lower = QRect(x, top + line, max(1, second_end - x), line)
        used = paint_highlighted(
            row.painter,
            row.place(upper),
            view.name,
            view.name_places,
            style="name",
            role="ink",
            direction=row.direction,
        )
        rest = upper.adjusted(int(used) + 8, 0, 0, 0)
        if view.second_name and rest.width() > 24:
            spot = row.place(rest)
            draw_text(row.painter, spot, view.second_name, "text", "ink2", direction=row.direction)
        paint_highlighted(
            row.painter,
            row.place(lower),
            view.second,
            view.second_places,
            style="text",
            role="ink2",
            direction=row.direction,
            figures=True,
        )
        if row.focused:
            self._paint_ring(row)

    def _paint_ground(self, row: Row) -> None:
        """A tab joins the card; on a card the row is tinted instead."""
        if self._on_card:
            row.paint_ground()
        elif row.selected:
            if self.joins:
                draw_tab(row.painter, row.rect, 8, row.direction, fill="card", edge="line2")
            else:
                draw_box(row.painter, row.rect, 8, fill="card", edge="line2")
            high = row.rect.height() - 16
            mark = QRect(row.rect.left(), row.rect.top() + 8, 3, high)
            draw_box(row.painter, row.place(mark), 1.5, fill="accent")
        elif row.hover:
            body = row.rect
            draw_box(row.painter, body, 8, fill="sunk")

    def _paint_ring(self, row: Row) -> None:
        if self._on_card:
            row.paint_focus()
            return
        beside = 1 if self.joins else 0  # the edge of the card beside stays free
        ring = row.place(row.rect.adjusted(0, 0, -beside, 0))
        draw_box(row.painter, ring, 8, edge="accent", width=2)

    def _paint_start(self, row: Row, view: CustomerRowView) -> None:
        side = theme.current().px(36)
        y = row.rect.top() + (row.rect.height() - side) // 2
        place = row.place(QRect(row.rect.left() + _START, y, side, side))
        if view.ticked:
            box = QRect(0, 0, theme.current().px(18), theme.current().px(18))
            box.moveCenter(place.center())
            draw_check(row.painter, box, ticked=True)
            return
        draw_avatar(
            row.painter,
            place,
            view.initials,
            kind="organisation" if view.organisation else "customer",
            index=avatar_index(view.identity or view.name),
        )

    def _paint_end(self, row: Row, view: CustomerRowView, top: int, line: int) -> tuple[int, int]:
        """Paint date, alert and what stands aside; returns where both lines have to stop."""
        name_end = second_end = end = row.rect.right() + 1 - _END
        if view.date:
            wide = text_width(view.date, "meta", figures=True)
            place = row.place(QRect(end - wide, top, wide, line))
            draw_text(
                row.painter,
                place,
                view.date,
                "meta",
                "ink3",
                direction=row.direction,
                figures=True,
            )
            name_end -= wide + 8
        if view.alert:
            side = theme.current().px(16)
            place = row.place(QRect(name_end - side, top, side, line))
            draw_icon(row.painter, QRectF(place).center(), view.alert, side, "red")
            name_end -= side + 8
        if view.aside:
            wide = text_width(view.aside, "meta")
            place = row.place(QRect(end - wide, top + line, wide, line))
            draw_text(row.painter, place, view.aside, "meta", "ink3", direction=row.direction)
            second_end -= wide + 8
        return name_end, second_end
