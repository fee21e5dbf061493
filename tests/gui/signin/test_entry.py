"""The way into a book: first run, sign-in, a lost passphrase, and what goes wrong on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book, create_book, open_book
from customerbook.gui.device import Device
from customerbook.gui.signin.entry import Entry
from customerbook.gui.signin.first_run import FirstRunPage
from customerbook.gui.signin.forgotten import ForgottenPage
from customerbook.gui.signin.recovery_code import RecoveryCodePage
from customerbook.gui.signin.sign_in import SignInPage
from customerbook.model.errors import BookInUseError, WrongKeyError
from customerbook.store.folder import find_folder, hold_folder
from tests.books import CHEAP, PASSPHRASE, SHOP, new_book
from tests.gui.counter import press, type_words

NEW = "brass lantern under nine bridges"
P = TypeVar("P", bound=QWidget)


class Way:
    """An entry with the page that it shows and the book that it opened."""

    def __init__(self, qtbot: QtBot, device: Device, passphrase: str = "") -> None:
        self.qtbot = qtbot
        self.entry = Entry(device, passphrase=passphrase, cost=CHEAP)
        self.page: QWidget = QWidget()
        self.books: list[Book] = []
        self.entry.page_wanted.connect(self._show)
        self.entry.opened.connect(self.books.append)

    def _show(self, page: QWidget) -> None:
        self.qtbot.addWidget(page)
        self.page.hide()
        self.page = page
        page.resize(1280, 800)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)

    def on(self, kind: type[P]) -> P:
        """Wait until this kind of page is shown."""
        self.qtbot.waitUntil(lambda: isinstance(self.page, kind), timeout=20_000)
        return cast("P", self.page)

    def book(self) -> Book:
        """Wait until a book is open."""
        self.qtbot.waitUntil(lambda: bool(self.books), timeout=20_000)
        return self.books[0]


Ways = Callable[..., Way]


@pytest.fixture
def way(qtbot: QtBot, device: Device, look: None) -> Iterator[Ways]:
    made: list[Way] = []

    def make(passphrase: str = "") -> Way:
        made.append(Way(qtbot, device, passphrase))
        return made[-1]

    yield make
    for one in made:
        one.entry.stop()
        for book in one.books:
            book.close()


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A book that is closed."""
    book = new_book(tmp_path)
    book.close()
    return book.folder


def code_of(page: RecoveryCodePage) -> list[str]:
    return list(page._groups)


def answer(page: RecoveryCodePage) -> None:
    """Say that the code is written down, and give two groups back."""
    groups = code_of(page)
    page.ask()
    for place in page.asked():
        page.answer(place, groups[place].lower())
    page.check()


def fill(page: FirstRunPage) -> None:
    """Fill the form of a new book by keys alone."""
    type_words("Radwerk Linden")
    press("Return")
    type_words("Martha Lindner")
    press("Return")
    type_words(PASSPHRASE)
    press("Return")
    type_words(PASSPHRASE)


def test_a_book_is_made_by_keys_alone(way: Ways, home: Path) -> None:
    (home / "Documents").mkdir()
    one = way()
    assert one.entry.begin()
    first = one.on(FirstRunPage)
    fill(first)
    press("Return")
    page = one.on(RecoveryCodePage)
    assert len(code_of(page)) == 7
    press("Return")
    assert len(page.asked()) == 2
    groups = code_of(page)
    for place in page.asked():
        type_words(groups[place])
        press("Return")
    book = one.book()
    assert book.shop().name == "Radwerk Linden"
    assert book.person is not None
    assert book.person.name == "Martha Lindner"
    assert book.folder.parent in (home, home / "Documents")


def test_the_code_that_was_shown_opens_the_book(way: Ways, home: Path) -> None:
    one = way()
    one.entry.begin()
    fill(one.on(FirstRunPage))
    press("Return")
    page = one.on(RecoveryCodePage)
    code = "-".join(code_of(page))
    answer(page)
    folder = one.book().folder
    one.book().close()
    one.books.clear()
    open_book(folder, recovery_code=code).close()


