"""Text that wraps, with the line height of its style and parts that look different.

Rich text is never used: what customers are called may contain `<` and `&`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.avatar import forget_avatars
from customerbook.gui.widgets.painting import (
    ELLIPSIS,
    Line,
    as_colour,
    close_hyphens,
    forget_measures,
    one_line,
    text_direction,
)


@dataclass(frozen=True)
class Span:
    """Part of a text, counted in characters, that has a style, a colour or the highlighter."""

    start: int
    length: int
    style: Style | None = None
    role: Role | None = None
    marked: bool = False
    struck: bool = False
    figures: bool = False


def marks(places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans of the highlighter for (start, length) pairs as a search returns them."""
    return tuple(Span(start, length, role="ink", marked=True) for start, length in places)


def places_of(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """(start, length) of what was typed in a text, case aside; empty if it is not in it."""
    start = text.casefold().find(typed.casefold()) if typed else -1
    return ((start, len(typed)),) if start >= 0 else ()


def bold(text: str, part: str, style: Style = "name") -> tuple[Span, ...]:
    """A span for the first place of `part` in `text`; none if it is not there."""
    start = text.find(part) if part else -1
    return () if start < 0 else (Span(start, len(part), style),)


class Paragraph:
    """A text laid out for a width; `lines` limits its height and ends it with "…".

    Each text runs in the direction of its own letters; its lines start on the side of `direction`.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        spans: Sequence[Span] = (),
        lines: int = 0,
        figures: bool = False,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        look = theme.current()
        self.style: Style = style
        self.spans = tuple(spans)
        self._line = look.line(style)
        self._font = look.font(style, figures=figures)
        self._from_right = direction == Qt.LayoutDirection.RightToLeft
        self.cut = False
        self._tries = 0
        self.text = text.replace("\r\n", "\n").replace("\n", "\u2028")
        if figures:
            self.text = close_hyphens(self.text)
        self._lay_out(width, lines)

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self._line * max(1, self._layout.lineCount())

    @cached_property
    def width(self) -> float:
        """Width of the longest line in pixels."""
        count = self._layout.lineCount()
        return max((self._layout.lineAt(i).naturalTextWidth() for i in range(count)), default=0.0)

    @property
    def last_width(self) -> float:
        """Width of the last line in pixels."""
        count = self._layout.lineCount()
        return self._layout.lineAt(count - 1).naturalTextWidth() if count else 0.0

    def draw(self, painter: QPainter, x: float, y: float, role: Role) -> None:
        """Draw with the top left corner at this place."""
        if self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(as_colour("mark"))
            for mark in self._marked:
                painter.drawRoundedRect(mark.translated(x, y), 2, 2)
        painter.setPen(as_colour(role))
        self._layout.draw(painter, QPointF(x, y))

    @cached_property
    def _marked(self) -> list[QRectF]:
        """Where the highlighter lies behind the glyphs, 1 px wider on both sides."""
        found = []
        for span in self.spans:
            if not span.marked:
                continue
            tall = QFontMetricsF(self._font).height()
            start, length = _units(self.text, span)
            for i in range(self._layout.lineCount()):
                line = self._layout.lineAt(i)
                first = max(start, line.textStart())
                last = min(start + length, line.textStart() + line.textLength())
                if first < last:
                    a, b = _x_of(line, first), _x_of(line, last)
                    top = line.y() + (line.height() - tall) / 2
                    found.append(QRectF(min(a, b) - 1, top, abs(b - a) + 2, tall))
        return found

    def _lay_out(self, width: float, lines: int) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(text_direction(self.text))
        side = Qt.AlignmentFlag.AlignRight if self._from_right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(self.text, self._font)
        layout.setTextOption(option)
        if self.spans:
            layout.setFormats(self._formats())
        layout.setCacheEnabled(True)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            end = line.textStart() + line.textLength()
            rest = end < _length(self.text) or self.text.endswith("\u2028")
            count += 1
            if count == lines and rest:
                layout.endLayout()
                self._cut_at(line.textStart(), width)
                self._lay_out(width, lines)
                return
            shift = (self._line - line.height()) / 2
            line.setPosition(QPointF(0, (count - 1) * self._line + shift))
        layout.endLayout()
        self._layout = layout

    def _cut_at(self, start: int, width: float) -> None:
        """End the text within the line that begins at `start`."""
        self.cut = True
        kept = _first(self.text, start)
        rest = self.text[len(kept) :].split("\u2028")[0]
        metrics = QFontMetricsF(self._font)
        self._tries += 1  # a heavier part may be wider than the measure, then it is cut shorter
        room = width - 4 * self._tries
        fits = metrics.elidedText(rest + ELLIPSIS * 2, Qt.TextElideMode.ElideRight, room)
        self.text = kept + fits.rstrip(ELLIPSIS).rstrip() + ELLIPSIS

    def _formats(self) -> "list[QTextLayout.FormatRange]":
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - not for the first page

        look = theme.current()
        formats = []
        for span in self.spans:
            part = QTextLayout.FormatRange()
            part.start, part.length = _units(self.text, span)
            looks = QTextCharFormat()
            if span.style is not None or span.figures:
                looks.setFont(look.font(span.style or self.style, figures=span.figures))
            if span.role is not None:
                looks.setForeground(as_colour(span.role))
            if span.struck:
                looks.setFontStrikeOut(True)
            part.format = looks
            if part.length > 0:
                formats.append(part)
        return formats


# Qt counts a text in units of UTF-16, Python in characters: they differ beyond U+FFFF.


def _length(text: str) -> int:
    """Length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first(text: str, units: int) -> str:
    """The beginning of a text that is this long as Qt counts it."""
    if text.isascii():
        return text[:units]
    coded = text.encode("utf-16-le", "surrogatepass")
    return coded[: 2 * units].decode("utf-16-le", "surrogatepass")


def _units(text: str, span: Span) -> tuple[int, int]:
    """Start and length of a span as Qt counts them, within the text."""
    start = _length(text[: span.start])
    return start, _length(text[: span.start + span.length]) - start


def lay_out(
    text: str,
    style: Style,
    width: float,
    *,
    spans: tuple[Span, ...] = (),
    lines: int = 0,
    figures: bool = False,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> Paragraph:
    """A paragraph that is kept for the next time the same is painted; for delegates."""
    revision = theme.current().revision
    return _kept(text, style, width, spans, lines, figures, direction, revision)


@lru_cache(maxsize=512)
def _kept(  # noqa: PLR0917 - the key of a cache
    text: str,
    style: Style,
    width: float,
    spans: tuple[Span, ...],
    lines: int,
    figures: bool,  # noqa: FBT001
    direction: Qt.LayoutDirection,
    _revision: int,
) -> Paragraph:
    return Paragraph(
        text, style, width, spans=spans, lines=lines, figures=figures, direction=direction
    )


def forget_texts() -> None:
    """Drop every text that is kept laid out, measured or drawn; for locking the book."""
    _kept.cache_clear()
    forget_measures()
    forget_avatars()


def paint_highlighted(
    painter: QPainter,
    rect: QRect,
    text: str,
    places: Sequence[tuple[int, int]],
    *,
    style: Style,
    role: Role,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    figures: bool = False,
) -> float:
    """Paint one line with its matched parts on `mark`, cut with "…"; returns its width.

    `places` are (start, length) in characters, as a search returns them.
    """
    line = one_line(text, style, rect.width(), figures=figures)
    place = line.place(rect, _LEFT, direction)
    matched = _marks_in(line, text, places, place) if places else []
    if matched:
        painter.setPen(_NO_PEN)
        painter.setBrush(as_colour("mark"))
        for mark in matched:
            painter.drawRoundedRect(mark, 2, 2)
    painter.setPen(as_colour(role))
    line.layout.draw(painter, place)
    if role != "ink":
        for mark in matched:  # the letters that lie there once more, darker
            painter.save()
            painter.setClipRect(mark.adjusted(1, 0, -1, 0).toRect(), _WITHIN)
            painter.setPen(as_colour("ink"))
            line.layout.draw(painter, place)
            painter.restore()
    return line.natural


_WITHIN = Qt.ClipOperation.IntersectClip
_NO_PEN, _LEFT = Qt.PenStyle.NoPen, Qt.AlignmentFlag.AlignLeft


def _marks_in(
    line: Line, text: str, places: Sequence[tuple[int, int]], at: QPointF
) -> list[QRectF]:
    """Where the highlighter lies behind the letters of a line, 1 px wider on both sides."""
    letters, found = line.layout.lineAt(0), []
    end = letters.textLength()
    for start, length in places:
        first = _length(text[:start])
        last = min(_length(text[: start + length]), end)
        if first < last:
            a, b = _x_of(letters, first), _x_of(letters, last)
            found.append(QRectF(at.x() + min(a, b) - 1, at.y(), abs(b - a) + 2, line.high))
    return found


def _x_of(line: object, position: int) -> float:
    """Where a character begins; the binding gives a pair or a number depending on its version."""
    place = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(place[0] if isinstance(place, tuple) else place)
