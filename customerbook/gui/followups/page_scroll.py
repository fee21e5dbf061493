"""The part of a page that scrolls: sections below each other, the current row always in sight."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.scroll_area import ScrollArea

_AROUND = 24
_HEADING = 56  # room for the heading above a first row
_LAYOUT_MS = 100  # a layout under way has ended by then


class PageScroll(ScrollArea):
    """Keeps a row in sight that was brought there, whatever is laid out meanwhile."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._content = content
        self._wanted: tuple[QWidget, QRect] | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_LAYOUT_MS)
        self._settled.timeout.connect(self._settle)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._give_way(most))

    def bring(self, inside: QWidget, rect: QRect) -> None:
        """Scroll so that a place of a widget is seen, now and while a layout is under way."""
        self._wanted = (inside, rect)
        self._scroll()
        self._settled.start()

    def _scroll(self) -> None:
        if self._wanted is None:
            return
        inside, rect = self._wanted
        top = inside.mapTo(self._content, QPoint(0, rect.top())).y()
        bar = self.verticalScrollBar()
        end = top + rect.height() + _AROUND
        if end > bar.value() + self.viewport().height():
            bar.setValue(end - self.viewport().height())
        if top - _HEADING < bar.value():
            bar.setValue(max(0, top - _HEADING))

    def _settle(self) -> None:
        self._wanted = None

    def _give_way(self, most: int) -> None:
        """Let the scroll bar stand in the margin of the page, so that nothing becomes narrower."""
        layout = self._content.layout()
        if layout is not None:
            around = layout.contentsMargins()
            taken = self.verticalScrollBar().sizeHint().width() if most else 0
            around.setRight(max(_AROUND - taken, 0))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                around.setLeft(around.right())
                around.setRight(_AROUND)
            layout.setContentsMargins(around)
        self._scroll()
