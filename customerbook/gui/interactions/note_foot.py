"""The line below a note: what was expanded, and the way to the private note."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.keys import KeyHint
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import draw_box, draw_text, prepare, text_width
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _


class KeywordCap(QWidget):
    """A keyword as it was typed, in the body of a key."""

    spoken_role = SpokenRole.StaticText

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another keyword."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Size of the body."""
        return QSize(text_width(self._text, "caption") + 12, theme.current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body and words."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), 4, fill="paper", edge="line2")
        draw_text(painter, self.rect().adjusted(6, 0, -2, 0), self._text, "caption", "ink2")


class NoteFoot(QWidget):
    """Says that a snippet was expanded and how to take it back; `private_wanted` at its end."""

    private_wanted = Signal()

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap = KeywordCap()
        self._said = [
            self._cap,
            Label(_("was expanded."), "meta", "ink3"),
            KeyHint("Ctrl+Z"),
            Label(_("takes it back."), "meta", "ink3"),
        ]
        self.private = Link(_("Private note"), "caption", icon="lock", tone="ink2")
        self.private.setToolTip(
            _("For the shop only: it stands on nothing that is printed for a customer.")
            + f" ({keys})"
        )
        self.private.clicked.connect(self.private_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in self._said:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.private)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_expanded("")

    def show_expanded(self, keyword: str) -> None:
        """Say which keyword was expanded; nothing for none."""
        if keyword:
            self._cap.show_text(keyword)
        for part in self._said:
            part.setVisible(bool(keyword))

    def sizeHint(self) -> QSize:
        """20 high, with words or without."""
        return QSize(super().sizeHint().width(), theme.current().px(20))
