"""The spine of the window: pages as index tabs, and who is at the counter."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.painting import mirrored
from customerbook.gui.widgets.rail_plates import NARROW, PersonPlate, ShopPlate
from customerbook.gui.widgets.rail_tab import RailTab
from customerbook.model.texts import _

WIDE, _WIDEST = 208, 272
"""Width of the rail with its names, and with those of a language of long words."""


class Rail(QWidget):
    """Tabs of the pages above, of settings and help below, the person at the foot.

    `chosen(value)` fires when a person chooses a tab; `menu_wanted`, `switch_wanted` and
    `lock_wanted` when they press the menu button, the person and the lock.
    """

    chosen = Signal(str)
    menu_wanted = Signal()
    switch_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, shop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._tabs: dict[str, RailTab] = {}
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._shop = ShopPlate(shop)
        self.menu_button = IconButton("menu", _("All commands"), icon_size=18)
        self.menu_button.clicked.connect(self.menu_wanted)
        self.person_button = PersonPlate()
        self.person_button.clicked.connect(self.switch_wanted)
        self.lock_button = IconButton("lock", _("Lock"), icon_size=16, keys="Ctrl+L")
        self.lock_button.clicked.connect(self.lock_wanted)
        self._pages = _column(gap=4)
        self._below = _column(gap=4)
        self._build()

    def add_page(self, value: str, text: str, icon: str) -> RailTab:
        """Put a tab at the end of the upper pages."""
        return self._add(self._pages, value, text, icon, page=True)

    def add_below(self, value: str, text: str, icon: str, *, page: bool = True) -> RailTab:
        """Put a tab below; `page=False` is for one that only does something, such as help."""
        return self._add(self._below, value, text, icon, page=page)

    def choose(self, value: str) -> None:
        """Show a tab as selected without `chosen`."""
        self._tabs[value].setChecked(True)
        self.update()

    def value(self) -> str:
        """The selected tab."""
        return next((value for value, tab in self._tabs.items() if tab.isChecked()), "")

    def show_count(self, value: str, count: int) -> None:
        """Show how many wait on a page."""
        self._tabs[value].show_count(count)

    def show_shop(self, name: str) -> None:
        """Show the shop's name at the top."""
        self._shop.show_name(name)

    def show_person(self, name: str, initials: str, role: str) -> None:
        """Show who is at the counter."""
        self.person_button.show_person(name, initials, role)

    def set_narrow(self, *, narrow: bool) -> None:
        """Shrink to icons, or grow again."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for tab in self._tabs.values():
            tab.set_narrow(narrow=narrow)
        self.person_button.narrow = self._shop.narrow = narrow
        self.menu_button.setVisible(True)
        self._arrange()
        self.updateGeometry()

    def narrow(self) -> bool:
        """Whether icons alone are shown."""
        return self._narrow

    def tabs(self) -> list[RailTab]:
        """All tabs in their order."""
        return list(self._tabs.values())

    def sizeHint(self) -> QSize:
        """As wide as its state at the text size in force, with all names whole."""
        if self._narrow:
            return QSize(NARROW, 480)
        px = theme.current().px
        words = max([tab.wide() for tab in self._tabs.values()], default=0)
        head = self._shop.wide() + self.menu_button.sizeHint().width()
        return QSize(max(px(WIDE), min(max(words, head), px(_WIDEST))), 480)

    def minimumSizeHint(self) -> QSize:
        """As wide as its state."""
        return QSize(self.sizeHint().width(), 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the spine and its inner line, left out behind the selected tab."""
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(self.rect(), look.colour("spine"))
        line = QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(self._mirrored(line), look.colour("line2"))
        for tab in self._tabs.values():
            if tab.isChecked():
                y = tab.mapTo(self, tab.rect().topLeft()).y()
                gap = QRect(self.width() - 1, y + 1, 1, tab.height() - 2)
                painter.fillRect(self._mirrored(gap), look.colour("paper"))
        foot = (
            self.person_button.mapTo(self, self.person_button.rect().topLeft()).y()
            - self._foot_gap()
        )
        painter.fillRect(QRect(0, foot, self.width(), 1), look.colour("line2"))

    def _foot_gap(self) -> int:
        return theme.current().px(8)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(8)
        column.addWidget(self._pages)
        column.addStretch(1)
        column.addWidget(self._below)
        column.addSpacing(20)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(0)
        column.addLayout(self._foot)
        self._arrange()

    def _arrange(self) -> None:
        """Lay head and foot out beside each other, or below each other while narrow."""
        for line in (self._head, self._foot):
            while line.count():
                line.takeAt(0)
        way = QHBoxLayout.Direction
        narrow = self._narrow
        for line in (self._head, self._foot):
            line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._head.setContentsMargins(0, 0, 0 if narrow else 1, 0)
        self._foot.setContentsMargins(0, 0, 0 if narrow else 6, 0)
        middle = Qt.AlignmentFlag.AlignCenter
        upper = Qt.AlignmentFlag.AlignVCenter
        self._head.addWidget(self._shop, 0 if narrow else 1)
        self._head.addWidget(self.menu_button, 0, middle if narrow else upper)
        self._foot.addWidget(self.person_button, 0 if narrow else 1)
        self._foot.addWidget(self.lock_button, 0, middle if narrow else upper)

    def _add(self, column: QWidget, value: str, text: str, icon: str, *, page: bool) -> RailTab:
        tab = RailTab(value, text, icon, page=page)
        tab.set_narrow(narrow=self._narrow)
        if page:
            self._group.addButton(tab)
            tab.toggled.connect(self.update)
        tab.clicked.connect(lambda: self.chosen.emit(value))
        layout = column.layout()
        assert layout is not None
        layout.addWidget(tab)
        self._tabs[value] = tab
        return tab

    def _mirrored(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())


def _column(*, gap: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return holder
