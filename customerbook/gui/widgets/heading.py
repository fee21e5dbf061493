"""What stands over lists and pages: page titles, section headings, and links."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_icon, draw_text, mirrored, prepare, text_width
from customerbook.gui.widgets.pressable import Pressable
from customerbook.gui.widgets.spoken import SpokenRole

_GAP = 12


class Link(Pressable):
    """Words that lead somewhere; underlined under the mouse only."""

    radius = 4

    def __init__(
        self,
        text: str,
        style: Style = "label",
        *,
        icon: str = "",
        tone: Role = "blue",
        parent: QWidget | None = None,
    ) -> None:
        self.style_name: Style = style
        self.icon_name = icon
        self.tone: Role = tone
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Size of the words."""
        side, gap = self._icon_room()
        width = text_width(self.text(), self.style_name) + side + gap
        return QSize(width, theme.current().line(self.style_name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = QPainter(self)
        prepare(painter)
        role: Role = self.tone if self.isEnabled() else "ink3"
        room, direction = self.rect(), self.layoutDirection()
        if self.icon_name:
            side, gap = self._icon_room()
            spot = mirrored(QRect(0, 0, side, self.height()), room, direction)
            draw_icon(painter, spot.toRectF().center(), self.icon_name, side, role)
            room = mirrored(room.adjusted(side + gap, 0, 0, 0), room, direction)
        draw_text(painter, room, self.text(), self.style_name, role, direction=direction)
        if self.underMouse() and self.isEnabled():
            y = self.height() - 3
            painter.fillRect(room.left(), y, room.width(), 1, theme.current().colour(role))

    def _icon_room(self) -> tuple[int, int]:
        """Side of the icon beside words of this size, and the gap behind it."""
        if not self.icon_name:
            return 0, 0
        small = self.style_name in ("meta", "caption")
        return (theme.current().px(14), 4) if small else (theme.current().px(16), 8)


class SectionHeading(QWidget):
    """A heading of 32 px over a list: what, how many, and a link or a fact at the end."""

    spoken_role = SpokenRole.Heading

    def __init__(
        self,
        text: str,
        count: str = "",
        *,
        end: QWidget | None = None,
        role: Role = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = Label(text, "name", role)
        self._count = Label(count, "meta", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addWidget(self._count)
        row.addStretch(1)
        if end is not None:
            row.addWidget(end)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, count: str = "") -> None:
        """Show another heading."""
        self._text.show_text(text)
        self._count.show_text(count)

    def sizeHint(self) -> QSize:
        """32 high at the text size in force."""
        return QSize(super().sizeHint().width(), theme.current().px(32))


class PageTitle(QWidget):
    """The title row of a page, 48 high: title, a fact in `ink2`, controls at the end.

    The controls stand in a row of their own below where the words are too long for one.
    """

    def __init__(
        self, text: str, fact: str = "", *ends: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = Label(text, "title")
        self._fact = BaselineLabel(fact)
        self._ends = ends
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        words, controls = QHBoxLayout(), QHBoxLayout()
        for row in (words, controls):
            row.setSpacing(_GAP)
            self._rows.addLayout(row)
        words.addWidget(self._text)
        words.addWidget(self._fact)
        words.addStretch(1)
        controls.addStretch(1)
        for end in ends:
            controls.addWidget(end)
        self._rows.setStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, fact: str = "") -> None:
        """Show another title."""
        self._text.show_text(text)
        self._fact.show_text(fact)

    def sizeHint(self) -> QSize:
        """48 high at the text size in force; 40 more with the controls below."""
        high = 48 if self._in_one_row() else 88
        return QSize(self._words_width() + self._ends_width(), theme.current().px(high))

    def minimumSizeHint(self) -> QSize:
        """The wider one of the rows."""
        wide = max(self._words_width(), self._ends_width())
        return QSize(wide, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Arrange anew when the words or the controls have changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one row or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        one = self._words_width() + self._ends_width() <= self.width()
        if one != self._in_one_row():
            ways = QBoxLayout.Direction
            self._rows.setDirection(ways.LeftToRight if one else ways.TopToBottom)
            self._rows.setSpacing(_GAP if one else 0)
            self.updateGeometry()
        high = self.sizeHint().height()
        if self.minimumHeight() != high:
            self.setFixedHeight(high)  # at once: two rows in the height of one are cut

    def _in_one_row(self) -> bool:
        return self._rows.direction() == QBoxLayout.Direction.LeftToRight

    def _words_width(self) -> int:
        return self._text.sizeHint().width() + self._fact.sizeHint().width() + _GAP

    def _ends_width(self) -> int:
        """The least the controls need: a segmented row becomes a combo box first."""
        shown = [end for end in self._ends if not end.isHidden()]
        least = [
            max(end.minimumSizeHint().width(), end.minimumWidth())
            if end.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum
            else end.sizeHint().width()
            for end in shown
        ]
        return sum(least) + _GAP * len(shown)


class BaselineLabel(Label):
    """Small words beside a large title, on its baseline."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "text", "ink2")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a little lower than the middle."""
        painter = QPainter(self)
        drop = theme.current().px(4)
        room = self.rect().translated(0, drop)
        draw_text(painter, room, self.text(), "text", self.role, direction=self.layoutDirection())

    def sizeHint(self) -> QSize:
        """Room for the drop."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + theme.current().px(12))
