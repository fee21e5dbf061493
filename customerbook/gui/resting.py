"""Whether the window has nothing to do just now: work in other threads lets it go first."""

import time
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS: Final = 4
_LATE: Final = 0.007
"""Seconds since the last beat after which the loop is busy with something: for so long work still
goes on beside it, and makes it slower."""
_LOOK: Final = 0.001


class Resting(QObject):
    """A timer beats between `watch` and `leave`; `wait` is for other threads.

    The loop's own signals are of no use: on Linux it answers keys before it says that it is awake.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched = False
        self._beat = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._note)

    def watch(self) -> None:
        """Begin to look at the loop of this thread."""
        if not self._watched:
            self._note()
            self._watched = True
            self._timer.start()

    def leave(self) -> None:
        """Look no more; nobody has to wait."""
        self._watched = False
        self._timer.stop()

    def wait(self, longest: float) -> None:
        """Wait, up to `longest` seconds, until the loop has nothing to do."""
        end = time.monotonic() + longest
        while self._watched and (now := time.monotonic()) - self._beat > _LATE and now < end:
            time.sleep(_LOOK)

    def _note(self) -> None:
        self._beat = time.monotonic()
