"""Where lines break: in the order of reading, by the widths of the letters."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from customerbook.documents.direction import paragraph_is_rtl
from customerbook.documents.typecase import Span, Typecase

_SPACES = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_IDEOGRAPH = "\u2e80-\u2fdf\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BREAK = re.compile(
    rf"(?P<spaces>[{_SPACES}]+)|(?P<hyphen>\u00ad)"
    r"|(?<=[^\W\d_]{2})[-\u2010\u2013/](?=[^\W\d_]{2})|\u2014"
    rf"|[{_IDEOGRAPH}](?![\u3001\u3002\u300d\u300f\uff01\uff09\uff0c\uff1f])"
)
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the order of reading; `width` in points, `rtl` is the paragraph's direction."""

    spans: tuple[Span, ...]
    width: float
    rtl: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line may end, and where the next one then begins."""

    end: int
    begin: int
    hyphen: bool = False


def break_lines(
    spans: Sequence[Span], width: float, size: float, tracking: float, case: Typecase
) -> list[Line]:
    """The lines of a text in a column: `width`, `size` and `tracking` (between letters) in points.

    A word longer than the column is cut where it must be; an empty paragraph is an empty line.
    """
    found: list[Line] = []
    for paragraph in case.paragraphs(spans):
        text = "".join(span.text for span in paragraph)
        rtl = paragraph_is_rtl(text, otherwise=case.rtl)
        if rtl:
            tracking = 0  # would tear joined letters apart
        ends = _advances(paragraph, size, tracking, case)
        hyphen = case.width("-", strong=False) * size
        for start, place in _cut(text, ends, width, hyphen):
            line = _slice(paragraph, start, place.end)
            wide = ends[place.end] - ends[start] - tracking
            if place.hyphen:
                line = (*line, Span("-", line[-1].strong if line else False))
                wide += hyphen
            found.append(Line(line, max(wide, 0), rtl))
    return found


def _advances(
    paragraph: Sequence[Span], size: float, tracking: float, case: Typecase
) -> list[float]:
    steps: list[float] = []
    for span in paragraph:
        wide = {c: case.width(c, strong=span.strong) * size + tracking for c in set(span.text)}
        steps += map(wide.__getitem__, span.text)
    return list(accumulate(steps, initial=0.0))


def _cut(text: str, ends: list[float], width: float, hyphen: float) -> Iterator[tuple[int, _Place]]:
    """Start and end of each line."""
    start = 0
    fitting: _Place | None = None
    for place in _places(text):
        if place.end <= start and place.end < len(text):
            continue
        while True:
            wide = ends[place.end] - ends[start] + (hyphen if place.hyphen else 0)
            if wide <= width + _TOLERANCE:
                fitting = place
                break
            if fitting is None:
                fitting = _anywhere(text, ends, start, width)
            yield start, fitting
            start, fitting = fitting.begin, None
    yield start, _Place(len(text.rstrip(" ")) if start < len(text) else start, len(text))


def _places(text: str) -> Iterator[_Place]:
    for found in _BREAK.finditer(text):
        end = found.start() if found["spaces"] else found.end()
        yield _Place(end, found.end(), hyphen=found["hyphen"] is not None)
    yield _Place(len(text), len(text))


def _anywhere(text: str, ends: list[float], start: int, width: float) -> _Place:
    """The last place in a word at which the line is still full; at least one letter."""
    end = start + 1
    while end < len(text) and ends[end + 1] - ends[start] <= width:
        end += 1
    while end - 1 > start and end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    return _Place(end, end)


def _slice(paragraph: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    place = 0
    for span in paragraph:
        part = span.text[max(start - place, 0) : max(end - place, 0)]
        if part:
            found.append(Span(part, span.strong))
        place += len(span.text)
    return tuple(found)
