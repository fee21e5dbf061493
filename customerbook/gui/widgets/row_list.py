"""Lists of rows: the view that fits into a card or scrolls, and a model for short lists."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from customerbook.gui.widgets.row_delegate import RowDelegate
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.spoken import listened_to
from customerbook.gui.widgets.spoken_row import Act, SpokenRow
from customerbook.model.texts import _

Index = QModelIndex | QPersistentModelIndex


class View(Protocol):
    """Anything a row delegate can paint."""

    @property
    def name(self) -> str:
        """What the row is called."""

    def spoken(self) -> str:
        """The row as a screen reader says it."""


class RowModel(QAbstractListModel):
    """A short list of views, each with the id of what it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[int, View]] = []

    def show_rows(self, rows: Sequence[tuple[int, View]]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_row(self, row: int, view: View) -> None:
        """Show one row otherwise, for example as done."""
        self._rows[row] = (self._rows[row][0], view)
        place = self.index(row)
        self.dataChanged.emit(place, place)

    def identity(self, index: Index) -> int:
        """Id of what a row stands for."""
        return self._rows[index.row()][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The view under `ROW`, its name, and what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        view = self._rows[index.row()][1]
        if role == ROW:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return view.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return view.spoken()
        return None


class RowList(QListView):
    """A list of equal rows; `fits=True` shows all of them and leaves scrolling to the page.

    Enter does a row's main action, which `enter` names, Space ticks it off.
    `tab_moved(top, height)` says where the selected row stands, so that a card beside it can join
    it; height 0 when it is out of sight.
    """

    tab_moved = Signal(int, int)

    def __init__(
        self,
        delegate: RowDelegate,
        *,
        label: str,
        fits: bool = False,
        enter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fits = fits
        self._enter = enter or _("Open")
        self._rows = delegate
        self._tab = (0, 0)
        self._spoken: SpokenRow | None = None
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._tell_tab)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; the height follows its rows where the list fits them."""
        super().setModel(model)
        if model is None:
            return
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._rows_changed)
        self._rows_changed()

    def sizeHint(self) -> QSize:
        """All rows, or a handful where it scrolls."""
        hint = super().sizeHint()
        model = self.model()
        if self._fits and model is not None:
            hint.setHeight(model.rowCount() * self._rows.row_height())
        return hint

    def minimumSizeHint(self) -> QSize:
        """All rows where it fits them."""
        return QSize(120, self.sizeHint().height() if self._fits else self._rows.row_height())

    def row_actions(self, index: QModelIndex) -> list[Act]:
        """What a row offers a screen reader, by name: its spots, and what Enter does."""
        view, rows = index.data(ROW), self._rows
        spots = rows.spots(QRect(0, 0, 800, self._rows.row_height()), view)
        acts: list[Act] = [
            (rows.spot_text(spot, view), partial(rows.press, spot, index)) for spot in spots
        ]
        if "main" not in spots:
            acts.append((self._enter, partial(rows.press_main, index)))
        return acts

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the tab is, and what the row offers."""
        super().currentChanged(current, previous)
        self._tell_tab()
        self._tell_row()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what the row offers."""
        super().showEvent(event)
        self._tell_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell where the tab is."""
        super().resizeEvent(event)
        self._tell_tab()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the main action; Space: done."""
        index = self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and index.isValid():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._rows.press_main(index)
                return
            if event.key() == Qt.Key.Key_Space and self._rows.press_done(index):
                return
        super().keyPressEvent(event)

    def leaveEvent(self, _event: object) -> None:
        """Let go of what was under the mouse."""
        self._rows.cool()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        hot = self._rows.is_hot()
        shape = Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _rows_changed(self) -> None:
        self._rows.cool()
        if self._fits:
            self.updateGeometry()
        self._tell_tab()
        self._tell_row()

    def _tell_row(self) -> None:
        if not listened_to() or self.parentWidget() is None:
            return
        if self._spoken is None:
            self._spoken = SpokenRow(self, self.row_actions)
        self._spoken.tell()

    def _tell_tab(self) -> None:
        rect = self.visualRect(self.currentIndex())
        inside = rect.intersected(self.viewport().rect())
        tab = (inside.top(), inside.height()) if inside.height() > 0 else (0, 0)
        if tab != self._tab:
            self._tab = tab
            self.tab_moved.emit(*tab)