def test_a_wrong_group_is_named(way: Ways, qtbot: QtBot, look: None) -> None:
    page = RecoveryCodePage("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GG01", "Shop")
    qtbot.addWidget(page)
    page.ask()
    first, second = page.asked()
    page.answer(first, "zzzz")
    page.answer(second, code_of(page)[second].replace("0", "O").replace("1", "l"))
    with qtbot.assertNotEmitted(page.written):
        page.check()
    assert page._error.text() == (
        f"Group {first + 1} is not as it was shown. Compare it with your paper."
    )
    page.show_code()
    assert page.asked() == []


def test_what_is_missing_is_said_at_its_field(way: Ways) -> None:
    one = way()
    one.entry.begin()
    page = one.on(FirstRunPage)
    page.go_on()
    assert page.form.shop.error()
    type_words("Radwerk")
    assert not page.form.shop.error()
    page.form.owner.setText("Martha")
    page.go_on()
    assert page.form.new.first.error()
    page.form.new.first.setText(PASSPHRASE)
    page.form.new.again.setText("something else")
    page.go_on()
    assert page.form.new.again.error()


def test_a_weak_passphrase_is_refused_and_nothing_is_made(
    way: Ways, qtbot: QtBot, home: Path
) -> None:
    one = way()
    one.entry.begin()
    page = one.on(FirstRunPage)
    page.form.shop.setText("Radwerk")
    page.form.owner.setText("Martha")
    for field in (page.form.new.first, page.form.new.again):
        field.setText("radwerk1")
    page.go_on()
    qtbot.waitUntil(lambda: bool(page.form.new.first.error()), timeout=20_000)
    assert page.form.new.first.text() == "radwerk1"
    assert page.button.isEnabled()
    assert not list(home.rglob("*.customerbook"))


def test_strength_is_said_while_typing(way: Ways, qtbot: QtBot) -> None:
    one = way()
    one.entry.begin()
    page = one.on(FirstRunPage)
    meter = page.form.new._meter
    page.form.new.first.setText("password")
    qtbot.waitUntil(lambda: meter.bars() == 1, timeout=20_000)
    page.form.new.first.setText(NEW)
    qtbot.waitUntil(lambda: meter.bars() == 5, timeout=20_000)
    page.form.new.first.clear()
    assert meter.bars() == 0


def test_signing_in_by_keys(way: Ways, closed: Path) -> None:
    one = way()
    one.entry.begin(closed)
    one.on(SignInPage)
    type_words(PASSPHRASE)
    press("Return")
    book = one.book()
    assert book.person is not None
    assert book.person.name == "Martha Lindner"


def test_a_wrong_passphrase_is_said_in_the_field(way: Ways, qtbot: QtBot, closed: Path) -> None:
    one = way()
    one.entry.begin(closed)
    page = one.on(SignInPage)
    type_words("wrong")
    press("Return")
    assert not page.open_button.isEnabled()
    qtbot.waitUntil(lambda: bool(page.field.error()), timeout=20_000)
    assert "does not open the book" in page.field.error()
    assert page.field.selectedText()
    type_words("x")
    assert not page.field.error()
    assert one.books == []


def test_caps_lock_is_noticed(way: Ways, qtbot: QtBot, closed: Path) -> None:
    one = way()
    one.entry.begin(closed)
    page = one.on(SignInPage)
    with qtbot.waitSignal(page.field.caps_changed) as told:
        type_words("A")  # a capital without Shift
    assert told.args == [True]


def test_the_environment_gives_the_passphrase_once(way: Ways, closed: Path) -> None:
    one = way(PASSPHRASE)
    one.entry.begin(closed)
    book = one.book()
    book.close()
    one.books.clear()
    one.entry.show_sign_in(closed)
    assert one.on(SignInPage).field.text() == ""


def test_the_last_book_is_opened_again(way: Ways, device: Device, closed: Path) -> None:
    device.remember_book(closed, "Radwerk Linden")
    one = way()
    one.entry.begin()
    assert one.on(SignInPage).cover.accessibleName() == "Radwerk Linden"


def test_a_book_that_is_gone_leads_to_the_first_page(
    way: Ways, device: Device, tmp_path: Path
) -> None:
    device.remember_book(tmp_path / "gone.customerbook", "Gone")
    one = way()
    one.entry.begin()
    one.on(FirstRunPage)


