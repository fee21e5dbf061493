"""Boxes, texts and icons as the look wants them; every painted widget and delegate uses these."""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style

ELLIPSIS = "…"


def prepare(painter: QPainter) -> None:
    """Switch smooth edges on; a painter starts without."""
    painter.setRenderHints(_SMOOTH)


_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    *,
    fill: Role | QColor | None = None,
    edge: Role | QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box whose edge lies wholly inside `rect`."""
    body = QRectF(rect)
    if edge is not None:
        painter.setPen(QPen(as_colour(edge), width))
        body.adjust(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(as_colour(fill))
    painter.drawRoundedRect(body, radius, radius)


def clip_ends(painter: QPainter, rect: QRect, radius: int, *, first: bool, last: bool) -> None:
    """Keep what is painted of the first and last row of a card within its round corners."""
    if not (first or last):
        return
    body = QRectF(rect).adjusted(0, 0 if first else -radius, 0, 0 if last else radius)
    path = QPainterPath()
    path.addRoundedRect(body, radius, radius)
    painter.setClipPath(path)


def draw_area(painter: QPainter, rect: QRect, role: Role | QColor) -> None:
    """Fill whole pixels, without smooth edges.

    `fillRect` does the same, but to choose among its kinds the binding builds 200 names of
    gradients, which the first page would wait for.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - of Qt
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(as_colour(role))
    painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_line(painter: QPainter, start: QPoint, end: QPoint, role: Role, *, width: int = 1) -> None:
    """Draw a straight hairline that fills whole pixels; `end` is included."""
    painter.fillRect(
        QRect(start, end).normalized().adjusted(0, 0, *_growth(start, end, width)),
        theme.current().colour(role),
    )


def _growth(start: QPoint, end: QPoint, width: int) -> tuple[int, int]:
    return (0, width - 1) if start.y() == end.y() else (width - 1, 0)


def draw_tab(
    painter: QPainter,
    rect: QRect,
    radius: float,
    direction: Qt.LayoutDirection,
    *,
    fill: Role,
    edge: Role,
) -> None:
    """Draw an index tab: rounded at the start, open at the end where it joins the sheet."""
    body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    left, right = body.left(), body.right() + 1
    if direction == Qt.LayoutDirection.RightToLeft:
        left, right = body.right(), body.left() - 1
    turn = radius if right > left else -radius
    path = QPainterPath(QPointF(right, body.top()))
    path.lineTo(left + turn, body.top())
    path.quadTo(left, body.top(), left, body.top() + radius)
    path.lineTo(left, body.bottom() - radius)
    path.quadTo(left, body.bottom(), left + turn, body.bottom())
    path.lineTo(right, body.bottom())
    painter.setPen(QPen(as_colour(edge), 1))
    painter.setBrush(as_colour(fill))
    painter.drawPath(path)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    style: Style,
    role: Role | QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    figures: bool = False,
) -> int:
    """Draw one line, cut with "…" where it is too long; returns the width it took.

    `align` is meant from the start of the line of reading and mirrors with `direction`; the
    letters themselves run in the direction of the text.
    """
    line = one_line(text, style, rect.width(), figures=figures)
    place = line.place(rect, align, direction)
    painter.setPen(as_colour(role))
    if line.natural <= rect.width() and line.high <= rect.height():
        line.layout.draw(painter, place)
        return line.width
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    line.layout.draw(painter, place)
    painter.restore()
    return line.width


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it was laid out: `layout` holds the part of it that fits.

    `advance` is where the next letter would stand, `natural` how far the last one reaches.
    """

    layout: QTextLayout
    width: int
    advance: float
    natural: float
    high: float

    def place(self, rect: QRect, align: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> QPointF:
        """Where the line begins in a rectangle, in the middle of its height."""
        x: float = rect.x()
        if align is not _LEFT or direction is not _LTR:
            x += _shift(align, direction) * (rect.width() - self.advance)
        return QPointF(x, rect.y() + (rect.height() - self.high) / 2)


@cache
def _shift(align: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> float:
    """Which part of the room that is left lies before a line, counted from the left."""
    if align & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    return float(bool(align & Qt.AlignmentFlag.AlignRight) != (direction != _LTR))


def one_line(text: str, style: Style, width: int, *, figures: bool = False) -> Line:
    """A text cut to a width, kept for the next time; its letters run in their own direction."""
    return _lay_out(text, style, width, theme.current().revision, figures=figures)


@lru_cache(maxsize=1024)
def _lay_out(
    text: str,
    style: Style,
    width: int,
    revision: int,  # noqa: ARG001 - laid out for one revision of the theme
    *,
    figures: bool,
) -> Line:
    font = theme.current().font(style, figures=figures)
    text = close_hyphens(text) if figures else text
    line = _laid_out(text, font)
    if line.advance <= width:
        return line
    return _laid_out(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width), font)


def _laid_out(text: str, font: QFont) -> Line:
    layout = QTextLayout(text if text.isprintable() else text.translate(_ON_ONE_LINE), font)
    layout.setTextOption(_unwrapped(text_direction(text)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    advance = line.horizontalAdvance()
    return Line(
        layout,
        width=int(advance + 0.5),
        advance=advance,
        natural=line.naturalTextWidth(),
        high=line.ascent() + line.descent(),
    )


@cache
def _unwrapped(direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    return option


_ENDLESS = 0xFFFFF
_ON_ONE_LINE = {ord(sign): " " for sign in "\t\r\n\u2028\u2029"}


def draw_icon(
    painter: QPainter,
    centre: QPoint | QPointF,
    name: str,
    size: int,
    role: Role | QColor,
    *,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw an icon around a point, mirrored where it points with the text."""
    pixmap = theme.current().pixmap(
        name,
        size,
        role,
        pixel_ratio(painter),
        mirrored=direction == Qt.LayoutDirection.RightToLeft,
    )
    corner = QPointF(centre) - QPointF(size / 2, size / 2)
    painter.drawPixmap(_on_pixel(painter, corner), pixmap)


