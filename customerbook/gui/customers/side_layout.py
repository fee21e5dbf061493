"""How a row of the card's left column is laid out for a width: its words, and where icons stand."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from customerbook.gui import theme
from customerbook.gui.customers.row_acts import SIDE
from customerbook.gui.customers.side_item import SideItem
from customerbook.gui.theme import Role
from customerbook.gui.widgets.paragraph import Paragraph, Span

ICON: Final = 16
AROUND: Final = 8
"""How far the fill under the mouse reaches out at the start."""
AFTER: Final = 14
"""And at the end, where the icons stand."""
ABOVE: Final = 3
"""And above and below the words."""
_GAP: Final = 10
_BREAK: Final = "\N{ZERO WIDTH SPACE}"


@dataclass(frozen=True)
class Laid:
    """The row at a width: its words, and how high the line stands on which the icons are."""

    parts: tuple[tuple[Paragraph, Role], ...]
    height: int
    acts: int


def indent(item: SideItem) -> int:
    """Where the words begin, from the start of the row."""
    return AROUND + (theme.current().px(ICON) + _GAP if item.icon else 0)


def lay_out(item: SideItem, width: int, direction: Qt.LayoutDirection) -> Laid:
    """The row at this width."""
    room = max(1, width - indent(item) - AFTER)
    text = _with_breaks(item.text)
    spans = (Span(0, len(text), struck=True),) if item.struck else ()
    shown = Paragraph(text, "text", room, spans=spans, figures=True, direction=direction)
    parts: list[tuple[Paragraph, Role]] = [(shown, "ink3" if item.struck else "ink")]
    if item.below:
        below = Paragraph(item.below, "meta", room, direction=direction)
        parts.append((below, item.below_role))
    height = ABOVE + sum(part.height for part, _role in parts)
    taken = theme.current().px(SIDE) * len(item.acts) - AFTER + 2
    last = parts[-1][0]
    line = theme.current().line("meta" if item.below else "text")
    if last.last_width + taken > room:  # no word may lie below the icons
        line = theme.current().line("text") if item.acts else 0
        height += line
    return Laid(tuple(parts), height + ABOVE, height - line // 2)


def _with_breaks(text: str) -> str:
    """An address of mail or web with places where it may break, so that no word is torn."""
    if " " in text or "\n" in text:
        return text
    signs = "@" if "@" in text else "./"
    return "".join(_BREAK + sign if sign in signs else sign for sign in text)
