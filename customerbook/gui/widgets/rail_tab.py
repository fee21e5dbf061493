"""One index tab of the rail."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_tab,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.pressable import Pressable

INDENT = 12


class RailTab(Pressable):
    """A page of the window: icon, name, how many wait there; selected it joins the page."""

    def __init__(
        self, value: str, text: str, icon: str, *, page: bool = True, parent: QWidget | None = None
    ) -> None:
        self.value = value
        self.icon_name = icon
        self.count = 0
        self.narrow = False
        super().__init__(text, parent)
        self.setCheckable(page)
        self.setAutoExclusive(page)  # one of several, told as such
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how many wait; none hides the figure."""
        self.count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, with the name as tooltip and the count as a dot."""
        self.narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.update()

    def wide(self) -> int:
        """The width that shows the name whole, with a count of two figures."""
        count = text_width("99", "badge", figures=True) if self.isCheckable() else 0
        words = text_width(self.text(), "name")
        return INDENT + 13 + theme.current().px(20) + 12 + words + count + 20

    def sizeHint(self) -> QSize:
        """40 high at the text size in force."""
        return QSize(theme.current().px(64), theme.current().px(40))

    def ring_place(self) -> tuple[QRect, int]:
        """No ring outside; it is painted inside."""
        return QRect(), 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring inside if the keyboard brought the focus."""
        self._ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        self.update()

    _ring = False

    def show_ring(self, *, shown: bool) -> None:
        """Paint the ring inside, or take it away."""
        self._ring = shown
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tab, mark, icon, name and count."""
        painter = QPainter(self)
        prepare(painter)
        direction = self.layoutDirection()
        selected = self.isChecked() or self.isDown()
        self._paint_body(painter, direction, selected=selected)
        role: Role = "accent" if selected else "ink2"
        side = theme.current().px(20)
        x = INDENT + (10 if self.narrow else 13)
        spot = self._mirrored(QRect(x, 0, side, self.height()))
        draw_icon(painter, spot.toRectF().center(), self.icon_name, side, role, direction=direction)
        if self.narrow:
            if self.count:
                centre = spot.center()
                painter.setBrush(theme.current().colour("amberm"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(centre.x() + 8, centre.y() - 12, 6, 6)
            return
        self._paint_words(painter, direction, x + side + 12, selected=selected)

    def _paint_words(
        self, painter: QPainter, direction: Qt.LayoutDirection, x: int, *, selected: bool
    ) -> None:
        style: Style = "name" if selected else "label"
        count = str(self.count) if self.count else ""
        wide = text_width(count, "badge", figures=True)
        words = self._mirrored(QRect(x, 0, self.width() - x - wide - 20, self.height()))
        role: Role = "ink" if selected else "ink2"
        draw_text(painter, words, self.text(), style, role, direction=direction)
        if count:
            spot = self._mirrored(QRect(self.width() - 13 - wide, 0, wide, self.height()))
            draw_text(painter, spot, count, "badge", "ink2", direction=direction, figures=True)

    def _paint_body(
        self, painter: QPainter, direction: Qt.LayoutDirection, *, selected: bool
    ) -> None:
        body = self.rect().adjusted(INDENT, 0, 0, 0)
        inner = self.rect().adjusted(INDENT, 0, -8, 0)
        if selected:
            draw_tab(painter, self._mirrored(body), 8, direction, fill="paper", edge="line2")
            mark = QRect(INDENT, (self.height() - 24) // 2, 3, 24)
            draw_box(painter, self._mirrored(mark), 1.5, fill="accent")
        elif self.underMouse() and self.isEnabled():
            draw_box(painter, self._mirrored(inner), 8, fill="spine_hover")
        if self._ring:
            draw_box(painter, self._mirrored(inner), 8, edge="accent", width=2)

    def _mirrored(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())
