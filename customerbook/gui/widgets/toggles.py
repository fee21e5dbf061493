"""Check box, radio button and switch, painted; the words beside them can be clicked too."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.focus_ring import hide_ring, show_ring
from customerbook.gui.widgets.marks import draw_check, draw_radio
from customerbook.gui.widgets.painting import draw_box, mirrored, prepare
from customerbook.gui.widgets.paragraph import Paragraph, Span
from customerbook.gui.widgets.toggle_words import (
    GAP,
    ToggleWords,
    hint_size,
    indent,
    least_size,
    mark_rect,
    mark_side,
    prepare_toggle,
    words_rect,
)
from customerbook.gui.widgets.turnable import Turnable
from customerbook.model.texts import _


class CheckBox(Turnable, QCheckBox):
    """A check box of 18 px; `hint` says in a small second line what it means."""

    def __init__(
        self,
        text: str = "",
        *,
        checked: bool = False,
        hint: str = "",
        spans: tuple[Span, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.count_turns()
        self._words = ToggleWords(self, hint, spans)
        self.setChecked(checked)
        self.setAccessibleDescription(hint)
        prepare_toggle(self)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return hint_size(self._words)

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return least_size(self._words)

    def first_line(self) -> int:
        """How high the line is on which the mark stands."""
        return max(mark_side(), theme.current().line("text"))

    def heightForWidth(self, width: int) -> int:
        """Height with the words wrapped."""
        return max(mark_side(), self._words.height(width - indent()))

    def hitButton(self, place: QPoint) -> bool:
        """Mark and words can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the mark."""
        return mark_rect(self), 4

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        painter = QPainter(self)
        prepare(painter)
        draw_check(painter, mark_rect(self), ticked=self.isChecked(), enabled=self.isEnabled())
        self._words.draw(painter, words_rect(self))


class RadioButton(Turnable, QRadioButton):
    """A radio button of 18 px; exclusive among those of the same parent."""

    def __init__(
        self,
        text: str = "",
        *,
        checked: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.count_turns()
        self._words = ToggleWords(self, hint, ())
        self.setChecked(checked)
        self.setAccessibleDescription(hint)
        prepare_toggle(self)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return hint_size(self._words)

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return least_size(self._words)

    def heightForWidth(self, width: int) -> int:
        """Height with the words wrapped."""
        return max(mark_side(), self._words.height(width - indent()))

    def hitButton(self, place: QPoint) -> bool:
        """Mark and words can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the mark."""
        return mark_rect(self), mark_side() // 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        painter = QPainter(self)
        prepare(painter)
        draw_radio(painter, mark_rect(self), chosen=self.isChecked(), enabled=self.isEnabled())
        self._words.draw(painter, words_rect(self))


class Switch(Turnable, QCheckBox):
    """On or off, with *yes* or *no* beside it; `label` is its accessible name."""

    def __init__(self, label: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count_turns()
        self.setAccessibleName(label)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Track and the wider of the two words."""
        px = theme.current().px
        widest = max(Paragraph(word, "caption", 1000).width for word in (_("yes"), _("no")))
        return QSize(px(36) + GAP + int(widest) + 1, max(px(20), theme.current().line("caption")))

    def hitButton(self, place: QPoint) -> bool:
        """Track and word can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the track."""
        track = self._track()
        return track, track.height() // 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob and word."""
        painter = QPainter(self)
        prepare(painter)
        track, on = self._track(), self.isChecked()
        half = track.height() / 2
        if self.isEnabled():
            edge: Role | None = "fill_edge" if on else None
            draw_box(painter, track, half, fill="fill" if on else "field", edge=edge)
        else:
            draw_box(painter, track, half, fill="line2")
        knob = QRectF(0, 0, track.height() * 0.7, track.height() * 0.7)
        shift = track.width() / 2 - half
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        centre = QRectF(track).center()
        centre.setX(centre.x() + (shift if at_end else -shift))
        knob.moveCenter(centre)
        draw_box(painter, knob, knob.width() / 2, fill="on_fill")
        role: Role = "accent" if on else "ink2"
        words = Paragraph(_("yes") if on else _("no"), "caption", 1000)
        place = QRect(track.right() + 1 + GAP, 0, int(words.width) + 1, self.height())
        place = mirrored(place, self.rect(), self.layoutDirection())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(track.left() - GAP)
        y = (self.height() - words.height) / 2
        words.draw(painter, place.left(), y, role if self.isEnabled() else "ink3")

    def _track(self) -> QRect:
        px = theme.current().px
        track = QRect(0, (self.height() - px(20)) // 2, px(36), px(20))
        return mirrored(track, self.rect(), self.layoutDirection())
