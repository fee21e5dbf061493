"""Where mark and words of a check box or radio button stand, and how much room they need."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.painting import mirrored
from customerbook.gui.widgets.paragraph import Paragraph, Span

GAP = 8


class ToggleWords:
    """The words beside a mark: where they stand and how much room they need."""

    def __init__(self, button: QAbstractButton, hint: str, spans: tuple[Span, ...]) -> None:
        self.button = button
        self.hint = hint
        self.spans = spans

    def paragraphs(self, width: int) -> list[tuple[Paragraph, Role]]:
        """Text and hint laid out for this width."""
        direction = self.button.layoutDirection()
        # Words around something strong stand back, as beside the name of a case.
        role: Role = "ink3" if not self.button.isEnabled() else "ink2" if self.spans else "ink"
        found: list[tuple[Paragraph, Role]] = []
        if self.button.text():
            found.append(
                (
                    Paragraph(
                        self.button.text(), "text", width, spans=self.spans, direction=direction
                    ),
                    role,
                )
            )
        if self.hint:
            found.append((Paragraph(self.hint, "meta", width, direction=direction), "ink2"))
        return found

    def height(self, width: int) -> int:
        """Height of all lines."""
        return sum(paragraph.height for paragraph, _role in self.paragraphs(max(1, width)))

    def draw(self, painter: QPainter, room: QRect) -> None:
        """Draw from the top of `room`."""
        y = room.top()
        for paragraph, role in self.paragraphs(room.width()):
            paragraph.draw(painter, room.left(), y, role)
            y += paragraph.height


def prepare_toggle(button: QAbstractButton) -> None:
    """Let a toggle show the hand, and wrap its words."""
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(bool(button.text()))
    button.setSizePolicy(policy)


def mark_side() -> int:
    """Side of the mark in pixels."""
    return theme.current().px(18)


def indent() -> int:
    """Where the words begin."""
    return mark_side() + GAP


def hint_size(words: ToggleWords) -> QSize:
    """Size with all words in one line."""
    widest = max((part.width for part, _role in words.paragraphs(100000)), default=-GAP)
    line = max(mark_side(), words.height(100000))
    return QSize(indent() + int(widest) + 1, line)


def least_size(words: ToggleWords) -> QSize:
    """Size with the words wrapped a lot."""
    hint = hint_size(words)
    return QSize(min(hint.width(), theme.current().px(160)), mark_side())


def mark_rect(button: QAbstractButton) -> QRect:
    """The mark, level with the first line of the words."""
    side = mark_side()
    line = theme.current().line("text")
    top = (line - side) // 2 if button.height() > line else (button.height() - side) // 2
    return mirrored(QRect(0, max(0, top), side, side), button.rect(), button.layoutDirection())


def words_rect(button: QAbstractButton) -> QRect:
    """The room for the words."""
    room = button.rect().adjusted(indent(), 0, 0, 0)
    if button.height() <= theme.current().line("text"):
        room.setTop((button.height() - theme.current().line("text")) // 2)
    return mirrored(room, button.rect(), button.layoutDirection())
