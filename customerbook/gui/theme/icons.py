"""Line icons in a colour, drawn for the pixels of the screen they are shown on."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

DIRECTED: Final = frozenset(
    {
        "arrow-down-left",
        "arrow-left",
        "arrow-right",
        "arrow-up-right",
        "book-open-text",
        "chevron-left",
        "chevron-right",
        "corner-down-left",
        "corner-down-right",
        "list-checks",
        "list-indent-increase",
        "log-out",
        "redo-2",
        "reply",
        "send",
        "undo-2",
    }
)
"""Icons that point along the line of reading and are mirrored from right to left."""


class NoSuchIconError(LookupError):
    """The icon set has no icon of this name."""


@cache
def svg(name: str) -> str:
    """Source of an icon with `currentColor` left in it; raises `NoSuchIconError`."""
    from lucide.core import lucide_icon  # noqa: PLC0415 - costs too much before the first icon

    source: str = lucide_icon(name, stroke_width="1.75")
    if "data-missing-icon" in source:
        raise NoSuchIconError(name)
    return source


def draw(name: str, colour: QColor, size: int, ratio: float, *, mirrored: bool = False) -> QPixmap:
    """Draw an icon of `size` logical pixels for a screen of this device pixel ratio."""
    # QtSvg knows no currentColor and would paint it black.
    source = svg(name).replace("currentColor", colour.name())
    side = max(1, round(size * ratio))
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    if mirrored and name in DIRECTED:
        image = image.transformed(QTransform().scale(-1, 1))
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
