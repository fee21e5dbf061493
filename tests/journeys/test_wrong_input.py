"""What goes wrong at a counter gets one clear sentence, and nothing is lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.books import PASSPHRASE
from tests.journeys.computer import Computer, another_process
from tests.journeys.hands import (
    focus,
    press,
    reads,
    type_text,
    wait_for,
    wait_until,
    written,
)
from tests.store.rights import rights_count


def test_a_wrong_passphrase(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    press("Return")
    assert reads("Type the passphrase first.")
    type_text("seven wet tandems at one")
    press("Return")
    wait_for("This passphrase does not open the book.")
    assert focus() == "PassphraseField “Passphrase of Martha Lindner”"
    computer.sign_in()  # what was wrong is selected, so that typing replaces it
    assert reads("Oliver Müller") or computer.book.customers.count() == 1


def test_a_weak_passphrase_and_one_that_is_not_repeated(computer: Computer, home: Path) -> None:
    computer.start()
    type_text("Radwerk Linden")
    press("Return")
    type_text("Martha Lindner")
    press("Return")
    type_text("radwerk1")
    press("Return")
    type_text("radwerk1")
    press("Return")
    wait_for("too easy to guess")
    assert focus() == "PassphraseField “Passphrase”"
    assert not list(home.rglob("*.customerbook"))

    press("Ctrl+A")
    type_text(PASSPHRASE)
    press("Return", "Ctrl+A")
    type_text("something else")
    press("Return")
    assert reads("The two are not the same. Type it once more.")
    assert focus() == "PassphraseField “Once more”"
    press("Ctrl+A")
    type_text(PASSPHRASE)
    press("Return")
    wait_for("The recovery code")
    computer.confirm_code()
    computer.wait_for_window()
    assert computer.book.shop().name == "Radwerk Linden"


@pytest.mark.parametrize("locked", [False, True])
def test_a_second_start_brings_the_first_window_forward(
    computer: Computer, folder: Path, *, locked: bool
) -> None:
    computer.start(folder)
    computer.sign_in()
    if locked:
        computer.lock()
    frame = computer.program.frame
    frame.showMinimized()
    with another_process("-m", "customerbook", str(folder)) as second:
        wait_until(lambda: second.poll() is not None, "the end of the second start", 30)
        assert second.returncode == 0
    assert not frame.isMinimized()
    if locked:
        computer.sign_in()
    assert computer.book.customers.count() == 1


def test_a_start_while_another_program_has_the_book_open(computer: Computer, folder: Path) -> None:
    source = (
        "import sys; from pathlib import Path; from tests.books import PASSPHRASE;"
        "from customerbook.book.book import open_book;"
        "book = open_book(Path(sys.argv[1]), passphrase=PASSPHRASE);"
        "print('open', flush=True); sys.stdin.read(); book.close()"
    )
    with another_process("-c", source, str(folder)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        computer.start(folder)
        assert reads("This book is open already, in another window or program.")
        other.communicate("")
        assert other.returncode == 0
    computer.clear_away()
    computer.start(folder)
    computer.sign_in()


def test_what_is_no_book(computer: Computer, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    computer.start(tmp_path / "photos")
    assert reads("There is no customer book at")
    assert focus() == "TextField “Shop”"


def test_a_damaged_book(computer: Computer, folder: Path) -> None:
    content = bytearray((folder / "book.db").read_bytes())
    content[:4096] = bytes(4096)
    (folder / "book.db").write_bytes(content)
    computer.start(folder)
    type_text(PASSPHRASE)
    press("Return")
    wait_for("Nothing was changed; restore the newest backup.")
    assert (folder / "book.db").read_bytes() == content


def test_a_date_that_is_no_date_keeps_the_form(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("0014")
    press("Return")
    type_text("The rear wheel")
    press("Alt+P")
    type_text("New wheel")
    press("Return")
    type_text("fri 25:00")
    press("Ctrl+Return")
    assert focus() == "TextField “By when”"
    assert reads("fri 25:00")
    assert reads("14:00")  # the sentence at the field shows how it is written
    assert reads("The rear wheel")
    assert computer.book.interactions.latest(1) == []

    press("Ctrl+A")
    type_text("fri 15:00")
    press("Ctrl+Return")
    wait_for("Saved as 2026-00001")
    (promise,) = computer.book.followups.open()
    assert promise.due_time is not None
    assert promise.due_time.hour == 15


def test_a_promise_without_words_or_day_keeps_the_form(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2", "Alt+P", "Ctrl+Return")
    assert reads("Say what the customer was promised.")
    assert focus() == "TextField “Promise”"
    type_text("New wheel")
    press("Ctrl+Return")
    assert focus() == "TextField “By when”"
    assert reads("Say by when: “fri 14:00”, “tomorrow”, “in 2 weeks”.")
    type_text("yesterday")
    press("Ctrl+Return")
    assert reads("That has passed.")
    assert computer.book.interactions.latest(1) == []


def test_an_empty_search_and_one_that_finds_nobody(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("Ctrl+F")
    type_text("   ")
    press("Ctrl+2")
    wait_for("1 customer")
    press("Ctrl+F")
    type_text("qqqq")
    wait_for("Nobody found for “qqqq”.")
    press("Escape")
    assert written() == ""
    wait_for("Oliver Müller")


@pytest.mark.usefixtures("empty_shop")
def test_a_search_in_an_empty_book() -> None:
    press("Ctrl+F")
    type_text("1234")
    wait_for("Nobody found for “1234”.")
    press("Escape", "Down")
    wait_for("Nobody is in the book yet.")


@pytest.fixture
def protected(folder: Path) -> Iterator[Path]:
    """A book in a folder that may only be read."""
    with rights_count(folder):
        for one in (*folder.rglob("*"), folder):
            one.chmod(0o500 if one.is_dir() else 0o400)
        yield folder


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_that_may_only_be_read(computer: Computer, protected: Path) -> None:
    before = {path: path.read_bytes() for path in protected.rglob("*") if path.is_file()}
    computer.start(protected)
    computer.sign_in()
    assert reads("This book can only be read here.")
    press("Ctrl+F")
    type_text("0014")
    wait_for("Oliver Müller")
    press("F2")
    type_text("Wants to pay")
    press("Ctrl+Return")
    wait_for("write-protected")
    assert reads("Wants to pay")
    computer.lock()
    computer.sign_in()
    assert reads("This book can only be read here.")
    computer.end()
    assert before == {path: path.read_bytes() for path in protected.rglob("*") if path.is_file()}
