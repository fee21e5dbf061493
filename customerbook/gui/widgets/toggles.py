"""Check box, radio button and switch, painted; the words beside them can be clicked too."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.focus_ring import hide_ring, show_ring
from customerbook.gui.widgets.painting import draw_box, draw_icon, mirrored, prepare
from customerbook.gui.widgets.paragraph import Paragraph, Span
from customerbook.model.texts import _

_GAP = 8


def draw_check(painter: QPainter, box: QRect, *, ticked: bool, enabled: bool = True) -> None:
    """Draw a check box that fills `box`; delegates use it for rows that are ticked."""
    if ticked and enabled:
        draw_box(painter, box, 4, fill="fill", edge="fill_edge")
        draw_icon(painter, QRectF(box).center(), "check", round(box.width() * 14 / 18), "on_fill")
    elif ticked:
        draw_box(painter, box, 4, fill="sunk", edge="line2")
        draw_icon(painter, QRectF(box).center(), "check", round(box.width() * 14 / 18), "ink3")
    else:
        draw_box(painter, box, 4, fill="card", edge="field" if enabled else "line2")


def draw_radio(painter: QPainter, box: QRect, *, chosen: bool, enabled: bool = True) -> None:
    """Draw a radio button that fills `box`: a ring, chosen a disc with a card-coloured middle."""
    half = box.width() / 2
    if not chosen:
        draw_box(painter, box, half, fill="card", edge="field" if enabled else "line2")
        return
    draw_box(painter, box, half, fill="fill" if enabled else "line2")
    if enabled:
        draw_box(painter, box, half, edge="fill_edge")
    middle = QRectF(0, 0, half * 0.75, half * 0.75)
    middle.moveCenter(QRectF(box).center())
    draw_box(painter, middle, middle.width() / 2, fill="card")


class _Words:
    """The words beside a mark: where they stand and how much room they need."""

    def __init__(self, button: QAbstractButton, hint: str, spans: tuple[Span, ...]) -> None:
        self.button = button
        self.hint = hint
        self.spans = spans

    def paragraphs(self, width: int) -> list[tuple[Paragraph, Role]]:
        """Text and hint laid out for this width."""
        direction = self.button.layoutDirection()
        role: Role = "ink" if self.button.isEnabled() else "ink3"
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


class CheckBox(QCheckBox):
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
        self._words = _Words(self, hint, spans)
        self.setChecked(checked)
        self.setAccessibleDescription(hint)
        _prepare_toggle(self)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return _hint_size(self._words)

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return _least_size(self._words)

    def heightForWidth(self, width: int) -> int:
        """Height with the words wrapped."""
        return max(_mark_side(), self._words.height(width - _indent()))

    def hitButton(self, place: QPoint) -> bool:
        """Mark and words can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the mark."""
        return _mark_rect(self), 4

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
        draw_check(painter, _mark_rect(self), ticked=self.isChecked(), enabled=self.isEnabled())
        self._words.draw(painter, _words_rect(self))


class RadioButton(QRadioButton):
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
        self._words = _Words(self, hint, ())
        self.setChecked(checked)
        self.setAccessibleDescription(hint)
        _prepare_toggle(self)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return _hint_size(self._words)

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return _least_size(self._words)

    def heightForWidth(self, width: int) -> int:
        """Height with the words wrapped."""
        return max(_mark_side(), self._words.height(width - _indent()))

    def hitButton(self, place: QPoint) -> bool:
        """Mark and words can be clicked."""
        return self.rect().contains(place)

    def ring_place(self) -> tuple[QRect, int]:
        """The ring goes around the mark."""
        return _mark_rect(self), _mark_side() // 2

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
        draw_radio(painter, _mark_rect(self), chosen=self.isChecked(), enabled=self.isEnabled())
        self._words.draw(painter, _words_rect(self))


class Switch(QCheckBox):
    """On or off, with *yes* or *no* beside it; `label` is its accessible name."""

    def __init__(self, label: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Track and the wider of the two words."""
        px = theme.current().px
        widest = max(Paragraph(word, "caption", 1000).width for word in (_("yes"), _("no")))
        return QSize(px(36) + _GAP + int(widest) + 1, max(px(20), theme.current().line("caption")))

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
        place = QRect(track.right() + 1 + _GAP, 0, int(words.width) + 1, self.height())
        place = mirrored(place, self.rect(), self.layoutDirection())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(track.left() - _GAP)
        y = (self.height() - words.height) / 2
        words.draw(painter, place.left(), y, role if self.isEnabled() else "ink3")

    def _track(self) -> QRect:
        px = theme.current().px
        track = QRect(0, (self.height() - px(20)) // 2, px(36), px(20))
        return mirrored(track, self.rect(), self.layoutDirection())


def _prepare_toggle(button: QAbstractButton) -> None:
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(bool(button.text()))
    button.setSizePolicy(policy)


def _mark_side() -> int:
    return theme.current().px(18)


def _indent() -> int:
    return _mark_side() + _GAP


def _hint_size(words: _Words) -> QSize:
    widest = max((part.width for part, _role in words.paragraphs(100000)), default=-_GAP)
    line = max(_mark_side(), words.height(100000))
    return QSize(_indent() + int(widest) + 1, line)


def _least_size(words: _Words) -> QSize:
    hint = _hint_size(words)
    return QSize(min(hint.width(), theme.current().px(160)), _mark_side())


def _mark_rect(button: QAbstractButton) -> QRect:
    """The mark, level with the first line of the words."""
    side = _mark_side()
    line = theme.current().line("text")
    top = (line - side) // 2 if button.height() > line else (button.height() - side) // 2
    return mirrored(QRect(0, max(0, top), side, side), button.rect(), button.layoutDirection())


def _words_rect(button: QAbstractButton) -> QRect:
    room = button.rect().adjusted(_indent(), 0, 0, 0)
    if button.height() <= theme.current().line("text"):
        room.setTop((button.height() - theme.current().line("text")) // 2)
    return mirrored(room, button.rect(), button.layoutDirection())
