"""The way into a book: which page comes before which, until a book is open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.gui.device import Device
from customerbook.gui.instance import ask_to_show
from customerbook.gui.jobs import Jobs
from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.signin.sign_in import SignInPage
from customerbook.gui.signin.unlocking import (
    fresh_code,
    needs_code,
    remember_unwritten,
    remember_written,
    warm_up,
)
from customerbook.gui.warming import TODAY, Warming
from customerbook.model.errors import BookError, BookInUseError
from customerbook.model.texts import _
from customerbook.store.folder import SUFFIX, Hold, find_folder, hold_folder, read_key_file
from customerbook.store.passphrase import Cost

if TYPE_CHECKING:
    from customerbook.book.book import Book
    from customerbook.gui.signin.first_run import FirstRunPage
    from customerbook.gui.signin.sample_book import SampleBook

_FIRST_PAINT_MS = 250
_BETWEEN_MS = 10


class Entry(QObject):
    """Shows pages through `page_wanted`, until `opened` carries a Book with a person at it."""

    page_wanted = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        device: Device,
        *,
        passphrase: str = "",
        cost: Cost | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self._device, self._passphrase, self._cost = device, passphrase, cost
        self._hold: Hold | None = None
        self._sample: SampleBook | None = None
        self._first: FirstRunPage | None = None
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.setInterval(_FIRST_PAINT_MS)
        self._warming.timeout.connect(self._warm_up)
        self._made: Book | None = None
        """A book that is open while its recovery code is shown."""

    def begin(self, path: Path | None = None) -> bool:
        """Show the page to begin with; False if another window has the book and came forward.

        `path` is the book that is wanted; none means the one that was open last, if any.
        """
        self._warming.start()
        last = next(iter(self._device.books), None)
        wanted = path or (last if last is not None and last.is_dir() else None)
        if wanted is None:
            self.show_first_run()
            return True
        try:
            self.show_sign_in(wanted)
        except BookInUseError as error:
            if ask_to_show(find_folder(wanted).path):
                return False
            self.show_first_run(str(error))
        except BookError as error:
            self.show_first_run(str(error))
        return True

    def show_first_run(self, notice: str = "") -> None:
        """Show the three ways to begin."""
        from customerbook.gui.signin.first_run import FirstRunPage  # noqa: PLC0415 - seldom wanted

        self.release()
        books = {book: self._shop(book) for book in self._device.books if book.is_dir()}
        page = FirstRunPage(self.jobs, books, cost=self._cost)
        page.made.connect(self._show_code)
        page.chosen.connect(self._open_chosen)
        page.sample_wanted.connect(self._make_sample)
        self._show(page)
        self._first = page
        page.say(notice)

    def show_sign_in(
        self, path: Path, *, hold: Hold | None = None, notice: str = "", person: str = ""
    ) -> None:
        """Show who can sign in; `hold` is the lock on the book if it is only locked.

        `person` is who wants to.

        Raises:
            BookError: it is no book, is open elsewhere, or its key file cannot be read.
        """
        if hold is None:
            self.release()
            hold = hold_folder(find_folder(path))
        self._hold = hold
        try:
            key_file = read_key_file(hold.folder)
        except BookError:
            self.release()
            raise
        page = SignInPage(hold, key_file, self._shop(hold.folder.path), self.jobs)
        page.opened.connect(self._take)
        page.forgotten.connect(self._show_forgotten)
        page.another_wanted.connect(self.show_first_run)
        self._show(page)
        page.choose(person)
        page.say(notice)
        if self._sample is not None:
            page.say(notice or _("This is the sample book. Its passphrase is filled in."))
            page.fill_in(self._sample.passphrase)
        elif self._passphrase:
            given, self._passphrase = self._passphrase, ""  # once: a lock is a lock
            page.fill_in(given, open_now=True)

    def come_back(self, hold: Hold, notice: str = "", person: str = "") -> None:
        """Show sign-in for a book that is only locked; if it is gone, the ways to begin."""
        try:
            self.show_sign_in(hold.folder.path, hold=hold, notice=notice, person=person)
        except BookError as error:
            self.show_first_run(str(error))

    def is_sample(self) -> bool:
        """Whether the book is the one to look around in."""
        return self._sample is not None

    def release(self) -> None:
        """Let others open the book, and take a sample book away."""
        if self._made is not None:
            self._made.close()
            self._made = None
        if self._hold is not None:
            self._hold.release()
            self._hold = None
        if self._sample is not None:
            self._sample.remove()
            self._sample = None

    def stop(self) -> None:
        """Let go of everything, at the end of the program."""
        self._warming.stop()
        self.jobs.stop_all()
        self.release()

    def _warm_up(self) -> None:
        def loaded(_nothing: None) -> None:
            Warming(TODAY, self, _BETWEEN_MS)

        self.jobs.start(warm_up, done=loaded, quiet=True)

    def _show(self, page: Entrance) -> None:
        self._first = None
        self.page_wanted.emit(page)
        page.focus_first()

    def _take(self, book: "Book") -> None:
        """Hand a book on, unless its recovery code was never written down."""
        if needs_code(book) and not book.read_only:
            self._made = book
            self.jobs.start(
                lambda _progress: fresh_code(book),
                done=lambda code: self._show_code(book, code),
                failed=lambda _error: self._give(book),
            )
        else:
            self._give(book)

    def _give(self, book: "Book") -> None:
        self._made = None
        self._hold = None  # whoever has the book releases it now
        self.opened.emit(book)

    def _show_code(self, book: "Book", code: str) -> None:
        from customerbook.gui.signin.recovery_code import RecoveryCodePage  # noqa: PLC0415

        self._made = book
        remember_unwritten(book)
        page = RecoveryCodePage(code, book.shop().name)
        page.written.connect(lambda: self._written(book))
        self._show(page)

    def _written(self, book: "Book") -> None:
        remember_written(book)
        self._give(book)

    def _show_forgotten(self) -> None:
        from customerbook.gui.signin.forgotten import ForgottenPage  # noqa: PLC0415

        hold = self._hold
        assert hold is not None
        page = ForgottenPage(hold, self._shop(hold.folder.path), self.jobs, cost=self._cost)
        page.opened.connect(self._take)
        page.left.connect(lambda: self.come_back(hold))
        self._show(page)

    def _shop(self, folder: Path) -> str:
        """What stands on the cover: the shop's name lies in the book, which is closed."""
        return self._device.shop_of(folder) or folder.name.removesuffix(SUFFIX)

    def _open_chosen(self, path: Path) -> None:
        page = self._first
        try:
            self.show_sign_in(path)
        except BookError as error:
            if isinstance(error, BookInUseError):
                folder = find_folder(path).path
                self.jobs.start(
                    lambda _progress: ask_to_show(folder, 1.0), done=lambda _asked: None
                )
            if page is not None:
                page.say(str(error))

    def _make_sample(self) -> None:
        from customerbook.gui.signin.sample_book import SampleBook  # noqa: PLC0415 - once

        page = self._first
        sample = SampleBook()

        def done(book: "Book") -> None:
            self._sample = sample
            self._give(book)

        def failed(error: Exception) -> None:
            sample.remove()
            if page is not None:
                page.be_busy("")
                page.say(str(error) if isinstance(error, BookError) else "")

        self.jobs.start(sample.make, done=done, failed=failed)
