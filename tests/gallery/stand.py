"""Where a sheet of the gallery stands: size, scheme, direction and text size of one picture."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Scheme


@dataclass(frozen=True)
class Stand:
    """How one picture is taken; `ratio` is the device pixel ratio."""

    name: str
    scheme: Scheme = "light"
    width: int = 1280
    height: int = 800
    scale: int = 100
    ratio: float = 1.0
    mirrored: bool = False


LIGHT = Stand("light")
STANDS = (
    LIGHT,
    replace(LIGHT, name="dark", scheme="dark"),
    replace(LIGHT, name="rtl", mirrored=True),
    replace(LIGHT, name="large", scale=130),
    replace(LIGHT, name="sharp", ratio=1.5),
    replace(LIGHT, name="small", width=800, height=600),
)

Sheet = Callable[[QWidget], None]
"""Fills a page of the size of the stand with widgets."""


def take(app: QApplication, sheet: Sheet, stand: Stand, path: Path) -> None:
    """Draw a sheet on a stand and keep it as PNG."""
    theme.install(app, scheme=stand.scheme, scale=stand.scale)
    way = Qt.LayoutDirection
    app.setLayoutDirection(way.RightToLeft if stand.mirrored else way.LeftToRight)
    page = QWidget()
    page.resize(stand.width, stand.height)
    sheet(page)
    page.show()
    page.activateWindow()
    settle(app)
    if (chosen := page.property("first_focus")) is not None:
        chosen.setFocus()
    settle(app)
    grab(page, stand.ratio).save(str(path))
    page.hide()
    page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(app: QApplication) -> None:
    """Let layouts and posted events come to rest."""
    for _turn in range(6):
        app.sendPostedEvents()
        app.processEvents()


def grab(page: QWidget, ratio: float) -> QImage:
    """Draw a page for a screen of this device pixel ratio."""
    image = QImage(page.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.current().colour("paper")))
    painter = QPainter(image)
    page.render(painter, QPoint(0, 0))
    painter.end()
    return image
