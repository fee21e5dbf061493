"""What goes wrong at a counter gets one clear sentence, and nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.books import PASSPHRASE, SHOP, added, new_book, someone
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer
from tests.journeys.hands import (
    focus,
    naming_file,
    press,
    reads,
    tab_to,
    type_text,
    wait_for,
    wait_until,
    written,
)
from tests.journeys.reading import read_pdf
from tests.store.rights import rights_count

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, clock: StoppedClock) -> Path:
    """A closed book with one customer."""
    book = new_book(tmp_path)
    added(book, someone("Oliver Müller", "+49 171 3920014"))
    book.close()
    return book.folder


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


def test_a_second_start_brings_the_first_window_forward(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    frame = computer.program.frame
    frame.showMinimized()
    second = subprocess.Popen([sys.executable, "-m", "customerbook", str(folder)], cwd=ROOT)
    wait_until(lambda: second.poll() is not None, "the end of the second start", 30)
    assert second.returncode == 0
    assert not frame.isMinimized()
    assert computer.book.customers.count() == 1


def test_a_start_while_another_program_has_the_book_open(computer: Computer, folder: Path) -> None:
    source = (
        "import sys; from pathlib import Path; from tests.books import PASSPHRASE;"
        "from customerbook.book.book import open_book;"
        "book = open_book(Path(sys.argv[1]), passphrase=PASSPHRASE);"
        "print('open', flush=True); sys.stdin.read(); book.close()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", source, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
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


def test_a_search_in_an_empty_book(computer: Computer, tmp_path: Path) -> None:
    book = new_book(tmp_path)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    press("Ctrl+F")
    type_text("1234")
    wait_for("Nobody found for “1234”.")
    press("Escape", "Down")
    wait_for("Nobody is in the book yet.")


def test_a_customer_with_only_a_phone(computer: Computer, folder: Path, home: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text("0171 3920099")
    press("Return")
    type_text("Left a helmet here")
    press("Ctrl+Shift+Return")
    wait_for("Page 1 of 1")
    with naming_file(home / "helmet"):
        press("Ctrl+S")
    confirmation = read_pdf(home / "helmet.pdf")
    assert "Left a helmet here" in confirmation
    press("Ctrl+F")
    type_text("0099")
    wait_until(lambda: reads("3920099", computer.page), "the customer")
    press("Return", "Ctrl+P")
    wait_for("Page 1 of 1")
    with naming_file(home / "summary.pdf"):
        press("Ctrl+S")
    assert "3920099" in read_pdf(home / "summary.pdf")
    (line,) = computer.book.interactions.latest(1)
    assert "3920099" in line.customer


def test_a_number_that_nobody_has_becomes_a_customer(computer: Computer, folder: Path) -> None:
    computer.start(folder)
    computer.sign_in()
    press("Ctrl+F")
    type_text("0171 3920077")
    wait_for("Nobody found for “0171 3920077”.")
    press("Ctrl+N")
    assert reads("0171 3920077")
    press("Ctrl+Return")
    wait_for("Saved: 0171 3920077")
    press("Ctrl+Z")
    wait_for("Redo")
    assert computer.book.customers.count() == 1
    press("Ctrl+Shift+Z")
    wait_until(lambda: computer.book.customers.count() == 2, "the customer again")


@pytest.mark.parametrize("name", ["long", "right to left", "markup"])
def test_a_strange_name_in_the_form_comes_back_as_it_was(
    computer: Computer, folder: Path, name: str
) -> None:
    computer.start(folder)
    computer.sign_in()
    given, family = f"{NAMES[name]} 1", f"{NAMES[name]} 2"
    press("Ctrl+N")
    type_text(given)
    press("Tab")
    type_text(family)
    press("Ctrl+Return")
    wait_until(lambda: computer.book.customers.count() == 2, "the customer")
    press("Ctrl+E")
    assert written() == given
    press("Tab")
    assert written() == family
    press("Escape")
    press("Ctrl+E")
    assert written() == given


def choose_file(path: Path) -> None:
    """Choose a file in the wizard, whose button for that has the keyboard."""
    wait_until(lambda: focus() == "Button “Choose a file”", "the wizard")
    with naming_file(path):
        press("Space")


def test_files_that_cannot_be_brought_in(computer: Computer, tmp_path: Path) -> None:
    book = new_book(tmp_path)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    (tmp_path / "photo.vcf").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "nothing.csv").write_bytes(b"")
    (tmp_path / "letter.csv").write_text("Dear all,\n\nsee you on Monday.\n")
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "photo.vcf")
    wait_for("“photo.vcf” is not a text file.")
    assert focus() == "Button “Choose a file”"
    choose_file(tmp_path / "nothing.csv")
    wait_for("The file “nothing.csv” is empty.")
    choose_file(tmp_path / "letter.csv")
    wait_for("letter.csv")
    press("Escape")
    assert focus() == "Button “Bring in”"
    assert computer.book.customers.count() == 0


def test_rows_that_cannot_be_read_are_told_and_the_others_come(
    computer: Computer, tmp_path: Path, home: Path
) -> None:
    book = new_book(tmp_path)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    cards = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Blum\nTEL:0171 3920050\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:\nNOTE:nobody\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Cut off in the mid"  # and taken as far as it goes
    )
    (tmp_path / "phone.vcf").write_text(cards)
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "phone.vcf")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    press("Return")
    assert reads("Refused")
    assert computer.book.customers.count() == 0
    press("Return")
    wait_for("1 row was refused.")
    assert computer.book.customers.count() == 2
    tab_to("Save the report")
    with naming_file(home / "report.txt"):
        press("Space")
    wait_for("Saved as report.txt")
    assert "Row 6: " in (home / "report.txt").read_text(encoding="utf-8")
    tab_to("Undo")
    press("Space")
    wait_for("Taken back.")
    assert computer.book.customers.count() == 0


def test_a_lock_in_the_middle_of_an_import(computer: Computer, tmp_path: Path) -> None:
    book = new_book(tmp_path)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    rows = [f"Ida {number},0171 39{number:05}" for number in range(3000)]
    (tmp_path / "many.csv").write_text("\n".join(["Name,Phone", *rows]))
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "many.csv")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    press("Return")
    wait_until(lambda: focus().startswith("Button “Bring in "), "the check")
    press("Return")
    computer.lock()
    computer.sign_in()
    assert computer.book.customers.count() in (0, 3000)
    computer.book.db.check()


NAMES = {
    "long": "Bartholomäus " + "Wolkenstein" * 26 + "Z",
    "right to left": "ليلى حداد",
    "markup": "<b>Ida</b> & <i>Sons</i>",
    "percent and braces": "100% {name} %s",
    "many scripts": "Łucja Ελένη Юрій Ngọc",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_strange_name_is_shown_as_it_is_everywhere(
    computer: Computer, folder: Path, home: Path, name: str
) -> None:
    computer.start(folder)
    computer.sign_in()
    press("F2")
    type_text(name)
    wait_for(f"New customer “{name}”")
    press("Up", "Return")
    type_text(f"Note on {name}")
    press("Alt+P")
    type_text(f"A quote for {name}")
    press("Return")
    type_text("today 12:00")
    press("Ctrl+Shift+Return")
    wait_for("Page 1 of")
    with naming_file(home / "confirmation.pdf"):
        press("Ctrl+S")
    on_paper = read_pdf(home / "confirmation.pdf")
    for page in ("Ctrl+1", "Ctrl+3"):
        press(page)
        assert reads(name)
        assert reads(f"A quote for {name}")
    press("Ctrl+F")
    type_text(name)
    wait_for(f"Note on {name}")
    press("Return", "Ctrl+P")
    wait_for("Page 1 of")
    with naming_file(home / "summary.pdf"):
        press("Ctrl+S")
    for paper in (on_paper, read_pdf(home / "summary.pdf")):
        assert name.replace(" ", "") in paper.replace(" ", "")  # lines may end anywhere in it
    assert computer.program.frame.windowTitle() == f"{SHOP.name} – Customer Book"


def test_a_shop_with_markup_in_its_name(computer: Computer) -> None:
    computer.start()
    computer.make_book(shop="<b>Rad & Tat</b>", owner="<i>Ida</i>")
    assert computer.program.frame.windowTitle() == "<b>Rad & Tat</b> – Customer Book"
    assert reads("<b>Rad & Tat</b>")
    computer.lock()
    assert reads("Passphrase of <i>Ida</i>")
    computer.sign_in()


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
