"""Work on many things at once: done in a worker, with a sheet that says how far it is."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.book.step import CancelledError
from customerbook.gui.jobs import Job, Progress
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import ProgressLine
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.errors import BookError
from customerbook.model.texts import _

T = TypeVar("T")
_SOON_MS: Final = 400
"""What is done sooner than this needs no sheet."""


def go_on(progress: Progress, done: int) -> None:
    """Say how much is done; CancelledError if nobody wants it any more."""
    progress(done)
    if progress.cancelled():
        raise CancelledError


class Working(Sheet, Generic[T]):
    """Starts at once; `done(result)` is called at the end, after the sheet is gone.

    `total` is what `progress` counts up to. Closing the sheet asks the work to stop, which it
    answers with CancelledError; `stopped()` is called then.
    """

    def __init__(
        self,
        shell: Shell,
        title: str,
        total: int,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        stopped: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(shell.sheet_host(), title, width=480)
        self._shell, self._total = shell, total
        self._done, self._stopped = done, stopped
        self.job: Job[T] | None = None
        self._language = shell.session.book.shop().language
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 24)
        column.setSpacing(12)
        self.line = ProgressLine(body)  # without a parent it would be a window for a moment
        self.count = Label("", "text", "ink2", figures=True)
        column.addWidget(self.line)
        column.addWidget(self.count)
        self.set_body(body, padding=24)
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.set_foot(self.cancel)
        self._say(0)
        self.job = shell.jobs.start(
            work, done=self._end, failed=self._fail, progress=self._say, owner=self
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: shell.show_sheet(self))
        self._soon.start(_SOON_MS)

    def dismiss(self) -> None:
        """Ask the work to stop; the sheet goes when it has."""
        if self.job is not None:
            self.job.cancel()
            self.cancel.setEnabled(False)
            self.count.show_text(_("Stopping …"))
        else:
            super().dismiss()

    def _say(self, done: int) -> None:
        if self.job is not None and self.job.progress.cancelled():
            return
        self.line.show_share(min(0.99, done / max(1, self._total)))
        number, total = counted(done, self._language), counted(self._total, self._language)
        self.count.show_text(_("{n} of {total}").format(n=number, total=total))

    def _end(self, result: T) -> None:
        self._go()
        self._done(result)

    def _fail(self, error: Exception) -> None:
        self._go()
        if isinstance(error, BookError):
            self._shell.say(error)
        elif isinstance(error, CancelledError):
            self._stopped()

    def _go(self) -> None:
        """Close the sheet, or never open it."""
        self.job = None
        self._soon.stop()
        if self.isVisible():
            super().dismiss()
        else:
            self._gone()
