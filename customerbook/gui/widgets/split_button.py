"""The Log button: the kind used last with its key, and an arrow that opens the other kinds."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import Button, Height, Kind, Skin
from customerbook.gui.widgets.painting import draw_icon, mirrored


class SplitButton(Button):
    """A button whose arrow opens a menu; `opened` fires before, to fill it. Down opens it too."""

    opened = Signal()

    def __init__(
        self,
        text: str,
        menu: QMenu,
        *,
        kind: Kind = "primary",
        icon: str = "",
        keys: str = "",
        height: Height = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind=kind, icon=icon, keys=keys, height=height, parent=parent)
        self.menu = menu

    def sizeHint(self) -> QSize:
        """Words and arrow; nearer to the edge than a plain button."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._arrow_width() - 6, hint.height())

    def open_menu(self) -> None:
        """Open the menu below, at the end of the button."""
        self.opened.emit()
        hint = self.menu.sizeHint()
        corner = QPoint(self.width() - hint.width(), self.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(0)
        self.menu.popup(self.mapToGlobal(corner))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu on the arrow, press the button elsewhere."""
        on_arrow = self._arrow_rect().contains(event.position().toPoint())
        if on_arrow and event.button() == Qt.MouseButton.LeftButton:
            self.open_menu()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with the arrow key down."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, room: QRect, skin: Skin) -> None:
        """Paint words at the start and the arrow behind a line."""
        body, direction = self.rect(), self.layoutDirection()
        words = body.adjusted(0, 0, -self._arrow_width(), 0)
        super().paint_content(painter, mirrored(words, room, direction), skin)
        arrow = self._arrow_rect()
        soft = QColor(theme.current().colour(skin.text))
        soft.setAlphaF(0.35)
        x = arrow.left() if direction == Qt.LayoutDirection.LeftToRight else arrow.right()
        painter.fillRect(QRect(x, 0, 1, self.height()), soft)
        side = theme.current().px(16)
        draw_icon(painter, arrow.toRectF().center(), "chevron-down", side, skin.text)

    def _arrow_width(self) -> int:
        return theme.current().px(37)

    def _arrow_rect(self) -> QRect:
        wide = self._arrow_width()
        place = QRect(self.width() - wide, 0, wide, self.height())
        return mirrored(place, self.rect(), self.layoutDirection())
