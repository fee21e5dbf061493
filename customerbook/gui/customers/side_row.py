"""A row of the card's left column: icon, words, and small words below."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import draw_box, draw_icon, mirrored, prepare
from customerbook.gui.widgets.paragraph import Paragraph, Span
from customerbook.gui.widgets.pressable import Pressable

_ICON, _GAP = 16, 10
_AROUND = 4
"""How far the fill under the mouse reaches out."""


class SideRow(Pressable):
    """Painted words; `menu_wanted(place)` fires where pressing it offers something.

    `struck` draws a line through, for what is not to be used. Rows that offer nothing take no
    focus and do not look as if they could be pressed.
    """

    menu_wanted = Signal(QPoint)
    radius = 6

    def __init__(
        self,
        text: str,
        icon: str,
        *,
        below: str = "",
        below_role: Role = "ink3",
        struck: bool = False,
        role: Role = "ink",
        offers: bool = False,
    ) -> None:
        self._icon, self._below, self._below_role = icon, below, below_role
        self._struck = struck
        self._role: Role = "ink3" if struck else role
        self._laid_for: tuple[int, Qt.LayoutDirection, str] | None = None
        self._laid: list[tuple[Paragraph, Role]] = []
        super().__init__(text)
        self.setAccessibleName(" ".join(text.split()))
        self.setAccessibleDescription(below)
        if not offers:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.menu_wanted.emit(self._corner()))

    def below(self) -> str:
        """The small words."""
        return self._below

    def struck(self) -> bool:
        """Whether a line goes through the words."""
        return self._struck

    def sizeHint(self) -> QSize:
        """The width of the column, and the lines at that width."""
        width = theme.current().px(208)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return QSize(80, theme.current().line("text"))

    def hasHeightForWidth(self) -> bool:
        """Grows in height where the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return sum(part.height for part, _role in self._parts(width))

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the words."""
        return self.rect(), self.radius

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what pressing offers."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = QPainter(self)
        prepare(painter)
        direction, look = self.layoutDirection(), theme.current()
        if self.underMouse() and self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            draw_box(painter, self.rect().adjusted(0, 0, 0, 0), self.radius, fill="hover")
        side = look.px(_ICON)
        spot = QRect(0, 0, side, look.line("text"))
        spot = mirrored(spot, self.rect(), direction)
        centre = spot.toRectF().center()
        draw_icon(painter, centre, self._icon, side, "ink2", direction=direction)
        room = mirrored(self.rect().adjusted(self._indent(), 0, 0, 0), self.rect(), direction)
        y = 0
        for part, role in self._parts(self.width()):
            part.draw(painter, room.left(), y, role)
            y += part.height

    def _parts(self, width: int) -> list[tuple[Paragraph, Role]]:
        key = (width, self.layoutDirection(), theme.current().font("text").key())
        if key != self._laid_for:
            self._laid_for, self._laid = key, self._lay_out(width)
        return self._laid

    def _lay_out(self, width: int) -> list[tuple[Paragraph, Role]]:
        room = max(1, width - self._indent())
        direction, text = self.layoutDirection(), self.text()
        spans = (Span(0, len(text), struck=True),) if self._struck else ()
        shown = Paragraph(text, "text", room, spans=spans, figures=True, direction=direction)
        parts: list[tuple[Paragraph, Role]] = [(shown, self._role)]
        if self._below:
            below = Paragraph(self._below, "meta", room, direction=direction)
            parts.append((below, self._below_role))
        return parts

    def _indent(self) -> int:
        return theme.current().px(_ICON) + _GAP

    def _corner(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, self.height() + _AROUND))
