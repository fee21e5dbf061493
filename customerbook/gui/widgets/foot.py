"""The line of buttons at the lower end of a sheet; it wraps from its end where words are long."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QStyle, QWidget

from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.painting import draw_line

_AROUND, _ABOVE, _GAP = 24, 12, 8
_LEAST = 240
"""A sentence that needs more than one line stands beside the buttons if it has so much room."""


class Foot(QWidget):
    """The state at the start, buttons at the end; 64 high in one line, a hairline above."""

    def __init__(self, buttons: tuple[QWidget, ...], state: QWidget | None) -> None:
        super().__init__()
        row = EndLayout(self, state=state)
        row.setContentsMargins(_AROUND, _ABOVE, _AROUND, _ABOVE)
        for button in buttons:
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        end = self.rect().topRight()
        draw_line(QPainter(self), self.rect().topLeft(), end, "line")


class EndLayout(FlowLayout):
    """Widgets at the end of the line; what does not fit goes into a line above, the first first.

    `state` stands at the start of the upper line, or above it where there is no room.
    """

    def __init__(self, parent: QWidget, *, state: QWidget | None = None) -> None:
        super().__init__(parent, gap=_GAP)
        self._state = state
        if state is not None:
            self.addWidget(state)

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """Walk the lines; returns the height that is needed."""
        inner = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(inner.width())
        y = inner.top()
        for line in lines:
            high = max((item_height(item, wide) for item, wide in line), default=0)
            if move:
                self._place(line, QRect(inner.left(), y, inner.width(), high), inner)
            y += high + _GAP
        return y - (_GAP if lines else 0) - rect.top() + self.contentsMargins().bottom()

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        """What stands in each line, with its width, from the upper line to the lower."""
        shown = [item for item in self._items if not item.isEmpty()]
        state = next((item for item in shown if item.widget() is self._state), None)
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        left = room
        for item in reversed([item for item in shown if item is not state]):
            wide = min(item.sizeHint().width(), room)
            if lines[0] and wide > left:
                lines.insert(0, [])
                left = room
            lines[0].insert(0, (item, wide))
            left -= wide + _GAP
        if state is not None:
            wanted = state.sizeHint().width()
            if wanted > left and not (state.hasHeightForWidth() and left >= _LEAST):
                lines.insert(0, [])
                left = room
            lines[0].insert(0, (state, max(1, min(wanted, left))))
        return [line for line in lines if line]

    def _place(self, line: list[tuple[QLayoutItem, int]], row: QRect, inner: QRect) -> None:
        direction, end = self._direction(), row.right() + 1
        for item, wide in reversed(line):
            high = item_height(item, wide)
            x = row.left() if item.widget() is self._state else end - wide
            spot = QRect(x, row.top() + (row.height() - high) // 2, wide, high)
            item.setGeometry(QStyle.visualRect(direction, inner, spot))
            end -= wide + _GAP


def item_height(item: QLayoutItem, width: int) -> int:
    """How high an item is when it is so wide."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