def pixel_ratio(painter: QPainter) -> float:
    """Pixels of the screen or picture painted on, for each logical pixel."""
    # The device is asked in vain where a widget is rendered into a picture of another ratio.
    return painter.deviceTransform().m11() or 1.0


def _on_pixel(painter: QPainter, place: QPointF) -> QPointF:
    """The nearest place where a pixel of the screen begins, so that lines stay crisp."""
    to_screen = painter.deviceTransform()
    there = to_screen.map(place)
    return place + QPointF(
        (round(there.x()) - there.x()) / (to_screen.m11() or 1),
        (round(there.y()) - there.y()) / (to_screen.m22() or 1),
    )


def text_width(text: str, style: Style, *, figures: bool = False) -> int:
    """Width of one line in pixels, rounded up."""
    return _measure(text, style, theme.current().revision, figures=figures)


@lru_cache(maxsize=4096)
def _measure(
    text: str,
    style: Style,
    revision: int,  # noqa: ARG001 - measures are those of one revision of the theme
    *,
    figures: bool,
) -> int:
    font = theme.current().font(style, figures=figures)
    return ceil(QFontMetricsF(font).horizontalAdvance(close_hyphens(text) if figures else text))


def close_hyphens(text: str) -> str:
    """A text as it is painted with figures of one width, as long as before.

    Inter gives the hyphen of a keyboard the width of a figure then, as if blanks stood around it;
    the one that does not break has its own width, and keeps a number together.
    """
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")


def forget_measures() -> None:
    """Drop every text that was measured; see `paragraph.forget_texts`."""
    _lay_out.cache_clear()
    _measure.cache_clear()


def text_direction(text: str) -> Qt.LayoutDirection:
    """Direction of a text by its own letters, so that a name reads right in any list."""
    return Qt.LayoutDirection.RightToLeft if text.isascii() is False and _is_rtl(text) else _LTR


_LTR, _LEFT = Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft


def _is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for letter in text:
        kind = bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def mirrored(rect: QRect, within: QRect, direction: Qt.LayoutDirection) -> QRect:
    """The place of a rectangle that was laid out from left to right, in this direction."""
    if direction == _LTR:
        return rect
    left = within.left() + within.right() - rect.right()
    return QRect(left, rect.top(), rect.width(), rect.height())


# Not by `QStyle`: naming it makes the binding build some 600 names, which the first page waits for.


def as_seen(align: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """An alignment that is meant from the start of the line of reading, as left and right."""
    if direction == _LTR or not align & _SIDES:
        return align
    return align ^ _SIDES


_SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight


def as_colour(role: Role | QColor) -> QColor:
    """A colour as it is, or the colour of a role."""
    return role if isinstance(role, QColor) else theme.current().colour(role)
