"""Line icons in a colour, drawn for the pixels of the screen they are shown on."""

import sqlite3
from functools import cache
from importlib.util import find_spec
from pathlib import Path
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
    found = _opened().execute("SELECT svg FROM icons WHERE name = ?", (name,)).fetchone()
    if found is None:
        raise NoSuchIconError(name)
    return str(found[0]).replace('stroke-width="2"', 'stroke-width="1.75"')


@cache
def _opened() -> sqlite3.Connection:
    """The set, read where it lies: importing its package takes longer than all our icons.

    It stays open, because each icon would open it and read its schema again.
    """
    return sqlite3.connect(
        f"{_icon_set().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


@cache
def _icon_set() -> Path:
    """The file of the `python-lucide` package that holds the drawings."""
    spec = find_spec("lucide")
    if spec is None or not spec.submodule_search_locations:
        raise NoSuchIconError("lucide")
    return Path(spec.submodule_search_locations[0]) / "data" / "lucide-icons.db"


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
