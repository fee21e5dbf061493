"""Paints entries of the timeline and follows the mouse over what can be pressed in them."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from customerbook.gui import theme
from customerbook.gui.customers.timeline_row import (
    BEFORE_LINE,
    Laid,
    Layouts,
    Place,
    margin,
    state_rect,
)
from customerbook.gui.customers.timeline_view import TimelineView
from customerbook.gui.theme import Role
from customerbook.gui.widgets.chip import draw_state
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex
_HOVERED = frozenset({"print", "edit"})
"""Shown only under the mouse or with the keyboard on the entry."""
_ICONS = {"document": "file-text", "private": "lock", "print": "printer", "edit": "pencil"}


class TimelineDelegate(QStyledItemDelegate):
    """Entries of their own height; `pressed(index, place)` fires for what was pressed."""

    pressed = Signal(QPersistentModelIndex, object)

    def __init__(self) -> None:
        super().__init__()
        self.width = 0
        self.layouts = Layouts()
        self._hot: tuple[int, Place] | None = None

    def is_hot(self) -> bool:
        """Whether the mouse is over something to press."""
        return self._hot is not None

    def cool(self) -> None:
        """Forget what was under the mouse."""
        self._hot = None

    def height_of(self, view: TimelineView, direction: Qt.LayoutDirection) -> int:
        """Height of an entry at the width in force."""
        return self.layouts.of(view, self.width, direction).height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width of the list, and the height of the entry at it."""
        view = index.data(ROW)
        if not isinstance(view, TimelineView):
            return QSize(self.width, 0)
        return QSize(self.width, self.height_of(view, option.direction))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        view = index.data(ROW)
        if not isinstance(view, TimelineView):
            return
        painter.save()
        prepare(painter)
        laid = self.layouts.of(view, option.rect.width(), option.direction)
        _Entry(painter, option, view, laid, self._hot_in(index)).paint()
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Follow the mouse, and press what is under it."""
        view = index.data(ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(view, TimelineView):
            return super().editorEvent(event, model, option, index)
        place = self.place_at(event.position().toPoint(), option, view)
        if event.type() == QEvent.Type.MouseMove:
            hot = (index.row(), place) if place else None
            if hot != self._hot:
                self._hot = hot
                if isinstance(option.widget, QAbstractItemView):
                    option.widget.viewport().update()
            return False
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.pressed.emit(QPersistentModelIndex(index), place)
        return True

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say what an icon does."""
        data = index.data(ROW)
        if not isinstance(data, TimelineView):
            return super().helpEvent(event, view, option, index)
        place = self.place_at(event.pos(), option, data)
        text = place.text if place and place.deed in _HOVERED else ""
        QToolTip.showText(event.globalPos(), text, view)
        return bool(text)

    def place_at(
        self, spot: QPoint, option: QStyleOptionViewItem, view: TimelineView
    ) -> Place | None:
        """What can be pressed at a point of an entry."""
        rect, direction = option.rect, option.direction
        for place in self.layouts.of(view, rect.width(), direction).places:
            there = mirrored(place.rect.translated(rect.topLeft()), rect, direction)
            if there.contains(spot):
                return place
        return None

    def _hot_in(self, index: Index) -> Place | None:
        return self._hot[1] if self._hot and self._hot[0] == index.row() else None


