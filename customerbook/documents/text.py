"""A block of text: broken into lines, drawn letter by letter, split over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import Self

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from customerbook.documents.block import Block
from customerbook.documents.colours import INK
from customerbook.documents.direction import as_seen, has_rtl
from customerbook.documents.lines import Line, break_lines
from customerbook.documents.typecase import Span, Typecase, text_of


class Side(Enum):
    """Where lines begin: at the document's start or end, or where their own language begins."""

    START = "start"
    END = "end"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; sizes in points. `baseline` is counted from the top of the first line."""

    size: float
    leading: float
    colour: Color = INK
    strong: bool = False
    side: Side = Side.START
    tracking: float = 0
    baseline: float = 0

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline: letters stand in the middle of the line."""
        return self.baseline or self.leading / 2 + 0.35 * self.size


class Text(Block):
    """Paragraphs in one style. Text is drawn as it is: it is never read as markup."""

    def __init__(
        self, content: str | Sequence[Span], style: Style, case: Typecase, *, most: int = 0
    ) -> None:
        """`most` is the greatest number of lines, the last of them ending in "…"; 0 for all."""
        spans = [Span(content)] if isinstance(content, str) else list(content)
        self._spans = [replace(s, strong=s.strong or style.strong) for s in spans]
        self._style = style
        self._case = case
        self._most = most
        self._broken: tuple[float, list[Line]] | None = None

    def height(self, width: float) -> float:
        """All lines."""
        return len(self._lines(width)) * self._style.leading

    def least(self, width: float) -> float:
        """Two lines: no line stands alone."""
        lines = len(self._lines(width))
        return (lines if lines < 4 else 2) * self._style.leading

    def natural_width(self, width: float) -> float:
        """How wide the text really is in a column."""
        return max((line.width for line in self._lines(width)), default=0)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """Lines that fit and those that do not, at least two on either page."""
        lines = self._lines(width)
        fit = int((room + 0.01) // self._style.leading)
        if fit >= len(lines):
            return self, None
        fit = min(fit, len(lines) - 2)
        if fit < 2:
            return None, self
        return self._part(width, lines[:fit]), self._part(width, lines[fit:])

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Write line by line, each in the order in which it is seen."""
        writer = pen.beginText()
        writer.setFillColor(self._style.colour)
        pen.setLineWidth(self._style.size * 0.035)  # for faces that are thickened
        baseline = top - self._style.drop
        for line in self._lines(width):
            space = width - line.width if self._ends_right(line) else 0
            writer.setTextOrigin(x + space, baseline)
            self._write(writer, line)
            baseline -= self._style.leading
        pen.drawText(writer)

    def _lines(self, width: float) -> list[Line]:
        if self._broken is None or abs(self._broken[0] - width) > 0.01:
            style = self._style
            lines = break_lines(self._spans, width, style.size, style.tracking, self._case)
            if self._most and len(lines) > self._most:
                lines = [*lines[: self._most - 1], self._cut(lines[self._most - 1], width)]
            self._broken = width, lines
        return self._broken[1]

    def _cut(self, line: Line, width: float) -> Line:
        text = text_of(line.spans)
        while text:
            one = [Span(text.rstrip() + "…", self._style.strong)]
            tried = break_lines(one, width, self._style.size, self._style.tracking, self._case)
            if len(tried) == 1:
                return tried[0]
            text = text[:-1]
        return line

    def _part(self, width: float, lines: list[Line]) -> Self:
        part = type(self)((), self._style, self._case)
        part._broken = width, lines
        return part

    def _ends_right(self, line: Line) -> bool:
        if self._style.side is Side.OWN:
            return line.rtl
        return self._case.rtl is (self._style.side is Side.START)

    def _write(self, writer: PDFTextObject, line: Line) -> None:
        turned = line.rtl or any(has_rtl(span.text) for span in line.spans)
        writer.setCharSpace(0 if turned else self._style.tracking)
        for span in _in_order_of_sight(line) if turned else line.spans:
            for face, text in self._case.runs(span.text, strong=span.strong):
                if face.thicken:
                    writer.setStrokeColor(self._style.colour)
                writer.setTextRenderMode(2 if face.thicken else 0)
                writer.setFont(face.name, self._style.size)
                writer.textOut(text)


def _in_order_of_sight(line: Line) -> list[Span]:
    """The line from left to right; strong stretches stay strong where they stay together."""
    whole = "".join(span.text for span in line.spans)
    seen = as_seen(whole, rtl=line.rtl)
    strong = [False] * len(seen)
    for span in line.spans:
        part = as_seen(span.text.strip(), rtl=line.rtl) if span.strong else ""
        at = seen.find(part) if part else -1
        if at >= 0:
            strong[at : at + len(part)] = [True] * len(part)
    pairs = groupby(zip(seen, strong, strict=True), key=lambda pair: pair[1])
    return [Span("".join(letter for letter, _ in group), heavy) for heavy, group in pairs]
