"""How an entry of the timeline is laid out for a width: paragraphs, and what can be pressed."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, Qt

from customerbook.gui import theme
from customerbook.gui.customers.timeline_view import TimelineView
from customerbook.gui.widgets.chip import state_width
from customerbook.gui.widgets.painting import text_width
from customerbook.gui.widgets.paragraph import Paragraph
from customerbook.model.texts import _

Deed = Literal["document", "print", "edit", "private", "more"]

MARGIN: Final = 60
"""Where the line stands."""
LINES: Final = 3
"""Lines of a note that are shown at first."""
AROUND: Final = 8
"""How far the ring around an entry reaches out at its end."""
_TOP, _BOTTOM = 8, 6
_AFTER_LINE = 16
_GAP = 8
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
    note: Paragraph | None
    note_top: int
    private: Paragraph | None
    private_box: QRect
    meta: QRect
    places: tuple[Place, ...]


def left_edge() -> int:
    """Where the matter begins, from the start of the entry."""
    return theme.current().px(MARGIN) + _AFTER_LINE


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
    y = title.bottom() + 1
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
    places = _places(view, meta, cut=cut)
    return Laid(meta.bottom() + 1 + _BOTTOM, title, note, note_top, private, box, meta, places)


def _places(view: TimelineView, meta: QRect, *, cut: bool) -> tuple[Place, ...]:
    """What can be pressed, in the line at the foot."""
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
    if view.printable:
        side = px(24)
        top = meta.center().y() - side // 2
        end = meta.right() + 1
        if view.editable:
            found.append(Place(QRect(end - side, top, side, side), "edit", _("Change")))
            end -= side + 4
        found.append(Place(QRect(end - side, top, side, side), "print", _("Print")))
    return tuple(found)


def state_rect(view: TimelineView, laid: Laid) -> QRect:
    """Where the outcome stands: at the end of the title."""
    if view.state is None:
        return QRect()
    wide, high = state_width(view.state.text), theme.current().px(24)
    end = laid.title.right() + 1
    return QRect(end - wide, laid.title.center().y() - high // 2, wide, high)
