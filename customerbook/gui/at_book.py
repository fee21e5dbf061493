"""While a person is at an open book: window, reminders, idle lock, and leaving in order."""

import logging
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.book.book import Book
from customerbook.gui.device import Device
from customerbook.gui.frame import Frame
from customerbook.gui.idle import Idle
from customerbook.gui.jobs import Progress
from customerbook.gui.notify import Notifier
from customerbook.gui.reminder_words import came_words, missed_words, reminder_text, reminder_title
from customerbook.gui.reminders import Reminders, moments_ahead
from customerbook.gui.search_ready import SearchReady
from customerbook.gui.tidying import Tidying
from customerbook.gui.unfinished import unfinished
from customerbook.gui.widgets.paragraph import forget_texts
from customerbook.gui.window import Window
from customerbook.model.change import Change
from customerbook.model.errors import BookError
from customerbook.model.followup import FollowUpLine
from customerbook.model.texts import _
from customerbook.store.folder import Hold

log = logging.getLogger(__name__)

_PLACE = "window"
"""Under this name the book keeps where the window stood when it was locked."""


class AtBook(QObject):
    """From one sign-in to the next lock; `lock_wanted` fires when nobody was there for long."""

    lock_wanted = Signal()
    checked = Signal()
    """The file was looked over and is sound."""

    def __init__(self, book: Book, device: Device, notifier: Notifier, frame: Frame) -> None:
        super().__init__(frame)
        assert book.person is not None
        self.book, self.person = book, book.person
        self._notifier, self._frame = notifier, frame
        self.window = Window(book, device)
        self.idle = Idle(book.shop().lock_minutes, self)
        self.reminders = Reminders(self.window.session, self.person, self)
        self.tidying = Tidying(self.window.session, self.window.jobs, self)
        session, jobs = self.window.session, self.window.jobs
        self.search_ready = SearchReady(session, jobs, self.window.top, self)
        self.idle.passed.connect(self._idle_passed)
        self.idle.rested.connect(self._check)
        self.reminders.came.connect(self._tell_came)
        self.reminders.missed.connect(self._tell_missed)
        self.window.session.changed.connect(self._follow)

    def start(self) -> None:
        """Show what was there before the lock, and what came meanwhile."""
        state = self.book.drafts.get(_PLACE)
        self.book.drafts.drop(_PLACE)
        self.window.start(state)
        self._frame.winId()  # makes the window of the desktop if there is none yet
        handle = self._frame.windowHandle()
        if handle is not None:
            self.idle.watch(handle)
        self._tell_read_only()
        self._tell_unfinished()
        self.reminders.look()

    def moments_ahead(self) -> list[datetime]:
        """When reminders come while the book is locked."""
        try:
            return moments_ahead(self.window.session, self.person)
        except BookError:
            return []

    def show_due(self) -> None:
        """Show what one was reminded of."""
        self.window.go("today")

    def leave(self, *, keep_hold: bool = False) -> Hold:
        """Keep drafts, stop what is under way, close the book; gives the hold, if it is kept."""
        window, hold = self.window, self.book.db.hold
        for part in (self.idle, self.reminders, self.tidying, window.counts):
            part.stop()
        try:
            window.keep_drafts()
            if keep_hold:  # a lock: the page comes back; the next day begins with Today
                self.book.drafts.keep(_PLACE, window.state())
        except BookError:
            log.warning("drafts could not be kept")  # the disk fails: it was said already
        for timer in window.findChildren(QTimer):  # what waits to look into the book
            timer.stop()
        if not window.jobs.stop_all():
            log.info("work was still under way")
        try:
            self.book.close(keep_hold=keep_hold)
        except BookError:
            log.warning("the book could not be closed in order")
            self.book.db.close(keep_hold=keep_hold)
        forget_texts()  # names and notes that were painted
        self.deleteLater()
        return hold

    def _idle_passed(self) -> None:
        if not self.window.jobs.busy():  # an import is not cut off because nobody watches it
            self.lock_wanted.emit()

    def _check(self) -> None:
        """Look over the file while nobody is there; at the start it would be in the way."""

        def work(_progress: Progress) -> None:
            # Not whole: that is in one piece, and whoever comes back would have to wait for it.
            self.book.db.check(whole=False)

        self.window.jobs.start(
            work, done=lambda _nothing: self.checked.emit(), failed=self._tell_damage, quiet=True
        )

    def _follow(self, change: Change) -> None:
        if change.touches("shop"):
            self.idle.minutes = self.book.shop().lock_minutes

    def _tell_read_only(self) -> None:
        if self.book.read_only:
            text = _("This book can only be read here.") + " " + self.book.db.why_read_only
            self.window.notices.tell("read-only", text, "amber", icon="lock")

    def _tell_unfinished(self) -> None:
        draft = unfinished(self.window)
        if draft is not None:
            self.window.notices.tell(
                "draft",
                _("You were logging a contact. What you typed is kept."),
                "blue",
                icon="pen-line",
                action=_("Continue"),
                then=lambda: draft.go_on(self.window),
            )

    def _tell_came(self, lines: list[FollowUpLine]) -> None:
        text, strong = came_words(lines)
        self._tell_banner(text, strong)
        self._notifier.notify(reminder_title(lines), reminder_text(lines))

    def _tell_missed(self, lines: list[FollowUpLine]) -> None:
        text, strong = missed_words(lines)
        self._tell_banner(text, strong)

    def _tell_banner(self, text: str, strong: str) -> None:
        self.window.notices.tell(
            "reminders",
            text,
            "amber",
            icon="bell",
            strong=strong,
            action=_("Show"),
            then=self.show_due,
        )

    def _tell_damage(self, error: Exception) -> None:
        if isinstance(error, BookError):
            self.window.notices.tell("damage", str(error), "red", icon="circle-alert")
