"""The index tabs of the settings, joined to the card at their end."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_tab,
    mirrored,
    prepare,
)
from customerbook.gui.widgets.paragraph import Paragraph, lay_out
from customerbook.gui.widgets.pressable import Pressable, state_of
from customerbook.gui.widgets.spoken import SpokenRole

_START = 1
_WIDE = 232


class SectionTab(Pressable):
    """Icon and name; the chosen one is a tab of the card beside it."""

    def __init__(self, value: str, text: str, icon: str) -> None:
        super().__init__(text)
        self.value, self._icon = value, icon
        self._narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, told as such
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, with the name as tooltip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """40 high at the text size in force; a long name takes a second line."""
        px = theme.current().px
        if self._narrow:
            return QSize(px(52), px(40))
        return QSize(px(_WIDE), max(px(40), self._words(self._room(px(_WIDE))).height + 20))

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes inside of the tab."""
        return self.rect().adjusted(5, 5, -12, -5), 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tab, mark, icon and name."""
        painter = QPainter(self)
        prepare(painter)
        direction, chosen = self.layoutDirection(), self.isChecked()
        if chosen:
            draw_tab(painter, self._placed(self.rect()), 8, direction, fill="card", edge="line2")
            mark = QRect(_START, (self.height() - 24) // 2, 3, 24)
            draw_box(painter, self._placed(mark), 1.5, fill="accent")
        elif state_of(self) == "hover":
            draw_box(painter, self._placed(self.rect().adjusted(0, 0, -8, 0)), 8, fill="sunk")
        side = theme.current().px(20)
        spot = self._placed(QRect(12, 0, side, self.height()))
        role: Role = "accent" if chosen else "ink2"
        draw_icon(painter, spot.toRectF().center(), self._icon, side, role, direction=direction)
        if self._narrow:
            return
        wide = self._room(self.width())
        words = self._words(wide)
        room = self._placed(QRect(12 + side + 11, 0, wide, self.height()))
        top = (self.height() - words.height) // 2
        words.draw(painter, room.left(), top, "ink" if chosen else "ink2")

    def _room(self, wide: int) -> int:
        return wide - 12 - theme.current().px(20) - 11 - 12

    def _words(self, wide: int) -> Paragraph:
        style: Style = "name" if self.isChecked() else "label"
        direction = self.layoutDirection()
        return lay_out(self.text(), style, wide, lines=2, direction=direction)

    def _placed(self, rect: QRect) -> QRect:
        return mirrored(rect, self.rect(), self.layoutDirection())


class SectionTabs(QWidget):
    """A column of tabs; `chosen` carries the value of the one that was pressed."""

    spoken_role = SpokenRole.Grouping

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, value: str, text: str, icon: str) -> None:
        """Put a tab at the end."""
        tab = SectionTab(value, text, icon)
        self._group.addButton(tab)
        tab.clicked.connect(lambda: self.chosen.emit(value))
        self._column.addWidget(tab)

    def choose(self, value: str) -> None:
        """Show a tab as chosen without `chosen`."""
        for tab in self.tabs():
            if tab.value == value:
                tab.setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or the names too."""
        for tab in self.tabs():
            tab.set_narrow(narrow=narrow)

    def tabs(self) -> list[SectionTab]:
        """All tabs in their order."""
        return [tab for tab in self._group.buttons() if isinstance(tab, SectionTab)]
