"""Notifications on the desktop: one way a system, the same three words for all of them."""

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from customerbook.gui.jobs import Jobs


class Notifier(Protocol):
    """Shows something on the desktop beside the window."""

    @property
    def pressed(self) -> SignalInstance:
        """Fires when a notification is clicked."""

    def notify(self, title: str, text: str) -> None:
        """Show a notification; where the desktop has none, nothing happens."""

    def take_down(self) -> None:
        """Leave nothing behind."""


class NoNotifier(QObject):
    """For where there is no desktop."""

    pressed = Signal()

    def notify(self, title: str, text: str) -> None:
        """Show nothing."""

    def take_down(self) -> None:
        """Leave nothing behind: there is nothing."""


def system_notifier(parent: QObject, jobs: Jobs) -> Notifier:
    """The way of this system: the notification service on Linux, the tray elsewhere."""
    linux: bool = sys.platform.startswith("linux")
    if linux:
        from customerbook.gui.notify_linux import LinuxNotifier  # noqa: PLC0415 - QtDBus

        return LinuxNotifier(parent, jobs)
    from customerbook.gui.notify_tray import TrayNotifier  # noqa: PLC0415

    return TrayNotifier(parent)
