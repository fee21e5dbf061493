"""The ids of all customers in an order, read beside the window: 100,000 take a while."""

from PySide6.QtCore import QObject, Signal

from customerbook.gui.jobs import Job, Jobs, Progress
from customerbook.gui.session import Session


class Everyone(QObject):
    """Knows all ids in the order that was asked for last; `read()` fires when it knows them."""

    read = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._ids: list[int] | None = None
        self._order = ""
        self._job: Job[list[int]] | None = None
        self.total: int | None = None
        """How many there were when they were last counted; None before the first time."""

    def ids(self, order: str) -> list[int] | None:
        """All ids in this order; None if they are only being read now."""
        if self._order == order and self._ids is not None:
            return self._ids
        if self._job is None or self._order != order:
            self._read(order)
        return None

    def forget(self) -> None:
        """Read anew when they are asked for: the book has changed."""
        self._ids = None
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _read(self, order: str) -> None:
        if self._job is not None:
            self._job.abandon()
        self._order, self._ids = order, None
        customers = self._session.book.customers

        def work(_progress: Progress) -> list[int]:
            return customers.ids(order)

        self._job = self._jobs.start(work, done=self._done)

    def _done(self, ids: list[int]) -> None:
        self._job, self._ids, self.total = None, ids, len(ids)
        self.read.emit()
