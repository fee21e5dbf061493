"""What can be done with the current row of a list, for those who hear it instead of seeing it.

Rows are painted, so that a screen reader finds words in them and nothing to press. Beside the list
stands what a row offers as buttons that nobody sees; keys and mouse go to the list as ever. They
are there only while somebody listens.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

Act = tuple[str, Callable[[], object]]
"""The name of an action, and what does it."""


class SpokenRow(QWidget):
    """The buttons of the current row; `tell` it after each change of the row or of the list.

    `acts(index)` says what a row offers.
    """

    spoken_role = SpokenRole.Grouping

    def __init__(
        self, view: QAbstractItemView, acts: Callable[[QModelIndex], Sequence[Act]]
    ) -> None:
        super().__init__(view.parentWidget())
        self._view, self._acts = view, acts
        self._buttons: list[_Unseen] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay where the row is as the list grows and moves."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def tell(self) -> None:
        """Offer what the current row offers now."""
        index = self._view.currentIndex()
        shown = not self._view.isHidden()
        there = index.isValid() and shown
        acts = (
            [*self._acts(index), *self._ways(index)] if there else self._way_in() if shown else []
        )
        while len(self._buttons) < len(acts):
            button = _Unseen(self)
            self._buttons.append(button)
            self._line.addWidget(button)
        row = str(index.data(Qt.ItemDataRole.DisplayRole) or "") if there else ""
        row = row or self._view.accessibleName()
        for place, button in enumerate(self._buttons):
            button.show_act(acts[place] if place < len(acts) else None, row)
        self.setAccessibleName(row)
        self._place()
        self.lower()
        self.setVisible(bool(acts))

    def _place(self) -> None:
        """Lie behind the row, or behind the list while the row is out of sight."""
        view = self._view
        row = view.visualRect(view.currentIndex()).intersected(view.viewport().rect())
        where = row.translated(view.viewport().pos() + view.pos())
        self.setGeometry(where if row.isValid() else view.geometry())

    def _way_in(self) -> list[Act]:
        """To the first row, while none is the current one."""
        model = self._view.model()
        if model is None or not model.rowCount():
            return []
        return [(_("First row"), lambda: self._view.setCurrentIndex(model.index(0, 0)))]

    def _ways(self, index: QModelIndex) -> list[Act]:
        """To the rows beside it."""
        model, found = index.model(), list[Act]()
        if index.row() > 0:
            found.append((_("Row above"), lambda: self._go(-1)))
        if index.row() + 1 < model.rowCount():
            found.append((_("Row below"), lambda: self._go(1)))
        return found

    def _go(self, step: int) -> None:
        index = self._view.currentIndex()
        self._view.setCurrentIndex(index.siblingAtRow(index.row() + step))


class _Unseen(QAbstractButton):
    """A button for screen readers alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._do)

    def show_act(self, act: Act | None, row: str) -> None:
        """Stand for an action with a row, or for nothing."""
        text, self._act = act or ("", None)
        self.setText(text)
        self.setAccessibleName(f"{text}: {row}" if row else text)
        self.setVisible(act is not None)

    def sizeHint(self) -> QSize:
        """Its share of the row."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing is seen."""

    def _do(self) -> None:
        if self._act is not None:
            self._act()
