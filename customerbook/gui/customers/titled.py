"""A customer's name with a second spelling and the tags behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.tag_editor import QuietButton
from customerbook.gui.widgets.chip import StateChip
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.label import ElidedLabel, Label
from customerbook.model.texts import _


class Titled(QWidget):
    """What does not fit beside the name goes below; `tags_wanted` fires to change the tags."""

    tags_wanted = Signal()

    def __init__(self, name: ElidedLabel) -> None:
        super().__init__()
        self._name = name
        self._shown: tuple[str, tuple[str, ...], bool] | None = None
        self._flow = FlowLayout(self, gap=8, between=-4)
        self._flow.addWidget(name)
        self._behind: list[Level] = []
        self.change = QuietButton("plus", _("Change the tags"), self)
        self.change.clicked.connect(self.tags_wanted)
        self._last = Level(self.change, first=False)
        self._flow.addWidget(self._last)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(
        self, name: str, second: str, tags: tuple[str, ...], *, may_change: bool
    ) -> None:
        """Show another name with what stands behind it."""
        self._name.show_text(name)
        if self._shown != (second, tags, may_change):
            self._shown = (second, tags, may_change)
            self._show_behind(second, tags, may_change=may_change)
        self._last.setVisible(may_change)
        self.change.setAccessibleDescription(", ".join(tags))
        self.updateGeometry()

    def show_tags(self, *, shown: bool) -> None:
        """Show the tags, or leave them out while they are changed."""
        for holder in (*self._behind, self._last):
            if not isinstance(holder.widget, Label):
                holder.setVisible(shown)
        self.updateGeometry()

    def tags(self) -> list[StateChip]:
        """The tags as they stand there."""
        return [one.widget for one in self._behind if isinstance(one.widget, StateChip)]

    def _show_behind(self, second: str, tags: tuple[str, ...], *, may_change: bool) -> None:
        for widget in self._behind:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        behind: list[QWidget] = [Label(second, "text", "ink2")] if second else []
        for tag in tags:
            chip = TagChip(tag, pressed=may_change)
            chip.pressed.connect(self.tags_wanted)
            behind.append(chip)
        self._behind = [Level(widget, first=not place) for place, widget in enumerate(behind)]
        for place, holder in enumerate(self._behind, 1):
            self._flow.insert_widget(place, holder)


class TagChip(StateChip):
    """A tag; the mouse presses it, the keyboard uses the button behind it."""

    pressed = Signal()

    def __init__(self, tag: str, *, pressed: bool) -> None:
        super().__init__(tag)
        self._pressed = pressed
        if pressed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for a change of the tags."""
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class Level(QWidget):
    """Holds a small widget as high as a title, so that it stands level with it."""

    def __init__(self, widget: QWidget, *, first: bool) -> None:
        super().__init__()
        self.widget = widget
        row = QHBoxLayout(self)
        row.setContentsMargins(4 if first else 0, 2, 0, 0)
        row.addWidget(widget)
        self.restyle()

    def restyle(self) -> None:
        """As high as a title at the text size in force."""
        self.setMinimumHeight(theme.current().line("title"))
