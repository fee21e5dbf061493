"""The one window on the desktop; what stands in it changes with sign-in and lock."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.device import Device
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _


class Frame(QWidget):
    """Holds one content at a time; `closing` fires before it goes, while everything is there.

    `painted` fires once, when the window can be seen: then there is time for what can wait.
    """

    spoken_role = SpokenRole.Window

    closing = Signal()
    painted = Signal()

    def __init__(self, device: Device) -> None:
        super().__init__()
        self._device = device
        self._content: QWidget | None = None
        self._painted = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(800, 600)
        self.resize(1280, 800)
        if not device.geometry.isEmpty():
            self.restoreGeometry(device.geometry)
        self.name_after("")

    def name_after(self, shop: str) -> None:
        """Put the shop into the title of the window; nothing about customers ever stands there."""
        name = _("Customer Book")
        self.setWindowTitle(f"{shop} – {name}" if shop else name)

    def show_content(self, content: QWidget) -> None:
        """Put something else into the window; what was there goes for good."""
        before, self._content = self._content, content
        self._column.addWidget(content)
        content.show()
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()

    def content(self) -> QWidget | None:
        """What stands in the window."""
        return self._content

    def come_forward(self) -> None:
        """Be seen and have the keyboard, from wherever on the desktop."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Note the first time; what stands in the window paints itself."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # with it, if it is gone by then

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood, and let the program end in order."""
        self._device.geometry = self.saveGeometry()
        self.closing.emit()
        event.accept()
