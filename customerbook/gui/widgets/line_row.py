"""Small rows of side lists: *Gone quiet*, *Dates*, *Lately*, and the day of a calendar."""

from PySide6.QtCore import QRect, QRectF

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.avatar import avatar_index, draw_avatar
from customerbook.gui.widgets.chip import draw_state, state_width
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text, text_width
from customerbook.gui.widgets.paragraph import lay_out
from customerbook.gui.widgets.row_delegate import Row, RowDelegate, Spot
from customerbook.gui.widgets.row_view import LineRowView

_START = 12
_END = 12
_FURTHER = 4
"""How much further in a time stands that no icon follows."""
_SECOND = 24
"""Room that a second spelling needs at least."""


class LineRowDelegate(RowDelegate):
    """Rows with an avatar (56 high) or, `dense=True`, with a time (48 high); `LineRowView`."""

    def __init__(self, *, dense: bool = False) -> None:
        super().__init__(height=48 if dense else 56)
        self._dense = dense

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:
        """The icon of an action at the end."""
        assert isinstance(view, LineRowView)
        if not view.action_icon:
            return {}
        side = theme.current().px(32)
        x = rect.right() + 1 - _END - side
        return {"main": QRect(x, rect.top() + (rect.height() - side) // 2, side, side)}

    def spot_text(self, _spot: Spot, view: object) -> str:
        """What the action does."""
        assert isinstance(view, LineRowView)
        return view.action

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        assert isinstance(view, LineRowView)
        row.paint_ground()
        x = self._paint_start(row, view)
        name_end, end = self._paint_end(row, view, x)
        look = theme.current()
        wide = max(1, end - x)
        what = lay_out(
            view.what, "meta", wide, lines=1 if self._dense else 2, direction=row.direction
        )
        first, second = look.line("name"), what.height
        top = row.rect.top() + (row.rect.height() - first - second) // 2
        room = QRect(x, top, max(1, name_end - x), first)
        style = self._name_style(view)
        role: Role = "ink2" if view.quiet else "ink"
        name = row.place(room)
        used = draw_text(row.painter, name, view.name, style, role, direction=row.direction)
        rest = row.place(room.adjusted(used + 8, 0, 0, 0))
        if view.second_name and rest.width() > _SECOND:
            draw_text(
                row.painter,
                rest,
                view.second_name,
                "text",
                "ink2",
                direction=row.direction,
                figures=True,
            )
        place = row.place(QRect(x, top + first, wide, second))
        what.draw(row.painter, place.left(), place.top(), "ink2")
        row.paint_focus()

    def _paint_start(self, row: Row, view: LineRowView) -> int:
        """Paint avatar, or time and icon; returns where the words begin."""
        px, x = theme.current().px, row.rect.left() + _START
        if view.time and not view.icon:
            x += _FURTHER
        if not view.time:
            side = px(36)
            y = row.rect.top() + (row.rect.height() - side) // 2
            draw_avatar(
                row.painter,
                row.place(QRect(x, y, side, side)),
                view.initials,
                kind=view.kind,
                index=avatar_index(view.identity or view.name),
            )
            return x + side + 12
        wide = max(px(38), text_width(view.time, "meta", figures=True))
        style: Style = "meta" if view.icon else "text"
        if not view.icon:
            wide = max(px(44), text_width(view.time, "text", figures=True))
        room = row.place(QRect(x, row.rect.top(), wide, row.rect.height()))
        draw_text(
            row.painter, room, view.time, style, "ink2", direction=row.direction, figures=True
        )
        x += wide + (2 if view.icon else 12)
        if view.icon:
            side = px(16)
            spot = row.place(QRect(x, row.rect.top(), side, row.rect.height()))
            centre = QRectF(spot).center()
            draw_icon(row.painter, centre, view.icon, side, "ink2", direction=row.direction)
            x += side + 12
        return x

    def _name_style(self, view: LineRowView) -> Style:
        """Lighter in *Lately*, where an icon tells the rows apart too."""
        return "label" if self._dense and view.icon else "name"

    def _paint_end(self, row: Row, view: LineRowView, x: int) -> tuple[int, int]:
        """Paint state, staff and action; returns where the name and what is below have to stop."""
        px = theme.current().px
        end = row.rect.right() + 1 - _END
        spots = self.spots(row.rect, view)
        if "main" in spots:
            place = row.place(spots["main"])
            if row.hot == "main":
                draw_box(row.painter, place, 6, fill="sunk")
            centre = QRectF(place).center()
            draw_icon(
                row.painter,
                centre,
                view.action_icon,
                px(18),
                "accent",
                direction=row.direction,
            )
            end = spots["main"].left() - 4
        if view.end_icon:
            side = px(18)
            place = row.place(QRect(end - side, row.rect.top(), side, row.rect.height()))
            draw_icon(row.painter, QRectF(place).center(), view.end_icon, side, "accent")
            end -= side + 8
        if view.staff:
            side = px(24)
            y = row.rect.top() + (row.rect.height() - side) // 2
            draw_avatar(
                row.painter, row.place(QRect(end - side, y, side, side)), view.staff, kind="staff"
            )
            end -= side + 8
        return self._paint_state(row, view, x, end) if view.state else (end, end)

    def _paint_state(self, row: Row, view: LineRowView, x: int, end: int) -> tuple[int, int]:
        """Paint the state before `end`, below the name where that would reach into it."""
        state = view.state
        assert state is not None
        wide, high = state_width(state.text, icon=state.icon), theme.current().px(24)
        start = end - wide - 8
        below = x + text_width(view.name, self._name_style(view)) > start
        room = row.rect.height() - high
        y = row.rect.top() + (room - 2 if below else room // 2)
        place = row.place(QRect(end - wide, y, wide, high))
        draw_state(row.painter, place, state.text, state.tone, direction=row.direction)
        return end if below else start, start
