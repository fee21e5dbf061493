"""Shortcuts as they are printed on the keyboard, and the small key caps that show them."""

import sys

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import draw_box, draw_text, prepare, text_width
from customerbook.gui.widgets.spoken import SpokenRole

_SIGNS = {"Return": "↵", "Enter": "↵", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_words(keys: str) -> str:
    """A portable key sequence as a person reads it: `Ctrl+Return` becomes `Ctrl ↵`."""
    if not keys:
        return ""
    if sys.platform == "darwin":
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - not for the first page elsewhere

        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    parts = [part for part in keys.split("+") if part] + (["+"] if keys.endswith("++") else [])
    return " ".join(_SIGNS.get(part, part) for part in parts)


def cap_width(keys: str) -> int:
    """Width of the key cap of a sequence in pixels."""
    return text_width(key_words(keys), "caption") + 11 if keys else 0


def cap_height() -> int:
    """Height of a key cap in pixels."""
    return theme.current().px(20)


def draw_cap(
    painter: QPainter,
    rect: QRect,
    keys: str,
    *,
    role: Role | QColor = "ink2",
    edge: Role | QColor = "line2",
    fill: Role | QColor | None = "paper",
) -> None:
    """Draw a key cap that fills `rect`."""
    draw_box(painter, rect, 4, fill=fill, edge=edge)
    draw_text(painter, rect, key_words(keys), "caption", role, align=Qt.AlignmentFlag.AlignHCenter)


class KeyHint(QWidget):
    """A key cap that stands by itself in a sentence or a foot line."""

    spoken_role = SpokenRole.StaticText

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key_words(keys))

    def sizeHint(self) -> QSize:
        """Size of the cap."""
        return QSize(cap_width(self._keys), cap_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        prepare(painter)
        draw_cap(painter, self.rect(), self._keys)
