"""Forms as the notebook has them: labels in the margin, a line, and the fields beside it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.painting import mirrored, text_width

_WIDEST = 184
_EDGE = 24
_AFTER_LINE = 16


class FieldError(Label):
    """What is expected instead, in red below a field; takes no room while there is nothing."""

    def __init__(self, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(sentence, "meta", "red", wrap=True, parent=parent)
        if not sentence:
            self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.show_text(sentence)
        self.setVisible(bool(sentence))


class FormRow(QWidget):
    """A label and what it names; show and hide it like any widget."""

    def __init__(
        self, label: str, matter: tuple[QWidget, ...], *, gap: int, edge: int, parent: QWidget
    ) -> None:
        super().__init__(parent)  # moved there afterwards, all that is in it would move once more
        self.label = Label(label, "label", "ink2", wrap=True)
        self.matter = matter
        self.error = FieldError()
        row = QHBoxLayout(self)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(_AFTER_LINE)
        self._column = QVBoxLayout()
        self._column.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column)
        column = QVBoxLayout()
        column.setSpacing(gap)
        for widget in matter:
            column.addWidget(widget, 0, _side(widget))
        column.insertWidget(1, self.error)
        column.addStretch(1)
        row.addLayout(column, 1)
        self._name_matter(label)

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong and say below what is expected; empty takes it back."""
        self.error.say(sentence)
        mark = getattr(self.matter[0], "show_error", None)
        if mark is not None:
            mark(sentence)

    def set_margin(self, width: int) -> None:
        """Give the label this width, level with the first line of what it names."""
        self.label.setFixedWidth(max(1, width))
        one = theme.current().line("label")
        shift = max(0, (_first_line(self.matter[0]) - one) // 2)
        self.label.setFixedHeight(self.label.heightForWidth(width))
        self._column.setContentsMargins(0, shift, 0, 0)

    def _name_matter(self, label: str) -> None:
        first = self.matter[0]
        self.label.setBuddy(first)
        if not first.accessibleName():
            first.setAccessibleName(label)


def _first_line(matter: QWidget) -> int:
    """How high the line is that a label stands level with, from the top of what it names."""
    own = getattr(matter, "first_line", None)
    if own is not None:
        return int(own())
    high = max(matter.sizeHint().height(), matter.minimumHeight())
    return high if isinstance(matter, QLineEdit) else min(theme.current().px(40), high)


def _side(widget: QWidget) -> Qt.AlignmentFlag:
    """What keeps its width stands at the start; the rest takes the whole line."""
    policy = widget.sizePolicy().horizontalPolicy()
    keeps = policy in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    return Qt.AlignmentFlag.AlignLeft if keeps else Qt.AlignmentFlag(0)


class FormBand(QWidget):
    """Rows on amber, from edge to edge of the sheet: what was promised, by when, and who."""

    def __init__(self, form: "MarginForm") -> None:
        super().__init__()
        self._form = form
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 12)
        self._column.setSpacing(12)
        self.rows: list[FormRow] = []

    def add_row(self, label: str, *matter: QWidget, gap: int = 8) -> FormRow:
        """Put a row at the end of the band."""
        row = self._form.make_row(label, matter, gap=gap, within=self)
        for widget in matter:
            for field in (widget, *widget.findChildren(QWidget)):
                mark = getattr(field, "set_band", None)
                if mark is not None:
                    mark(amber=True)
        self._column.addWidget(row)
        self.rows.append(row)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band, and the margin line on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("amberbg"))
        self._form.paint_rule(painter, self.rect())


class MarginForm(QWidget):
    """Rows with their labels in the margin; the margin grows with the longest label up to 184."""

    def __init__(
        self,
        *,
        margin: int = 120,
        edge: int = _EDGE,
        rule: Role = "rule",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = margin
        self._edge = edge
        self._rule: Role = rule
        self._rows: list[FormRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 12)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def add_row(self, label: str, *matter: QWidget, gap: int = 4) -> FormRow:
        """Put a row at the end; several widgets stand below each other, `gap` pixels apart."""
        row = self.make_row(label, matter, gap=gap, within=self)
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def add_band(self) -> FormBand:
        """Put an amber band at the end, hidden until it is wanted."""
        band = FormBand(self)
        band.hide()
        self._column.insertWidget(self._column.count() - 1, band)
        return band

    def make_row(
        self, label: str, matter: tuple[QWidget, ...], *, gap: int, within: QWidget
    ) -> FormRow:
        """A row whose label keeps to this form's margin; `add_row` places it."""
        row = FormRow(label, matter, gap=gap, edge=self._edge, parent=within)
        before = self.margin()
        self._rows.append(row)
        if self._margin_for(text_width(label, "label")) > before:
            self.restyle()
        else:
            row.set_margin(before - self._edge)
        return row

    def set_spacing(self, *, top: int, between: int = 12, bottom: int = 12) -> None:
        """Distances above, between and below the rows."""
        self._column.setContentsMargins(0, top, 0, bottom)
        self._column.setSpacing(between)

    def margin(self) -> int:
        """Where the line stands, from the start, at the text size in force."""
        widest = max((text_width(row.label.text(), "label") for row in self._rows), default=0)
        return self._margin_for(widest)

    def _margin_for(self, width: int) -> int:
        """Where the line stands for labels of this width."""
        px = theme.current().px
        return max(px(self._least), min(width + self._edge + 12, px(_WIDEST)))

    def restyle(self) -> None:
        """Fit the margin to labels and text size."""
        for row in self._rows:
            row.set_margin(self.margin() - self._edge)

    def paint_rule(self, painter: QPainter, within: QRect) -> None:
        """Paint the margin line over the height of `within`."""
        line = QRect(self.margin(), within.top(), 1, within.height())
        line = mirrored(line, QRect(QPoint(0, 0), self.size()), self.layoutDirection())
        painter.fillRect(line, theme.current().colour(self._rule))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the margin line."""
        self.paint_rule(QPainter(self), self.rect())
