"""A scroll bar over what it scrolls: it takes no room, and rows may join what is beside."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar
from shiboken6 import isValid


class OverlayBar(QScrollBar):
    """Follows the upright scroll bar of a view, which hides its own; hidden if all is shown."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        own = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        view.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the view; never stops an event."""
        if watched is self._view and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._place()
        return False

    def _follow(self) -> None:
        if not (isValid(self) and isValid(self._view)):
            return  # a view that is taken down empties its list once more
        own = self._view.verticalScrollBar()  # Python may forget one that Qt has made
        self.setRange(own.minimum(), own.maximum())
        # As it will be: an area sets the page of its own bar after the range, and tells nobody.
        self.setPageStep(self._view.viewport().height())
        self.setSingleStep(own.singleStep())
        self.setValue(own.value())
        self.setVisible(own.maximum() > own.minimum())
        self._place()

    def _place(self) -> None:
        wide = self.sizeHint().width()
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0 if mirrored else self._view.width() - wide
        self.setGeometry(x, 0, wide, self._view.height())
        self.raise_()
