"""How long nobody has touched the window; the clock tells, so that a sleep counts as well."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from customerbook.model import clock

_LOOK_MS: Final = 5000
_SLEPT: Final = timedelta(minutes=2)
"""Between two looks there are seconds; more means that the computer slept."""
_REST: Final = timedelta(minutes=1)
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """Watches a window of the desktop; `passed` fires after `minutes` without a touch.

    0 minutes never pass; a computer that slept fires all the same. `rested` fires once, after the
    first minute without a touch: time for what should not be in anybody's way.
    """

    passed = Signal()
    rested = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._touched = self._looked = clock.now()
        self._rested = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def watch(self, window: QWindow) -> None:
        """Count keys and mouse of this window; the window system's, not each widget's events."""
        window.installEventFilter(self)

    def touch(self) -> None:
        """Begin to count again."""
        self._touched = clock.now()

    def idle_for(self) -> timedelta:
        """How long nobody has touched the window."""
        return clock.now() - self._touched

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """See whether it has been long enough."""
        now = clock.now()
        slept, self._looked = now - self._looked > _SLEPT, now
        self._touched = min(self._touched, now)  # the clock may have been set back
        if not self._rested and now - self._touched >= _REST:
            self._rested = True
            self.rested.emit()
        if slept or self._long_enough(now):
            self._touched = now
            self.passed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a touch; never stops an event."""
        if event.type() in _TOUCHES:
            self._touched = clock.now()
        return False

    def _long_enough(self, now: datetime) -> bool:
        return self.minutes > 0 and now - self._touched >= timedelta(minutes=self.minutes)
