"""Rows of a picker: what can be chosen, and headings over groups of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text, text_width
from customerbook.gui.widgets.paragraph import paint_highlighted
from customerbook.gui.widgets.row_delegate import Row, RowDelegate

_EDGE = 8
_HEIGHT = 32


@dataclass(frozen=True)
class Pick:
    """Something to choose: `value` is what choosing it gives, `places` what was typed of it.

    `aside` stands at the end; `said` is read out in place of the words where they alone do not
    tell what choosing them does.
    """

    name: str
    value: Any
    icon: str = ""
    aside: str = ""
    said: str = ""
    places: tuple[tuple[int, int], ...] = ()

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.said or self.name, self.aside) if part)


@dataclass(frozen=True)
class PickHeading:
    """Words over the rows that follow; they cannot be chosen."""

    name: str

    def spoken(self) -> str:
        """The words."""
        return self.name


PickView = Pick | PickHeading


def group(heading: str, picks: Sequence[Pick]) -> list[PickView]:
    """Rows under their heading; nothing at all if there is none."""
    return [PickHeading(heading), *picks] if picks else []


class PickDelegate(RowDelegate):
    """Paints `Pick` and `PickHeading`, 32 high."""

    def __init__(self) -> None:
        super().__init__(height=_HEIGHT, rounded=False)

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        body = row.rect
        if isinstance(view, PickHeading):
            room = row.place(body.adjusted(_EDGE, 4, -_EDGE, 0))
            draw_text(row.painter, room, view.name, "caption", "ink3", direction=row.direction)
            return
        assert isinstance(view, Pick)
        if row.selected or row.hover:
            draw_box(row.painter, body, 6, fill="tint" if row.selected else "hover")
        side = theme.current().px(16)
        if view.icon:
            role: Role = "accent" if row.selected else "ink2"
            spot = row.place(QRect(body.left() + _EDGE, body.top(), side, body.height()))
            centre = QRectF(spot).center()
            draw_icon(row.painter, centre, view.icon, side, role, direction=row.direction)
        start, end = body.left() + 2 * _EDGE + side, body.right() + 1 - _EDGE
        if view.aside:
            wide = text_width(view.aside, "meta")
            room = row.place(QRect(end - wide, body.top(), wide, body.height()))
            draw_text(row.painter, room, view.aside, "meta", "ink3", direction=row.direction)
            end -= wide + 8
        room = row.place(QRect(start, body.top(), max(1, end - start), body.height()))
        paint_highlighted(
            row.painter,
            room,
            view.name,
            view.places,
            style="text",
            role="ink",
            direction=row.direction,
        )
