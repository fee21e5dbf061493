"""What stands where there is nothing yet: what will be here, and the one next step."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_box, draw_icon, prepare


class EmptyState(QWidget):
    """A heading, a sentence, and at most one button; never a picture."""

    def __init__(
        self,
        heading: str,
        sentence: str = "",
        *,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(4)
        self.heading = Label(heading, "sheet", wrap=True)
        self.sentence = Label(sentence, "text", "ink2", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        if button is not None:
            column.addSpacing(12)
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)


class StepRow(QWidget):
    """A next step of 72 px: icon in a well, what, why, and a button or link at the end."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        end: QWidget | None = None,
        *,
        well: bool = True,
        role: Role = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tall = 72 if well else 56
        self.restyle()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 16, 8)
        line.setSpacing(16)
        line.addWidget(IconWell(icon, role=role, well=well))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(heading, "name" if well else "label", wrap=True))
        words.addWidget(Label(sentence, "text" if well else "meta", "ink2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        if end is not None:
            line.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def restyle(self) -> None:
        """72 high at least with a well, 56 without, each with the line of the card."""
        self.setMinimumHeight(theme.current().px(self._tall) - 1)


class IconWell(QWidget):
    """An icon on a sunk square of 40 px, or the icon alone in the same room."""

    def __init__(self, icon: str, *, role: Role = "ink2", well: bool = True) -> None:
        super().__init__()
        self._icon, self._role, self._well = icon, role, well
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of 40."""
        side = theme.current().px(40)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint square and icon."""
        painter = QPainter(self)
        prepare(painter)
        body: QRect = self.rect()
        if self._well:
            draw_box(painter, body, 8, fill="sunk")
        side = theme.current().px(20)
        draw_icon(
            painter,
            body.toRectF().center(),
            self._icon,
            side,
            self._role,
            direction=self.layoutDirection(),
        )
