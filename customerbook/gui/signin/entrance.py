"""The page before a book is open: the cover at its start, the matter beside it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.scroll_area import ScrollArea

_NARROW = 980
"""Below this width of the window the cover makes room for the matter; grows with the text."""


class Entrance(QWidget):
    """A cover and a column beside it that scrolls when the window is low.

    `column` takes the matter, `foot` what stands at the lower end; both are `width` wide and stand
    in the middle of the page, or from `start` on.
    """

    def __init__(
        self,
        cover: Cover,
        *,
        width: int,
        start: int | None = None,
        top: int = 40,
        cover_width: int = 480,
    ) -> None:
        super().__init__()
        self.cover = cover
        self._cover_width, self._top = cover_width, top
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(cover)
        page = QWidget()
        page.setMaximumWidth(width)
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, top, 0, 24)
        self._page.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(24)
        self._page.addLayout(self.column)
        self._page.addSpacing(12)
        self._page.addStretch(1)
        self._page.addLayout(self.foot)
        holder = QWidget()
        line = QHBoxLayout(holder)
        side = 24 if start is None else start
        line.setContentsMargins(side, 0, side, 0)
        if start is None:
            line.addStretch(1)
        line.addWidget(page, 1000)
        line.addStretch(1)
        across.addWidget(ScrollArea(holder), 1)

    def add(self, widget: QWidget, *, gap: int = 0) -> None:
        """Put a widget at the end of the column, `gap` pixels below the one before."""
        self.column.addSpacing(gap)
        self.column.addWidget(widget)

    def focus_first(self) -> None:
        """Give the focus to what one begins with; pages say what that is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the cover while there is no room for it."""
        super().resizeEvent(event)
        px = theme.current().px
        self.cover.setFixedWidth(px(self._cover_width))
        self.cover.setVisible(self.width() >= px(_NARROW))
        top = min(self._top, self.height() // 6)  # a low window has none to spare
        self._page.setContentsMargins(0, top, 0, 24)
