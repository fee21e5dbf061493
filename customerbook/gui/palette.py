"""The palette: every command that works just now, found by a few letters and run by Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.actions import Offer
from customerbook.gui.palette_list import PaletteList
from customerbook.gui.palette_rows import Row, rows_for
from customerbook.gui.widgets.card import RuleLine
from customerbook.gui.widgets.fade import fade_in, fade_out
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.paragraph import bold
from customerbook.gui.widgets.sheet import Paper, give_focus_back
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.texts import _

_WIDTH: Final = 640
_TOP: Final = 72
_EDGE_BELOW: Final = 4


class Palette(QWidget):
    """A sheet with one field and a list; Escape or a click beside it closes it.

    `closed` fires once it is gone; a command that was chosen runs after that, on the page.
    """

    spoken_role = SpokenRole.Dialog

    closed = Signal()

    def __init__(self, host: QWidget, offers: Sequence[Offer], page: str) -> None:
        super().__init__(host)
        self._host, self._offers, self._page_name = host, offers, page
        self._before: QWidget | None = None
        self._leaving = False
        self.hide()
        self.setAccessibleName(_("All commands"))
        self.paper = Paper(self)
        self.field = TextField(label=_("Find a command"), placeholder=_("Find a command"))
        # The font first: the style keeps the one it meets here, and returns to it when shown.
        self.field.setFont(theme.current().font("prompt"))
        set_flag(self.field, "bare", on=True)
        self.list = PaletteList()
        self._nothing = Label("", "text", "ink2")
        self._nothing.setContentsMargins(20, 8, 20, 8)
        self._lay_out()
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.chosen.connect(self._run)
        host.installEventFilter(self)
        self._find("")

    def open(self) -> None:
        """Show it and let one type."""
        self._before = self.window().focusWidget()
        self._place()
        fade_in(self)
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let one type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        self._close(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move and run; keep covering the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._take(event)
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Stay in the field: the list is walked with the arrows."""
        return self.isVisible() or super().focusNextPrevChild(next)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close on a click beside it."""
        self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scrim and the second page edge."""
        painter = QPainter(self)
        prepare(painter)
        painter.fillRect(self.rect(), theme.current().colour("scrim"))
        below = self.paper.geometry().adjusted(0, 20, 0, _EDGE_BELOW)
        draw_box(painter, below, 10, fill="edge")

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.list.walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.current())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _find(self, typed: str) -> None:
        rows = rows_for(typed, self._offers, self._page_name)
        self.list.show_rows(rows)
        self._nothing.show_text(_("No command is called so.") if not rows else "")
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if self.isVisible():
            self._place()

    def _run(self, row: Row | None) -> None:
        if row is not None and row.offer is not None:
            self._close(row.offer)

    def _close(self, offer: Offer | None) -> None:
        if self._leaving:
            return
        self._leaving = True
        self._host.removeEventFilter(self)
        give_focus_back(self._before, self._host)
        self.closed.emit()
        fade_out(self)
        self.deleteLater()
        if offer is not None:
            offer.run()

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

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        px = theme.current().px
        width = min(px(_WIDTH), self.width() - 16)
        around = self.paper.sizeHint().height() - self.list.sizeHint().height()
        if self.list.isHidden():
            around = self.paper.sizeHint().height()
        matter = 0 if self.list.isHidden() else self.list.content_height()
        room = self.height() - _TOP - 24 - _EDGE_BELOW
        x = (self.width() - width) // 2
        self.paper.setGeometry(QRect(x, _TOP, width, min(around + matter, room)))


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
