"""Where a sheet of the gallery stands: size, scheme, direction, language and text size."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Scheme
from tests.pseudo import pseudo_language


@dataclass(frozen=True)
class Stand:
    """How pictures are taken; `ratio` is the device pixel ratio, `long` the pseudo-language."""

    name: str
    scheme: Scheme = "light"
    width: int = 1280
    height: int = 800
    scale: int = 100
    ratio: float = 1.0
    mirrored: bool = False
    long: bool = False


LIGHT = Stand("light")
STANDS = (
    LIGHT,
    replace(LIGHT, name="dark", scheme="dark"),
    replace(LIGHT, name="rtl", mirrored=True),
    replace(LIGHT, name="long", long=True),
    replace(LIGHT, name="small", width=800, height=600),
    replace(LIGHT, name="large", scale=130),
    replace(LIGHT, name="sharp", ratio=1.5),
)


@contextmanager
def standing(app: QApplication, stand: Stand) -> Iterator[None]:
    """Give the program the look, the direction and the language of a stand for a while."""
    way = Qt.LayoutDirection
    theme.install(app, scheme=stand.scheme, scale=stand.scale, reduced_motion=True)
    app.setLayoutDirection(way.RightToLeft if stand.mirrored else way.LeftToRight)
    try:
        if stand.long:
            with pseudo_language():
                yield
        else:
            yield
    finally:
        app.setLayoutDirection(way.LeftToRight)
        theme.install(app, scheme="light", reduced_motion=True)


def settle(app: QApplication) -> None:
    """Let layouts and posted events come to rest."""
    for _turn in range(4):
        app.sendPostedEvents()
        app.processEvents()


def gone(app: QApplication, page: QWidget) -> None:
    """Take a page away for good."""
    page.hide()
    page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def grab(page: QWidget, ratio: float = 1.0) -> QImage:
    """Draw a page, and what popped up over it, for a screen of this device pixel ratio."""
    image = QImage(page.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.current().colour("paper")))
    painter = QPainter(image)
    page.render(painter, QPoint(0, 0))
    painter.end()
    for popup in popups():
        _lay_over(image, popup, popup.pos() - page.mapToGlobal(QPoint(0, 0)))
    return image


def popups() -> list[QWidget]:
    """Menus and lists that are open just now."""
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.isVisible() and top.windowType() == Qt.WindowType.Popup]


def _lay_over(image: QImage, popup: QWidget, place: QPoint) -> None:
    """Draw a popup by itself first: it clears what lies below it."""
    own = QImage(popup.size() * image.devicePixelRatio(), QImage.Format.Format_ARGB32_Premultiplied)
    own.setDevicePixelRatio(image.devicePixelRatio())
    own.fill(Qt.GlobalColor.transparent)
    painter = QPainter(own)
    popup.render(painter, QPoint(0, 0))
    painter.end()
    painter = QPainter(image)
    painter.drawImage(place, own)
    painter.end()
