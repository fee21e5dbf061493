"""One person in the list of sign-in."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from customerbook.gui import theme
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.painting import (
    clip_ends,
    draw_area,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
)
from customerbook.gui.widgets.pressable import Pressable, state_of
from customerbook.model.name import initials

_MARK = 3
_RADIUS = 9


class PersonRow(Pressable):
    """Avatar, name and role; the chosen one stands on `tint` with a mark and a tick."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__(name)
        self.first = self.last = False  # in its card, whose corners are round
        self._role = role
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, told as such
        self.setAccessibleDescription(role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """56 high at the text size in force."""
        return QSize(theme.current().px(240), theme.current().px(55))

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes inside of the row."""
        return self.rect().adjusted(4, 4, -4, -4), 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint fill, mark, avatar, name, role and tick."""
        painter = QPainter(self)
        prepare(painter)
        chosen, direction = self.isChecked(), self.layoutDirection()
        clip_ends(painter, self.rect(), _RADIUS, first=self.first, last=self.last)
        if chosen:
            draw_area(painter, self.rect(), "tint")
            mark = QRect(0, 0, _MARK, self.height())
            draw_area(painter, self._mirrored(mark), "accent")
        elif state_of(self) == "hover":
            draw_area(painter, self.rect(), "hover")
        side = theme.current().px(36)
        place = self._mirrored(QRect(16, (self.height() - side) // 2, side, side))
        draw_avatar(painter, place, initials(self.text()), kind="me" if chosen else "staff_soft")
        line, small = theme.current().line("name"), theme.current().line("meta")
        x, top = 16 + side + 12, (self.height() - line - small) // 2
        room = QRect(x, top, self.width() - x - 48, line)
        draw_text(painter, self._mirrored(room), self.text(), "name", "ink", direction=direction)
        room = QRect(x, top + line, room.width(), small)
        draw_text(painter, self._mirrored(room), self._role, "meta", "ink2", direction=direction)
        if chosen:
            centre = self._mirrored(QRect(self.width() - 36, 0, 20, self.height())).center()
            draw_icon(painter, centre, "check", 18, "accent")

    def _mirrored(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())
