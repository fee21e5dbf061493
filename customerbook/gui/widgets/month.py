"""A month to look at and to choose a day in, with dots for what is due."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.days import DayMarks, first_shown, months_on
from customerbook.gui.widgets.painting import draw_box, draw_text, mirrored, prepare
from customerbook.gui.widgets.spoken import SpokenRole, announce

_WEEK = 7
_ROWS = 6
_DOTS = 4


class Month(QWidget):
    """Six weeks around a month; `chosen(date)` when a person picks a day, `turned` with the month.

    Arrows move by day, the page keys by month, Home comes back to today.
    """

    spoken_role = SpokenRole.Table

    chosen = Signal(date)
    turned = Signal(date)

    def __init__(self, today: date, *, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today
        self._label = label
        self._marks: dict[date, DayMarks] = {}
        self._hover: date | None = None
        self._locale = QLocale()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speak()

    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_marks(self, marks: Mapping[date, DayMarks]) -> None:
        """Show what is due on which day."""
        self._marks = dict(marks)
        self._speak()
        self.update()

    def set_today(self, today: date) -> None:
        """Another day has begun."""
        self._today = today
        self.update()

    def choose(self, day: date) -> None:
        """Choose a day without `chosen`; turns to its month."""
        turned = (day.year, day.month) != (self._day.year, self._day.month)
        self._day = day
        self._speak()
        self.update()
        if turned:
            self.turned.emit(day.replace(day=1))

    def turn(self, months: int) -> None:
        """Go months on or back; the day of the month stays if there is one."""
        self.choose(months_on(self._day, months))

    def first_day(self) -> date:
        """The first day that is shown."""
        return first_shown(self._day, self._locale.firstDayOfWeek().value)

    def sizeHint(self) -> QSize:
        """Week numbers, seven days of 48, a head and six weeks."""
        px = theme.current().px
        return QSize(px(24) + _WEEK * px(48), self._head() + _ROWS * px(48))

    def minimumSizeHint(self) -> QSize:
        """Narrower days."""
        px = theme.current().px
        return QSize(px(24) + _WEEK * px(32), self.sizeHint().height())

    def cell(self, day: date) -> QRect:
        """Where a day stands; empty if it is not shown."""
        place = (day - self.first_day()).days
        if not 0 <= place < _WEEK * _ROWS:
            return QRect()
        px = theme.current().px
        room = self.width() - px(24)
        left = px(24) + room * (place % _WEEK) // _WEEK
        right = px(24) + room * (place % _WEEK + 1) // _WEEK
        rect = QRect(left, self._head() + place // _WEEK * px(48), right - left, px(48))
        return mirrored(rect, self.rect(), self.layoutDirection())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint weekdays, week numbers and days."""
        painter = QPainter(self)
        prepare(painter)
        first = self.first_day()
        for place in range(_WEEK):
            day = first + timedelta(days=place)
            room = self.cell(day)
            room.setTop(0)
            room.setHeight(self._head())
            name = self._locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            self._centred(painter, room, name, "meta", "ink2")
        for week in range(_ROWS):
            day = first + timedelta(days=week * _WEEK)
            room = QRect(self.cell(day))
            room = QRect(0, room.top(), theme.current().px(24), room.height())
            number = str((day + timedelta(days=3)).isocalendar().week)
            room = mirrored(room, self.rect(), self.layoutDirection())
            draw_text(painter, room, number, "meta", "ink3", figures=True)
        for place in range(_WEEK * _ROWS):
            self._paint_day(painter, first + timedelta(days=place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(day)
            self.chosen.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which day is under the mouse."""
        place = event.position().toPoint()
        self._hover = self._day_at(place.x(), place.y())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """No day is under the mouse."""
        self._hover = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the counts of a day in its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos().x(), event.pos().y())
            words = self._marks.get(day, DayMarks()).spoken() if day else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by day, week and month; Enter and Space choose."""
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Up: -_WEEK,
            Qt.Key.Key_Down: _WEEK,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self._day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self.choose(self._today)
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        self.chosen.emit(self._day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which day the keys move."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys move no day."""
        super().focusOutEvent(event)
        self.update()

    def _head(self) -> int:
        return theme.current().px(32)

    def _day_at(self, x: int, y: int) -> date | None:
        for place in range(_WEEK * _ROWS):
            day = self.first_day() + timedelta(days=place)
            if self.cell(day).contains(x, y):
                return day
        return None

    def _paint_day(self, painter: QPainter, day: date) -> None:
        """Paint one day: ground, number, dots."""
        cell = self.cell(day)
        px = theme.current().px
        if day == self._day:
            draw_box(painter, cell, 6, fill="tint", edge="accent", width=2)
            if self.hasFocus():
                draw_box(painter, cell.adjusted(4, 4, -4, -4), 4, edge="accent")
        elif day == self._hover:
            draw_box(painter, cell, 6, fill="hover")
        role: Role = "ink"
        style: Style = "label"
        if day.month != self._day.month:
            role, style = "ink3", "text"
        elif day.isoweekday() >= 6:
            role, style = "ink2", "text"
        number = QRect(cell.left(), cell.top() + px(5), cell.width(), px(22))
        if day == self._today:
            pill = QRect(0, 0, px(26), px(22))
            pill.moveCenter(number.center())
            draw_box(painter, pill, px(11), fill="fill", edge="fill_edge")
            role, style = "on_fill", "name"
        self._centred(painter, number, str(day.day), style, role)
        self._paint_dots(painter, cell, self._marks.get(day, DayMarks()))

    def _paint_dots(self, painter: QPainter, cell: QRect, marks: DayMarks) -> None:
        """Up to four dots, the most serious first."""
        kinds = ["overdue"] * marks.overdue
        kinds += ["promise"] * marks.promises + ["followup"] * marks.followups
        kinds = kinds[:_DOTS]
        side, gap = 6.0, 3.0
        wide = len(kinds) * side + (len(kinds) - 1) * gap
        x = cell.center().x() + 0.5 - wide / 2
        y = cell.top() + theme.current().px(31)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            kinds.reverse()
        for kind in kinds:
            dot = QRectF(x, y, side, side)
            if kind == "followup":
                draw_box(painter, dot, 3, edge="accent")
            else:
                draw_box(painter, dot, 3, fill="redm" if kind == "overdue" else "amberm")
            x += side + gap

    def _centred(self, painter: QPainter, rect: QRect, text: str, style: Style, role: Role) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, rect, text, style, role, align=middle, figures=True)

    def _speak(self) -> None:
        """Tell screen readers the day and what is due on it."""
        shown = QDate(self._day.year, self._day.month, self._day.day)
        day = self._locale.toString(shown, QLocale.FormatType.LongFormat)
        words = self._marks.get(self._day, DayMarks()).spoken()
        said = ", ".join(part for part in (self._label, day, words) if part)
        if said != self.accessibleName():
            self.setAccessibleName(said)
            if self.hasFocus():
                announce(self, ", ".join(part for part in (day, words) if part))
