"""The program from start to end: which book, who is at it, open or locked."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.device import Device
from customerbook.gui.frame import Frame
from customerbook.gui.instance import ShowRequests
from customerbook.gui.notify import Notifier
from customerbook.gui.signin.entry import Entry
from customerbook.model.texts import _, use_language
from customerbook.store.passphrase import Cost

if TYPE_CHECKING:
    from customerbook.book.book import Book
    from customerbook.gui.at_book import AtBook
    from customerbook.gui.reminders import LockedReminders

log = logging.getLogger(__name__)


class Program(QObject):
    """Moves between entrance, open book and lock; `ended` fires when the window was closed."""

    ended = Signal()

    def __init__(
        self,
        device: Device,
        notifier: Notifier,
        *,
        passphrase: str = "",
        cost: Cost | None = None,
    ) -> None:
        super().__init__()
        self.device, self.notifier = device, notifier
        self.frame = Frame(device)
        self.entry = Entry(device, passphrase=passphrase, cost=cost, parent=self)
        self.at_book: AtBook | None = None
        self._requests: ShowRequests | None = None
        self._locked: LockedReminders | None = None
        self.entry.page_wanted.connect(self._show_page)
        self.entry.opened.connect(self._open)
        self.frame.closing.connect(self.end)
        notifier.pressed.connect(self._come_forward)

    def start(self, path: Path | None = None) -> bool:
        """Show the first page; False if another window has the book and came forward."""
        if not self.entry.begin(path):
            return False
        self.frame.show()
        return True

    def lock(self, person: str = "") -> None:
        """Close the book and show sign-in, to `person` if that is known; drafts are kept."""
        if self.at_book is None:
            return
        if _close_dialogs():
            # A dialog runs the events of its own: what it was opened from must outlive it.
            QTimer.singleShot(0, self, lambda: self.lock(person))
            return
        at_book, self.at_book = self.at_book, None
        moments = at_book.moments_ahead()
        hold = at_book.leave(keep_hold=True)
        self.entry.come_back(hold, "" if person else _("The window is locked."), person)
        from customerbook.gui.reminders import LockedReminders  # noqa: PLC0415 - see `_open`

        self._locked = LockedReminders(moments, self)
        self._locked.counted.connect(self._tell_locked)

    def leave_book(self) -> None:
        """Close the book and show the ways to begin."""
        if self.at_book is not None and not _close_dialogs():
            at_book, self.at_book = self.at_book, None
            at_book.leave()
            self.frame.name_after("")
            self.entry.show_first_run()

    def end(self) -> None:
        """Close everything in order; the window has been closed or is about to be."""
        if self.at_book is not None:
            at_book, self.at_book = self.at_book, None
            at_book.leave()
        self._forget_lock()
        self.entry.stop()
        self.notifier.take_down()
        self.ended.emit()

    def show_crash(self, places: str) -> None:
        """Say in the window that the program has a bug."""
        from customerbook.gui.crash_sheet import CrashSheet  # noqa: PLC0415 - never, one hopes

        content = self.frame.content()
        if content is None or content.findChild(CrashSheet) is not None:
            return
        sheet = CrashSheet(content, places)
        sheet.quit_wanted.connect(self.frame.close)
        sheet.open(sheet.first)

    def _open(self, book: "Book") -> None:
        shop = book.shop()
        speak(shop.language, shop.country)
        self.frame.name_after(shop.name)
        if not self.entry.is_sample():
            self.device.remember_book(book.folder, shop.name)
        self._forget_lock()
        self._requests = ShowRequests(book.folder, self)
        self._requests.asked.connect(self.frame.come_forward)
        from customerbook.gui.at_book import AtBook  # noqa: PLC0415 - not for the first page

        at_book = self.at_book = AtBook(book, self.device, self.notifier, self.frame)
        at_book.lock_wanted.connect(self.lock)
        at_book.window.lock_wanted.connect(self.lock)
        at_book.window.switch_wanted.connect(self.lock)
        at_book.window.another_wanted.connect(self.leave_book)
        at_book.window.quit_wanted.connect(self.frame.close)
        self.frame.show_content(at_book.window)
        at_book.start()
        log.info("opened")

    def _show_page(self, page: QWidget) -> None:
        self.frame.show_content(page)

    def _tell_locked(self, count: int) -> None:
        from customerbook.gui.reminder_words import locked_words  # noqa: PLC0415 - see `_open`

        self.notifier.notify(_("Customer Book"), locked_words(count))
        page = self.frame.content()
        say = getattr(page, "say", None)
        if say is not None:
            say(locked_words(count))

    def _come_forward(self) -> None:
        self.frame.come_forward()
        if self.at_book is not None:
            self.at_book.show_due()

    def _forget_lock(self) -> None:
        if self._locked is not None:
            self._locked.stop()
            self._locked = None
        if self._requests is not None:
            self._requests.stop()
            self._requests.deleteLater()
            self._requests = None


def speak(language: str, country: str) -> None:
    """Use a language for texts, and a country's ways for what Qt writes itself."""
    use_language(language)
    locale = QLocale(f"{language.split('-', maxsplit=1)[0]}_{country}")
    QLocale.setDefault(locale)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setLayoutDirection(QLocale(language).textDirection())


def _close_dialogs() -> bool:
    """Close menus and dialogs of the system that are open; whether there was a dialog."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    return dialog is not None
