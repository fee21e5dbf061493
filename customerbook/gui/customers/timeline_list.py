"""The list of the timeline: as high as its entries, so that the card around it scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from customerbook.gui.customers.timeline_delegate import TimelineDelegate
from customerbook.gui.customers.timeline_reading import Entry
from customerbook.gui.customers.timeline_view import TimelineView
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.spoken import listened_to
from customerbook.gui.widgets.spoken_row import Act, SpokenRow
from customerbook.model.interaction import InteractionLine

Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Entries with their views; more are put to the end."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Entry, TimelineView]] = []

    def clear(self) -> None:
        """Forget all entries."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, rows: Sequence[tuple[Entry, TimelineView]]) -> None:
        """Put entries to the end."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def entry(self, index: Index) -> Entry:
        """The contact or purchase of a row."""
        return self._rows[index.row()][0]

    def interaction(self, index: Index) -> InteractionLine | None:
        """The contact of a row; None for a purchase, or outside of the list."""
        if not 0 <= index.row() < len(self._rows):
            return None
        entry = self.entry(index)
        return entry if isinstance(entry, InteractionLine) else None

    def row_of(self, interaction_id: int) -> int:
        """The row of a contact; -1 if it is not in the list."""
        for row, (entry, _view) in enumerate(self._rows):
            if isinstance(entry, InteractionLine) and entry.id == interaction_id:
                return row
        return -1

    def turn(self, index: Index, **changes: object) -> None:
        """Show an entry otherwise: its whole note, its private note."""
        entry, view = self._rows[index.row()]
        self._rows[index.row()] = (entry, replace(view, **changes))  # type: ignore[arg-type]
        place = self.index(index.row())
        self.dataChanged.emit(place, place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Number of entries."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The view under `ROW`, its kind, and what a screen reader says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        view = self._rows[index.row()][1]
        if role == ROW:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return view.name
        return view.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None


class TimelineList(QListView):
    """Shows all entries at their heights; `entered(index)` fires on Enter, `turned` on Space.

    `acts(index)` says what a screen reader is offered for an entry.
    `reached(top, height)` says where the current entry stands, for the card to scroll there.
    """

    entered = Signal(QModelIndex)
    turned = Signal(QModelIndex)
    reached = Signal(int, int)

    def __init__(
        self,
        delegate: TimelineDelegate,
        label: str,
        acts: Callable[[QModelIndex], Sequence[Act]] = lambda _index: (),
    ) -> None:
        super().__init__()
        self._entries = delegate
        self._acts = acts
        self._spoken: SpokenRow | None = None
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Lay out anew at the text size in force."""
        self._entries.layouts.forget()
        self.fit()

    def fit(self) -> None:
        """Become as high as the entries are at the width in force."""
        model = self.model()
        self._entries.width = self.viewport().width()
        direction = self.layoutDirection()
        height = 0
        for row in range(model.rowCount()):
            view = model.index(row, 0).data(ROW)
            height += self._entries.height_of(view, direction)
        self.setFixedHeight(max(1, height))
        self.scheduleDelayedItemsLayout()
        self.tell_row()

    def sizeHint(self) -> QSize:
        """All entries."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(160, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the current entry stands."""
        super().currentChanged(current, previous)
        self.tell_row()
        if current.isValid() and self.hasFocus():
            self._tell(current)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what the entry offers."""
        super().showEvent(event)
        self.tell_row()

    def tell_row(self) -> None:
        """Offer a screen reader what can be done with the current entry."""
        if listened_to() and self.parentWidget() is not None:
            self._spoken = self._spoken or SpokenRow(self, self._acts)
            self._spoken.tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first entry if none was current."""
        super().focusInEvent(event)
        model = self.model()
        if model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        elif self.currentIndex().isValid():
            self._tell(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space are the entry's; the arrows move."""
        index = self.currentIndex()
        if index.isValid() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit(index)
                return
            if event.key() == Qt.Key.Key_Space:
                self.turned.emit(index)
                return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        hot = self._entries.is_hot()
        shape = Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, _event: object) -> None:
        """Let go of what was under the mouse."""
        self._entries.cool()
        self.viewport().update()

    def _tell(self, index: Index) -> None:
        self.executeDelayedItemsLayout()
        rect = self.visualRect(index)
        self.reached.emit(rect.top(), rect.height())
