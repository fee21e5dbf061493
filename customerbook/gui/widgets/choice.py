"""A combo box: one choice out of many, with icons, a quiet hint, and rows of 32 px."""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from customerbook.gui import theme
from customerbook.gui.theme import Role
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.painting import (
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    prepare,
    text_width,
)
from customerbook.gui.widgets.text_field import FieldHeight

_ICON_NAME = Qt.ItemDataRole.UserRole + 1


class Option(NamedTuple):
    """One choice: its value in code, its words, an icon."""

    value: object
    text: str
    icon: str = ""


class Choice(QComboBox):
    """A combo box over options; `value()` and `choose(value)` speak in values, not in rows."""

    def __init__(
        self,
        options: Iterable[Option] = (),
        value: object = None,
        *,
        label: str = "",
        hint: str = "",
        height: FieldHeight = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height: FieldHeight = height
        self._hint = hint
        self.setAccessibleName(label)
        self.setItemDelegate(OptionDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.set_options(options, value)
        self.restyle()

    def restyle(self) -> None:
        """Take font and height at the text size in force."""
        self.setFont(theme.current().font("text"))
        self.setFixedHeight(theme.current().px(self._height))

    def setAccessibleName(self, name: str) -> None:
        """Name it; where the system takes what is chosen for the name, it is told beside that."""
        super().setAccessibleName(name)
        self._describe("")

    def set_options(self, options: Iterable[Option], value: object = None) -> None:
        """Offer other options and choose one of them, or the first."""
        self.clear()
        for option in options:
            self.addItem(option.text, option.value)
            self.setItemData(self.count() - 1, option.icon, _ICON_NAME)
        self.choose(value)

    def value(self) -> object:
        """Value of the chosen option; none when there is no option."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose by value; an unknown value leaves the first one chosen."""
        for row in range(self.count()):
            if self.itemData(row) == value:
                self.setCurrentIndex(row)
                return

    def show_hint(self, hint: str) -> None:
        """Show other quiet words at the end of the field."""
        self._hint = hint
        self.update()

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong and tell screen readers why; empty takes the mark away."""
        self._describe(sentence)
        set_flag(self, "error", on=bool(sentence))

    def _describe(self, error: str) -> None:
        """Qt tells the label of a combo box on Windows only."""
        label = "" if sys.platform == "win32" else self.accessibleName()
        self.setAccessibleDescription(" – ".join(part for part in (error, label) if part))

    def set_band(self, *, amber: bool) -> None:
        """Take the edge of fields that stand on the amber band."""
        set_flag(self, "band", on=amber)

    def sizeHint(self) -> QSize:
        """Room for the widest option."""
        widest = max((self._row_width(row) for row in range(self.count())), default=0)
        hint = text_width(self._hint, "meta") + 8 if self._hint else 0
        return QSize(widest + hint + 13 + 38, theme.current().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """A few letters; the words are cut, whole ones stand in the list."""
        return QSize(min(self.sizeHint().width(), theme.current().px(112)), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field by the style sheet, then icon, words, hint and chevron."""
        self._paint_frame()
        painter = QPainter(self)
        prepare(painter)
        direction, body = self.layoutDirection(), self.rect()
        role: Role = "ink" if self.isEnabled() else "ink3"
        side = theme.current().px(16)
        place = mirrored(QRect(self.width() - 12 - side, 0, side, self.height()), body, direction)
        draw_icon(painter, place.toRectF().center(), "chevron-down", side, "ink2")
        room = body.adjusted(13, 0, -12 - side - 8, 0)
        icon = self.currentData(_ICON_NAME)
        if icon:
            spot = mirrored(QRect(room.left(), 0, side, self.height()), body, direction)
            draw_icon(painter, spot.toRectF().center(), icon, side, "ink2", direction=direction)
            room.setLeft(room.left() + side + 8)
        wide = text_width(self._hint, "meta")
        if self._hint and text_width(self.currentText(), "text") + 8 + wide <= room.width():
            spot = QRect(room.right() - wide, 0, wide, self.height())
            spot = mirrored(spot, body, direction)
            draw_text(painter, spot, self._hint, "meta", "ink3", direction=direction)
            room.setRight(room.right() - wide - 8)
        room = mirrored(room, body, direction)
        draw_text(painter, room, self.currentText(), "text", role, direction=direction)

    def _paint_frame(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        option.currentIcon = QIcon()
        painter = QPainter(self)
        control = QStyle.ComplexControl.CC_ComboBox
        self.style().drawComplexControl(control, option, painter, self)

    def _row_width(self, row: int) -> int:
        icon = theme.current().px(16) + 8 if self.itemData(row, _ICON_NAME) else 0
        return text_width(self.itemText(row), "text") + icon


class OptionDelegate(QStyledItemDelegate):
    """Paints the rows of an opened choice: 32 high, the current one on `tint`."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Row height at the text size in force."""
        return QSize(super().sizeHint(option, index).width() + 40, theme.current().px(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        prepare(painter)
        rect, direction = option.rect, option.direction
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            draw_box(painter, rect.adjusted(2, 1, -2, -1), 6, fill="tint")
        room = rect.adjusted(12, 0, -12, 0)
        icon = index.data(_ICON_NAME)
        if icon:
            side = theme.current().px(16)
            spot = mirrored(QRect(room.left(), room.top(), side, room.height()), rect, direction)
            role: Role = "accent" if current else "ink2"
            draw_icon(painter, spot.toRectF().center(), icon, side, role, direction=direction)
            room.setLeft(room.left() + side + 8)
        room = mirrored(room, rect, direction)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        draw_text(painter, room, text, "text", "ink", direction=direction)
        painter.restore()
