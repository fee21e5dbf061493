"""None, True and False have more references than a process can use up."""

import sys

from PySide6.QtCore import QObject, Signal

from customerbook.gui.none_guard import keep_none_alive


def test_calls_that_return_nothing_cannot_use_none_up() -> None:
    keep_none_alive()
    subject = QObject()
    for _turn in range(100_000):
        subject.setObjectName("x")
    assert sys.getrefcount(None) > 1_000_000 or sys.version_info >= (3, 12)


class Speaker(QObject):
    said = Signal(bool)


def test_signals_cannot_use_true_up() -> None:
    keep_none_alive()
    speaker = Speaker()
    for _turn in range(20_000):
        speaker.said.emit(False)
    assert sys.getrefcount(True) > 1_000_000 or sys.version_info >= (3, 12)
    assert sys.getrefcount(False) > 1_000_000 or sys.version_info >= (3, 12)


def test_asking_again_changes_nothing() -> None:
    keep_none_alive()
    before = sys.getrefcount(None)
    keep_none_alive()
    assert abs(sys.getrefcount(None) - before) < 1000
