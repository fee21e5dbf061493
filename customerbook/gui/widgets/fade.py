"""The only motion there is: fading in and out, not at all where the system asks for none."""

from collections.abc import Callable

from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from customerbook.gui import theme

IN_MS = 120
OUT_MS = 80


def fade_in(widget: QWidget) -> None:
    """Show a widget, over 120 ms."""
    widget.show()
    if not theme.current().reduced_motion:
        _fade(widget, 0.0, 1.0, IN_MS, lambda: None)


def fade_out(widget: QWidget, then: Callable[[], None]) -> None:
    """Hide a widget, over 80 ms, then call `then`."""

    def gone() -> None:
        widget.hide()
        then()

    if theme.current().reduced_motion or not widget.isVisible():
        gone()
    else:
        _fade(widget, 1.0, 0.0, OUT_MS, gone)


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
