"""The program from start to end: open, lock, come back, leave; with plain pages."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import open_book
from customerbook.gui.at_book import AtBook
from customerbook.gui.crash_sheet import CrashSheet
from customerbook.gui.device import Device
from customerbook.gui.instance import ask_to_show
from customerbook.gui.interactions.log_form import LogForm
from customerbook.gui.program import Program
from customerbook.gui.signin.first_run import FirstRunPage
from customerbook.gui.signin.sample_book import SampleBook, sweep_samples
from customerbook.gui.signin.sign_in import SignInPage
from customerbook.gui.widgets.paragraph import lay_out
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from customerbook.model.errors import BookInUseError
from customerbook.model.followup import FollowUp
from customerbook.store.folder import find_folder, hold_folder
from tests.books import CHEAP, PASSPHRASE, new_book, promised, someone
from tests.guards.clock import StoppedClock
from tests.gui.counter import press, type_words
from tests.gui.plain_page import PlainPage

TODAY = date(2026, 11, 21)


class Notes(QObject):
    """A desktop that notes what it is asked to show."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []
        self.down = 0

    def notify(self, title: str, text: str) -> None:
        self.shown.append((title, text))

    def take_down(self) -> None:
        self.down += 1


class Start:
    """A program under test: started, signed in to, ended."""

    def __init__(self, qtbot: QtBot, device: Device) -> None:
        self.qtbot = qtbot
        self.notes = Notes()
        self.program = Program(device, self.notes, cost=CHEAP)
        qtbot.addWidget(self.program.frame)

    def on(self, folder: Path | None) -> "Start":
        assert self.program.start(folder)
        self.program.frame.activateWindow()
        self.qtbot.waitUntil(self.program.frame.isActiveWindow)
        return self

    def signed_in(self, folder: Path | None = None) -> "Start":
        if folder is not None:
            self.on(folder)
        assert isinstance(self.program.frame.content(), SignInPage)
        type_words(PASSPHRASE)
        press("Return")
        self.qtbot.waitUntil(lambda: self.program.at_book is not None, timeout=20_000)
        return self

    @property
    def at_book(self) -> AtBook:
        assert self.program.at_book is not None
        return self.program.at_book

    @property
    def window(self) -> Window:
        return self.at_book.window

    @property
    def page(self) -> PlainPage:
        return cast("PlainPage", self.window.stage.page())

    def end(self) -> None:
        self.program.frame.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def start(
    qtbot: QtBot, device: Device, look: None, plain_pages: None, clock: StoppedClock
) -> Iterator[Start]:
    made = Start(qtbot, device)
    yield made
    made.end()


@pytest.fixture
def closed(tmp_path: Path, clock: StoppedClock) -> Path:
    """A book with one customer, that is closed."""
    book = new_book(tmp_path)
    book.customers.add(someone("Oliver Müller", "+49 171 3920014"))
    book.close()
    return book.folder


def test_the_first_start_shows_the_ways_to_begin(start: Start) -> None:
    start.on(None)
    assert isinstance(start.program.frame.content(), FirstRunPage)
    assert start.program.frame.windowTitle() == "Customer Book"


def test_signing_in_shows_today(start: Start, closed: Path, device: Device) -> None:
    start.signed_in(closed)
    assert start.window.stage.page_id() == "today"
    assert start.program.frame.windowTitle() == "Radwerk Linden – Customer Book"
    assert device.books == (closed,)
    assert device.shop_of(closed) == "Radwerk Linden"


