"""What all painted buttons share: states, keys, the focus ring, and no stock drawing."""

from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.focus_ring import hide_ring, show_ring
from customerbook.gui.widgets.turnable import Turnable

State = Literal["normal", "hover", "pressed", "disabled"]


def state_of(button: QAbstractButton) -> State:
    """The state to paint; chosen and focused are told apart from it."""
    if not button.isEnabled():
        return "disabled"
    if button.isDown():
        return "pressed"
    return "hover" if button.underMouse() else "normal"


class Pressable(Turnable, QAbstractButton):
    """A button that paints itself; Enter presses it as Space does."""

    radius = 8

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count_turns()
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        """Take the font at the text size in force."""
        self.setFont(theme.current().font("name"))

    def setText(self, text: str) -> None:
        """Show another text; sizes follow."""
        super().setText(text)
        self.updateGeometry()

    def explain(self, reason: str) -> None:
        """Say why the action is disabled, or what it does: tooltip and accessible description."""
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def ring_place(self) -> tuple[QRect, int]:
        """Where the focus ring goes."""
        return self.rect(), self.radius

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        hide_ring(self, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
