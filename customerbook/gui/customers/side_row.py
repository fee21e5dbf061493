"""A row of the card's left column: icon, words, small words below, and small icons that act."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from customerbook.gui import theme
from customerbook.gui.customers.row_acts import RowActs
from customerbook.gui.customers.side_item import SideItem
from customerbook.gui.customers.side_layout import ABOVE, AFTER, AROUND, ICON, Laid, indent, lay_out
from customerbook.gui.widgets.painting import draw_box, draw_icon, mirrored, prepare
from customerbook.gui.widgets.pressable import Pressable

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class SideRow(Pressable):
    """Painted words; `wanted` fires where pressing does something, `menu_wanted(place)` for more.

    `acted(act)` fires for one of its icons, which show under the mouse and with the keyboard.
    Left and Right reach them; Up, Down, Home and End fire `stepped(how_many)`. A row with nothing
    to do takes no focus and does not look as if it could be pressed.
    """

    wanted = Signal()
    menu_wanted = Signal(QPoint)
    acted = Signal(object)
    stepped = Signal(int)
    reached = Signal()
    radius = 6

    def __init__(self, *, on_amber: bool = False) -> None:
        self.item = SideItem("")
        self._on_amber = on_amber
        self._presses = False
        self._acts: RowActs | None = None
        self._laid: dict[tuple[int, Qt.LayoutDirection], Laid] = {}
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.wanted)

    def show_item(self, item: SideItem, *, presses: bool) -> None:
        """Show another item; `presses` says whether pressing the row does something."""
        if (item, presses) == (self.item, self._presses):
            return
        if self._acts is not None and item.acts != self.item.acts:
            self._drop_acts()
        self.item, self._presses = item, presses
        self._laid.clear()
        self.setText(item.text)
        self.setAccessibleName(" ".join(item.text.split()))
        self.setAccessibleDescription(item.described)
        self.setToolTip(item.tooltip)
        useful = presses or bool(item.acts)
        shape = Qt.CursorShape.PointingHandCursor if presses else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if useful else Qt.FocusPolicy.NoFocus)
        self.update()

    def presses(self) -> bool:
        """Whether pressing the row does something."""
        return self._presses

    def useful(self) -> bool:
        """Whether the keyboard has anything to do here."""
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def below(self) -> str:
        """The small words."""
        return self.item.below

    def struck(self) -> bool:
        """Whether a line goes through the words."""
        return self.item.struck

    def acts(self) -> RowActs | None:
        """The icons, made when they are first looked at; none where there is nothing to do."""
        if self._acts is None and self.item.acts:
            self._acts = RowActs(self.item, self)
            self._acts.acted.connect(self.acted)
            self._acts.left.connect(self._follow)
            self._acts.back_wanted.connect(self._take_back)
            self._place_acts()
        return self._acts

    def corner(self) -> QPoint:
        """Where a menu opens by key."""
        return self.mapToGlobal(QPoint(0, self.height() + 4))

    def sizeHint(self) -> QSize:
        """The width of the column, and the lines at that width."""
        width = theme.current().px(208) + AROUND + AFTER
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return QSize(80, theme.current().line("text"))

    def hasHeightForWidth(self) -> bool:
        """Grows in height where the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._at(width).height

    def ring_place(self) -> tuple[QRect, int]:
        """The ring lies inside, at the edge of the fill."""
        return self.rect().adjusted(4, 4, -4, -4), 2

    def restyle(self) -> None:
        """Lay out anew at the text size in force."""
        super().restyle()
        self._laid.clear()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        if self.useful():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu_wanted.emit(self.corner() if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move: to other rows, and to the icons of this one."""
        key = Qt.Key(event.key())
        ahead = Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead = Qt.Key.Key_Left
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            acts = self.acts()
            if acts is not None:
                acts.step(1 if key == ahead else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.hasFocus():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the icons."""
        super().focusInEvent(event)
        self._follow()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the icons away, unless one of them has the keyboard now."""
        super().focusOutEvent(event)
        self._follow()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the icons."""
        super().enterEvent(event)
        self._follow()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the icons away."""
        super().leaveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icons at the end."""
        super().resizeEvent(event)
        self._place_acts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = QPainter(self)
        prepare(painter)
        direction, look = self.layoutDirection(), theme.current()
        if self.underMouse() and self.useful() and not self._on_amber:
            draw_box(painter, self.rect(), self.radius, fill="hover")
        laid = self._at(self.width())
        if self.item.icon:
            side = look.px(ICON)
            spot = QRect(AROUND, ABOVE, side, look.line("text"))
            centre = mirrored(spot, self.rect(), direction).toRectF().center()
            draw_icon(painter, centre, self.item.icon, side, "ink2", direction=direction)
        room = self.rect().adjusted(indent(self.item), 0, -AFTER, 0)
        room = mirrored(room, self.rect(), direction)
        y = ABOVE
        for part, role in laid.parts:
            part.draw(painter, room.left(), y, role)
            y += part.height

    def _follow(self) -> None:
        """Show the icons while the mouse or the keyboard is here."""
        here = self.underMouse() or self.hasFocus() or self._acts_have_focus()
        acts = self.acts() if here else self._acts
        if acts is not None:
            acts.setVisible(here)
        self.update()

    def _acts_have_focus(self) -> bool:
        return self._acts is not None and self._acts.has_focus()

    def _take_back(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _drop_acts(self) -> None:
        if self._acts is not None:
            if self._acts.has_focus():
                self._take_back()
            self._acts.hide()
            self._acts.deleteLater()
            self._acts = None

    def _place_acts(self) -> None:
        if self._acts is None:
            return
        wide, high = self._acts.sizeHint().width(), self._acts.sizeHint().height()
        middle = self._at(self.width()).acts
        place = QRect(self.width() - 2 - wide, middle - high // 2, wide, high)
        self._acts.setGeometry(mirrored(place, self.rect(), self.layoutDirection()))
        self._acts.raise_()

    def _at(self, width: int) -> Laid:
        key = (width, self.layoutDirection())
        if key not in self._laid:
            if len(self._laid) > 4:
                self._laid.clear()
            self._laid[key] = lay_out(self.item, width, self.layoutDirection())
        return self._laid[key]
