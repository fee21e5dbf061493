"""Tidies the search index some seconds after something was written, in a worker."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from customerbook.book.tidying import tidy
from customerbook.gui.jobs import Job, Jobs, Progress
from customerbook.gui.session import Session

_AFTER_MS: Final = 3000


class Tidying(QObject):
    """Begins when nothing was written for a moment; makes room for whoever writes again."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._jobs = session.book, jobs
        self._job: Job[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.start)
        session.changed.connect(lambda _change: self._wait())

    def start(self) -> None:
        """Tidy now."""
        if self._job is not None:
            return

        def work(progress: Progress) -> None:
            tidy(self._book, progress.cancelled)

        self._job = self._jobs.start(
            work, done=lambda _nothing: self._end(), failed=lambda _error: self._end(), quiet=True
        )

    def stop(self) -> None:
        """Begin no more."""
        self._timer.stop()

    def _wait(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._timer.start()

    def _end(self) -> None:
        self._job = None
