"""Rows with hairlines: a label and its matter, or the cells of a table, split over pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block, Stack
from customerbook.documents.colours import GREEN, HAIRLINE

_HAIR = 0.75
_WHOLE = 100
_WHOLE_BOX = 160
"""A row, and a box, lower than this is never parted."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a row, counted from the side where reading begins; points."""

    offset: float
    width: float


class Row(Block):
    """Cells beside each other under one hairline each."""

    def __init__(
        self,
        cells: Sequence[Block],
        columns: Sequence[Column],
        *,
        rtl: bool,
        pad: float = 10.75,
        ruled: bool = True,
    ) -> None:
        """`pad` is the space above and below the cells; `rtl` turns the columns around."""
        self._cells = list(cells)
        self._columns = list(columns)
        self._rtl = rtl
        self._pad = pad
        self._ruled = ruled

    def height(self, width: float) -> float:  # noqa: ARG002 - the columns have widths of their own
        """The highest cell and the space around it."""
        return 2 * self._pad + max((c.height(w) for c, w in self._filled()), default=0)

    def least(self, width: float) -> float:
        """A low row whole, else enough for the beginning of every cell."""
        high = self.height(width)
        if high <= _WHOLE:
            return high
        least = max((c.least(w) for c, w in self._filled()), default=0)
        return min(max(2 * self._pad + least, _WHOLE / 2), high)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """Cells that are too high go on in a second row, the others stay in the first."""
        if self.height(width) <= room + 0.01:
            return self, None
        if self.least(width) > room + 0.01:
            return None, self
        above: list[Block] = []
        below: list[Block] = []
        for cell, wide in self._filled():
            fits, rest = cell.split(wide, room - 2 * self._pad)
            if fits is None and rest is not None:
                return None, self
            above.append(fits or Stack(()))
            below.append(rest or Stack(()))
        return self._with(above), self._with(below)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Hairlines, then the cells."""
        for cell, column in zip(self._cells, self._columns, strict=True):
            left = x + (width - column.offset - column.width if self._rtl else column.offset)
            if self._ruled:
                rule(pen, left, top, column.width)
            cell.draw(pen, left, top - self._pad, column.width)

    def _with(self, cells: list[Block]) -> "Row":
        return Row(cells, self._columns, rtl=self._rtl, pad=self._pad, ruled=self._ruled)

    def _filled(self) -> list[tuple[Block, float]]:
        return [(c, column.width) for c, column in zip(self._cells, self._columns, strict=True)]


class Table(Block):
    """Rows under a head that is repeated on every page."""

    def __init__(self, head: Block, rows: Sequence[Block]) -> None:
        self._head = head
        self._rows = list(rows)

    def height(self, width: float) -> float:
        """The head and all rows."""
        return self._head.height(width) + sum(row.height(width) for row in self._rows)

    def least(self, width: float) -> float:
        """The head is never alone."""
        return self._head.height(width) + (self._rows[0].least(width) if self._rows else 0)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """Rows that fit; a row longer than that is itself parted if a useful part fits."""
        room -= self._head.height(width)
        kept: list[Block] = []
        for number, row in enumerate(self._rows):
            high = row.height(width)
            if high <= room + 0.01:
                kept.append(row)
                room -= high
                continue
            fits, rest = row.split(width, room)
            kept += [fits] if fits else []
            left = [rest, *self._rows[number + 1 :]] if rest else self._rows[number + 1 :]
            return (Table(self._head, kept) if kept else None), Table(self._head, left)
        return self, None

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The head, then the rows."""
        for block in (self._head, *self._rows):
            block.draw(pen, x, top, width)
            top -= block.height(width)


class Box(Block):
    """What was agreed: inside a green line."""

    _SIDE, _ENDS, _RADIUS, _LINE = 14, 11, 5, 1.2

    def __init__(self, content: Sequence[Block]) -> None:
        self._content = Stack(content)

    def height(self, width: float) -> float:
        """The content and the space around it."""
        return self._content.height(self._inner(width)) + 2 * self._ENDS

    def least(self, width: float) -> float:
        """A low box whole, else enough for the beginning of the content."""
        high = self.height(width)
        if high <= _WHOLE_BOX:
            return high
        return self._content.least(self._inner(width)) + 2 * self._ENDS

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """What does not fit goes on in a second box."""
        if self.height(width) <= room + 0.01:
            return self, None
        if self.least(width) > room + 0.01:
            return None, self
        fits, rest = self._content.split(self._inner(width), room - 2 * self._ENDS)
        return (Box([fits]) if fits else None), (Box([rest]) if rest else None)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The line, then the content."""
        high = self.height(width)
        pen.setStrokeColor(GREEN)
        pen.setLineWidth(self._LINE)
        pen.roundRect(x, top - high, width, high, self._RADIUS)
        self._content.draw(pen, x + self._SIDE, top - self._ENDS, self._inner(width))

    def _inner(self, width: float) -> float:
        return width - 2 * self._SIDE


def rule(
    pen: Canvas, x: float, y: float, width: float, *, colour: Color = HAIRLINE, thick: float = _HAIR
) -> None:
    """A line from left to right; measures in points."""
    pen.setStrokeColor(colour)
    pen.setLineWidth(thick)
    pen.line(x, y, x + width, y)
