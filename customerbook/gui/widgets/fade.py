"""The only motion there is: fading in and out, not at all where the system asks for none."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPropertyAnimation, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from customerbook.gui import theme

IN_MS = 120
OUT_MS = 80


def fade_in(widget: QWidget) -> None:
    """Show a widget, over 120 ms."""
    widget.show()
    if not theme.current().reduced_motion:
        _fade(widget, 0.0, 1.0, IN_MS, lambda: None)


def fade_out(widget: QWidget) -> None:
    """Hide a widget at once; what is seen for 80 ms more is a picture of it.

    So neither keys nor clicks come to what is on its way out, and Tab does not stop in it.
    """
    host = widget.parentWidget()
    if host is not None and widget.isVisible() and not theme.current().reduced_motion:
        picture = Picture(widget, host)
        picture.show()
        _fade(picture, 1.0, 0.0, OUT_MS, picture.deleteLater)
    widget.hide()


class Picture(QWidget):
    """What a widget looked like, in its place over its host."""

    def __init__(self, widget: QWidget, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(widget.geometry())
        ratio = widget.devicePixelRatioF()
        self._pixels = QPixmap(widget.size() * ratio)
        self._pixels.setDevicePixelRatio(ratio)
        self._pixels.fill(Qt.GlobalColor.transparent)
        only = QWidget.RenderFlag.DrawChildren  # a ground of its own would hide what is below
        widget.render(self._pixels, QPoint(), QRegion(), only)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).drawPixmap(0, 0, self._pixels)


def _fade(widget: QWidget, start: float, end: float, ms: int, then: Callable[[], None]) -> None:
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    motion = QPropertyAnimation(effect, b"opacity", widget)
    motion.setStartValue(start)
    motion.setEndValue(end)
    motion.setDuration(ms)

    def finished() -> None:
        effect.deleteLater()  # deleting it takes it from the widget
        motion.deleteLater()
        then()

    motion.finished.connect(finished)
    motion.start()