class _Entry:
    """One entry while it is painted."""

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        view: TimelineView,
        laid: Laid,
        hot: Place | None,
    ) -> None:
        self.painter, self.view, self.laid, self.hot = painter, view, laid, hot
        self.rect: QRect = option.rect
        self.direction: Qt.LayoutDirection = option.direction
        flags = QStyle.StateFlag
        self.hover = bool(option.state & flags.State_MouseOver)
        self.focused = bool(option.state & flags.State_HasFocus)

    def paint(self) -> None:
        """Paint ground, margin and matter."""
        if self.hover:
            body = QRect(margin() + 8, 2, self.rect.width() - margin() - 8, -4)
            body.setHeight(self.rect.height() - 4)
            draw_box(self.painter, self._place(body), 6, fill="hover")
        line = QRect(margin(), 0, 1, self.rect.height())
        self.painter.fillRect(self._place(line), theme.current().colour("rule"))
        self._paint_when()
        self._paint_title()
        self._paint_note()
        self._paint_foot()
        if self.focused:
            ring = QRect(margin() + 6, 1, self.rect.width() - margin() - 6, 0)
            ring.setHeight(self.rect.height() - 2)
            draw_box(self.painter, self._place(ring), 6, edge="accent", width=2)

    def _place(self, rect: QRect) -> QRect:
        return mirrored(rect.translated(self.rect.topLeft()), self.rect, self.direction)

    def _paint_when(self) -> None:
        look, title = theme.current(), self.laid.title
        room = QRect(0, title.top(), margin() - BEFORE_LINE, title.height())
        self._words(room, self.view.day, "label", "ink", figures=True)
        below = QRect(0, title.bottom() + 1, room.width(), look.line("meta"))
        self._words(below, self.view.below, "meta", "ink3", figures=True)

    def _paint_title(self) -> None:
        look, title, view = theme.current(), self.laid.title, self.view
        side = look.px(16)
        spot = self._place(QRect(title.left(), title.top(), side, title.height()))
        centre = QRectF(spot).center()
        draw_icon(self.painter, centre, view.icon, side, "ink2", direction=self.direction)
        end = title.right() + 1
        if view.state is not None:
            chip = state_rect(view, self.laid)
            draw_state(
                self.painter,
                self._place(chip),
                view.state.text,
                view.state.tone,
                direction=self.direction,
            )
            end = chip.left() - 8
        elif view.amount:
            wide = text_width(view.amount, "name", figures=True)
            room = QRect(end - wide, title.top(), wide, title.height())
            self._words(room, view.amount, "name", "ink", figures=True)
            end -= wide + 8
        x = title.left() + side + 8
        room = QRect(x, title.top(), max(1, end - x), title.height())
        self._words(room, view.kind, "name", "ink")
        self._words(self.laid.about, view.about, "text", "ink2")

    def _paint_note(self) -> None:
        laid, look = self.laid, theme.current()
        if laid.note is not None:
            room = self._place(QRect(laid.title.left(), laid.note_top, laid.title.width(), 1))
            laid.note.draw(self.painter, room.left(), room.top(), "ink")
        if laid.private is not None:
            box = self._place(laid.private_box)
            draw_box(self.painter, box, 6, fill="sunk")
            label = laid.private_box.adjusted(12, 8, -12, 0)
            label.setHeight(look.line("caption"))
            self._words(label, _("private"), "caption", "ink3")
            text = self._place(laid.private_box.adjusted(12, 0, -12, 0))
            y = self.rect.top() + label.bottom() + 1
            laid.private.draw(self.painter, text.left(), y, "ink")

    def _paint_foot(self) -> None:
        x, meta = self.laid.meta.left(), self.laid.meta
        for words in self.view.meta:
            room = QRect(x, meta.top(), max(1, meta.right() - x), meta.height())
            x += self._words(room, words, "meta", "ink3", figures=True) + 8
        for place in self.laid.places:
            if place.deed in _HOVERED:
                if self.hover or self.focused:
                    self._paint_icon(place)
            else:
                self._paint_link(place)

    def _paint_link(self, place: Place) -> None:
        rect, side = place.rect, theme.current().px(12)
        role: Role = "blue" if place.deed == "document" else "ink2"
        icon = _ICONS.get(place.deed, "")
        if icon:
            spot = self._place(QRect(rect.left(), rect.top(), side, rect.height()))
            draw_icon(self.painter, QRectF(spot).center(), icon, side, role)
            rect = rect.adjusted(side + 4, 0, 0, 0)
        self._words(rect, place.text, "caption", role)
        if place == self.hot:
            there = self._place(rect)
            y = there.bottom() - 1
            self.painter.fillRect(
                QRect(there.left(), y, there.width(), 1), theme.current().colour(role)
            )

    def _paint_icon(self, place: Place) -> None:
        there = self._place(place.rect)
        if place == self.hot:
            draw_box(self.painter, there, 6, fill="sunk")
        side = theme.current().px(16)
        draw_icon(self.painter, QRectF(there).center(), _ICONS[place.deed], side, "ink2")

    def _words(
        self, rect: QRect, text: str, style: theme.Style, role: Role, *, figures: bool = False
    ) -> int:
        place = self._place(rect)
        return draw_text(
            self.painter, place, text, style, role, direction=self.direction, figures=figures
        )