def test_what_is_no_book_is_said(way: Ways, tmp_path: Path) -> None:
    one = way()
    one.entry.begin(tmp_path / "nothing")
    page = one.on(FirstRunPage)
    assert "There is no customer book" in page._error.accessibleName()
    page.open.setChecked(True)
    page.chosen.emit(tmp_path)
    assert one.page is page
    assert "There is no customer book" in page._error.accessibleName()


def test_a_book_in_use_is_said(way: Ways, closed: Path) -> None:
    with hold_folder(find_folder(closed)):
        one = way()
        one.entry.begin(closed)
        page = one.on(FirstRunPage)
        assert "open already" in page._error.accessibleName()


def test_while_the_page_is_shown_nobody_else_opens_the_book(way: Ways, closed: Path) -> None:
    one = way()
    one.entry.begin(closed)
    one.on(SignInPage)
    with pytest.raises(BookInUseError):
        hold_folder(find_folder(closed))
    one.entry.show_first_run()
    hold_folder(find_folder(closed)).release()


def test_known_books_are_offered(way: Ways, device: Device, closed: Path) -> None:
    device.remember_book(closed, "Radwerk Linden")
    one = way()
    one.entry.show_first_run()
    page = one.on(FirstRunPage)
    page.open.setChecked(True)
    assert page.known.chosen() == closed
    page.go_on()
    one.on(SignInPage)


def test_a_lost_passphrase_is_replaced_with_the_code(way: Ways, home: Path, qtbot: QtBot) -> None:
    one = way()
    one.entry.begin()
    fill(one.on(FirstRunPage))
    press("Return")
    page = one.on(RecoveryCodePage)
    code = "-".join(code_of(page))
    answer(page)
    folder = one.book().folder
    one.book().close()
    one.books.clear()

    one.entry.show_sign_in(folder)
    one.on(SignInPage).forgotten.emit()
    lost = one.on(ForgottenPage)
    type_words(code[:-1])
    press("Return")
    qtbot.waitUntil(lambda: bool(lost.code.error()), timeout=20_000)
    assert "characters" in lost.code.error()
    lost.code.setText(code.lower())
    press("Return")
    qtbot.waitUntil(lambda: lost.new is not None, timeout=20_000)
    type_words(NEW)
    press("Return")
    type_words(NEW)
    press("Return")
    one.book().close()
    one.books.clear()
    with pytest.raises(WrongKeyError):
        open_book(folder, passphrase=PASSPHRASE)
    open_book(folder, passphrase=NEW).close()


def test_leaving_after_the_code_closes_the_book_again(
    way: Ways, home: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    book, code = create_book(
        tmp_path / "b", shop=SHOP, owner="Martha", passphrase=PASSPHRASE, cost=CHEAP
    )
    book.close()
    one = way()
    one.entry.show_sign_in(book.folder)
    one.on(SignInPage).forgotten.emit()
    lost = one.on(ForgottenPage)
    lost.code.setText(code)
    lost.go_on()
    qtbot.waitUntil(lambda: lost.new is not None, timeout=20_000)
    lost.leave()
    one.on(SignInPage)
    type_words(PASSPHRASE)
    press("Return")
    assert one.book().person is not None


def test_a_code_that_was_never_written_down_is_replaced(way: Ways, home: Path) -> None:
    one = way()
    one.entry.begin()
    fill(one.on(FirstRunPage))
    press("Return")
    page = one.on(RecoveryCodePage)
    first = code_of(page)
    folder = next(home.rglob("*.customerbook"))
    one.entry.stop()  # the window was closed here

    again = way()
    again.entry.show_sign_in(folder)
    again.on(SignInPage)
    type_words(PASSPHRASE)
    press("Return")
    page = again.on(RecoveryCodePage)
    second = code_of(page)
    assert second != first
    answer(page)
    again.book().close()
    again.books.clear()
    with pytest.raises(WrongKeyError):
        open_book(folder, recovery_code="-".join(first))
    open_book(folder, recovery_code="-".join(second)).close()
