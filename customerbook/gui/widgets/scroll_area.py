"""What scrolls upright: a page, the matter of a sheet, a panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls what it holds, without a frame, a ground or a stop for Tab of its own."""

    def __init__(self, matter: QWidget | None = None) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: asking for Qt's makes the binding look through all kinds of widgets.
        self._ground = QWidget()
        self._ground.setObjectName("qt_scrollarea_viewport")  # by which screen readers know it
        self.setViewport(self._ground)
        if matter is not None:
            self.setWidget(matter)

    def setWidget(self, matter: QWidget) -> None:
        """Hold this; Qt would give it and what lies below it a ground."""
        super().setWidget(matter)
        for widget in (matter, self._ground):
            widget.setAutoFillBackground(False)
