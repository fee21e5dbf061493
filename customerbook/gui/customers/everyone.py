"""The ids of all customers a filter lets through, read beside the window: 100,000 take a while."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.gui.jobs import Job, Jobs, Progress
from customerbook.gui.session import Session
from customerbook.model.filter import Filter

_WAIT_MS: Final = 60
"""The page is painted first: while all ids are read nobody else can read from the book."""


class Everyone(QObject):
    """Knows all ids in the order and of the filter that were asked for last.

    `read()` fires when it knows them.
    """

    read = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._ids: list[int] | None = None
        self._asked = ("", Filter())
        self._job: Job[tuple[list[int], int]] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._start)
        self.total: int | None = None
        """How many there were when they were last counted, without a filter; None at first."""

    def ids(self, order: str, wanted: Filter) -> list[int] | None:
        """All ids in this order that a filter lets through; None while they are being read."""
        asked = (order, wanted)
        if self._asked == asked and self._ids is not None:
            return self._ids
        if not self.is_reading() or self._asked != asked:
            self._give_up()
            self._ids, self._asked = None, asked
            self._wait.start()
        return None

    def is_reading(self) -> bool:
        """Whether ids are being read, or will be in a moment."""
        return self._job is not None or self._wait.isActive()

    def forget(self) -> None:
        """Read anew when they are asked for: the book has changed."""
        self._ids = None
        self._give_up()

    def _give_up(self) -> None:
        self._wait.stop()
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _start(self) -> None:
        customers, (order, wanted) = self._session.book.customers, self._asked

        def work(_progress: Progress) -> tuple[list[int], int]:
            ids = customers.ids(order, wanted)
            return ids, customers.count() if wanted else len(ids)

        self._job = self._jobs.start(work, done=self._done, quiet=True, owner=self)

    def _done(self, found: tuple[list[int], int]) -> None:
        self._job = None
        self._ids, self.total = found
        self.read.emit()
