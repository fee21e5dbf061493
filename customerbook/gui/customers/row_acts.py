"""The small icons at the end of a row: call, write, open, copy."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.side_item import Act, SideItem
from customerbook.gui.widgets.button import IconButton

SIDE: Final = 24
"""Side of an icon's body."""
_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ActButton(IconButton):
    """One icon; the arrow keys are its row's."""

    left = Signal()

    def __init__(self, act: Act, about: str, parent: QWidget) -> None:
        super().__init__(act.icon, act.text, icon_size=16, parent=parent)
        self.act = act
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """Smaller than elsewhere: it stands in a line of words."""
        side = theme.current().px(SIDE)
        return QSize(side, side)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is somewhere else."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on; Enter and Space press."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RowActs(QWidget):
    """The icons of one row; `acted(act)` fires for one, `left` when the keyboard leaves them."""

    acted = Signal(object)
    left = Signal()
    back_wanted = Signal()

    def __init__(self, item: SideItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        about = " ".join(item.text.split())
        self.buttons = [ActButton(act, about, self) for act in item.acts]
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, act=button.act: self.acted.emit(act))
            button.left.connect(self.left)

    def has_focus(self) -> bool:
        """Whether the keyboard is on one of them."""
        return any(button.hasFocus() for button in self.buttons)

    def step(self, step: int) -> None:
        """Move the keyboard along; before the first is the row itself."""
        places = [place for place, button in enumerate(self.buttons) if button.hasFocus()]
        place = (places[0] if places else -1) + step
        if place < 0:
            self.back_wanted.emit()
        elif place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
