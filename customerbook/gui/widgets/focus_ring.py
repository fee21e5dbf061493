"""The ring around the control that has the keyboard: 2 px, a gap of 2 px, and over everything.

It is a child of the window (or of the scroll area the control lies in), so that controls keep
their drawn size in every layout and still get a ring outside of it.
"""

from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from customerbook.gui.widgets.painting import draw_box, prepare

GAP = 2
WIDTH = 2
_REACH = GAP + WIDTH

_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest}
)


class Ringed(Protocol):
    """A control that says where its ring goes."""

    def ring_place(self) -> tuple[QRect, int]:
        """The body in the control's own coordinates, and its radius."""


class FocusRing(QWidget):
    """One ring; follows its control until it is told to let go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._control: QWidget | None = None
        self._watched: list[QWidget] = []
        self._radius = 0

    def follow(self, control: QWidget) -> None:
        """Lie around this control and move with it."""
        self.let_go()
        self._control = control
        control.destroyed.connect(self.let_go)
        step: QWidget | None = control
        while step is not None and step is not self.parentWidget():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def let_go(self) -> None:
        """Vanish."""
        control, self._control = self._control, None
        if control is not None:
            with suppress(RuntimeError):  # what the binding raises for what Qt has deleted
                control.destroyed.disconnect(self.let_go)
        for widget in self._watched:
            with suppress(RuntimeError):
                widget.removeEventFilter(self)
        self._watched.clear()
        self.hide()

    def controls(self) -> QWidget | None:
        """The control the ring lies around."""
        return self._control

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the control; never stops an event."""
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._control:
            self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        prepare(painter)
        draw_box(painter, self.rect(), self._radius + _REACH, edge="accent", width=WIDTH)

    def _place(self) -> None:
        control, parent = self._control, self.parentWidget()
        if control is None or parent is None:
            return
        body, self._radius = _ring_place(control)
        corner = control.mapTo(parent, QPoint(0, 0)) + body.topLeft()
        self.setGeometry(QRect(corner, body.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.setVisible(control.isVisibleTo(parent))
        self.raise_()


def _ring_place(control: QWidget) -> tuple[QRect, int]:
    place = getattr(control, "ring_place", None)
    return place() if place is not None else (control.rect(), 8)


_PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


def show_ring(control: QWidget, reason: Qt.FocusReason) -> None:
    """Show the ring where the keyboard brought the focus; a mouse click draws none.

    Coming back from another window or a menu changes nothing.
    """
    if reason in _PASSING:
        return
    for ring in control.window().findChildren(FocusRing):
        ring.let_go()
    if reason in _KEYBOARD:
        ring_of(control).follow(control)


def hide_ring(control: QWidget, reason: Qt.FocusReason) -> None:
    """Take the ring away from a control that lost the focus, unless it will come back to it."""
    if reason in _PASSING:
        return
    for ring in control.window().findChildren(FocusRing):
        if ring.controls() is control:
            ring.let_go()


def ring_of(control: QWidget) -> FocusRing:
    """The ring of the surface a control lies on; made at first use."""
    surface = control.parentWidget()
    while surface is not None and not surface.isWindow():
        above = surface.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is surface:
            break
        surface = above
    surface = surface or control
    for ring in surface.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly):
        return ring
    return FocusRing(surface)
