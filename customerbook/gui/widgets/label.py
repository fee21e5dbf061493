"""Words on a page: labels in a named style and colour, one line or wrapped."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role, Style
from customerbook.gui.widgets.painting import as_seen, draw_icon, draw_text, prepare, text_width
from customerbook.gui.widgets.paragraph import Paragraph, Span, lay_out
from customerbook.gui.widgets.spoken import SpokenRole

_ENDLESS = 1_000_000.0


class Label(QLabel):
    """Plain text in a style; `wrap` gives it as many lines as it needs, else it stays whole.

    `spans` lets parts stand out, see `paragraph.bold`. Its text is never read as markup.
    """

    def __init__(
        self,
        text: str = "",
        style: Style = "text",
        role: Role = "ink",
        *,
        wrap: bool = False,
        figures: bool = False,
        spans: Sequence[Span] = (),
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.style_name: Style = style
        self.role: Role = role
        self.figures = figures
        self.spans = tuple(spans)
        self._align = align
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setText(text)
        self.restyle()

    def restyle(self) -> None:
        """Take the font at the text size in force."""
        self.setFont(theme.current().font(self.style_name, figures=self.figures))

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show another text with parts that stand out."""
        if text == self.text() and tuple(spans) == self.spans:
            return  # a page that says the same with each key has nothing to lay out
        self.spans = tuple(spans)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def set_role(self, role: Role) -> None:
        """Show the text in another colour."""
        self.role = role
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or a comfortable paragraph."""
        width = self._line_width()
        if self.wordWrap():
            width = min(width, theme.current().px(480))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, theme.current().line(self.style_name))

    def minimumSizeHint(self) -> QSize:
        """A wrapped text may become narrow, a single line stays whole."""
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(min(120, self._line_width()), theme.current().line(self.style_name))

    def first_line(self) -> int:
        """How high its first line is; a label in the margin stands level with it."""
        return theme.current().line(self.style_name)

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text."""
        if not self.wordWrap():
            return theme.current().line(self.style_name)
        return self._paragraph(max(1, width)).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines at the line height of the style."""
        painter = QPainter(self)
        prepare(painter)
        role = self.role if self.isEnabled() else "ink3"
        place = as_seen(self._align, self.layoutDirection())
        if not self.wordWrap() and not self.spans:
            draw_text(
                painter,
                self.rect(),
                self.text(),
                self.style_name,
                role,
                align=self._align,
                direction=self.layoutDirection(),
                figures=self.figures,
            )
            return
        paragraph = self._paragraph(self.width() if self.wordWrap() else _ENDLESS)
        room = 0.0 if self.wordWrap() else self.width() - paragraph.width
        if place & Qt.AlignmentFlag.AlignHCenter:
            room /= 2
        elif not place & Qt.AlignmentFlag.AlignRight:
            room = 0.0
        paragraph.draw(painter, room, max(0, (self.height() - paragraph.height) // 2), role)

    def _line_width(self) -> int:
        if not self.spans:
            return text_width(self.text(), self.style_name, figures=self.figures)
        return int(self._paragraph(_ENDLESS).width) + 1

    def _paragraph(self, width: float) -> Paragraph:
        return lay_out(
            self.text(),
            self.style_name,
            width,
            spans=self.spans,
            figures=self.figures,
            direction=self.layoutDirection() if self.wordWrap() else Qt.LayoutDirection.LeftToRight,
        )


class ElidedLabel(Label):
    """One line that gives way: cut with "…", and whole in its tooltip. For names and notes only."""

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(48, self._line_width()), theme.current().line(self.style_name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tooltip while it is cut."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._line_width() > self.width() else "")


class IconLabel(QWidget):
    """An icon that stands by itself; `text` says what it means, empty if the words beside do.

    `beside` makes it as high as a line of that style, to stand level with the first of several.
    """

    spoken_role = SpokenRole.Graphic

    def __init__(
        self,
        icon: str,
        role: Role = "ink2",
        size: int = 18,
        *,
        text: str = "",
        beside: Style | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._beside: Style | None = beside
        self.icon_name = icon
        self.role: Role = role
        self.size_step = size
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, or as high as the words beside."""
        side = theme.current().px(self.size_step)
        high = theme.current().line(self._beside) if self._beside else side
        return QSize(side, max(side, high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        draw_icon(
            painter,
            self.rect().toRectF().center(),
            self.icon_name,
            theme.current().px(self.size_step),
            self.role,
            direction=self.layoutDirection(),
        )
