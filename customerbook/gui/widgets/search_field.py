"""The one search field of the top bar."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.keys import cap_height, cap_width, draw_cap
from customerbook.gui.widgets.painting import mirrored, prepare
from customerbook.gui.widgets.text_field import TextField


class SearchField(TextField):
    """Icon, words, and its key at the end while it is empty; then a clear button."""

    def __init__(self, placeholder: str, *, keys: str = "", parent: QWidget | None = None) -> None:
        self.keys = keys
        super().__init__(
            label=placeholder,
            placeholder=placeholder,
            icon="search",
            clearable=True,
            parent=parent,
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """At most 560 wide; it gives way in a narrow window."""
        return QSize(theme.current().px(560), theme.current().px(40))

    def restyle(self) -> None:
        """Take font, height and widest size at the text size in force."""
        super().restyle()
        self.setMaximumWidth(theme.current().px(560))

    def end_room(self) -> int:
        """Pixels that the key takes while the field is empty."""
        cap = cap_width(self.keys) + 4 if self.keys and not self.text() else 0
        return super().end_room() + cap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the key on top while it is empty."""
        super().paintEvent(event)
        if self.text() or not self.keys:
            return
        painter = QPainter(self)
        prepare(painter)
        wide, high = cap_width(self.keys), cap_height()
        place = QRect(self.width() - 9 - wide, (self.height() - high) // 2, wide, high)
        place = mirrored(place, self.rect(), self.layoutDirection())
        draw_cap(painter, place, self.keys)
