"""The palette: every command that works just now, found by a few letters and run by Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.actions import Offer
from customerbook.gui.palette_list import PaletteList
from customerbook.gui.palette_rows import Row, rows_for
from customerbook.gui.widgets.card import RuleLine
from customerbook.gui.widgets.field_popup import FieldPopup
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.paper import EDGE_BELOW, Paper, draw_page_below
from customerbook.gui.widgets.paragraph import bold
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.texts import _

_WIDTH: Final = 640
_TOP: Final = 72


class Palette(FieldPopup):
    """A sheet with one field and a list; a command that was chosen runs on the page, once closed.

    `page` is what the page below is called.
    """

    spoken_role = SpokenRole.Dialog

    def __init__(self, host: QWidget, offers: Sequence[Offer], page: str) -> None:
        words = _("Find a command")
        super().__init__(host, TextField(label=words, placeholder=words), label=_("All commands"))
        self._offers, self._page_name = offers, page
        self.paper = Paper(self)
        # The font first: the style keeps the one it meets here, and returns to it when shown.
        self.field.setFont(theme.current().font("prompt"))
        set_flag(self.field, "bare", on=True)
        self.list = PaletteList()
        self._nothing = QWidget()
        inset = QVBoxLayout(self._nothing)
        inset.setContentsMargins(20, 10, 20, 6)
        inset.addWidget(Label(_("No command is called so."), "text", "ink2", wrap=True))
        self._lay_out()
        self.field.textChanged.connect(self._find)
        self.list.chosen.connect(self._run)
        self._find("")

    def walk(self, step: int) -> None:
        """Make the next command in a direction current."""
        self.list.walk(step)

    def take_current(self) -> None:
        """Run the current command."""
        self._run(self.list.current())

    def place(self) -> None:
        """Stand in the middle of the host, as high as the commands that were found."""
        super().place()
        px = theme.current().px
        width = min(px(_WIDTH), self.width() - 16)
        around = self.paper.sizeHint().height() - self.list.sizeHint().height()
        if self.list.isHidden():
            around = self.paper.sizeHint().height()
        matter = 0 if self.list.isHidden() else self.list.content_height()
        room = self.height() - _TOP - 24 - EDGE_BELOW
        x = (self.width() - width) // 2
        self.paper.setGeometry(QRect(x, _TOP, width, min(around + matter, room)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scrim and the second page edge."""
        painter = QPainter(self)
        prepare(painter)
        painter.fillRect(self.rect(), theme.current().colour("scrim"))
        draw_page_below(painter, self.paper.geometry())

    def _find(self, typed: str) -> None:
        rows = rows_for(typed, self._offers, self._page_name)
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if self.isVisible():
            self.place()

    def _run(self, row: Row | None) -> None:
        if row is not None and row.offer is not None:
            self.dismiss()
            row.offer.run()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 20, 8)
        head.setSpacing(14)
        head.addWidget(IconLabel("chevron-right", "accent", 18))
        head.addWidget(self.field, 1)
        head.addWidget(KeyHint("Esc"))
        column.addLayout(head)
        column.addWidget(RuleLine())
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addSpacing(8)
        column.addWidget(PaletteFoot())


class PaletteFoot(QWidget):
    """Says which keys walk and run, and where all keys stand."""

    def __init__(self) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(6)
        for part in (
            KeyHint("Up"),
            KeyHint("Down"),
            Label(_("choose"), "meta", "ink2"),
            KeyHint("Return"),
            Label(_("run"), "meta", "ink2"),
        ):
            line.addWidget(part)
        line.addStretch(1)
        words = _("Every command is here. All keys: F1")
        line.addWidget(Label(words, "meta", "ink2", spans=bold(words, "F1", "badge")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, rounded as the sheet is below."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 9, fill="paper")
        painter.fillRect(0, 0, self.width(), 12, theme.current().colour("paper"))
        painter.fillRect(0, 0, self.width(), 1, theme.current().colour("line"))
