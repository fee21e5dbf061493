"""How many rows are new, filled in, the same or refused, as tiles."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from customerbook.book.importing import Plan
from customerbook.gui.exchange.words import FATE_ICONS, fate_words
from customerbook.gui.languages import counted
from customerbook.gui.theme import Role
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.model.texts import _


class Tile(Card):
    """An icon, a figure with its word, and below what it means."""

    def __init__(self, kind: str, below: str, role: Role) -> None:
        super().__init__()
        self._kind = kind
        self._figure = Label("", "sheet", figures=True)
        self._word = Label(fate_words(kind), "text")
        self.column.setContentsMargins(17, 10, 17, 10)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(IconLabel(FATE_ICONS[kind], role, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self._figure)
        level = QVBoxLayout()
        level.setContentsMargins(0, 0, 0, 3)  # the smaller word stands on the line of the figure
        level.addWidget(self._word, 0, Qt.AlignmentFlag.AlignBottom)
        above.addLayout(level)
        above.addStretch(1)
        words.addLayout(above)
        words.addWidget(Label(below, "meta", "ink2", wrap=True))
        line.addLayout(words, 1)
        self.add(row)

    def show_count(self, count: int, language: str) -> None:
        """Show another figure."""
        self._figure.show_text(counted(count, language))
        self.setAccessibleName(f"{counted(count, language)} {fate_words(self._kind)}")

    def text(self) -> str:
        """The figure as it is shown."""
        return self._figure.text()


class Tiles(QWidget):
    """The four tiles side by side, two and two where they have no room.

    They say what would be done, and with `done=True` what was.
    """

    def __init__(self, language: str, *, done: bool = False) -> None:
        super().__init__()
        self._language = language
        self.new = Tile("new", _("were added") if done else _("will be added"), "accent")
        self.filled = Tile("filled", _("only empty fields filled"), "blue")
        self.same = Tile("same", _("nothing to do"), "ink2")
        self.refused = Tile("refused", _("kept in a report"), "red")
        self._tiles = (self.new, self.filled, self.same, self.refused)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._across = 0
        self._arrange(len(self._tiles))

    def minimumSizeHint(self) -> QSize:
        """Two beside each other."""
        return QSize(2 * self._widest() + 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        all_of_them = len(self._tiles)
        wide = all_of_them * (self._widest() + 8) - 8
        self._arrange(all_of_them if wide <= self.width() else 2)

    def _widest(self) -> int:
        return max(tile.minimumSizeHint().width() for tile in self._tiles)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // across, place % across)
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, int(column < across))

    def show_plan(self, plan: Plan) -> None:
        """Show the counts of an import."""
        self.new.show_count(len(plan.added), self._language)
        self.filled.show_count(len(plan.changed), self._language)
        self.same.show_count(plan.skipped, self._language)
        self.refused.show_count(len(plan.refused), self._language)
