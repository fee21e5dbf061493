"""Slow work beside the window's thread: progress, cancel, and the result on the window's thread."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from customerbook.gui.resting import Resting
from customerbook.model.errors import BookError

T = TypeVar("T")

_BETWEEN_REPORTS = 0.03
"""Seconds; more often than a frame nobody sees it, and thousands of signals stop the window."""
_LONGEST_REST: Final = 0.1
_LEAST_WORK: Final = 0.004
"""Seconds for which work lets a busy window go first, and then goes on before it looks again."""
_USUAL_SHARE: Final = sys.getswitchinterval()
_SHARE: Final = 0.0005
"""Seconds for which a worker keeps the interpreter from the window, each time it wants it: it asks
for it dozens of times to answer one key, and waits so long each time."""


class Progress:
    """What a work is handed: call it with how far it is; look at `cancelled()` now and then."""

    def __init__(
        self,
        report: Callable[[int], None] = lambda _count: None,
        window_rests: Resting | None = None,
    ) -> None:
        self._report = report
        self._rests = window_rests
        self._asked = threading.Event()
        self._last = self._rested = 0.0

    def __call__(self, count: int) -> None:
        """Say how far the work is; some of the figures are left out."""
        self.give_way()
        now = time.monotonic()
        if now - self._last >= _BETWEEN_REPORTS:
            self._last = now
            self._report(count)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._asked.set()

    def cancelled(self) -> bool:
        """Whether the work should stop."""
        self.give_way()
        return self._asked.is_set()

    def give_way(self) -> None:
        """Let the window go first, if it has something to do.

        Interpreter and book are shared with it: work that went on would make it twice as slow.
        """
        if self._rests is not None and time.monotonic() - self._rested > _LEAST_WORK:
            self._rests.wait(_LONGEST_REST)
            self._rested = time.monotonic()


class Job(QObject, Generic[T]):
    """One piece of work under way; `cancel` asks it to stop, and its end is told all the same."""

    _reported = Signal(int)
    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int], None] | None,
        gone: Callable[["Job[T]"], None],
        *,
        quiet: bool,
        owner: QObject | None,
        window_rests: Resting | None = None,
    ) -> None:
        super().__init__()
        self.quiet = quiet
        self._owner = owner
        self._work = work
        self._done, self._failed, self._told, self._gone = done, failed, progress, gone
        self._silent = False
        self.progress = Progress(self._reported.emit, window_rests)
        # Queued, so that whatever thread emits, these run on the thread the job was made on.
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; `done` or `failed` still says how it ended."""
        self.progress.cancel()

    def abandon(self) -> None:
        """Ask the work to stop, and tell nobody how it ends."""
        self._silent = True
        self.cancel()

    def run(self) -> None:
        """Do the work; called by the worker."""
        result, error = None, None
        try:
            result = self._work(self.progress)
        except Exception as raised:
            error = raised
        self._ended.emit(result, error)

    def _wanted(self) -> bool:
        """Whether somebody is still there to be told."""
        return not self._silent and _is_there(self._owner)

    def _tell(self, count: int) -> None:
        if self._told is not None and self._wanted():
            self._told(count)

    def _end(self, result: T, error: Exception | None) -> None:
        self._gone(self)
        if not self._wanted():
            return
        if error is None:
            self._done(result)
            return
        self._failed(error)
        if not isinstance(error, BookError | _cancelled_error()):
            sys.excepthook(type(error), error, error.__traceback__)


class Jobs(QObject):
    """Starts work in worker threads and keeps it until its end was told."""

    refused = Signal(object)
    """A BookError of a job that was started without `failed`: for the window to say."""
    busy_changed = Signal()
    """Work began where none was under way, or the last of it has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Job[Any]] = set()
        self._resting = Resting(self)

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int], None] | None = None,
        quiet: bool = False,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Do `work` in a worker; `done`, `failed` and `progress` are called on this thread.

        `owner` is who is told: if it is deleted before, nobody is.
        `quiet` is for what nobody waits for, such as counts: it does not make the window busy.

        `failed` gets whatever the work raises. What is no BookError is a bug and is also told to
        `sys.excepthook`, so that the window shows it as one.
        """
        job = Job(
            work,
            done,
            failed or self._refuse,
            progress,
            self._forget,
            quiet=quiet,
            owner=owner,
            window_rests=self._resting,
        )
        was = self.busy()
        self._running.add(job)
        self._resting.watch()
        sys.setswitchinterval(_SHARE)
        if self.busy() != was:
            self.busy_changed.emit()
        self._pool.start(job.run)
        return job

    def busy(self) -> bool:
        """Whether some work is under way that a person may be waiting for."""
        return any(not job.quiet for job in self._running)

    def stop_all(self, wait: float = 5.0) -> bool:
        """Ask all work to stop and wait up to `wait` seconds; nobody is told how it ended.

        False if something is still running then: it will find the book closed.
        """
        self._resting.leave()
        for job in list(self._running):
            job.abandon()
        return self._pool.waitForDone(round(wait * 1000))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, BookError):
            self.refused.emit(error)

    def _forget(self, job: Job[T]) -> None:
        was = self.busy()
        self._running.discard(job)
        if not self._running:
            sys.setswitchinterval(_USUAL_SHARE)
        if not _is_there(self):  # the window is gone by now, and all that it had
            return
        if not self._running:
            self._resting.leave()
        if self.busy() != was:
            self.busy_changed.emit()


def _is_there(owner: QObject | None) -> bool:
    """Whether an owner, if one was named, is not deleted yet."""
    try:
        return owner is None or owner.objectName() is not None
    except RuntimeError:  # what the binding raises for what Qt has deleted
        return False


def _cancelled_error() -> type[Exception]:
    from customerbook.book.step import CancelledError  # noqa: PLC0415 - only for errors

    return CancelledError
