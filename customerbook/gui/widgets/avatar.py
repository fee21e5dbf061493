"""Who it is at a glance: customers are circles, organisations squares, staff outlined circles."""

from functools import lru_cache
from math import ceil
from typing import Literal
from zlib import crc32

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Style
from customerbook.gui.theme.roles import AVATARS
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    one_line,
    pixel_ratio,
    prepare,
)
from customerbook.gui.widgets.spoken import SpokenRole

AvatarKind = Literal["customer", "organisation", "staff", "staff_soft", "me"]


def avatar_index(identity: str) -> int:
    """Which pair of colours somebody keeps, by their id; the same on every system and start."""
    return crc32(identity.encode())


def draw_avatar(
    painter: QPainter,
    rect: QRect,
    initials: str,
    *,
    kind: AvatarKind = "customer",
    index: int = 0,
) -> None:
    """Draw an avatar that fills `rect`; an organisation shows a building instead of letters.

    `staff` is an outlined circle, `staff_soft` a sunk one in lists of people, `me` a filled one.
    """
    ratio = pixel_ratio(painter)
    x, y, shift = float(rect.x()), float(rect.y()), (0.0, 0.0)
    if ratio % 1.0:
        there = painter.deviceTransform().map(QPointF(x, y))
        shift = there.x() % 1.0, there.y() % 1.0
        x, y = x - shift[0] / ratio, y - shift[1] / ratio
    revision = theme.current().revision
    ground, ink = _ground(rect.width(), kind, index % len(AVATARS), ratio, shift, revision)
    painter.drawPixmap(QPointF(x, y), ground)
    if kind != "organisation":
        _draw_letters(painter, rect, initials, ink)


@lru_cache(maxsize=128)
def _ground(
    side: int,
    kind: AvatarKind,
    index: int,
    ratio: float,
    shift: tuple[float, float],
    _revision: int,
) -> tuple[QPixmap, QColor]:
    """What letters stand on, for a place `shift` behind the beginning of a pixel, and their colour.

    Without the letters, so that it is drawn a few times and not for each customer.
    """
    around = ceil(side * ratio + max(shift))
    image = QImage(around, around, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    prepare(painter)
    painter.translate(shift[0] / ratio, shift[1] / ratio)
    ink = _draw_ground(painter, QRect(0, 0, side, side), kind=kind, index=index)
    painter.end()
    return QPixmap.fromImage(image), ink


def forget_avatars() -> None:
    """Drop every avatar that is kept drawn; see `paragraph.forget_texts`."""
    _ground.cache_clear()


def _draw_ground(painter: QPainter, rect: QRect, *, kind: AvatarKind, index: int) -> QColor:
    """Draw all but the letters, and tell their colour."""
    look = theme.current()
    half = rect.width() / 2
    if kind == "organisation":
        ink, fill = look.avatar_colours(index)
        draw_box(painter, rect, rect.width() * 0.22, fill=fill)
        side = rect.width() * 0.5
        draw_icon(painter, QRectF(rect).center(), "building-complex", round(side), ink)
        return ink
    if kind == "customer":
        ink, fill = look.avatar_colours(index)
        draw_box(painter, rect, half, fill=fill)
        return ink
    if kind == "me":
        draw_box(painter, rect, half, fill="fill")
        return look.colour("on_fill")
    if kind == "staff_soft":
        draw_box(painter, rect, half, fill="sunk")
    else:
        draw_box(painter, rect, half, fill="card", edge="line2")
    return look.colour("ink2")


def _draw_letters(painter: QPainter, rect: QRect, initials: str, ink: QColor) -> None:
    style = _style(rect.width())
    line = one_line(initials, style, _ENDLESS)
    if line.advance > rect.width() - 2:
        line = one_line(initials[:1], style, _ENDLESS)
    painter.setPen(ink)
    line.layout.draw(painter, line.place(rect, Qt.AlignmentFlag.AlignHCenter, _LTR))


_ENDLESS = 0xFFFF
_LTR = Qt.LayoutDirection.LeftToRight


def _style(width: int) -> Style:
    if width <= theme.current().px(24):
        return "caption"
    if width <= theme.current().px(32):
        return "badge"
    return "name" if width <= theme.current().px(40) else "sheet"


class Avatar(QWidget):
    """An avatar on a page; its accessible name is the name of whom it stands for."""

    spoken_role = SpokenRole.Graphic

    def __init__(
        self,
        name: str,
        initials: str,
        *,
        kind: AvatarKind = "customer",
        identity: str = "",
        size: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.show_person(name, initials, kind=kind, identity=identity)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(
        self, name: str, initials: str, *, kind: AvatarKind = "customer", identity: str = ""
    ) -> None:
        """Stand for somebody else."""
        self._initials, self._kind = initials, kind
        self._index = avatar_index(identity or name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square at the text size in force."""
        side = theme.current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the avatar."""
        painter = QPainter(self)
        prepare(painter)
        draw_avatar(painter, self.rect(), self._initials, kind=self._kind, index=self._index)
