"""Head and foot of the rail: the shop with the mark of the program, and who is at the counter."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.painting import draw_box, draw_text, mirrored, prepare, text_width
from customerbook.gui.widgets.pressable import Pressable
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

NARROW = 64
"""Width of the rail when it shows icons alone."""
_WORDS = 52
"""Where the name of the shop begins."""


class ShopPlate(QWidget):
    """The book's mark with the name of the shop."""

    spoken_role = SpokenRole.StaticText

    def __init__(self, name: str) -> None:
        super().__init__()
        self.narrow = False
        self.show_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def wide(self) -> int:
        """The width that shows whole what the program is called; the shop's name may be cut."""
        return _WORDS + text_width(_("Customer Book"), "meta") + 4

    def sizeHint(self) -> QSize:
        """64 high at the text size in force."""
        return QSize(NARROW, theme.current().px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark, name and what the program is called."""
        painter = QPainter(self)
        prepare(painter)
        direction = self.layoutDirection()
        x = 20 if self.narrow else 16
        mark = mirrored(QRect(x + 1, (self.height() - 24) // 2, 22, 24), self.rect(), direction)
        draw_mark(painter, mark, direction)
        if self.narrow:
            return
        line, small = theme.current().line("name"), theme.current().line("meta")
        top = (self.height() - line - small) // 2
        room = QRect(_WORDS, top, self.width() - _WORDS - 4, line)
        place = mirrored(room, self.rect(), direction)
        draw_text(painter, place, self._name, "name", "ink", direction=direction)
        room = QRect(_WORDS, top + line, room.width(), small)
        place = mirrored(room, self.rect(), direction)
        draw_text(painter, place, _("Customer Book"), "meta", "ink2", direction=direction)


class PersonPlate(Pressable):
    """Who is at the counter; pressing it switches."""

    radius = 8

    def __init__(self) -> None:
        self.narrow = False
        self._name = self._initials = self._role = ""
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, initials: str, role: str) -> None:
        """Show somebody else."""
        self._name, self._initials, self._role = name, initials, role
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Switch person"))
        self.setToolTip(_("Switch person"))
        self.update()

    def sizeHint(self) -> QSize:
        """48 high at the text size in force."""
        return QSize(NARROW, theme.current().px(48))

    def ring_place(self) -> tuple[QRect, int]:
        """A little inside of the rail."""
        return self.rect().adjusted(8, 2, -4, -2), 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint avatar, name and role."""
        painter = QPainter(self)
        prepare(painter)
        direction = self.layoutDirection()
        if self.underMouse():
            body = mirrored(self.rect().adjusted(8, 2, -4, -2), self.rect(), direction)
            draw_box(painter, body, 8, fill="spine_hover")
        side = theme.current().px(32)
        x = (self.width() - side) // 2 if self.narrow else 14
        place = QRect(x, (self.height() - side) // 2, side, side)
        place = mirrored(place, self.rect(), direction)
        draw_avatar(painter, place, self._initials, kind="me")
        if self.narrow:
            return
        line, small = theme.current().line("label"), theme.current().line("meta")
        top = (self.height() - line - small) // 2
        x += side + 10
        room = mirrored(QRect(x, top, self.width() - x - 8, line), self.rect(), direction)
        draw_text(painter, room, self._name, "label", "ink", direction=direction)
        room = mirrored(QRect(x, top + line, self.width() - x - 8, small), self.rect(), direction)
        draw_text(painter, room, self._role, "meta", "ink2", direction=direction)


def draw_mark(painter: QPainter, rect: QRect, direction: Qt.LayoutDirection) -> None:
    """Draw the mark of the program: a closed book with lines on its cover."""
    plate = QColor(theme.current().colour("plate"))
    soft = QColor(plate)
    soft.setAlphaF(0.75)
    faint = QColor(plate)
    faint.setAlphaF(0.45)
    draw_box(painter, rect, 5, fill="fill")
    spine = mirrored(QRect(rect.left() + 4, rect.top(), 2, rect.height()), rect, direction)
    painter.fillRect(spine, faint)
    for step, (wide, colour) in enumerate(((9, plate), (9, soft), (5, soft))):
        bar = QRect(rect.left() + 9, rect.top() + 7 + step * 4, wide, 2)
        draw_box(painter, mirrored(bar, rect, direction), 1, fill=colour)
