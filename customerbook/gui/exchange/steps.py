"""The steps of a longer task, in the head of its sheet: done, now, to come."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

_RING: Final = 22
_GAP: Final = 8
_BETWEEN: Final = 24


class Steps(QWidget):
    """Numbered rings with words; `go(place)` says which step it is now, from 0."""

    spoken_role = SpokenRole.Grouping

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = list(words)
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.go(0)

    def go(self, place: int) -> None:
        """Make this the present step."""
        self._now = place
        step = _("Step {n} of {count}: {what}")
        self.setAccessibleName(
            step.format(n=place + 1, count=len(self._words), what=self._words[place])
        )
        self.updateGeometry()
        self.update()

    def now(self) -> int:
        """The present step."""
        return self._now

    def sizeHint(self) -> QSize:
        """Rings and words in one line."""
        ring = theme.current().px(_RING)
        widths = [ring + _GAP + text_width(words, "name") for words in self._words]
        return QSize(sum(widths) + _BETWEEN * (len(widths) - 1), theme.current().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        prepare(painter)
        ring, x = theme.current().px(_RING), 0
        for place, words in enumerate(self._words):
            wide = text_width(words, "name")
            spot = QRect(x, (self.height() - ring) // 2, ring, ring)
            self._paint_ring(painter, self._place(spot), place)
            style: Style = "name" if place == self._now else "label"
            role: Role = "ink" if place == self._now else "ink2"
            room = self._place(QRect(x + ring + _GAP, 0, wide, self.height()))
            draw_text(painter, room, words, style, role, direction=self.layoutDirection())
            x += ring + _GAP + wide + _BETWEEN

    def _paint_ring(self, painter: QPainter, spot: QRect, place: int) -> None:
        half = spot.width() / 2
        if place < self._now:
            draw_box(painter, spot, half, fill="card", edge="accent")
            side = theme.current().px(12)
            draw_icon(painter, spot.toRectF().center(), "check", side, "accent")
            return
        now = place == self._now
        edge: Role | None = None if now else "line2"
        draw_box(painter, spot, half, fill="fill" if now else "card", edge=edge)
        width = text_width(str(place + 1), "badge", figures=True)
        room = QRect(spot)
        room.setLeft(spot.left() + (spot.width() - width + 1) // 2)
        role: Role = "on_fill" if now else "ink2"
        draw_text(painter, room, str(place + 1), "badge", role, figures=True)

    def _place(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())
