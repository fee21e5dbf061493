"""The tags of a customer changed where they stand: chips to take out and a field to add."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.repeated import RepeatedRow
from customerbook.gui.customers.tags_field import TagsField
from customerbook.gui.session import Session
from customerbook.gui.widgets.button import IconButton


class TagsRow(RepeatedRow):
    """The tags as one record; `done` fires when a tag was taken from the list, which is Enter."""

    done = Signal()

    def __init__(self, session: Session, tags: tuple[str, ...]) -> None:
        super().__init__()
        self._tags = TagsField(session)
        self._tags.show_tags(tags)
        self._tags.changed.connect(self.changed)
        self._tags.field.textChanged.connect(lambda _text: self.changed.emit())
        self._tags.field.taken.connect(lambda _tag: self.done.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tags)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def record(self) -> tuple[str, ...]:
        """The tags, with the one that is being typed."""
        return self._tags.tags()

    def field(self) -> QWidget:
        """Where another one is typed."""
        return self._tags.field


class QuietButton(IconButton):
    """An icon that is seen under the mouse and with the keyboard only; its place is always kept."""

    def __init__(self, icon: str, text: str, parent: QWidget) -> None:
        super().__init__(icon, text, icon_size=16, parent=parent)
        self._awake = False

    def wake(self, *, awake: bool) -> None:
        """Show it while the mouse is near."""
        self._awake = awake
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing while nobody is near."""
        if self._awake or self.hasFocus() or self.underMouse():
            super().paintEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the tags beside it."""
        side = theme.current().px(24)
        return QSize(side, side)
