"""How many wait on a page, for the rail: counted in a worker after changes."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.gui.jobs import Jobs, Progress
from customerbook.gui.session import Session
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.person import Person, Role

_SOON_MS = 150
_AGAIN_MS = 60_000
_AHEAD = timedelta(days=7)
"""Days for which Follow-ups counts; Today counts what is due by tonight."""


class Counts(QObject):
    """`counted` carries page id -> how many; looks again after changes and each minute."""

    counted = Signal(object)

    def __init__(self, session: Session, person: Person, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._jobs = session.book, jobs
        self._mine = None if person.role is Role.OWNER else person.id
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.count)
        session.changed.connect(self._follow)

    def count(self) -> None:
        """Count now."""

        def work(_progress: Progress) -> dict[str, int]:
            followups, today = self._book.followups, clock.today(self._book.shop().zone)
            return {
                page: len(followups.ids(person_id=self._mine, last=today + ahead))
                for page, ahead in (("today", timedelta()), ("followups", _AHEAD))
            }

        self._jobs.start(work, done=self._tell, failed=lambda _error: None, quiet=True)
        self._timer.start(_AGAIN_MS)

    def count_soon(self) -> None:
        """Count when what is shown now has been painted."""
        self._timer.start(_SOON_MS)

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _follow(self, change: Change) -> None:
        if change.touches("followup", "interaction", "customer"):
            self.count_soon()

    def _tell(self, counts: dict[str, int]) -> None:
        self.counted.emit(counts)
