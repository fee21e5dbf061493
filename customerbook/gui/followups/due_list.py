"""The list of a section, worked by keys: done, open, call, write, snooze."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from customerbook.gui.followups.due_model import DueModel
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.row_delegate import Index, RowDelegate
from customerbook.gui.widgets.row_list import RowList
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.spoken_row import Act
from customerbook.model.texts import _

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DueList(RowList):
    """All rows of a section in a card; the page scrolls.

    Space: done. Enter: the customer. C and W: call and write. S: snooze. Up and Down go on to the
    next section. Each signal carries the id; `snooze_wanted` also where to open a menu; `left`
    the way one leaves, `moved` the row that should be seen. With `many` rows can be chosen, by
    Ctrl and Shift with the mouse or the arrows, Ctrl+Space and Ctrl+A; `chosen` says so.
    """

    done = Signal(int)
    opened = Signal(int)
    acted = Signal(int)
    call_wanted = Signal(int)
    write_wanted = Signal(int)
    snooze_wanted = Signal(int, QRect)
    left = Signal(int)
    moved = Signal(QRect)
    chosen = Signal()

    def __init__(
        self,
        model: DueModel,
        delegate: RowDelegate,
        *,
        label: str,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(delegate, label=label, fits=True, parent=parent)
        self._model = model
        self._many = many
        self._anchor = 0
        modes = QListView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.NoSelection)
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleDescription(_("Space: done. Enter: open. C: call. W: write. S: snooze."))
        delegate.done.connect(lambda index: self.done.emit(self._id(index)))
        delegate.main.connect(lambda index: self.acted.emit(self._id(index)))
        delegate.opened.connect(lambda index: self.opened.emit(self._id(index)))
        delegate.snooze.connect(self._ask_for_snooze)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._id(index)))

    def row_actions(self, index: QModelIndex) -> list[Act]:
        """What the keys do too, by name."""
        number, view = self._id(index), index.data(ROW)
        log = [(view.action, partial(self.acted.emit, number))] if view.action else []
        log = log or [
            (_("Call"), partial(self.call_wanted.emit, number)),
            (_("Write"), partial(self.write_wanted.emit, number)),
        ]
        return [
            (_("Done"), partial(self.done.emit, number)),
            *log,
            (_("Snooze"), partial(self._ask_for_snooze, index)),
            (_("Open"), partial(self.opened.emit, number)),
            *([(_("Choose"), partial(self._turn, index))] if self._many else []),
        ]

    def current_id(self) -> int | None:
        """Id of the current row; none before one was chosen."""
        index = self.currentIndex()
        return self._id(index) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make a row the current one and take the keyboard; -1 is the last."""
        count = self._model.rowCount()
        if count:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go(row % count if row < 0 else min(row, count - 1))

    def show_current(self, followup_id: int) -> bool:
        """Make the row of a follow-up the current one, if it is here."""
        row = self._model.row_of(followup_id)
        if row >= 0:
            self._go(row)
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for with the current row."""
        number, key = self.current_id(), Qt.Key(event.key())
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shift and key in _STEPS and number is not None and self._many:
            self._extend(_STEPS[key])
        elif event.modifiers() not in _PLAIN or number is None:
            super().keyPressEvent(event)
        elif key in _STEPS and self._at_edge(_STEPS[key]):
            self.left.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(number)
        elif key == Qt.Key.Key_Space:
            self.done.emit(number)
        elif key == Qt.Key.Key_C:
            self.call_wanted.emit(number)
        elif key == Qt.Key.Key_W:
            self.write_wanted.emit(number)
        elif key == Qt.Key.Key_S:
            self.ask_for_snooze()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self._go(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing while the keyboard is elsewhere; the current row stays."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the page bring the row into sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.moved.emit(self._place(current.row()))

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose rows only with Ctrl or Shift; a plain click or arrow moves on."""
        keys = getattr(event, "modifiers", lambda: Qt.KeyboardModifier.NoModifier)()
        if keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            return super().selectionCommand(index, event)
        if event is not None and event.type() == QEvent.Type.MouseButtonPress:
            return QItemSelectionModel.SelectionFlag.Clear
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tick the chosen rows."""
        super().selectionChanged(selected, deselected)
        self._model.tick(self.chosen_ids())
        self.chosen.emit()

    def chosen_ids(self) -> list[int]:
        """Ids of the chosen rows, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.ids()[row] for row in rows]

    def choose(self, ids: Collection[int]) -> None:
        """Choose these rows, as far as they are here, and no others."""
        wanted = QItemSelection()
        for row, number in enumerate(self._model.ids()) if ids else ():
            if number in ids:
                wanted.select(self._model.index(row), self._model.index(row))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(wanted, flags.ClearAndSelect)

    def ask_for_snooze(self) -> None:
        """Open the menu that puts the current row off."""
        index = self.currentIndex()
        if index.isValid():
            self._ask_for_snooze(index)

    def _turn(self, index: Index) -> None:
        """Choose a row beside those that are chosen, or leave it out again."""
        row = self._model.index(index.row())
        self.selectionModel().select(row, QItemSelectionModel.SelectionFlag.Toggle)

    def _ask_for_snooze(self, index: Index) -> None:
        spot = self.visualRect(self._model.index(index.row()))
        delegate = self.itemDelegate()
        if isinstance(delegate, MarginRowDelegate):
            spot = delegate.spots(spot, index.data(ROW)).get("snooze", spot)
        self.snooze_wanted.emit(self._id(index), spot)

    def _go(self, row: int) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.moved.emit(self._place(row))

    def _place(self, row: int) -> QRect:
        """Where a row stands once the list has its height."""
        high = self._rows.row_height()
        return QRect(0, row * high, self.width(), high)

    def _extend(self, step: int) -> None:
        """Choose from where Shift was first pressed to the next row."""
        row = self.currentIndex().row()
        if not self.chosen_ids():
            self._anchor = row
        to = min(max(row + step, 0), self._model.rowCount() - 1)
        self.choose(self._model.ids()[min(self._anchor, to) : max(self._anchor, to) + 1])
        self._go(to)

    def _at_edge(self, step: int) -> bool:
        row = self.currentIndex().row() + step
        return not 0 <= row < self._model.rowCount()

    def _id(self, index: Index) -> int:
        return self._model.ids()[index.row()]
