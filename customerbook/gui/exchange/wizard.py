"""Bring in customers: choose a file, check what would be done, confirm."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from customerbook.book import importing
from customerbook.book.step import CancelledError
from customerbook.gui import theme
from customerbook.gui.collecting import uncollected
from customerbook.gui.exchange.check_step import CheckStep
from customerbook.gui.exchange.file_step import FileStep
from customerbook.gui.exchange.foot import CHECK, FILE, RESULT, ImportFoot
from customerbook.gui.exchange.reading import Reading, endings, example, read, report
from customerbook.gui.exchange.result_step import ResultStep
from customerbook.gui.exchange.steps import Steps
from customerbook.gui.files import ask_file, write_content
from customerbook.gui.jobs import Job, Progress
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import ProgressLine
from customerbook.gui.widgets.card import RuleLine
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.change import Change
from customerbook.model.errors import BookError
from customerbook.model.texts import _

_HEIGHT: Final = 744


class ImportWizard(Sheet):
    """A sheet of 1216 in three steps; nothing is written before the second is confirmed.

    With `path` that file is read at once, else one is asked for by button or dropped.
    `newest_wanted` fires when the sheet was left for those who were brought in.
    """

    newest_wanted = Signal()

    def __init__(self, shell: Shell, path: Path | None = None) -> None:
        super().__init__(shell.sheet_host(), _("Bring in customers"), width=1216)
        self._shell = shell
        self._book = shell.session.book
        self._language = self._book.shop().language
        self._reading: Reading | None = None
        self._job: Job[Reading] | Job[Change] | None = None
        self._written = False
        self.steps = Steps([_("File"), _("Check"), _("Bring in")])
        self._head.insertWidget(2, self.steps)
        self._head.insertSpacing(2, 24)
        empty = self._book.customers.count() == 0
        self.file = FileStep(self._language, example=empty)
        self.check = CheckStep(self._language)
        self.result = ResultStep(self._language)
        self.busy = ProgressLine()
        self._pages: tuple[QWidget, ...] = (self.file, self.check, self.result)
        self._step = FILE
        self.foot = ImportFoot(self._language)
        self.set_foot(*self.foot.buttons(), state=self.foot.state)
        self._connect()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RuleLine())
        column.addWidget(self.busy)
        for page in self._pages:  # the body is as high as the step that is shown, no higher
            column.addWidget(page, 1)
        self.set_body(body)
        self._go(FILE)
        if path is not None:
            self.read(path)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the keyboard on the button that chooses a file."""
        super().open(first or self.file.zone.choose)

    def step(self) -> int:
        """Which step is shown: 0 file, 1 check, 2 result."""
        return self._step

    def busy_now(self) -> bool:
        """Whether something is read or written just now."""
        return self._job is not None

    def reading(self) -> Reading | None:
        """The file that was read."""
        return self._reading

    def choose(self) -> None:
        """Ask for a file."""
        kinds = _("Customers") + f" ({endings()})"
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a file"), str(Path.home()), kinds + ";;" + _("All files") + " (*)"
        )
        if name:
            self.read(Path(name))

    def read(
        self, path: Path, *, encoding: str | None = None, separator: str | None = None
    ) -> None:
        """Read a file in a worker and compare it with the book."""
        if self._job is not None:
            self._job.abandon()
        self._reading = None
        self.file.trouble.hide()
        self.busy.show_share(0.05)
        self.foot.say(_("Reading…"))
        book = self._book

        def work(progress: Progress) -> Reading:
            return read(book, path, progress, encoding=encoding, separator=separator)

        self._job = self._shell.jobs.start(
            work,
            done=self._was_read,
            failed=self._not_read,
            progress=self._say_read,
            owner=self,
        )
        self._follow()

    def bring_in(self) -> None:
        """Write what was checked, in a worker."""
        if self._reading is None or self._job is not None:
            return
        book, plan = self._book, self._reading.plan
        total = len(plan.added) + len(plan.changed)
        self.result.show_progress(0, total)
        self._go(RESULT)

        def work(progress: Progress) -> Change:
            with uncollected():
                return importing.run(book, plan, progress=progress, cancelled=progress.cancelled)

        self._job = self._shell.jobs.start(
            work,
            done=self._brought_in,
            failed=self._not_brought_in,
            progress=lambda done: self.result.show_progress(done, total),
            owner=self,
        )
        self._follow()

    def undo(self) -> None:
        """Take all of it back, in a worker."""
        self.result.show_undoing()
        book = self._book
        self._job = self._shell.jobs.start(
            book.undo,
            done=self._undone,
            failed=self._not_undone,
            owner=self,
        )
        self._follow()

    def save_report(self, path: Path | None = None) -> None:
        """Write refused rows and remarks into a text file, which is asked for unless given."""
        if self._reading is None:
            return
        usual = f"{self._reading.path.stem} {_('report')}.txt"
        chosen = path or ask_file(self, _("Save the report"), usual, _("Text"))
        if chosen is None:
            return
        title = _("{name}: rows that were refused").format(name=self._reading.path.name)
        words = report(self._reading.plan, title, _("Row {line}: {reason}"))
        try:
            write_content(chosen, words.encode())
        except BookError as error:
            self.foot.say(str(error))
            return
        self.foot.say(_("Saved as {name}").format(name=chosen.name))

    def dismiss(self) -> None:
        """Close the sheet; while it writes, stop writing instead."""
        if self._job is not None:
            if self.step() == RESULT:
                self._job.cancel()
                return
            self._job.abandon()
            self._job = None
        super().dismiss()

    def _wanted_height(self, _width: int) -> int:
        return theme.current().px(_HEIGHT)

    def _connect(self) -> None:
        self.file.choose_wanted.connect(self.choose)
        self.file.dropped.connect(self.read)
        self.file.example_wanted.connect(lambda: self.read(example()))
        self.file.reread.connect(self._reread)
        self.check.change_wanted.connect(lambda: self._go(FILE))
        self.foot.back.clicked.connect(lambda: self._go(FILE))
        self.foot.stop.clicked.connect(self.dismiss)
        self.foot.report.clicked.connect(lambda _on: self.save_report())
        self.foot.undo.clicked.connect(self.undo)
        self.foot.next.clicked.connect(self._go_on)
        self.foot.close.clicked.connect(self.dismiss)
        self.result.newest_wanted.connect(self._show_newest)

    def _show_newest(self) -> None:
        """Leave for the list of customers, which is asked for by `newest_wanted`."""
        self.dismiss()
        self.newest_wanted.emit()

    def _go(self, step: int) -> None:
        self._step = step
        for place, page in enumerate(self._pages):
            page.setVisible(place == step)
        self.steps.go(step)
        self.foot.say_safe(self.step())
        self._follow()

    def _go_on(self) -> None:
        if self.step() == FILE:
            self._go(CHECK)
            self.foot.next.setFocus()
        else:
            self.bring_in()

    def _follow(self) -> None:
        """Show the buttons of the step, and what they do just now."""
        plan = self._reading.plan if self._reading else None
        self.foot.follow(self.step(), plan, busy=self._job is not None, written=self._written)

    def _reread(self) -> None:
        if self._reading is None:
            return
        separator = str(self.file.separator.value()) if self._reading.file.separator else None
        encoding = str(self.file.encoding.value())
        self.read(self._reading.path, encoding=encoding, separator=separator)

    def _say_read(self, count: int) -> None:
        self.foot.say(_("{n} rows read").format(n=counted(count, self._language)))
        self.busy.show_share(min(0.95, 0.05 + count / (count + 20000)))

    def _was_read(self, reading: Reading) -> None:
        self._job, self._reading = None, reading
        self.busy.show_share(1.0)
        self.file.show_reading(reading)
        self.check.show_reading(reading)
        self.foot.say_safe(self.step())
        self._follow()
        self.foot.next.setFocus()

    def _not_read(self, error: Exception) -> None:
        self._job = None
        self.busy.show_share(1.0)
        self.file.forget()
        self.foot.say_safe(self.step())
        if isinstance(error, BookError):
            self.file.show_trouble(str(error))
        self._follow()

    def _brought_in(self, change: Change) -> None:
        self._job, self._written = None, True
        assert self._reading is not None
        self._shell.session.do(lambda: change)
        self.result.show_done(self._reading)
        self._follow()
        self.foot.close.setFocus()

    def _not_brought_in(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, CancelledError):
            self.result.show_stopped(_("You stopped it. The book is as it was before."))
        elif isinstance(error, importing.PartlyWrittenError):
            self._written = True
            self._shell.session.do(lambda: error.change)
            self.result.show_stopped(str(error), partly=True)
        elif isinstance(error, BookError):
            self.result.show_stopped(str(error))
        self._follow()
        self.foot.close.setFocus()

    def _undone(self, change: Change) -> None:
        self._job, self._written = None, False
        self._shell.session.do(lambda: change)
        self.result.show_undone()
        self.foot.say("")
        self._follow()
        self.foot.close.setFocus()

    def _not_undone(self, error: Exception) -> None:
        self._job = None
        assert self._reading is not None
        self.result.show_done(self._reading)
        if isinstance(error, BookError):
            self.result.warn(str(error))
        self._follow()
        self.foot.close.setFocus()