def test_ending_closes_the_book_in_order(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    start.end()
    assert start.notes.down == 1
    book = open_book(closed, passphrase=PASSPHRASE)
    assert not book.db.unclean
    book.close()


def test_a_lock_closes_the_book_and_keeps_others_out(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    book = start.at_book.book
    press("Ctrl+L")
    assert isinstance(start.program.frame.content(), SignInPage)
    assert QApplication.focusWidget() is start.program.frame.content().field  # type: ignore[union-attr]
    with pytest.raises(Exception, match="closed"):
        book.shop()
    with pytest.raises(BookInUseError):
        hold_folder(find_folder(closed))


def test_after_a_lock_nothing_that_was_painted_is_kept(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    painted = lay_out("Oliver Müller", "name", 200)
    assert lay_out("Oliver Müller", "name", 200) is painted
    start.program.lock()
    assert lay_out("Oliver Müller", "name", 200) is not painted


def test_after_a_lock_the_window_is_as_it_was(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    press("Ctrl+3")
    start.page.place = 5
    start.window.search("Oliv")
    before = start.window
    press("Ctrl+L")
    start.signed_in()
    assert start.window is not before
    assert start.window.stage.page_id() == "customers"
    assert start.window.search_text() == "Oliv"
    press("Ctrl+3")
    assert start.page.place == 5


def test_a_new_start_begins_with_today(
    start: Start, closed: Path, qtbot: QtBot, device: Device
) -> None:
    start.signed_in(closed)
    press("Ctrl+3")
    start.end()
    again = Start(qtbot, device)
    again.signed_in(closed)
    assert again.window.stage.page_id() == "today"
    again.end()


def test_nobody_there_for_the_shops_minutes_locks(
    start: Start, closed: Path, clock: StoppedClock
) -> None:
    start.signed_in(closed)
    assert start.at_book.book.shop().lock_minutes == 10
    clock.move(timedelta(minutes=1))
    start.at_book.idle.look()
    for _minute in range(9):
        clock.move(timedelta(minutes=1))
        if start.program.at_book is not None:
            start.at_book.idle.look()
    assert isinstance(start.program.frame.content(), SignInPage)


def test_work_under_way_is_not_cut_off_by_an_idle_lock(
    start: Start, closed: Path, qtbot: QtBot
) -> None:
    start.signed_in(closed)
    qtbot.waitUntil(lambda: not start.window.jobs.busy())
    gone = [False]

    def work(progress: Callable[[int], None]) -> None:
        while not gone[0]:
            progress(1)

    start.window.jobs.start(work, done=lambda _nothing: None)
    start.at_book.idle.passed.emit()
    assert start.program.at_book is not None
    gone[0] = True
    qtbot.waitUntil(lambda: not start.window.jobs.busy())
    start.at_book.idle.passed.emit()
    assert start.program.at_book is None


def test_a_form_that_was_open_is_offered_again(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    press("F2")
    type_words("Oliver")
    press("Ctrl+L")
    start.signed_in()
    assert "logging a contact" in start.window.notices.matters()["draft"]
    notices = start.window.notices
    start.window.log(Channel.VISIT)
    (form,) = start.window.sheets
    assert isinstance(form, LogForm)
    assert "draft" not in notices.matters()
    assert form.fields.who.field.field.text() == "Oliver"


def test_a_reminder_comes_to_the_desktop_and_the_window(
    start: Start, closed: Path, clock: StoppedClock
) -> None:
    start.signed_in(closed)
    book = start.at_book.book
    start.window.session.do(
        book.followups.add,
        FollowUp(
            title="Wheel is ready", customer_id=1, due_day=TODAY, due_time=time(11), promise=True
        ),
    )
    clock.move(timedelta(hours=1))
    start.at_book.reminders.look()
    assert start.notes.shown == [("Oliver Müller", "11:00: Wheel is ready")]
    told = start.window.notices.matters()["reminders"]
    assert told == "Promised: Oliver Müller, 11:00: Wheel is ready"
    press("Ctrl+2")
    start.notes.pressed.emit()
    assert start.window.stage.page_id() == "today"


def test_missed_reminders_come_once_together(start: Start, tmp_path: Path) -> None:
    book = new_book(tmp_path)
    promised(book, "one", TODAY, time(9))
    promised(book, "two", TODAY - timedelta(days=1))
    book.close()
    start.signed_in(book.folder)
    assert start.window.notices.matters()["reminders"] == (
        "2 reminders came while the book was closed: two, one"
    )
    assert start.notes.shown == []
    press("Ctrl+L")
    start.signed_in()
    assert start.window.notices.matters() == {}


def test_a_locked_window_tells_only_how_many(
    start: Start, tmp_path: Path, clock: StoppedClock
) -> None:
    book = new_book(tmp_path)
    book.customers.add(someone("Oliver Müller"))
    promised(book, "Wheel is ready", TODAY, time(11), customer_id=1)
    book.close()
    start.signed_in(book.folder)
    press("Ctrl+L")
    clock.move(timedelta(hours=1))
    assert start.program._locked is not None
    start.program._locked.look()
    assert start.notes.shown == [("Customer Book", "1 reminder is waiting. Sign in to see it.")]
    page = start.program.frame.content()
    assert isinstance(page, SignInPage)
    assert page.notice.text() == "1 reminder is waiting. Sign in to see it."
    start.signed_in()
    assert "Oliver Müller" in start.window.notices.matters()["reminders"]


def test_a_second_start_brings_the_first_window_forward(
    start: Start, closed: Path, qtbot: QtBot, device: Device
) -> None:
    start.signed_in(closed)
    answers: list[bool] = []
    start.window.jobs.start(lambda _progress: ask_to_show(closed), done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    assert answers == [True]


def test_another_book_leads_to_the_ways_to_begin(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    start.window.another_wanted.emit()
    page = start.program.frame.content()
    assert isinstance(page, FirstRunPage)
    hold_folder(find_folder(closed)).release()
    page.open.setChecked(True)
    assert page.known.chosen() == closed


def test_a_bug_is_shown_in_the_window(start: Start, closed: Path, qtbot: QtBot) -> None:
    start.signed_in(closed)
    start.program.show_crash("ValueError in one.py:1 a")
    sheets = start.window.findChildren(CrashSheet)
    assert len(sheets) == 1
    start.program.show_crash("ValueError in two.py:1 a")
    assert start.window.findChildren(CrashSheet) == sheets


def test_a_quiet_minute_is_used_to_look_over_the_file(
    start: Start, closed: Path, clock: StoppedClock, qtbot: QtBot
) -> None:
    start.signed_in(closed)
    qtbot.waitUntil(lambda: not start.window.jobs.busy())
    clock.move(timedelta(seconds=61))
    with qtbot.waitSignal(start.at_book.checked, timeout=20_000):
        start.at_book.idle.look()
    assert start.window.notices.matters() == {}


def test_a_book_that_can_only_be_read_says_so(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    start.at_book.book.db.why_read_only = "The disk is write-protected."
    start.at_book._tell_read_only()
    start.at_book.book.db.why_read_only = ""
    assert start.window.notices.matters()["read-only"] == (
        "This book can only be read here. The disk is write-protected."
    )


def test_looking_around_keeps_nothing(start: Start, qtbot: QtBot, home: Path) -> None:
    start.on(None)
    page = start.program.frame.content()
    assert isinstance(page, FirstRunPage)
    page.sample.setChecked(True)
    page.go_on()
    assert not page.button.isEnabled()
    qtbot.waitUntil(lambda: start.program.at_book is not None, timeout=60_000)
    book = start.at_book.book
    assert book.customers.count() > 100
    press("Ctrl+L")
    locked = start.program.frame.content()
    assert isinstance(locked, SignInPage)
    assert locked.field.text()
    press("Return")
    qtbot.waitUntil(lambda: start.program.at_book is not None, timeout=20_000)
    start.end()
    assert not list(home.rglob("*.customerbook"))
    assert start.program.device.books == ()


def test_a_sample_that_was_left_behind_is_swept(home: Path, tmp_path: Path) -> None:
    left, used = SampleBook(), SampleBook()
    for sample in (left, used):
        shutil.copytree(new_book_folder(tmp_path), sample._folder / "s.customerbook")
    with hold_folder(find_folder(used._folder / "s.customerbook")):
        sweep_samples()
    assert not left._folder.exists()
    assert used._folder.exists()
    sweep_samples()
    assert not used._folder.exists()


def new_book_folder(folder: Path) -> Path:
    """The folder of a closed book, made at the first call."""
    found = folder / "shop.customerbook"
    if not found.exists():
        new_book(folder).close()
    return found


def test_a_locked_book_that_is_gone_leads_to_the_ways_to_begin(start: Start, closed: Path) -> None:
    start.signed_in(closed)
    for name in ("keys.json", "keys.json.bak"):
        (closed / name).unlink()
    start.at_book.book.db.why_read_only = "The stick was pulled out."
    start.program.lock()
    page = start.program.frame.content()
    assert isinstance(page, FirstRunPage)
    assert page._error.accessibleName()
