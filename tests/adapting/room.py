"""Looks at a page as it is laid out and painted, and says where something has no room.

Texts that were translated are known by the brackets of the pseudo-language: names and notes may be
cut at their end, what is in brackets may not, and numbers never.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLayout,
    QScrollArea,
    QWidget,
)

from customerbook.gui.widgets import painting, paragraph
from customerbook.gui.widgets.focus_ring import FocusRing
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.toast import DarkBar
from tests.gallery.stand import grab

_FIGURES = 4


@dataclass(frozen=True)
class Cut:
    """A text that was painted with "…" at its end, and the widget that painted it."""

    text: str
    shown: str
    painter: str

    def __str__(self) -> str:
        """As a complaint."""
        return f"{self.painter} shows {self.shown!r} of {self.text!r}"


def complaints(page: QWidget) -> list[str]:
    """All that has no room on a page, in words; nothing is well."""
    found = [str(cut) for cut in cuts(page) if matters(cut.text)]
    for widget in _shown(page):
        found += _squeezed(widget)
        found += _reaching_out(widget, page)
        found += _overlapping(widget)
        found += _scrolling_sideways(widget)
    return found


def matters(text: str) -> bool:
    """Whether a text must be read whole: it was translated, or is mostly a number."""
    if "“" in text:
        return False  # what was typed stands in it
    figures = sum(letter.isdigit() for letter in text)
    return (
        "[" in text
        or "]" in text
        or (figures >= _FIGURES and figures * 2 >= len(text.replace(" ", "")))
    )


def cuts(page: QWidget) -> list[Cut]:
    """What was cut when the page was painted."""
    with _watching() as watcher:
        _picture: QImage = grab(page)
    return list(dict.fromkeys(watcher.cuts))


class _Watcher(QObject):
    """Notes what is cut, and whose paint event it was."""

    def __init__(self) -> None:
        super().__init__()
        self.cuts: list[Cut] = []
        self._painting = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painting = named(watched)
        return False

    def note(self, text: str, shown: str) -> str:
        if shown != text:
            self.cuts.append(Cut(text.rstrip(painting.ELLIPSIS), shown, self._painting))
        return shown


@contextmanager
def _watching() -> Iterator[_Watcher]:
    watcher, app = _Watcher(), QApplication.instance()
    assert app is not None

    class Metrics(QFontMetrics):
        def elidedText(self, text: str, *how: Any) -> str:
            return watcher.note(text, super().elidedText(text, *how))

    class MetricsF(QFontMetricsF):
        def elidedText(self, text: str, *how: Any) -> str:
            return watcher.note(text, super().elidedText(text, *how))

    paragraph.forget_texts()  # what was laid out before would not be measured again
    app.installEventFilter(watcher)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painting, "QFontMetrics", Metrics)
        patch.setattr(paragraph, "QFontMetricsF", MetricsF)
        yield watcher
    app.removeEventFilter(watcher)
    paragraph.forget_texts()


def named(widget: QObject) -> str:
    """A widget as one finds it: its class, its words, and what it stands in."""
    words = ""
    if isinstance(widget, QLabel | QAbstractButton):
        words = f" {widget.text()!r}"
    above = widget.parent()
    inside: list[str] = []
    while above is not None and len(inside) < 3:
        if type(above).__name__ not in {"QWidget", "QStackedWidget"}:
            inside.append(type(above).__name__)
        above = above.parent()
    return " in ".join([f"{type(widget).__name__}{words}", *inside])


def _shown(page: QWidget) -> list[QWidget]:
    """What can be seen; not what is below a sheet."""
    sheets = [one for one in page.findChildren(Sheet) if one.isVisible()]
    top = sheets[-1] if sheets else page
    return [one for one in top.findChildren(QWidget) if one.isVisible() and not _is_inner(one)]


def _is_inner(widget: QWidget) -> bool:
    """Parts of Qt's own widgets: what is within a field or a list is not laid out by us."""
    above = widget.parentWidget()
    return (
        type(widget).__name__.startswith("qt_")
        or widget.objectName().startswith("qt_")
        or isinstance(widget, FocusRing)
        or (isinstance(above, QAbstractScrollArea) and not isinstance(above, QScrollArea))
    )


def _squeezed(widget: QWidget) -> list[str]:
    """Words that need more room than they have."""
    if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ElidedLabel):
        return []
    least, size = widget.minimumSizeHint(), widget.size()
    found = []
    if size.width() < least.width():
        found.append(f"{named(widget)} is {size.width()} wide, needs {least.width()}")
    high = least.height()
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(size.width())
    if size.height() < high:
        found.append(f"{named(widget)} is {size.height()} high, needs {high}")
    return found


def _reaching_out(widget: QWidget, page: QWidget) -> list[str]:
    """Widgets that lie beyond what they stand in, so that they are cut off."""
    above = widget.parentWidget()
    if above is None or above is page or widget.isWindow() or isinstance(widget, DarkBar):
        return []
    inside, place = above.rect(), widget.geometry()
    if inside.contains(place) or place.isEmpty():
        return []
    if _is_scrolled(widget) and inside.left() <= place.left() and place.right() <= inside.right():
        return []
    return [f"{named(widget)} at {_said(place)} reaches out of {_said(inside)}"]


def _is_scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    area = above.parentWidget() if above is not None else None
    return isinstance(area, QAbstractScrollArea)


def _overlapping(widget: QWidget) -> list[str]:
    """Widgets of one layout that lie on each other."""
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    found = []
    for place, one in enumerate(placed):
        for other in placed[place + 1 :]:
            both = one.geometry().intersected(other.geometry())
            if both.width() > 0 and both.height() > 0:
                found.append(f"{named(one)} lies on {named(other)}: {_said(both)}")
    return found


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if widget is not None and widget.isVisible():
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _scrolling_sideways(widget: QWidget) -> list[str]:
    """Areas whose matter is wider than they are."""
    if not isinstance(widget, QAbstractScrollArea):
        return []
    bar = widget.horizontalScrollBar()
    if bar is not None and bar.maximum() > 0:
        return [f"{named(widget)} is {bar.maximum()} narrower than its matter"]
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    viewport = widget.viewport()
    if inner is not None and inner.width() > viewport.width():
        return [f"{named(inner)} is {inner.width()} wide in {viewport.width()}"]
    return []


def _said(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"{corner.x()},{corner.y()} {rect.width()}×{rect.height()}"
