"""How strong a passphrase is: five bars, a word, and what would help."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import draw_box, draw_text, mirrored, prepare, text_width
from customerbook.gui.widgets.paragraph import Paragraph, lay_out
from customerbook.gui.widgets.spoken import SpokenRole

_BARS = 5
_GAP = 4
_TALL = 6


class StrengthMeter(QWidget):
    """Bars below a passphrase field; red up to 2, amber at 3, green from 4 on."""

    spoken_role = SpokenRole.Indicator

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = 0
        self._word = self._hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_strength(self, bars: int, word: str, hint: str = "") -> None:
        """Fill 0 to 5 bars, with a word for it and a hint at the end."""
        self._bars = max(0, min(_BARS, bars))
        self._word, self._hint = word, hint
        self.setAccessibleName(word)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def bars(self) -> int:
        """How many bars are filled."""
        return self._bars

    def sizeHint(self) -> QSize:
        """Bars and a line of words."""
        return QSize(theme.current().px(240), _TALL + 4 + theme.current().line("meta"))

    def heightForWidth(self, width: int) -> int:
        """A hint that has no room beside the word stands below it."""
        high = self.sizeHint().height()
        return high if self._beside(width) else high + self._below(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, word and hint."""
        painter = QPainter(self)
        prepare(painter)
        direction, body = self.layoutDirection(), self.rect()
        wide = (body.width() - _GAP * (_BARS - 1)) / _BARS
        mark, text = self._roles()
        for bar in range(_BARS):
            left = round(bar * (wide + _GAP))
            rect = QRect(left, 0, round(wide), _TALL)
            role: Role = mark if bar < self._bars else "line2"
            draw_box(painter, mirrored(rect, body, direction), 3, fill=role)
        line = QRect(0, _TALL + 4, body.width(), theme.current().line("meta"))
        used = text_width(self._word, "badge")
        room = mirrored(QRect(0, line.top(), used, line.height()), body, direction)
        draw_text(painter, room, self._word, "badge", text, direction=direction)
        if not self._beside(body.width()):
            self._below(body.width()).draw(painter, 0, line.bottom() + 1, "ink2")
            return
        room = mirrored(line.adjusted(used + 12, 0, 0, 0), body, direction)
        end = Qt.AlignmentFlag.AlignRight
        draw_text(painter, room, self._hint, "meta", "ink2", align=end, direction=direction)

    def _beside(self, width: int) -> bool:
        return text_width(self._word, "badge") + 12 + text_width(self._hint, "meta") <= width

    def _below(self, width: int) -> Paragraph:
        return lay_out(self._hint, "meta", width, direction=self.layoutDirection())

    def _roles(self) -> tuple[Role, Role]:
        if self._bars <= 2:
            return "redm", "red"
        return ("amberm", "amber") if self._bars == 3 else ("fill_edge", "accent")
