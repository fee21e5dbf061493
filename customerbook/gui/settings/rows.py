"""Rows of a section below each other, parted by lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.widgets.painting import draw_line

_EDGE = 24


class Rows(QWidget):
    """Widgets with a line above each and below the last."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 1)
        self._column.setSpacing(1)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the keyboard stays at its place if it was in one."""
        place, field = self._focused()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
        if 0 <= place < len(rows):
            fields = rows[place].findChildren(QWidget)
            if field < len(fields):
                fields[field].setFocus()

    def rows(self) -> list[QWidget]:
        """What is shown, in its order."""
        return list(self._rows)

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """Put more rows at the end."""
        for row in rows:
            self._rows.append(row)
            self._column.addWidget(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        for row in self._rows:
            y = row.y() - 1
            draw_line(painter, QPoint(_EDGE, y), QPoint(self.width() - _EDGE - 1, y), "line")
        if self._rows:
            y = self.height() - 1
            draw_line(painter, QPoint(_EDGE, y), QPoint(self.width() - _EDGE - 1, y), "line")

    def _focused(self) -> tuple[int, int]:
        now = self.window().focusWidget()
        for place, row in enumerate(self._rows):
            fields = row.findChildren(QWidget)
            if now in fields:
                return place, fields.index(now)
        return -1, 0
