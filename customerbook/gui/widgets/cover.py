"""The cover of the book, beside sign-in and first run: cloth, band, and a plate with the name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.painting import (
    draw_area,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
)
from customerbook.gui.widgets.paragraph import lay_out
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _


class Cover(QWidget):
    """The closed book; `say` puts a sentence or two at its foot, with an icon if wanted."""

    spoken_role = SpokenRole.Graphic

    def __init__(
        self, shop: str = "", *, foot: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shop, self._foot, self._icon = shop, foot, icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_shop(shop)

    def show_shop(self, shop: str) -> None:
        """Write a name on the plate; without one the program's own stands there."""
        self._shop = shop
        self.setAccessibleName(shop or _("Customer Book"))
        self.update()

    def say(self, foot: str, icon: str = "") -> None:
        """Write other lines at the foot."""
        self._foot, self._icon = foot, icon
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the plate."""
        return QSize(theme.current().px(400), 600)

    def minimumSizeHint(self) -> QSize:
        """The plate with some cloth around it."""
        return QSize(theme.current().px(320), 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cloth, spine, band, plate and foot."""
        painter = QPainter(self)
        prepare(painter)
        body, direction = self.rect(), self.layoutDirection()
        draw_area(painter, body, "cover")
        for x, wide in ((0, 32), (body.width() - 46, 10)):
            strip = mirrored(QRect(x, 0, wide, body.height()), body, direction)
            draw_area(painter, strip, "cover_band")
        self._paint_plate(painter)
        self._paint_foot(painter)

    def _paint_plate(self, painter: QPainter) -> None:
        look, body = theme.current(), self.rect()
        cloth = body.adjusted(32, 0, -46, 0)
        cloth = mirrored(cloth, body, self.layoutDirection())
        wide, high = min(look.px(280), cloth.width() - 24), look.px(168)
        plate = QRect(0, 0, wide, high)
        plate.moveCenter(cloth.center())
        plate.moveTop(min(236, (body.height() - high) // 2))
        draw_box(painter, plate, 8, fill="plate")
        draw_box(painter, plate.adjusted(6, 6, -6, -6), 4, edge="plate_line")
        middle = Qt.AlignmentFlag.AlignHCenter
        own = _("Customer Book")
        words = lay_out(self._shop or own, "title", wide - 32, lines=2)
        if not self._shop:
            x = plate.left() + (wide - words.width) / 2
            words.draw(painter, x, plate.center().y() + 1 - words.height / 2, "plate_ink")
            return
        high = look.line("title")
        name = QRect(plate.left() + 16, plate.top() + look.px(42), wide - 32, high)
        x = name.left() + (name.width() - words.width) / 2
        words.draw(painter, x, name.bottom() + 1 - max(high, words.height), "plate_ink")
        line = QRect(plate.left() + wide // 6, plate.top() + look.px(92), wide * 2 // 3, 1)
        draw_area(painter, line, "plate_line")
        below = QRect(name.left(), plate.top() + look.px(104), name.width(), look.px(24))
        draw_text(painter, below, own, "text", "plate_ink2", align=middle)

    def _paint_foot(self, painter: QPainter) -> None:
        look, body, direction = theme.current(), self.rect(), self.layoutDirection()
        step = look.line("meta")
        x = 56
        side = look.px(14)
        wide = body.width() - 2 * 56 - (side + 8 if self._icon else 0)
        words = lay_out(self._foot, "meta", wide, direction=direction)
        y = body.height() - 24 - words.height
        if self._icon:
            spot = mirrored(QRect(x, y, side, step), body, direction)
            draw_icon(painter, spot.toRectF().center(), self._icon, side, "cover_ink")
            x += side + 8
        room = mirrored(QRect(x, y, wide, words.height), body, direction)
        words.draw(painter, room.left(), y, "cover_ink")
