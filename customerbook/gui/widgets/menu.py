"""Menus: rows with icon, words and key on a card with a second page edge."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.theme.qss import SCROLLER
from customerbook.gui.widgets.keys import key_words
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.paper import EDGE_BELOW, draw_pages
from customerbook.model.texts import _


class Menu(QMenu):
    """A painted menu; `add` rows, `add_heading` over groups, `addSeparator` between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            self.windowFlags()
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(_("Menu"))
        self.triggered.connect(self.hide)  # a screen reader takes a row and leaves it open
        self.restyle()

    def restyle(self) -> None:
        """Take the font at the text size in force."""
        self.setFont(theme.current().font("text"))

    def add(
        self,
        text: str,
        then: Callable[[], object] | None = None,
        *,
        icon: str = "",
        keys: str = "",
        danger: bool = False,
        checked: bool | None = None,
    ) -> QAction:
        """Put a row at the end; `keys` is only shown, `danger` makes it red."""
        action = self.addAction(text)
        action.setProperty("icon_name", icon)
        action.setProperty("keys", keys)
        action.setProperty("danger", danger)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        if then is not None:
            act = then
            action.triggered.connect(lambda _checked=False: act())
        self._widen()
        return action

    def add_heading(self, text: str) -> QAction:
        """Put a heading over the rows that follow."""
        action = self.addAction(text)
        action.setEnabled(False)
        action.setProperty("kind", "heading")
        self._widen()
        return action

    def add_menu(self, text: str, *, icon: str = "") -> "Menu":
        """Put a row at the end that opens a menu of its own beside this one."""
        inner = Menu(self)
        inner.setAccessibleName(text)
        action = inner.menuAction()
        action.setText(text)
        action.setProperty("icon_name", icon)
        self.addAction(action)
        self._widen()
        return inner

    def empty(self) -> None:
        """Take all rows away, with the menus that they open."""
        for action in self.actions():
            inner = action.menu()
            if isinstance(inner, Menu):
                inner.deleteLater()
        self.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at a row: the one that is ticked, else the first; a screen reader tells it."""
        super().showEvent(event)
        rows = [a for a in self.actions() if a.isEnabled() and a.isVisible()]
        if rows and self.activeAction() is None and not QApplication.mouseButtons():
            self.setActiveAction(next((a for a in rows if a.isChecked()), rows[0]))

    def open_beside(self, anchor: QWidget) -> None:
        """Open below a button, its first row current; above one in the lower half of the window."""
        window = anchor.window()
        corner = QPoint(0, anchor.height() + 4)
        if anchor.mapTo(window, corner).y() > window.height() // 2:
            corner.setY(-self.sizeHint().height() - 4)
        if anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(anchor.width() - self.sizeHint().width())
        rows = [action for action in self.actions() if action.isEnabled()]
        if rows:
            self.setActiveAction(rows[0])
        self.popup(anchor.mapToGlobal(corner))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its second edge, and the rows."""
        painter = QPainter(self)
        prepare(painter)
        if self.isWindow():
            clear = QPainter.CompositionMode.CompositionMode_Clear
            painter.setCompositionMode(clear)
            painter.fillRect(self.rect(), Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        body = draw_pages(painter, self.rect())
        rows = self._rows_room(body)
        painter.save()
        painter.setClipRect(rows, Qt.ClipOperation.IntersectClip)
        for action in self.actions():
            place = self.actionGeometry(action)
            if action.isVisible() and place.intersects(rows):
                self._paint_row(painter, action, place)
        painter.restore()
        for icon, top, high in (
            ("chevron-up", body.top(), rows.top() - body.top()),
            ("chevron-down", rows.bottom() + 1, body.bottom() - rows.bottom()),
        ):
            if high > 0:
                end = QRect(body.left(), top, body.width(), high)
                draw_icon(painter, end.toRectF().center(), icon, 14, "ink2")

    def _rows_room(self, body: QRect) -> QRect:
        """Where rows are seen: without an end at which there are more of them."""
        shown = [action for action in self.actions() if action.isVisible()]
        if not shown:
            return body
        above = self.actionGeometry(shown[0]).top() < body.top()
        below = self.actionGeometry(shown[-1]).bottom() > body.bottom()
        shut = SCROLLER - EDGE_BELOW
        return body.adjusted(0, SCROLLER if above else 0, 0, -shut if below else 0)

    def _paint_row(self, painter: QPainter, action: QAction, rect: QRect) -> None:
        if action.isSeparator():
            line = QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1)
            painter.fillRect(line, theme.current().colour("line"))
            return
        direction = self.layoutDirection()
        if action.property("kind") == "heading":
            room = mirrored(rect.adjusted(8, 0, -8, 0), rect, direction)
            draw_text(painter, room, action.text(), "caption", "ink3", direction=direction)
            return
        current = action is self.activeAction() and action.isEnabled()
        if current:
            draw_box(painter, rect, 6, fill="tint")
        text, mark = self._colours(action, current=current)
        icon = "check" if action.isChecked() else str(action.property("icon_name") or "")
        side = theme.current().px(16)
        if icon:
            spot = mirrored(
                QRect(rect.left() + 8, rect.top(), side, rect.height()), rect, direction
            )
            draw_icon(painter, spot.toRectF().center(), icon, side, mark, direction=direction)
        if action.menu() is not None:
            end = QRect(rect.right() + 1 - 8 - side, rect.top(), side, rect.height())
            centre = mirrored(end, rect, direction).toRectF().center()
            draw_icon(painter, centre, "chevron-right", side, mark, direction=direction)
        keys = self._keys_of(action)
        wide = text_width(keys, "meta")
        room = mirrored(rect.adjusted(8 + side + 8, 0, -wide - 16, 0), rect, direction)
        draw_text(painter, room, action.text(), "text", text, direction=direction)
        room = QRect(rect.right() + 1 - 8 - wide, rect.top(), wide, rect.height())
        room = mirrored(room, rect, direction)
        draw_text(painter, room, keys, "meta", "ink3", direction=direction)

    def _colours(self, action: QAction, *, current: bool) -> tuple[Role, Role]:
        """Colour of words and of the icon."""
        if not action.isEnabled():
            return "ink3", "ink3"
        if action.property("danger"):
            return "red", "red"
        return "ink", "accent" if current else "ink2"

    def _keys_of(self, action: QAction) -> str:
        own = str(action.property("keys") or "")
        portable = QKeySequence.SequenceFormat.PortableText
        return key_words(own or action.shortcut().toString(portable))

    def _widen(self) -> None:
        """Room for icon, words and key; the menu itself knows only of the words."""
        px = theme.current().px
        words = max((text_width(action.text(), "text") for action in self.actions()), default=0)
        keys = max((text_width(self._keys_of(a), "meta") for a in self.actions()), default=0)
        if any(action.menu() is not None for action in self.actions()):
            keys = max(keys, px(16))
        self.setMinimumWidth(px(16) + words + (keys + 24 if keys else 0) + 3 * 8 + 8 + 8)
