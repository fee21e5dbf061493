"""Rows with a margin: when in the margin, then the line, then who and what and what to do."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.chip import draw_state, state_width
from customerbook.gui.widgets.marks import draw_check
from customerbook.gui.widgets.painting import draw_box, draw_icon, draw_text, text_width
from customerbook.gui.widgets.row_delegate import Row, RowDelegate, Spot
from customerbook.gui.widgets.row_view import BadgeView, MarginRowView, WhenTone
from customerbook.model.texts import _

_TONES: dict[WhenTone, Role] = {"plain": "ink2", "amber": "amber", "red": "red"}
_END = 12
_START, _BEFORE_LINE, _WIDEST = 48, 4, 232
"""Where the moment begins, what is left free behind it, and the widest margin there is."""
_NAME = 120
"""Room that a name gets before the words of its badges do."""


class MarginRowDelegate(RowDelegate):
    """Rows of Today (56 high) and, `dense=True`, of Follow-ups (48 high); views: `MarginRowView`.

    `actions` are the words a main action can have; all of them get one width. `whens` are the
    longest words of the language for the margin, those of the first line and those below.
    """

    def __init__(
        self,
        *,
        dense: bool = False,
        actions: tuple[str, ...] = (),
        whens: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> None:
        super().__init__(height=48 if dense else 56)
        self._dense = dense
        self._actions = actions
        self._whens = whens
        self._least = 136 if dense else 140
        self._margin = (0, -1)

    def margin(self) -> int:
        """Where the line stands, from the start of the row; wide enough for every moment."""
        look = theme.current()
        if self._margin[1] != look.revision:
            first, below = self._whens
            widest = max(
                *(text_width(words, "name", figures=True) for words in first),
                *(text_width(words, "meta", figures=True) for words in below),
                0,
                0,
            )
            wide = min(look.px(_START) + widest + _BEFORE_LINE, look.px(_WIDEST))
            self._margin = (max(look.px(self._least), wide), look.revision)
        return self._margin[0]

    def spots(self, rect: QRect, view: object) -> dict[Spot, QRect]:
        """Ring, snooze, open and main action."""
        assert isinstance(view, MarginRowView)
        px, found = theme.current().px, dict[Spot, QRect]()
        middle = rect.top() + rect.height() // 2
        if not view.icon:
            found["done"] = QRect(rect.left() + 4, rect.top(), px(42), rect.height())
        end = rect.right() + 1 - _END
        if view.action:
            wide, high = self._action_width(), px(32)
            found["main"] = QRect(end - wide, middle - high // 2, wide, high)
            end -= wide + 8
        if view.staff:
            end -= px(24) + 6
        if not self._dense:
            side = px(32)
            found["open"] = QRect(end - side, middle - side // 2, side, side)
            found["snooze"] = QRect(end - 2 * side, middle - side // 2, side, side)
        return found

    def spot_text(self, spot: Spot, view: object) -> str:
        """What pressing there does."""
        assert isinstance(view, MarginRowView)
        names: dict[Spot, str] = {"done": _("Done"), "snooze": _("Snooze"), "open": _("Open")}
        return names.get(spot, view.action)

    def paint_row(self, row: Row, view: object) -> None:
        """Paint the row."""
        assert isinstance(view, MarginRowView)
        row.paint_ground()
        line = QRect(row.rect.left() + self.margin(), row.rect.top(), 1, row.rect.height())
        row.painter.fillRect(row.place(line), theme.current().colour("rule"))
        spots = self.spots(row.rect, view)
        self._paint_mark(row, view)
        self._paint_when(row, view)
        end = self._paint_end(row, view, spots)
        self._paint_matter(row, view, end)
        row.paint_focus()

    def _paint_mark(self, row: Row, view: MarginRowView) -> None:
        """The ring, ticked box or channel icon at the start."""
        px, rect = theme.current().px, row.rect
        side = px(18)
        x, y = rect.left() + px(25) - side // 2, rect.top() + (rect.height() - side) // 2
        box = row.place(QRect(x, y, side, side))
        if view.icon:
            draw_icon(
                row.painter, QRectF(box).center(), view.icon, side, "ink2", direction=row.direction
            )
        elif view.ticked is not None and view.ticked:
            draw_check(row.painter, box, ticked=True)
        elif view.done:
            draw_box(row.painter, box, side / 2, fill="fill", edge="fill_edge")
            draw_icon(row.painter, QRectF(box).center(), "check", px(12), "on_fill")
        else:
            edge: Role = "accent" if row.hot == "done" else "field"
            draw_box(row.painter, box, side / 2, fill="card", edge=edge)

    def _paint_when(self, row: Row, view: MarginRowView) -> None:
        px = theme.current().px
        x = row.rect.left() + px(_START)
        wide = self.margin() - px(_START) - _BEFORE_LINE
        room = QRect(x, row.rect.top(), wide, row.rect.height())
        role = _TONES[view.when_tone]
        upper, lower = self._lines(room, second="meta" if view.when_small else None)
        self._words(row, upper, view.when, "name", role, figures=True)
        if view.when_small:
            self._words(row, lower, view.when_small, "meta", "ink3", figures=True)

    def _paint_end(self, row: Row, view: MarginRowView, spots: dict[Spot, QRect]) -> int:
        """Paint what stands at the end; returns where the matter has to stop."""
        px = theme.current().px
        end = row.rect.right() + 1 - _END
        active = row.hover or row.focused
        if "main" in spots:
            self._paint_action(row, view, spots["main"], active=active)
            end = spots["main"].left() - 8
        if view.staff:
            side = px(24)
            y = row.rect.top() + (row.rect.height() - side) // 2
            place = row.place(QRect(end - side, y, side, side))
            draw_avatar(row.painter, place, view.staff, kind="staff")
            end -= side + 8
        if active and "snooze" in spots:
            for spot, icon in (("snooze", "alarm-clock"), ("open", "arrow-up-right")):
                self._paint_icon_spot(row, spots["snooze" if spot == "snooze" else "open"], icon)
            end = spots["snooze"].left() - 4
        if view.state:
            end = self._paint_state(row, view.state, end)
        if view.repeats:
            side = px(16)
            spot_rect = QRect(end - side, row.rect.top(), side, row.rect.height())
            draw_icon(row.painter, QRectF(row.place(spot_rect)).center(), "repeat", side, "ink2")
            end -= side + 8
        return end

    def _paint_state(self, row: Row, state: BadgeView, end: int) -> int:
        wide, high = state_width(state.text, icon=state.icon), theme.current().px(24)
        y = row.rect.top() + (row.rect.height() - high) // 2
        place = row.place(QRect(end - wide, y, wide, high))
        draw_state(
            row.painter, place, state.text, state.tone, icon=state.icon, direction=row.direction
        )
        return end - wide - 8

    def _paint_action(self, row: Row, view: MarginRowView, rect: QRect, *, active: bool) -> None:
        """The quiet main action; hover and focus give it an edge."""
        px = theme.current().px
        body = row.place(rect)
        if active:
            hot = row.hot == "main"
            fill: Role = "sunk" if hot else "card"
            draw_box(row.painter, body, 6, fill=fill, edge="field" if hot else "line2")
        x = rect.left() + 13
        side = px(16)
        if view.action_icon:
            spot = row.place(QRect(x, rect.top(), side, rect.height()))
            centre = QRectF(spot).center()
            draw_icon(
                row.painter, centre, view.action_icon, side, "accent", direction=row.direction
            )
            x += side + 6
        room = row.place(QRect(x, rect.top(), rect.right() - x, rect.height()))
        draw_text(row.painter, room, view.action, "label", "accent", direction=row.direction)

    def _paint_icon_spot(self, row: Row, rect: QRect, icon: str) -> None:
        place = row.place(rect)
        if (row.hot == "snooze") == (icon == "alarm-clock") and row.hot in ("snooze", "open"):
            draw_box(row.painter, place, 6, fill="sunk")
        centre, side = QRectF(place).center(), theme.current().px(18)
        draw_icon(row.painter, centre, icon, side, "ink2", direction=row.direction)

    def _paint_matter(self, row: Row, view: MarginRowView, end: int) -> None:
        """Name with what stands beside it, over what it is about."""
        x = row.rect.left() + self.margin() + 16
        room = QRect(x, row.rect.top(), max(0, end - x - 8), row.rect.height())
        below: Style = "meta" if self._dense else "text"
        upper, lower = self._lines(room, second=below if view.what else None)
        badges = view.badges[:2]
        beside = _badges_width(badges)
        if beside + min(text_width(view.name, "name"), _NAME) > upper.width():
            # No room for words: the icons say the same, and nothing lies on what can be pressed.
            badges = tuple(replace(badge, text="") for badge in badges if badge.icon)
            beside = _badges_width(badges)
        named = QRect(upper)
        named.setWidth(max(0, upper.width() - beside))
        used = self._words(row, named, view.name, "name", "ink")
        x = upper.left() + used + 8
        if view.second_name:
            spot = QRect(x, upper.top(), named.right() - x, upper.height())
            if spot.width() > 24:
                x += self._words(row, spot, view.second_name, "text", "ink2", figures=True) + 8
        for badge in badges:
            wide = state_width(badge.text, icon=badge.icon, style="badge")
            high = theme.current().px(18)
            y = upper.top() + (upper.height() - high) // 2
            place = row.place(QRect(x, y, wide, high))
            draw_state(
                row.painter,
                place,
                badge.text,
                badge.tone,
                icon=badge.icon,
                style="badge",
                radius=4,
                direction=row.direction,
            )
            x += wide + 8
        self._words(row, lower, view.what, below, "ink2")

    def _lines(self, room: QRect, *, second: Style | None) -> tuple[QRect, QRect]:
        """The two lines of a row, centred; one line alone stands in the middle."""
        look = theme.current()
        first = look.line("name")
        below = look.line(second) if second else 0
        top = room.top() + (room.height() - first - below) // 2
        upper = QRect(room.left(), top, room.width(), first)
        return upper, QRect(room.left(), top + first, room.width(), below)

    def _words(
        self,
        row: Row,
        rect: QRect,
        text: str,
        style: Style,
        role: Role,
        *,
        figures: bool = False,
    ) -> int:
        place = row.place(rect)
        return draw_text(
            row.painter, place, text, style, role, direction=row.direction, figures=figures
        )

    def _action_width(self) -> int:
        widest = max((text_width(words, "label") for words in self._actions), default=36)
        return widest + theme.current().px(16) + 6 + 2 * 13


def _badges_width(badges: Sequence[BadgeView]) -> int:
    return sum(state_width(b.text, icon=b.icon, style="badge") + 8 for b in badges)
