"""Large choices with icons side by side: what came out of a contact, how somebody felt."""

from collections.abc import Sequence
from functools import partial
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.focus_ring import hide_ring, show_ring
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.gui.widgets.turnable import Turnable

OutcomeTone = Literal["green", "amber"]
_CHOSEN: Final[dict[OutcomeTone, tuple[Role, Role, Role]]] = {
    "green": ("tint", "accent", "accent"),
    "amber": ("amberbg", "amberm", "amber"),
}
"""Fill, edge and text of the chosen one."""


class Outcome(NamedTuple):
    """One choice: its value in code, its words, icon and tone; without words it is a square."""

    value: str
    text: str
    icon: str
    tone: OutcomeTone = "green"
    icon_only: bool = False


class OutcomeButton(Turnable, QRadioButton):
    """One painted choice of 40 px."""

    def __init__(self, outcome: Outcome, *, height: int = 40) -> None:
        super().__init__(outcome.text)
        self.count_turns()
        self.outcome = outcome
        self._height = height
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if outcome.icon_only:
            self.setToolTip(outcome.text)

    def sizeHint(self) -> QSize:
        """Width of icon and words."""
        px = theme.current().px
        if self.outcome.icon_only:
            return QSize(px(self._height), px(self._height))
        words = text_width(self.outcome.text, "name")
        return QSize(words + px(16) + 8 + 2 * 14, px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """Where the focus ring goes."""
        return self.rect(), 8

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, icon and words."""
        painter = QPainter(self)
        prepare(painter)
        text = self._paint_body(painter)
        side, body = theme.current().px(16), self.rect()
        if self.outcome.icon_only:
            side = theme.current().px(18)
            draw_icon(painter, body.toRectF().center(), self.outcome.icon, side, text)
            return
        direction = self.layoutDirection()
        room = QRect(14, 0, side, body.height())
        centre = mirrored(room, body, direction).toRectF().center()
        draw_icon(painter, centre, self.outcome.icon, side, text, direction=direction)
        room = mirrored(body.adjusted(14 + side + 8, 0, -4, 0), body, direction)
        draw_text(painter, room, self.text(), "name", text, direction=direction)

    def _paint_body(self, painter: QPainter) -> Role:
        if not self.isEnabled():
            draw_box(painter, self.rect(), 8, edge="line")
            return "ink3"
        if self.isChecked():
            fill, edge, text = _CHOSEN[self.outcome.tone]
            draw_box(painter, self.rect(), 8, fill=fill, edge=edge, width=2)
            return text
        over = self.underMouse() or self.isDown()
        fill, edge = ("hover", "field") if over else ("card", "line2")
        draw_box(painter, self.rect(), 8, fill=fill, edge=edge)
        return "ink2" if self.outcome.icon_only else "ink"


class OutcomeRow(Flow):
    """Choices side by side, at most one chosen; `chosen(value)` fires when a person chooses.

    With `optional=True` choosing the chosen one again takes the choice back (value empty).
    """

    spoken_role = SpokenRole.Grouping

    chosen = Signal(str)

    def __init__(
        self,
        outcomes: Sequence[Outcome],
        value: str = "",
        *,
        label: str = "",
        optional: bool = False,
        height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        self._group = QButtonGroup()
        self._buttons = [OutcomeButton(outcome, height=height) for outcome in outcomes]
        super().__init__(*self._buttons, parent=parent)
        self._group.setParent(self)
        self._optional = optional
        self._before = value
        self.setAccessibleName(label)
        for button in self._buttons:
            self._group.addButton(button)
            button.clicked.connect(partial(self._clicked, button))
        if value:
            self.choose(value)

    def value(self) -> str:
        """Value of the chosen one, empty if none is."""
        checked = self._group.checkedButton()
        return checked.outcome.value if isinstance(checked, OutcomeButton) else ""

    def choose(self, value: str) -> None:
        """Choose without `chosen`; an empty value takes the choice back."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.outcome.value == value)
        self._group.setExclusive(True)
        self._before = value

    def buttons(self) -> list[OutcomeButton]:
        """The choices as buttons, for keys and for disabling one of them."""
        return self._buttons

    def _clicked(self, button: OutcomeButton, _on: object = None) -> None:
        value = button.outcome.value
        if self._optional and value == self._before:
            self.choose("")
            value = ""
        self._before = value
        self.chosen.emit(value)
