"""Undo and redo of the book: at once, or in a worker if there is much to take back."""

from collections.abc import Callable

from customerbook.book import history
from customerbook.book.step import Step, unheard
from customerbook.gui.jobs import Jobs
from customerbook.gui.session import Session
from customerbook.model.change import Change
from customerbook.model.errors import BookError

Told = Callable[[Change], None]


class TakingBack:
    """`undo` and `redo` tell at the end what was done; one at a time."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        self._session, self._jobs = session, jobs
        self._under_way = False

    def undo(self, told: Told) -> None:
        """Take back the last change; NothingToUndoError if there is none."""
        book = self._session.book
        self._start(book.undoable(), book.undo, told)

    def redo(self, told: Told) -> None:
        """Bring back what was taken back last; NothingToUndoError if there is none."""
        book = self._session.book
        self._start(book.redoable(), book.redo, told)

    def _start(self, change: Change | None, turn: Callable[[Step], Change], told: Told) -> None:
        if self._under_way:  # the line under the top bar says so
            return
        if not history.is_long(self._session.book, change):
            told(self._session.do(turn, unheard))
            return
        self._under_way = True

        def done(result: Change) -> None:
            self._under_way = False
            told(self._session.do(lambda: result))

        def failed(error: Exception) -> None:
            self._under_way = False
            if isinstance(error, BookError):
                self._jobs.refused.emit(error)

        self._jobs.start(turn, done=done, failed=failed)
