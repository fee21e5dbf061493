"""Buttons: words with an icon and a key, and icons alone."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.keys import cap_height, cap_width, draw_cap
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.pressable import Pressable, State, state_of

Kind = Literal["primary", "secondary", "quiet", "danger", "erase", "bar", "bar_filled"]
Height = Literal[32, 40, 44]


@dataclass(frozen=True)
class Skin:
    """Colours of one state; none means nothing is painted."""

    fill: Role | None
    edge: Role | None
    text: Role


SKINS: Final[dict[Kind, dict[State, Skin]]] = {
    "primary": {
        "normal": Skin("fill", None, "on_fill"),
        "hover": Skin("fill_hover", None, "on_fill"),
        "pressed": Skin("fill_pressed", None, "on_fill"),
        "disabled": Skin("sunk", None, "ink3"),
    },
    "secondary": {
        "normal": Skin("card", "line2", "ink"),
        "hover": Skin("hover", "field", "ink"),
        "pressed": Skin("sunk", "field", "ink"),
        "disabled": Skin(None, "line", "ink3"),
    },
    "quiet": {
        "normal": Skin(None, None, "accent"),
        "hover": Skin("sunk", None, "accent"),
        "pressed": Skin("line", None, "accent"),
        "disabled": Skin(None, None, "ink3"),
    },
    "danger": {
        "normal": Skin("card", "line2", "red"),
        "hover": Skin("redbg", "redm", "red"),
        "pressed": Skin("danger", None, "on_fill"),
        "disabled": Skin(None, "line", "ink3"),
    },
    "erase": {
        "normal": Skin("danger", None, "on_fill"),
        "hover": Skin("danger", "red", "on_fill"),
        "pressed": Skin("danger", "ink", "on_fill"),
        "disabled": Skin("sunk", None, "ink3"),
    },
    "bar": {  # on the dark bar of toasts and of several rows chosen
        "normal": Skin(None, None, "bar_ink"),
        "hover": Skin("bar_inner", None, "bar_ink"),
        "pressed": Skin("bar_inner", "field", "bar_ink"),
        "disabled": Skin(None, None, "bar_ink3"),
    },
    "bar_filled": {
        "normal": Skin("bar_inner", None, "bar_ink"),
        "hover": Skin("bar_inner", "field", "bar_ink"),
        "pressed": Skin("bar", "field", "bar_ink"),
        "disabled": Skin(None, None, "bar_ink3"),
    },
}
_PADDING: Final[dict[Height, int]] = {32: 13, 40: 17, 44: 25}
_GAP = 8


class Button(Pressable):
    """A button with words: `Button(_("Save"), kind="primary", icon="check", keys="Ctrl+Return")`.

    `keys` is only shown; the command registry binds it. `tone` is the text colour of a quiet one.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        keys: str = "",
        height: Height = 40,
        tone: Role = "accent",
        parent: QWidget | None = None,
    ) -> None:
        self.kind: Kind = kind
        self.icon_name = icon
        self.keys = keys
        self.height_step: Height = height
        self.tone: Role = tone
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def style_name(self) -> Style:
        """Small buttons speak more softly than the others."""
        return "label" if self.height_step == 32 else "name"

    def sizeHint(self) -> QSize:
        """Width of what is in it, height of its step at the text size in force."""
        parts = [
            self.icon_side(),
            text_width(self.text(), self.style_name) if self.text() else 0,
            cap_width(self.keys),
        ]
        shown = [part for part in parts if part]
        width = sum(shown) + _GAP * (len(shown) - 1) + 2 * _PADDING[self.height_step]
        return QSize(width, theme.current().px(self.height_step))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def set_kind(self, kind: Kind) -> None:
        """Become another kind, as the allowed channel becomes the primary one."""
        self.kind = kind
        self.update()

    def icon_side(self) -> int:
        """Side of the icon in pixels; 0 without one."""
        side = 16 if self.height_step == 32 else 18
        return theme.current().px(side) if self.icon_name else 0

    def skin(self) -> Skin:
        """Colours of the state in force."""
        skin = SKINS[self.kind][state_of(self)]
        if self.kind == "quiet" and self.isEnabled():
            return Skin(skin.fill, skin.edge, self.tone)
        return skin

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, icon, words and key."""
        painter = QPainter(self)
        prepare(painter)
        skin = self.skin()
        draw_box(painter, self.rect(), self.radius, fill=skin.fill, edge=skin.edge)
        self.paint_content(painter, self.rect(), skin)

    def paint_content(self, painter: QPainter, room: QRect, skin: Skin) -> None:
        """Paint icon, words and key in the middle of `room`."""
        direction = self.layoutDirection()
        icon = self.icon_side()
        cap = cap_width(self.keys)
        words = text_width(self.text(), self.style_name) if self.text() else 0
        gaps = _GAP * (sum(map(bool, (icon, cap, words))) - 1)
        words = min(words, room.width() - icon - cap - gaps)
        x = room.left() + (room.width() - icon - cap - words - gaps) // 2
        middle = room.top() + room.height() // 2
        if icon:
            place = mirrored(QRect(x, middle - icon // 2, icon, icon), room, direction)
            centre = place.topLeft() + QPoint(icon // 2, icon // 2)
            draw_icon(painter, centre, self.icon_name, icon, skin.text, direction=direction)
            x += icon + _GAP
        if words:
            place = mirrored(QRect(x, room.top(), words, room.height()), room, direction)
            draw_text(painter, place, self.text(), self.style_name, skin.text, direction=direction)
            x += words + _GAP
        if cap:
            high = cap_height()
            place = mirrored(QRect(x, middle - high // 2, cap, high), room, direction)
            self._paint_cap(painter, place, skin)

    def _paint_cap(self, painter: QPainter, place: QRect, skin: Skin) -> None:
        if skin.text in ("on_fill", "bar_ink"):
            soft = QColor(theme.current().colour(skin.text))
            soft.setAlphaF(0.55)
            draw_cap(painter, place, self.keys, role=skin.text, edge=soft, fill=None)
        else:
            role: Role = "ink2" if self.isEnabled() else "ink3"
            draw_cap(painter, place, self.keys, role=role)


class IconButton(Pressable):
    """A square button with an icon; `text` is its accessible name and its tooltip."""

    def __init__(
        self,
        icon: str,
        text: str,
        *,
        kind: Kind = "quiet",
        size: Height = 32,
        icon_size: int = 18,
        tone: Role = "ink2",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.kind: Kind = kind
        self.icon_name = icon
        self.side: Height = size
        self.icon_size = icon_size
        self.tone: Role = tone
        super().__init__("", parent)
        self.radius = 6 if size == 32 else 8
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)

    def show_icon(self, icon: str, text: str) -> None:
        """Show another icon with its meaning."""
        self.icon_name = icon
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme.current().px(self.side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body and icon."""
        painter = QPainter(self)
        prepare(painter)
        skin = SKINS[self.kind][state_of(self)]
        role = self.tone if self.kind == "quiet" and self.isEnabled() else skin.text
        draw_box(painter, self.rect(), self.radius, fill=skin.fill, edge=skin.edge)
        draw_icon(
            painter,
            self.rect().toRectF().center(),
            self.icon_name,
            theme.current().px(self.icon_size),
            role,
            direction=self.layoutDirection(),
        )
