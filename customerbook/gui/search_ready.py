"""Reads what searches want as soon as somebody goes to the search field."""

from PySide6.QtCore import QObject

from customerbook.book.search import make_ready
from customerbook.gui.jobs import Job, Jobs, Progress
from customerbook.gui.session import Session
from customerbook.gui.topbar import TopBar


class SearchReady(QObject):
    """Not before: it takes memory that nobody needs who only looks at Today."""

    def __init__(self, session: Session, jobs: Jobs, top: TopBar, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._jobs = session.book, jobs
        self._job: Job[None] | None = None
        top.entered.connect(self.start)

    def start(self) -> None:
        """Read it now, in a worker; at once over if it is there."""
        if self._job is not None:
            return

        def work(progress: Progress) -> None:
            while not progress.cancelled() and make_ready(self._book):
                pass  # whoever searches meanwhile goes first, and reads the rest

        self._job = self._jobs.start(
            work, done=lambda _nothing: self._end(), failed=lambda _error: self._end(), quiet=True
        )

    def reading(self) -> bool:
        """Whether it is being read."""
        return self._job is not None

    def _end(self) -> None:
        self._job = None
