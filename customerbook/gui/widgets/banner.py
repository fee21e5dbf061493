"""Sentences that must be seen: banners over a card, and the warnings of a customer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.chip import TONES, Tone
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.painting import draw_box, draw_line, prepare
from customerbook.gui.widgets.paragraph import Span, bold
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _


class Banner(QWidget):
    """A line on colour: icon, sentence, one action; red only where work is in danger.

    `strong` is the part of the sentence that stands out. Press the action by `action.clicked`.
    """

    spoken_role = SpokenRole.Notification

    def __init__(
        self,
        text: str,
        tone: Tone = "blue",
        *,
        icon: str = "info",
        strong: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tone: Tone = tone
        role: Role = TONES[tone][1]
        self._icon = IconLabel(icon, role, 18, beside="text")
        self._words = Label("", "text", role, wrap=True)
        self.action = Link(action, "badge", tone=role)
        if not action:  # shown with its parent; alone it would become a window
            self.action.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        line.addSpacing(4)
        line.addWidget(self.action)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text, strong=strong)

    def say(self, text: str, *, strong: str = "") -> None:
        """Show another sentence."""
        self._words.show_text(text, bold(text, strong))
        self.setAccessibleName(text)

    def offer_away(self, act: Callable[[], object]) -> None:
        """Offer a cross at the end that puts the banner away."""
        away = IconButton("x", _("Put away"), icon_size=16)
        away.clicked.connect(lambda _on=False: act())
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        line.setContentsMargins(8, 4, 8, 4)  # the button is higher than a line of words
        line.insertSpacing(0, 4)
        self._icon.setContentsMargins(0, 6, 0, 6)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(away)

    def show_tone(self, tone: Tone, icon: str) -> None:
        """Become more or less urgent."""
        self.tone = tone
        role = TONES[tone][1]
        self._icon.role = self.action.tone = role
        self._icon.icon_name = icon
        self._words.set_role(role)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 8, fill=TONES[self.tone][0])


class WarningLine(QWidget):
    """One warning about a customer, 36 high: **what**, what to do instead, since when or a link."""

    spoken_role = SpokenRole.Notification

    def __init__(
        self,
        what: str,
        instead: str = "",
        *,
        icon: str = "triangle-alert",
        since: str = "",
        action: str = "",
    ) -> None:
        super().__init__()
        text = f"{what} {instead}".strip()
        spans: Sequence[Span] = (Span(0, len(what), "name"),)
        self.setAccessibleName(text)
        self._words = Label(text, "text", "red", wrap=True, spans=spans)
        self.action = Link(action, "badge", tone="red")
        if not action:  # shown with its parent; alone it would become a window
            self.action.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        mark = IconLabel(icon, "red", 18, beside="text")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        line.addSpacing(4)
        if since:
            line.addWidget(Label(since, "meta", "red"))
        line.addWidget(self.action)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Warnings(QWidget):
    """The warnings of a customer below each other on red, a line of card colour between them."""

    def __init__(self, *lines: WarningLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._lines: list[WarningLine] = []
        self.show_lines(*lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_lines(self, *lines: WarningLine) -> None:
        """Show these warnings instead; none takes no room."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = list(lines)
        for line in lines:
            self._column.addWidget(line)
        self.setVisible(bool(lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the lines."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 8, fill="redbg")
        for line in self._lines[1:]:
            y = line.y() - 1
            draw_line(painter, QPoint(0, y), QPoint(self.width() - 1, y), "card")


class ProgressLine(QWidget):
    """A thin line under the top bar while something takes longer than 400 ms; `share` 0 to 1."""

    spoken_role = SpokenRole.Indicator

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_share(self, share: float) -> None:
        """Show how much is done; 1 and more takes the line away."""
        self._share = max(0.0, min(1.0, share))
        self.setAccessibleDescription(f"{round(self._share * 100)} %")
        self.setVisible(self._share < 1.0)
        self.update()

    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    def sizeHint(self) -> QSize:
        """3 high."""
        return QSize(120, 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line from the start of reading."""
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(self.rect(), look.colour("line"))
        done = QRect(0, 0, round(self.width() * self._share), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.moveRight(self.width() - 1)
        painter.fillRect(done, look.colour("accent"))
