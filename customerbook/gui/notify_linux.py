"""Notifications through the desktop's service, `org.freedesktop.Notifications` on D-Bus."""

from typing import Any

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SLOT, QMetaObject, QObject, Qt, Signal, Slot

from customerbook.gui.jobs import Jobs, Progress
from customerbook.model.texts import _

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"


class LinuxNotifier(QObject):
    """Asks the notification service, in a worker: a service that hangs must not stop the window."""

    pressed = Signal()

    def __init__(self, parent: QObject, jobs: Jobs) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: set[int] = set()
        self._listens = False

    def notify(self, title: str, text: str) -> None:
        """Show a notification; where no service answers, nothing happens."""
        self._listen()
        name = _("Customer Book")

        def work(_progress: Progress) -> int:
            return _asked(name, title, text)

        self._jobs.start(work, done=self._remember, failed=lambda _error: None)

    def _listen(self) -> None:
        """Hear of clicks from the first notification on; the first page does not wait for D-Bus."""
        if self._listens:
            return
        self._listens = True
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415

        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            slot: Any = SLOT("acted(uint,QString)")  # a text, whatever the stubs say
            bus.connect(_SERVICE, _PATH, _SERVICE, "ActionInvoked", self, slot)

    def take_down(self) -> None:
        """Forget what was shown: the desktop takes notifications down by itself."""
        self._shown.clear()

    @Slot("uint", str)
    def acted(self, number: int, _action: str) -> None:
        """Hear from the service that a notification was clicked."""
        if number in self._shown:
            self.pressed.emit()

    def _remember(self, number: int) -> None:
        if number:
            self._shown.add(number)


def _asked(name: str, title: str, text: str) -> int:
    """Number of the notification; 0 where there is no service.

    Called by name with the types that the service declares: a plain D-Bus call would send the
    numbers as signed, which services refuse.
    """
    from html import escape  # noqa: PLC0415 - see `_listen`

    from PySide6.QtDBus import QDBusConnection, QDBusInterface  # noqa: PLC0415

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return 0
    service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
    service.setTimeout(5000)
    if not service.isValid():
        return 0
    number: Any = QMetaObject.invokeMethod(
        service,
        "Notify",
        Qt.ConnectionType.DirectConnection,
        Q_RETURN_ARG("uint"),
        Q_ARG(str, name),
        Q_ARG("uint", 0),
        Q_ARG(str, "customerbook"),
        Q_ARG(str, title),
        Q_ARG(str, escape(text)),  # services read the text as markup
        Q_ARG("QStringList", ["default", _("Open")]),
        Q_ARG("QVariantMap", {"desktop-entry": "customerbook", "category": "presence"}),
        Q_ARG(int, -1),
    )
    return int(number or 0)
