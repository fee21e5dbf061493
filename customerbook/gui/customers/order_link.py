"""The order of the list, as a word with an arrow that opens the other orders."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.painting import draw_icon, draw_text, mirrored, prepare, text_width
from customerbook.gui.widgets.pressable import Pressable
from customerbook.model.saved_list import ORDERS
from customerbook.model.texts import _


def order_name(order: str) -> str:
    """What an order is called."""
    return {
        "name": _("Name"),
        "last-contact": _("Last contact"),
        "newest": _("Newest"),
    }[order]


class OrderLink(Pressable):
    """Says how the list is ordered; pressing it offers the orders. `chosen(order)` fires then.

    While something is searched for the best match comes first, and there is nothing to choose.
    """

    chosen = Signal(str)
    radius = 4

    def __init__(self) -> None:
        super().__init__()
        self._menu = Menu(self)
        self._order = ORDERS[0]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self.show_order(self._order, searching=False)

    @property
    def order(self) -> str:
        """The order that was chosen."""
        return self._order

    def show_order(self, order: str, *, searching: bool) -> None:
        """Say this order, or that the best match is first."""
        self._order = order
        self.setEnabled(not searching)
        words = _("Best match") if searching else order_name(order)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(_("Order: {order}").format(order=words))

    def open_menu(self) -> None:
        """Offer the orders below."""
        self._menu.clear()
        for order in ORDERS:
            wanted = partial(self.chosen.emit, order)
            self._menu.add(order_name(order), wanted, checked=order == self._order)
        corner = QPoint(self.width() - self._menu.sizeHint().width(), self.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(0)
        self._menu.popup(self.mapToGlobal(corner))

    def sizeHint(self) -> QSize:
        """Words and arrow."""
        arrow = theme.current().px(14) + 4 if self.isEnabled() else 0
        return QSize(text_width(self.text(), "caption") + arrow, theme.current().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words and arrow."""
        painter = QPainter(self)
        prepare(painter)
        direction, room = self.layoutDirection(), self.rect()
        role: Role = "ink" if self.isEnabled() and self.underMouse() else "ink2"
        words = mirrored(room, room, direction)
        if self.isEnabled():
            side = theme.current().px(14)
            spot = QRect(room.right() + 1 - side, 0, side, room.height())
            spot = mirrored(spot, room, direction)
            draw_icon(painter, spot.toRectF().center(), "chevron-down", side, role)
            words = mirrored(room.adjusted(0, 0, -side - 4, 0), room, direction)
        draw_text(painter, words, self.text(), "caption", role, direction=direction)
