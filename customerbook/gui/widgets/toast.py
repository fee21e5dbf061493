"""The dark bar at the foot of a page: what just happened, or what is done with several rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.fade import fade_in, fade_out
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.painting import draw_box, prepare
from customerbook.gui.widgets.paragraph import Span
from customerbook.gui.widgets.spoken import SpokenRole, announce
from customerbook.model.texts import _

_FROM_EDGE = 12


class DarkBar(QWidget):
    """A dark bar over the bottom of a column of its host; toast and bulk bar are made of it."""

    spoken_role = SpokenRole.Notification

    def __init__(self, host: QWidget, *, height: int) -> None:
        super().__init__(host)
        self._host = host
        self._height = height
        self._column: QWidget | None = None
        self._above = 0
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(9, 0, 9, 0)
        self.line.setSpacing(12)
        self.line.addSpacing(7)  # words stand further in than buttons
        self.hide()
        host.installEventFilter(self)

    def stand_in(self, column: QWidget | None, *, above: int = 0) -> None:
        """Stand at the bottom of this column of the page; none takes the width of the host.

        `above` is how high another bar reaches that stands there already.
        """
        self._column, self._above = column, above
        self.place()

    def room(self) -> int:
        """How much a list below the bar must leave free at its end."""
        return theme.current().px(self._height) + 2 * _FROM_EDGE

    def area(self) -> QRect:
        """The column it stands in, as high as the host."""
        area = self._host.rect()
        if self._column is None or not self._column.isVisibleTo(self._host):
            return area.adjusted(24, 0, -24, 0)
        corner = self._column.mapTo(self._host, self._column.rect().topLeft())
        return QRect(corner.x(), area.y(), self._column.width(), area.height() - self._above)

    def place(self) -> None:
        """Find the place again after the window or the page has changed."""
        area = self.area()
        height = theme.current().px(self._height)
        width = min(max(area.width(), self.minimumSizeHint().width()), self._host.width() - 24)
        x = min(area.x(), self._host.width() - 12 - width)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = max(area.right() + 1 - width, 12)
        self.setGeometry(x, area.bottom() + 1 - _FROM_EDGE - height, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the host; never stops an event."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 10, fill="bar", edge="bar_edge")


class Toast(DarkBar):
    """Says what happened and offers to undo it; one at a time, a new one takes the place."""

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, height=48)
        self._icon = IconLabel("check", "bar_ink", 18)
        self._words = Label("", "text", "bar_ink")
        self._undo = Button(_("Undo"), kind="bar_filled", height=32)
        self._act: Callable[[], None] | None = None
        self._undo.clicked.connect(self._take_back)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self.dismiss)
        self._ms = 6000
        self.line.addWidget(self._icon)
        self.line.addWidget(self._words)
        self.line.addStretch(1)
        self.line.addWidget(self._undo)
        self._undo.installEventFilter(self)

    def say(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        action: str = "",
        keys: str = "Ctrl+Z",
        icon: str = "check",
        seconds: int = 6,
        spans: Sequence[Span] = (),
    ) -> None:
        """Show a sentence for 6 s, 10 s after a deletion; `undo` is what its button does."""
        self._act = undo
        self._undo.setText(action or _("Undo"))
        self._undo.keys = keys
        self._undo.setVisible(undo is not None)
        self._icon.icon_name = icon
        self._words.show_text(text, spans)
        self._ms = seconds * 1000
        self.place()
        fade_in(self)
        self.raise_()
        self._start()
        announce(self, text)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def dismiss(self) -> None:
        """Go away."""
        self._time.stop()
        self._act = None
        if self.isVisible():
            fade_out(self)
            self.closed.emit()

    def remaining(self) -> int:
        """Milliseconds until it goes away by itself; -1 while mouse or focus keep it."""
        return self._time.remainingTime()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as long as its button has the focus."""
        if watched is self._undo:
            if event.type() == QEvent.Type.FocusIn:
                self._time.stop()
            elif event.type() == QEvent.Type.FocusOut:
                self._start()
        return super().eventFilter(watched, event)

    def enterEvent(self, _event: QEvent) -> None:
        """Stay as long as the mouse is on it."""
        self._time.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        """Go on counting."""
        self._start()

    def _start(self) -> None:
        kept = self.underMouse() or self._undo.hasFocus()
        if not kept and self.isVisible():
            self._time.start(self._ms)

    def _take_back(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()


class BulkBar(DarkBar):
    """What can be done with the rows that are chosen; a cross at its end fires `cleared`.

    Fill it with `add_action`, whose words give way to their icon where the column is too narrow
    for them, or with `add` for other controls of the bar. `levels` is how many times it can be
    made shorter.
    """

    cleared = Signal()
    levels = 1

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, height=56)
        self._count = Label("", "name", "bar_ink")
        self._actions: list[tuple[Button, str]] = []
        clear = IconButton("x", _("Choose none"), kind="bar", keys="Esc")
        clear.clicked.connect(self.cleared)
        self.line.addWidget(self._count)
        self.line.addStretch(1)
        self.line.addWidget(clear)

    def say(self, text: str) -> None:
        """Say how many rows are chosen; an empty text takes the bar away."""
        self._count.show_text(text)
        if not text:
            self.hide()
            return
        self.place()
        self.setVisible(True)
        self.raise_()

    def add(self, *widgets: QWidget) -> None:
        """Put controls after those that are there."""
        for widget in widgets:
            self.line.insertWidget(self.line.count() - 2, widget)

    def add_action(
        self, words: str, icon: str, then: Callable[[], object], *, keys: str = ""
    ) -> Button:
        """Put a button after those that are there."""
        button = Button(words, kind="bar", icon=icon, height=32)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})" if keys else words)
        button.clicked.connect(lambda _on=False: then())
        self._actions.append((button, words))
        self.add(button)
        return button

    def add_divider(self) -> None:
        """Put an upright line after what is there."""
        self.add(BarDivider())

    def place(self) -> None:
        """Find the place again; what can be done without stays away where it has no room."""
        for level in range(self.levels + 1):
            self._shorten(level)
            if self.minimumSizeHint().width() <= self.area().width():
                break
        super().place()

    def _shorten(self, level: int) -> None:
        """Leave out nothing at level 0, more at each level, at the last one all words."""
        for button, words in self._actions:
            button.setText(words if level < self.levels else "")


class BarDivider(QWidget):
    """An upright line between groups of a dark bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), theme.current().colour("ink3"))
