"""One choice out of a few, in a sunk track; arrows move, the ring goes around the whole."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.choice import Choice, Option
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

_MOST = 6
"""Parts that stand side by side."""
_TRACK, _CHEVRON = 2, 52


class Part(NamedTuple):
    """One choice: its value in code, its words, an icon; an icon alone keeps words as name."""

    value: str
    text: str
    icon: str = ""
    icon_only: bool = False


class Segment(Turnable, QRadioButton):
    """One painted part; the row around it shows the ring."""

    def __init__(self, part: Part, row: QWidget) -> None:
        super().__init__(part.text, row)
        self.count_turns()
        self._row = row
        self.part = part
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if part.icon_only:
            self.setToolTip(part.text)

    def sizeHint(self) -> QSize:
        """Width of the words in their heaviest weight, so that choosing moves nothing."""
        return QSize(self._content_width() + 2 * 12, theme.current().px(28))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return QSize(self._content_width() + 8, theme.current().px(28))

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked, not only where a stock radio button would be."""
        return self.rect().contains(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring around the row."""
        super().focusInEvent(event)
        show_ring(self._row, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self._row, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chosen part as a card in the track."""
        painter = QPainter(self)
        prepare(painter)
        if self.isChecked():
            draw_box(painter, self.rect(), 6, fill="card", edge="field")
        role: Role = "ink2"
        if not self.isEnabled():
            role = "ink3"
        elif self.isChecked() or self.underMouse():
            role = "ink"
        self._paint_content(painter, role)

    def _paint_content(self, painter: QPainter, role: Role) -> None:
        direction = self.layoutDirection()
        side, body = theme.current().px(16), self.rect()
        x = (body.width() - self._content_width()) // 2
        if self.part.icon:
            place = mirrored(QRect(x, 0, side, body.height()), body, direction)
            centre = place.toRectF().center()
            draw_icon(painter, centre, self.part.icon, side, role, direction=direction)
            x += side + 6
        if not self.part.icon_only:
            words = QRect(x, 0, body.width() - 2 * x, body.height())
            if self.part.icon:
                words.setRight(body.width())
            style: Style = "name" if self.isChecked() else "label"
            align = Qt.AlignmentFlag.AlignLeft if self.part.icon else Qt.AlignmentFlag.AlignHCenter
            place = mirrored(words, body, direction)
            draw_text(painter, place, self.text(), style, role, align=align, direction=direction)

    def _content_width(self) -> int:
        icon = theme.current().px(16) if self.part.icon else 0
        if self.part.icon_only:
            return icon
        words = text_width(self.part.text, "name")
        return words + (icon + 6 if icon else 0)


class Segmented(QWidget):
    """A row of parts, exactly one chosen; `chosen(value)` fires when a person chooses another.

    Over six parts, or where the words do not fit, the same parts stand in a combo box.
    """

    spoken_role = SpokenRole.Grouping

    chosen = Signal(str)

    def __init__(
        self,
        parts: Sequence[Part],
        value: str = "",
        *,
        label: str = "",
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._choice: Choice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._segments = [Segment(part, self) for part in parts]
        for segment in self._segments:
            self._group.addButton(segment)
            segment.clicked.connect(partial(self._clicked, segment.part.value))
            row.addWidget(segment, 1 if stretch else 0)
        wide = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.choose(value or parts[0].value)
        self._group.buttonToggled.connect(lambda _part, _on: self._follow())

    @property
    def radius(self) -> int:
        """Radius of the track."""
        return 8

    def value(self) -> str:
        """Value of the chosen part."""
        for segment in self._segments:
            if segment.isChecked():
                return segment.part.value
        return ""

    def choose(self, value: str) -> None:
        """Choose a part; an unknown value changes nothing."""
        for segment in self._segments:
            if segment.part.value == value:
                segment.setChecked(True)

    def segments(self) -> list[Segment]:
        """The parts as buttons, for tooltips and for disabling one of them."""
        return self._segments

    def fits(self, width: int) -> bool:
        """Whether the parts stand side by side in this width, their words whole."""
        least = sum(segment.minimumSizeHint().width() for segment in self._segments)
        return least + 2 * _TRACK <= width and len(self._segments) <= _MOST

    def is_combo_box(self) -> bool:
        """Whether the parts stand in a combo box just now."""
        return self._choice is not None and not self._choice.isHidden()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to the chosen part."""
        for segment in self._segments:
            if segment.isChecked():
                segment.setFocus(reason)

    def sizeHint(self) -> QSize:
        """32 high at the text size in force, and as wide as all words beside each other."""
        if len(self._segments) > _MOST:
            return QSize(self._box().sizeHint().width(), theme.current().px(32))
        wide = sum(segment.sizeHint().width() for segment in self._segments)
        return QSize(wide + 2 * _TRACK, theme.current().px(32))

    def minimumSizeHint(self) -> QSize:
        """Room for the widest words in a combo box, if that is less."""
        widest = max(text_width(segment.text(), "text") for segment in self._segments)
        wide = min(self.sizeHint().width(), widest + theme.current().px(_CHEVRON))
        return QSize(wide, theme.current().px(32))

    def event(self, event: QEvent) -> bool:
        """Fit again when a part has got other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a combo box where there is no room, and a row again where there is."""
        super().resizeEvent(event)
        self._fit()

    def ring_place(self) -> tuple[QRect, int]:
        """Where the focus ring goes."""
        return self.rect(), self.radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track."""
        painter = QPainter(self)
        prepare(painter)
        if not self.is_combo_box():
            draw_box(painter, self.rect(), self.radius, fill="sunk", edge="line2")

    def _fit(self) -> None:
        combo = not self.fits(self.width())
        if combo:
            self._box().setGeometry(self.rect())
        if combo == self.is_combo_box():
            return
        focused = self.isAncestorOf(self.window().focusWidget())
        self._box().setVisible(combo)
        for segment in self._segments:
            segment.setVisible(not combo)
            # Whoever gives the focus to a part means the whole.
            segment.setFocusProxy(self._box() if combo else None)  # type: ignore[arg-type]
        self._follow()
        if focused:
            self.setFocus()
        self.update()

    def _box(self) -> Choice:
        """The combo box; made when it is first wanted, its place is that of the row."""
        if self._choice is None:
            self._choice = Choice(label=self.accessibleName(), height=32, parent=self)
            self._choice.hide()
            self._choice.activated.connect(lambda row: self._segments[row].click())
            QWidget.setTabOrder(self._segments[-1], self._choice)
            self._follow()
        return self._choice

    def _follow(self) -> None:
        """Show in the combo box what is chosen in the row."""
        if self._choice is None:
            return
        parts = [segment.part for segment in self._segments]
        self._choice.set_options(Option(part.value, part.text, part.icon) for part in parts)
        values = [part.value for part in parts]
        value = self.value()
        self._choice.setCurrentIndex(values.index(value) if value else -1)

    def _clicked(self, value: str, _on: object = None) -> None:
        self.chosen.emit(value)
