"""Dialogs: a sheet of paper over the page, in the window, with the page darkened behind it."""

from typing import Final, Literal, cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.fade import fade_in, fade_out
from customerbook.gui.widgets.foot import Foot
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.overlay_bar import OverlayBar
from customerbook.gui.widgets.painting import prepare
from customerbook.gui.widgets.paper import EDGE_BELOW, Paper, draw_page_below
from customerbook.gui.widgets.scroll_area import ScrollArea
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

SheetWidth = Literal[480, 640, 800, 1088, 1216]
_TOPS: Final[dict[SheetWidth, int]] = {480: 120, 640: 72, 800: 32, 1088: 32, 1216: 24}
_AROUND = 24


class Sheet(QWidget):
    """A dialog over `host`: title, body that scrolls when the window is low, foot with buttons.

    `closed` fires when it is closed, in whatever way, with the focus back where it was if that can
    be seen; it deletes itself then unless it was made with `keep=True`.
    """

    spoken_role = SpokenRole.Dialog

    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        title: str,
        *,
        width: SheetWidth = 480,
        keep: bool = False,
    ) -> None:
        super().__init__(host)
        self._host = host
        self._width: SheetWidth = width
        self._keep = keep
        self._before: QWidget | None = None
        self._leaving = False
        self._body: QWidget | None = None
        self._foot: Foot | None = None
        self.hide()
        self.setAccessibleName(title)
        self.paper = Paper(self)
        self._title = Label(title, "sheet", wrap=True)
        self._head = QHBoxLayout()
        self._close = IconButton("x", _("Close"), icon_size=18, keys="Esc")
        self._close.clicked.connect(self.dismiss)
        self._build()
        self._seeing = QTimer(self)
        self._seeing.setSingleShot(True)
        self._seeing.setInterval(0)  # a row that has just opened gets its place first
        self._seeing.timeout.connect(self._show_focused)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_focus)

    def set_title(self, title: str) -> None:
        """Name the sheet otherwise."""
        self._title.show_text(title)
        self.setAccessibleName(title)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the end of the title line, before the close button."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def set_body(self, body: QWidget, *, padding: int = 0) -> None:
        """Put the matter into the sheet; `padding` at its sides, 24 for plain texts."""
        self._body = body
        body.setAutoFillBackground(False)
        wrap = QWidget()
        column = QVBoxLayout(wrap)
        column.setContentsMargins(padding, 0, padding, 0)
        column.addWidget(body)
        self._scroll.setWidget(wrap)
        wrap.installEventFilter(self)

    def set_foot(self, *buttons: QWidget, state: QWidget | None = None) -> None:
        """Put a state at the start of the foot, and the buttons at its end, primary last."""
        self._foot = Foot(buttons, state)
        self._column.addWidget(self._foot)

    def body(self) -> QWidget | None:
        """The matter of the sheet."""
        return self._body

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet and give the focus to `first`, or to the first field in it."""
        self._before = self.window().focusWidget()
        self._host.installEventFilter(self)
        self._leaving = False
        self._place()
        fade_in(self)
        self.raise_()
        self._give_focus(first)

    def take_keyboard(self) -> None:
        """Give the focus to what had it last in the sheet."""
        self._give_focus(self.focusWidget())

    def settle(self) -> None:
        """Do ahead, while it is hidden, what a first showing asks for: styles, sizes, places."""
        self._place()
        self.paper.grab()

    def dismiss(self) -> None:
        """Close the sheet and give the focus back."""
        if self.isHidden() or self._leaving:
            return
        self._leaving = True
        self._give_focus_back()
        self.closed.emit()
        fade_out(self)
        self._gone()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the host, and fit the body when it grows; never stops an event."""
        kind = QEvent.Type.Resize if watched is self._host else QEvent.Type.LayoutRequest
        if event.type() == kind and self.isVisible():
            self._place()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Keep Tab within the sheet; where it is hidden with the focus in it that goes on."""
        if not self.isVisible():
            return super().focusNextPrevChild(next)
        inside = self._tab_stops()
        if not inside:
            return True
        now = self.window().focusWidget()
        step = 1 if next else -1
        place = inside.index(now) + step if now in inside else 0
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        inside[place % len(inside)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, the page keys scroll; no other key reaches the page below."""
        bar = self._scroll.verticalScrollBar()
        pages = {Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep()}
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in pages:
            bar.setValue(bar.value() + pages[Qt.Key(event.key())])
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scrim and the second page edge."""
        painter = QPainter(self)
        prepare(painter)
        painter.fillRect(self.rect(), theme.current().colour("scrim"))
        draw_page_below(painter, self.paper.geometry())

    def _build(self) -> None:
        self._column = QVBoxLayout(self.paper)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        head = QWidget()
        head.setLayout(self._head)
        self._head.setContentsMargins(16, 14, 16, 14)
        self._head.setSpacing(16)
        self._head.addSpacing(_AROUND - 16)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._close)
        self._scroll = ScrollArea()
        self._scroll.setMinimumHeight(1)  # a short sentence is lower than Qt's own minimum
        OverlayBar(self._scroll)  # in the padding: fields are as wide whether it scrolls or not
        self._column.addWidget(head)
        self._column.addWidget(self._scroll, 1)

    def _place(self) -> None:
        """Cover the host, and lay the paper on it."""
        self.setGeometry(self._host.rect())
        px = theme.current().px
        width = min(px(self._width), self.width() - 2 * 8)
        room = self.height() - 2 * 24 - EDGE_BELOW
        height = min(self._wanted_height(width), room)
        top = min(_TOPS[self._width], (self.height() - height - EDGE_BELOW) // 2)
        self.paper.setGeometry(QRect((self.width() - width) // 2, max(8, top), width, height))

    def _wanted_height(self, width: int) -> int:
        self.paper.ensurePolished()
        content = self._scroll.widget()
        inner = 0
        if content is not None:
            layout = content.layout()
            inner = content.sizeHint().height()
            if layout is not None and layout.hasHeightForWidth():
                inner = layout.totalHeightForWidth(width - 2)
        head = self._head.totalHeightForWidth(width - 2)
        foot = self._foot.heightForWidth(width - 2) if self._foot else 0
        return head + inner + foot + 2

    def refit(self) -> None:
        """Fit the height at once; it follows by itself when the body asks for another layout."""
        if self.isVisible():
            self._place()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._scroll.isAncestorOf(now):
            self._seeing.start()

    def _show_focused(self) -> None:
        """Bring what has the keyboard into sight where the sheet is higher than the window."""
        focused = self._scroll.focusWidget()
        if focused is not None and self.isVisible():
            self._scroll.ensureWidgetVisible(focused, _AROUND, _AROUND)

    def _tab_stops(self) -> list[QWidget]:
        """What Tab comes to within the sheet, in its order."""
        found: list[QWidget] = []
        step = self.nextInFocusChain()
        while step is not None and step is not self:
            tab = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if self.isAncestorOf(step) and tab and step.isEnabled() and step.isVisibleTo(self):
                found.append(step)
            step = step.nextInFocusChain()
        head = [stop for stop in found if self._in_head(stop)]
        head.sort(key=self._head.indexOf)
        return [*head, *(stop for stop in found if stop not in head)]

    def _in_head(self, stop: QWidget) -> bool:
        """Whether it stands in the title line, whenever it was put there."""
        return self._head.indexOf(stop) >= 0

    def _first_field(self) -> QWidget:
        stops = [stop for stop in self._tab_stops() if not self._in_head(stop)]
        return stops[0] if stops else self._close

    def _give_focus(self, wanted: QWidget | None) -> None:
        # What is hidden or cannot be used yet takes none, and the keys would go to the page below.
        if wanted is None or not can_take_keyboard(wanted, self):
            wanted = self._first_field()
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        give_focus_back(before, self._host)

    def _gone(self) -> None:
        if not self._keep:
            self._host.removeEventFilter(self)
            self.deleteLater()


def can_take_keyboard(widget: QWidget, within: QWidget) -> bool:
    """Whether it is seen where `within` is, and can be used: only then it takes the focus."""
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return within.isAncestorOf(widget) and widget.isVisibleTo(within) and widget.isEnabled()


def give_focus_back(before: QWidget | None, host: QWidget) -> None:
    """Give the focus to what had it before something was laid over its host, if that is seen."""
    try:
        if before is not None and can_take_keyboard(before, host.window()):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
    except RuntimeError:  # the widget was deleted meanwhile
        host.setFocus(Qt.FocusReason.OtherFocusReason)
