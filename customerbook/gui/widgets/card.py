"""Cards: the sheet of paper that lists, forms and tiles stand on."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import draw_box, draw_line, mirrored, prepare


class Card(QFrame):
    """A rounded sheet with a hairline edge; rows added with `add_row` are divided by lines.

    `edge="line2"` where a tab joins it, `fill="amberbg"` and no edge for what to remember.
    """

    def __init__(
        self,
        *,
        fill: Role = "card",
        edge: Role | None = "line",
        radius: int = 10,
        padding: int = 0,
        spacing: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fill: Role = fill
        self.edge: Role | None = edge
        self.radius = radius
        self._rows: list[QWidget] = []
        self._joined = (0, 0)
        self.column = QVBoxLayout(self)
        inner = padding + (1 if edge else 0)
        self.column.setContentsMargins(inner, inner, inner, inner)
        self.column.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below the others, without a line."""
        self.column.addWidget(widget, stretch)

    def add_row(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a row below the others, divided from what stands above by a line."""
        if self.column.count():
            self.column.addSpacing(1)
        self.column.addWidget(widget, stretch)
        self._rows.append(widget)

    def clear_rows(self) -> None:
        """Take all rows away."""
        self._rows.clear()
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def join(self, top: int, height: int) -> None:
        """Leave the edge at the start out where a tab of a list beside joins; 0 closes it."""
        if (top, height) == self._joined:
            return
        for joint in (self._joined, (top, height)):
            self._update_joint(*joint)
        self._joined = (top, height)

    def _update_joint(self, top: int, height: int) -> None:
        """Paint the edge anew where a tab joins or has joined, and nothing of what lies within."""
        place = QRect(0, top, 1, height)
        if height and top < self.radius:
            place = place.united(QRect(0, 0, self.radius, self.radius))
        self.update(mirrored(place, self.rect(), self.layoutDirection()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and the lines between rows."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), self.radius, fill=self.fill, edge=self.edge)
        self._paint_joint(painter)
        shown = [row for row in self._rows if row.isVisibleTo(self)]
        for row in shown[1:]:
            y = row.y() - 1
            draw_line(painter, QPoint(1, y), QPoint(self.width() - 2, y), "line")

    def _paint_joint(self, painter: QPainter) -> None:
        """Open the edge for the tab, keeping clear of the round corner."""
        top, height = self._joined
        if height <= 2:
            return
        tall = QRect(0, top + 1, 1, height - 2)
        place = mirrored(tall, self.rect(), self.layoutDirection())
        painter.fillRect(place, theme.current().colour(self.fill))
        if top < self.radius:  # the first row stands at the top: no corner where it joins
            corner = QRect(0, 0, self.radius, self.radius)
            corner = mirrored(corner, self.rect(), self.layoutDirection())
            painter.fillRect(corner, theme.current().colour(self.fill))
            line = mirrored(QRect(0, 0, self.radius, 1), self.rect(), self.layoutDirection())
            painter.fillRect(line, theme.current().colour(self.edge or self.fill))


class RuleLine(QWidget):
    """One line of 1 px: `line` between parts of a card, `rule` for a margin that stands alone."""

    def __init__(
        self, role: Role = "line", *, upright: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role: Role = role
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        free, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed if upright else free, free if upright else fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        draw_box(painter, self.rect(), 0, fill=self.role)
