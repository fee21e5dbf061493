"""The ids of all customers in an order, read beside the window: 100,000 take a while."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.gui.jobs import Job, Jobs, Progress
from customerbook.gui.session import Session

_WAIT_MS: Final = 60
"""The page is painted first: while all ids are read nobody else can read from the book."""


class Everyone(QObject):
    """Knows all ids in the order that was asked for last; `read()` fires when it knows them."""

    read = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._ids: list[int] | None = None
        self._order = ""
        self._job: Job[list[int]] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._start)
        self.total: int | None = None
        """How many there were when they were last counted; None before the first time."""

    def ids(self, order: str) -> list[int] | None:
        """All ids in this order; None if they are only being read now."""
        if self._order == order and self._ids is not None:
            return self._ids
        if not self.is_reading() or self._order != order:
            self._give_up()
            self._order = order
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
        customers, order = self._session.book.customers, self._order

        def work(_progress: Progress) -> list[int]:
            return customers.ids(order)

        self._job = self._jobs.start(work, done=self._done, quiet=True, owner=self)

    def _done(self, ids: list[int]) -> None:
        self._job, self._ids, self.total = None, ids, len(ids)
        self.read.emit()
