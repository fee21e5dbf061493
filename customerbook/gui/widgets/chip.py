"""Chips to choose with, states to read, and badges that warn."""

from typing import Final, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

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
from customerbook.gui.widgets.pressable import Pressable, state_of

ChipHeight = Literal[24, 32]
Tone = Literal["green", "amber", "red", "blue", "neutral"]

TONES: Final[dict[Tone, tuple[Role, Role]]] = {
    "green": ("tint", "accent"),  # resolved, done
    "amber": ("amberbg", "amber"),  # promised, due
    "red": ("redbg", "red"),  # overdue, complaint, forbidden
    "blue": ("bluebg", "blue"),  # merged, information
    "neutral": ("sunk", "ink2"),
}
"""Fill and text of states, badges and banners."""


class Chip(Pressable):
    """A small choice, checkable unless `checkable=False`; exclusive in a `QButtonGroup`.

    `end_icon` at the end says that it opens something, such as `chevron-down`; `on_bar` is for
    the dark bar.
    """

    def __init__(
        self,
        text: str,
        *,
        height: ChipHeight = 24,
        icon: str = "",
        end_icon: str = "",
        checkable: bool = True,
        checked: bool = False,
        tone: Role | None = None,
        on_bar: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.height_step: ChipHeight = height
        self.icon_name = icon
        self.end_icon = end_icon
        self.tone: Role | None = tone
        self.on_bar = on_bar
        self.ground: Role | None = "card"
        """Its fill while it is not chosen; none where it stands on paper."""
        super().__init__(text, parent)
        self.radius = 6 if height == 24 else 8
        self.setCheckable(checkable)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Width of the words in their heaviest weight if they get it: choosing moves nothing."""
        width = 2 * self._padding() + self._icon_room(self.icon_name)
        width += self._words_width() + self._icon_room(self.end_icon)
        return QSize(width, theme.current().px(self.height_step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, icons and words."""
        painter = QPainter(self)
        prepare(painter)
        fill, edge, text = self._colours()
        draw_box(painter, self.rect(), self.radius, fill=fill, edge=edge)
        self._paint_content(painter, text)

    def _colours(self) -> tuple[Role | None, Role | None, Role]:
        state = state_of(self)
        if self.on_bar:
            if self.isChecked():
                return "bar_ink", None, "bar"
            return "bar_inner", None if state == "normal" else "field", "bar_ink"
        if state == "disabled":
            return None, "line", "ink3"
        if self.isChecked():
            return "tint", "accent", "accent"
        text: Role = self.tone or "ink2"
        if state == "normal":
            return self.ground, "line2", text
        return "sunk", "field", text

    def _paint_content(self, painter: QPainter, text: Role) -> None:
        direction = self.layoutDirection()
        body, x = self.rect(), self._padding()
        style = self._style(chosen=self.isChecked())
        side = self._icon_side()
        if self.icon_name:
            place = mirrored(QRect(x, 0, side, body.height()), body, direction)
            draw_icon(painter, place.toRectF().center(), self.icon_name, side, text)
            x += self._icon_room(self.icon_name)
        room = body.width() - x - self._padding() - self._icon_room(self.end_icon)
        words = QRect(x, 0, min(self._words_width(), max(0, room)), body.height())
        draw_text(
            painter,
            mirrored(words, body, direction),
            self.text(),
            style,
            text,
            align=Qt.AlignmentFlag.AlignHCenter,
            direction=direction,
        )
        if self.end_icon:
            place = QRect(body.width() - self._padding() - side, 0, side, body.height())
            place = mirrored(place, body, direction)
            draw_icon(painter, place.toRectF().center(), self.end_icon, side, text)

    def _style(self, *, chosen: bool) -> Style:
        if self.height_step == 24:
            return "badge" if chosen else "caption"
        return "name" if chosen else "label"

    def _padding(self) -> int:
        return 9 if self.height_step == 24 else 13

    def _icon_side(self) -> int:
        return theme.current().px(14 if self.height_step == 24 else 16)

    def _icon_room(self, icon: str) -> int:
        return self._icon_side() + (4 if self.height_step == 24 else 6) if icon else 0

    def _words_width(self) -> int:
        return text_width(self.text(), self._style(chosen=self.isCheckable()))


class StateChip(QLabel):
    """A state or tag to read: fill, no edge; 12/500, 24 high."""

    _style: Style = "caption"
    _heights = (24, 8, 6)
    _icon = 12

    def __init__(
        self,
        text: str,
        tone: Tone = "neutral",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.tone: Tone = tone
        self.icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another state."""
        self.tone, self.icon_name = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Size of the words with their fill."""
        height, padding, _radius = self._heights
        icon = theme.current().px(self._icon) + 4 if self.icon_name else 0
        width = text_width(self.text(), self._style) + 2 * padding + icon
        return QSize(width, theme.current().px(height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint fill, icon and words."""
        painter = QPainter(self)
        prepare(painter)
        draw_state(
            painter,
            self.rect(),
            self.text(),
            self.tone,
            icon=self.icon_name,
            style=self._style,
            radius=self._heights[2],
            direction=self.layoutDirection(),
        )


class Badge(StateChip):
    """A warning beside a name: 12/600, 20 high; at most two on a row, most serious first."""

    _style: Style = "badge"
    _heights = (20, 6, 4)


def draw_state(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: Tone,
    *,
    icon: str = "",
    style: Style = "caption",
    radius: int = 6,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw a state chip or badge that fills `rect`; delegates use it too."""
    fill, role = TONES[tone]
    draw_box(painter, rect, radius, fill=fill)
    padding = 6 if style == "badge" else 8
    inner = rect.adjusted(padding, 0, -padding, 0)
    if icon:
        side = theme.current().px(12)
        place = mirrored(QRect(inner.left(), inner.top(), side, inner.height()), rect, direction)
        draw_icon(painter, place.toRectF().center(), icon, side, role, direction=direction)
        inner.setLeft(inner.left() + side + 4)
    draw_text(painter, mirrored(inner, rect, direction), text, style, role, direction=direction)


def state_width(text: str, *, icon: str = "", style: Style = "caption") -> int:
    """Width of a state chip or badge."""
    padding = 6 if style == "badge" else 8
    return text_width(text, style) + 2 * padding + (theme.current().px(12) + 4 if icon else 0)
