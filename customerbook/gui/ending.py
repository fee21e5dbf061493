"""Ending in order when the system or a terminal asks for it, as at the end of a session."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import socket


class EndSignals(QObject):
    """Calls `end` when the process is asked to end: Python sees a signal only when it is woken."""

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._remove: Callable[[], None] | None = None

    def install(self) -> None:
        """Answer from now on; before, the process ends at once."""
        # Only here: the first page does not wait for them.
        import signal  # noqa: PLC0415
        import socket  # noqa: PLC0415

        from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

        read, write = socket.socketpair()
        for end_of_pair in (read, write):
            end_of_pair.settimeout(0)
        wakes = QSocketNotifier(read.fileno(), QSocketNotifier.Type.Read, self)
        wakes.activated.connect(lambda: _drain(read))
        before = signal.set_wakeup_fd(write.fileno())
        asked = (signal.SIGINT, signal.SIGTERM)
        handlers = {number: signal.signal(number, self._asked) for number in asked}

        def remove() -> None:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(before)
            wakes.setEnabled(False)
            read.close()
            write.close()

        self._remove = remove

    def remove(self) -> None:
        """Give back what was there before."""
        if self._remove is not None:
            self._remove()
            self._remove = None

    def _asked(self, _number: int, _frame: object) -> None:
        self._end()


def _drain(end_of_pair: "socket.socket") -> None:
    """Read what woke this; the handler itself runs as soon as Python is back."""
    with contextlib.suppress(BlockingIOError):
        end_of_pair.recv(64)
