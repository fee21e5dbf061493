"""Large choices with a second line, as on the first page: what to begin with."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.focus_ring import hide_ring, show_ring
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text, mirrored, prepare
from customerbook.gui.widgets.paragraph import lay_out
from customerbook.gui.widgets.turnable import Turnable


class ChoiceCard(Turnable, QRadioButton):
    """A card to choose, exclusive among those of one parent: icon, what, and what it means."""

    def __init__(self, icon: str, text: str, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.count_turns()
        self._icon, self._hint = icon, hint
        self.setAccessibleDescription(hint)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """62 high at the text size in force."""
        return QSize(theme.current().px(240), theme.current().px(62))

    def minimumSizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(theme.current().px(180), theme.current().px(62))

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """Where the focus ring goes."""
        return self.rect(), 8

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint card, icon and both lines."""
        painter = QPainter(self)
        prepare(painter)
        look, body, direction = theme.current(), self.rect(), self.layoutDirection()
        role: Role = "accent" if self.isChecked() else "ink2"
        if self.isChecked():
            draw_box(painter, body, 8, fill="tint", edge="accent", width=2)
        elif self.underMouse() or self.isDown():
            draw_box(painter, body, 8, fill="hover", edge="field")
        else:
            draw_box(painter, body, 8, fill="card", edge="line2")
        side = look.px(20)
        spot = mirrored(QRect(16, 0, side, body.height()), body, direction)
        draw_icon(painter, spot.toRectF().center(), self._icon, side, role, direction=direction)
        room = body.adjusted(16 + side + 14, 0, -12, 0)
        hint = lay_out(self._hint, "meta", room.width(), lines=2, direction=direction)
        first, second = look.line("name"), hint.height
        top = (body.height() - first - second) // 2
        line = QRect(room.left(), top, room.width(), first)
        draw_text(
            painter,
            mirrored(line, body, direction),
            self.text(),
            "name",
            "ink",
            direction=direction,
        )
        line = QRect(room.left(), top + first, room.width(), second)
        place = mirrored(line, body, direction)
        hint.draw(painter, place.left(), place.top(), "ink2")
