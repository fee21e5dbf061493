"""Reminders at their time: while the book is open who and what, while it is locked how many."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.model import clock
from customerbook.model.due import remind_moment
from customerbook.model.errors import BookError
from customerbook.model.followup import FollowUpLine
from customerbook.model.person import Person, Role

if TYPE_CHECKING:
    from customerbook.gui.session import Session

_AT_LEAST: Final = 60.0
"""Seconds between two looks at the clock: it may be set, and the computer may sleep."""
_AFTER_CHANGE: Final = 0.2
_AHEAD: Final = timedelta(days=14)
"""How far a locked window knows when something comes; nobody leaves it locked for longer."""


class Reminders(QObject):
    """Looks for what has come since the last look.

    `came` carries lines whose moment has come, `missed` those that were there at the first look,
    from while the book was closed. Each is told once, then the book remembers it.
    """

    came = Signal(object)
    missed = Signal(object)

    def __init__(self, session: "Session", person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._person = session, person
        self._told: set[tuple[int, datetime]] = set()
        self._first = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._look_soon)

    def look(self) -> None:
        """Tell what has come, and sleep until the next one, at most a minute."""
        first, self._first = self._first, False
        lines = [line for line in self._unknown() if self._concerns(line)]
        if lines:
            self._told.update((line.id, line.due) for line in lines)
            (self.missed if first else self.came).emit(lines)
            if not self._session.book.read_only:
                self._session.do(self._session.book.followups.reminded, [x.id for x in lines])
        self._arm()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._session.changed.disconnect(self._look_soon)

    def _unknown(self) -> list[FollowUpLine]:
        try:
            lines = self._session.book.followups.to_remind(clock.now())
        except BookError:  # the disk fails: whatever is done next says so
            return []
        return [line for line in lines if (line.id, line.due) not in self._told]

    def _concerns(self, line: FollowUpLine) -> bool:
        everyone = self._person.role is Role.OWNER
        return everyone or line.person_id in (None, self._person.id)

    def _look_soon(self) -> None:
        self._timer.start(round(_AFTER_CHANGE * 1000))

    def _arm(self) -> None:
        now = clock.now()
        try:
            moment = self._session.book.followups.next_reminder(now)
        except BookError:
            moment = None
        wait = _AT_LEAST
        if moment is not None:
            wait = min(wait, max(0.0, (moment - now).total_seconds()) + 0.05)
        self._timer.start(round(wait * 1000))


class LockedReminders(QObject):
    """Counts what comes while the book is locked; it knows moments and nothing else.

    `counted` carries how many have come since the lock.
    """

    counted = Signal(int)

    def __init__(self, moments: list[datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = sorted(moments)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._arm()

    def look(self) -> None:
        """Count what has come by now."""
        now = clock.now()
        come = [moment for moment in self._waiting if moment <= now]
        if come:
            self._waiting = self._waiting[len(come) :]
            self._count += len(come)
            self.counted.emit(self._count)
        self._arm()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _arm(self) -> None:
        if self._waiting:
            wait = (self._waiting[0] - clock.now()).total_seconds()
            self._timer.start(round(min(_AT_LEAST, max(0.0, wait) + 0.05) * 1000))


def moments_ahead(session: "Session", person: Person) -> list[datetime]:
    """When reminders of a person come in the next two weeks, for while the book is locked."""
    now = session.now()
    mine = None if person.role is Role.OWNER else person.id
    lines = session.book.followups.open(
        person_id=mine, first=now.date(), last=(now + _AHEAD).date()
    )
    zone = session.zone.key
    moments = [remind_moment(line.due_day, line.due_time, zone) for line in lines]
    return [moment for moment in moments if moment > now]
