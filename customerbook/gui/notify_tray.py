"""Notifications from an icon in the tray, as Windows and macOS have them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from customerbook.gui import theme
from customerbook.model.texts import _


class TrayNotifier(QObject):
    """An icon in the tray that is there while a notification may be clicked."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        icon = QGuiApplication.windowIcon()
        if icon.isNull():
            icon = theme.current().icon("book-user", "accent", 32)
        self._tray = QSystemTrayIcon(icon, self)
        self._tray.setToolTip(_("Customer Book"))
        self._tray.messageClicked.connect(self.pressed)
        self._tray.activated.connect(lambda _reason: self.pressed.emit())

    def notify(self, title: str, text: str) -> None:
        """Show a notification; where the system has no tray, nothing happens."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.show()
            self._tray.showMessage(title, text, self._tray.icon())

    def take_down(self) -> None:
        """Take the icon out of the tray."""
        self._tray.hide()
