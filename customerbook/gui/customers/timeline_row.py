"""How an entry of the timeline is laid out for a width: paragraphs, and what can be pressed."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QRect, Qt

from customerbook.gui import theme
from customerbook.gui.customers.timeline_view import TimelineView
from customerbook.gui.widgets.chip import state_width
from customerbook.gui.widgets.painting import text_width
from customerbook.gui.widgets.paragraph import Paragraph
from customerbook.model import spoken
from customerbook.model.texts import _

Deed = Literal["document", "print", "edit", "private", "more"]

_MARGIN, _WIDEST = 60, 144
"""Where the line stands, and where with the longest days of a language."""
LINES: Final = 3
"""Lines of a note that are shown at first."""
AROUND: Final = 8
"""How far the ring around an entry reaches out at its end."""
BEFORE_LINE: Final = 6
"""What is left free between a day and the line."""
_TOP, _BOTTOM = 8, 6
_AFTER_LINE = 16
_GAP = 8
_SIDE = 24
_KEPT = 2000


@dataclass(frozen=True)
class Place:
    """Something to press in an entry: where, what it does, and for a document which."""

    rect: QRect
    deed: Deed
    text: str = ""
    document_id: int = 0


@dataclass(frozen=True)
class Laid:
    """An entry laid out from left to right with its corner at 0, 0."""

    height: int
    title: QRect
    about: QRect
    note: Paragraph | None
    note_top: int
    private: Paragraph | None
    private_box: QRect
    meta: QRect
    places: tuple[Place, ...]


def left_edge() -> int:
    """Where the matter begins, from the start of the entry."""
    return margin() + _AFTER_LINE


def margin() -> int:
    """Where the line stands: every day of the language is whole before it."""
    return _margin_of(theme.current().revision)


@lru_cache(maxsize=1)
def _margin_of(_revision: int) -> int:
    days = [date(2026, month, 28) for month in range(1, 13)]
    words = [spoken.short_date(day, day) for day in days]
    widest = max(text_width(said, "label", figures=True) for said in words) + BEFORE_LINE
    px = theme.current().px
    return max(px(_MARGIN), min(widest, px(_WIDEST)))


class Layouts:
    """Entries as they were laid out, kept as long as their list: they hold what was noted."""

    def __init__(self) -> None:
        self._kept: dict[tuple[TimelineView, int, Qt.LayoutDirection], Laid] = {}

    def of(self, view: TimelineView, width: int, direction: Qt.LayoutDirection) -> Laid:
        """The entry at this width."""
        key = (view, width, direction)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = lay_out(view, width, direction)
        return self._kept[key]

    def forget(self) -> None:
        """Lay everything out anew, as in another text size."""
        self._kept.clear()


def lay_out(view: TimelineView, width: int, direction: Qt.LayoutDirection) -> Laid:
    """The entry at this width."""
    look = theme.current()
    x, line = left_edge(), look.line("text")
    room = max(40, width - x - AROUND)
    title = QRect(x, _TOP, room, line)
    about = _about_rect(view, title)
    y = about.bottom() + 1
    note, note_top = None, y + 2
    cut = False
    if view.note.strip():
        lines = 0 if view.whole else LINES
        text = view.note.strip()
        note = Paragraph(text, "text", room, lines=lines, direction=direction)
        cut = note.cut
        y = note_top + note.height
    private, box = None, QRect()
    if view.private:
        inner = room - 24
        private = Paragraph(view.private, "text", inner, direction=direction)
        tall = 8 + look.line("caption") + private.height + 8
        box = QRect(x, y + 6, room, tall)
        y = box.bottom() + 1 + 4
    meta = QRect(x, y + 4, room, look.line("meta"))
    foot, end = _places(view, meta, cut=cut)
    level = _icon_line(view, meta, end, note if private is None else None, note_top)
    places = (*foot, *_icons(view, level))
    below = max(meta.bottom(), level.bottom()) + 1 + _BOTTOM
    return Laid(below, title, about, note, note_top, private, box, meta, places)


def _about_rect(view: TimelineView, title: QRect) -> QRect:
    """Where nature and topic stand: beside the kind, or below it where they have no room."""
    start = title.left() + theme.current().px(16) + _GAP
    x = start + text_width(view.kind, "name") + _GAP
    end = title.right() + 1
    if view.state is not None:
        end -= state_width(view.state.text) + _GAP
    elif view.amount:
        end -= text_width(view.amount, "name", figures=True) + _GAP
    beside = QRect(x, title.top(), max(1, end - x), title.height())
    if not view.about or text_width(view.about, "text") <= beside.width():
        return beside
    return QRect(start, title.bottom() + 1, title.right() + 1 - start, title.height())


def _places(view: TimelineView, meta: QRect, *, cut: bool) -> tuple[list[Place], int]:
    """What can be pressed in the line at the foot, and where its words end."""
    px = theme.current().px
    x = meta.left()
    for words in view.meta:
        x += text_width(words, "meta", figures=True) + _GAP
    found = []
    wanted: list[tuple[Deed, str, int]] = [
        ("document", words, document_id) for document_id, words in view.documents
    ]
    if view.private is not None:
        words = _("Close the private note") if view.private else _("Private note")
        wanted.append(("private", words, 0))
    if cut or view.whole:
        wanted.append(("more", _("less") if view.whole else _("more"), 0))
    for deed, words, document_id in wanted:
        icon = 0 if deed == "more" else px(12) + 4
        wide = text_width(words, "caption") + icon
        rect = QRect(x, meta.top() - 2, wide, meta.height() + 4)
        found.append(Place(rect, deed, words, document_id))
        x += wide + _GAP
    return found, x - _GAP


def _icon_line(
    view: TimelineView, meta: QRect, end: int, note: Paragraph | None, note_top: int
) -> QRect:
    """The line at whose end the icons stand: no word may lie below them.

    The one at the foot, whose words go up to `end`, the last one of the note, or one of its own.
    """
    side, line = theme.current().px(_SIDE), theme.current().line("text")
    wide = (side + (side + 4) * view.editable) if view.printable else 0
    if end + _GAP + wide <= meta.right() + 1:
        return meta
    if note is not None and note.last_width + _GAP + wide <= meta.width():
        return QRect(meta.left(), note_top + note.height - line, meta.width(), line)
    return meta.translated(0, line + 4)


def _icons(view: TimelineView, line: QRect) -> list[Place]:
    """The icons, at the end of a line."""
    if not view.printable:
        return []
    side = theme.current().px(_SIDE)
    top, end = line.center().y() - side // 2, line.right() + 1
    found = []
    if view.editable:
        found.append(Place(QRect(end - side, top, side, side), "edit", _("Change")))
        end -= side + 4
    found.append(Place(QRect(end - side, top, side, side), "print", _("Print")))
    return found


def state_rect(view: TimelineView, laid: Laid) -> QRect:
    """Where the outcome stands: at the end of the title."""
    if view.state is None:
        return QRect()
    wide, high = state_width(view.state.text), theme.current().px(24)
    end = laid.title.right() + 1
    return QRect(end - wide, laid.title.center().y() - high // 2, wide, high)
