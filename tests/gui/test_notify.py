"""Notifications: where the desktop has none, nothing happens and nothing breaks."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from customerbook.gui.jobs import Jobs
from customerbook.gui.notify import NoNotifier, system_notifier
from customerbook.gui.notify_tray import TrayNotifier

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


@linux
def test_without_a_service_nothing_happens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    parent, jobs = QObject(), Jobs()
    notifier = system_notifier(parent, jobs)
    notifier.notify("Oliver Müller", "Wheel is ready & <b>paid</b>")
    qtbot.waitUntil(lambda: not jobs.busy())
    assert jobs.stop_all()
    notifier.take_down()


@linux
def test_only_its_own_notifications_are_its_business(qtbot: QtBot) -> None:
    from customerbook.gui.notify_linux import LinuxNotifier  # noqa: PLC0415 - Linux alone

    parent, jobs = QObject(), Jobs()
    notifier = LinuxNotifier(parent, jobs)
    notifier._remember(7)
    notifier._remember(0)
    with qtbot.assertNotEmitted(notifier.pressed):
        notifier.acted(8, "default")
        notifier.acted(0, "default")
    with qtbot.waitSignal(notifier.pressed):
        notifier.acted(7, "default")


def test_a_tray_that_is_not_there_is_left_alone(qtbot: QtBot, look: None) -> None:
    parent = QObject()
    notifier = TrayNotifier(parent)
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    notifier.notify("Oliver Müller", "Wheel is ready")
    assert not notifier._tray.isVisible()
    with qtbot.waitSignal(notifier.pressed):
        notifier._tray.messageClicked.emit()
    notifier.take_down()


def test_where_there_is_no_desktop_there_is_silence(qtbot: QtBot) -> None:
    notifier = NoNotifier()
    with qtbot.assertNotEmitted(notifier.pressed):
        notifier.notify("Oliver Müller", "Wheel is ready")
        notifier.take_down()
