"""Ending in order when the system or a terminal asks for it, as at the end of a session."""

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls `end` when the process is asked to end: Python sees a signal only when it is woken."""

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._read, self._write = socket.socketpair()
        for end_of_pair in (self._read, self._write):
            end_of_pair.settimeout(0)
        self._wakes = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._wakes.activated.connect(self._drain)
        self._before = signal.set_wakeup_fd(self._write.fileno())
        self._handlers = {
            number: signal.signal(number, self._asked) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def remove(self) -> None:
        """Give back what was there before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._wakes.setEnabled(False)
        self._read.close()
        self._write.close()

    def _drain(self) -> None:
        """Read what woke this; the handler itself runs as soon as Python is back."""
        with contextlib.suppress(BlockingIOError):
            self._read.recv(64)

    def _asked(self, _number: int, _frame: object) -> None:
        self._end()
