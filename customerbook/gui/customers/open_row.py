"""Rows of what is still open for a customer: ring, when, what, promise or who."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QRectF

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.chip import draw_state, state_width
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text, text_width
from customerbook.gui.widgets.row_delegate import Row, RowDelegate, Spot
from customerbook.gui.widgets.row_view import BadgeView, WhenTone
from customerbook.model import spoken
from customerbook.model.followup import FollowUpLine
from customerbook.model.name import initials
from customerbook.model.texts import _
from customerbook.model.when import When

_END = 12
_TONES: dict[WhenTone, Role] = {"plain": "ink", "amber": "amber", "red": "red"}


@dataclass(frozen=True)
class OpenRowView:
    """One open follow-up or promise."""

    title: str
    when: str
    tone: WhenTone = "plain"
    state: BadgeView | None = None
    staff: str = ""
    staff_name: str = ""
    done: bool = False

    @property
    def name(self) -> str:
        """What is to be done."""
        return self.title

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        state = self.state.text if self.state else ""
        parts = (self.when, self.title, state, self.staff_name)
        return ", ".join(part for part in parts if part)


def open_view(line: FollowUpLine, now: datetime, me: int | None) -> OpenRowView:
    """A follow-up as a row; who does it is said where it is not me, and on every promise kept."""
    late = line.due <= now
    today = line.due_day == now.date()
    when = spoken.due_words(When(line.due_day, line.due_time), now)
    if late:
        tone: WhenTone = "red"
    else:
        tone = "amber" if today and line.due_time is not None else "plain"
    state = None
    if line.promise:
        state = BadgeView(_("promise"), "red" if late else "amber")
    other = line.person_id is not None and (line.person_id != me or state is None)
    return OpenRowView(
        title=line.title,
        when=when[:1].upper() + when[1:],
        tone=tone,
        state=state,
        staff=initials(line.person) if other else "",
        staff_name=line.person,
    )


class OpenRowDelegate(RowDelegate):
    """Rows of 44 with a line between them; the ring is pressed to complete."""

    def __init__(self) -> None:
        super().__init__(height=45)

    def spots(self, rect: QRect, _view: object) -> dict[Spot, QRect]:
        """The ring."""
        return {"done": QRect(rect.left(), rect.top(), theme.current().px(40), rect.height())}

    def spot_text(self, _spot: Spot, _view: object) -> str:
        """What pressing the ring does."""
        return _("Done")

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        assert isinstance(view, OpenRowView)
        row.paint_ground()
        self._paint_ring(row, view)
        end = self._paint_end(row, view)
        x = row.rect.left() + theme.current().px(43)
        wide = text_width(view.when, "name", figures=True)
        room = QRect(x, row.rect.top(), min(wide, end - x), row.rect.height() - 1)
        draw_text(
            row.painter,
            row.place(room),
            view.when,
            "name",
            _TONES[view.tone],
            direction=row.direction,
            figures=True,
        )
        x += wide + 7
        room = QRect(x, row.rect.top(), max(1, end - x), row.rect.height() - 1)
        draw_text(row.painter, row.place(room), view.title, "text", "ink", direction=row.direction)
        row.paint_focus()

    def _paint_ring(self, row: Row, view: OpenRowView) -> None:
        px = theme.current().px
        side = px(18)
        y = row.rect.top() + (row.rect.height() - 1 - side) // 2
        box = row.place(QRect(row.rect.left() + px(12), y, side, side))
        if view.done:
            draw_box(row.painter, box, side / 2, fill="fill", edge="fill_edge")
            draw_icon(row.painter, QRectF(box).center(), "check", px(12), "on_fill")
        else:
            edge: Role = "accent" if row.hot == "done" else "field"
            draw_box(row.painter, box, side / 2, fill="card", edge=edge)

    def _paint_end(self, row: Row, view: OpenRowView) -> int:
        """Paint what stands at the end; returns where the words have to stop."""
        px = theme.current().px
        end, middle = row.rect.right() + 1 - _END, row.rect.top() + (row.rect.height() - 1) // 2
        if view.state is not None:
            wide, high = state_width(view.state.text), px(24)
            place = row.place(QRect(end - wide, middle - high // 2, wide, high))
            state = view.state
            draw_state(row.painter, place, state.text, state.tone, direction=row.direction)
            end -= wide + 8
        if view.staff:
            side = px(24)
            place = row.place(QRect(end - side, middle - side // 2, side, side))
            draw_avatar(row.painter, place, view.staff, kind="staff")
            end -= side + 8
        return end
