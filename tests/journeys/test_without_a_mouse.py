"""A morning with the sheet of all keys beside the keyboard, and no mouse: what each page can do.

What the other journeys do not come by: rows of the side, several at once, menus of rows, what is
put away, scrolled and put in another order.
"""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollBar

from customerbook.model.filter import Filter
from tests.gui.counter import PASSPHRASE, template
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
)

__all__ = ["template"]


@pytest.fixture
def counter(computer: Computer, template: Path, tmp_path: Path) -> Computer:
    """The computer at the counter, on the morning of all tests, with Martha signed in."""
    folder = tmp_path / template.name
    shutil.copytree(template, folder)
    computer.start(folder)
    computer.sign_in(PASSPHRASE)
    wait_for("Promises due")
    return computer


def bars() -> list[QScrollBar]:
    """The scroll bars that are seen, those on top last."""
    window = QApplication.activeWindow()
    assert window is not None
    return [bar for bar in window.findChildren(QScrollBar) if bar.isVisible() and bar.maximum()]


def test_the_side_of_today(counter: Computer) -> None:
    book = counter.book
    tab_to("Dates")
    press("Down")
    press("Space")  # Giulia likes to be written to
    wait_for("Log an email")
    assert reads("Giulia Ambrosini")
    press("Escape")
    wait_until(lambda: focus() == "SideRows “Dates”", "the row again")
    press("Ctrl+Return")
    wait_for("Log an email")
    press("Escape")
    wait_until(lambda: focus() == "SideRows “Dates”", "the row again")
    press("Ctrl+D")  # this row is nothing that could be done
    assert len(book.followups.ids()) == 14
    tab_to("Lately")
    press("Down", "Down", "Return")  # somebody who gave no name
    wait_for("Who was it?")
    type_text("0031")
    press("Return", "Ctrl+Return")
    wait_until(lambda: book.interactions.latest(3)[2].customer_id is not None, "a customer")
    press("Ctrl+Shift+M")
    wait_until(lambda: not reads("Siobhán"), "Martha’s own rows")
    press("Ctrl+Shift+O")
    wait_until(lambda: reads("Siobhán"), "everyone’s rows")
    press("Ctrl+Z")
    wait_until(lambda: book.interactions.latest(3)[2].customer_id is None, "no customer")


def test_several_follow_ups_and_a_row_of_the_day(counter: Computer) -> None:
    book = counter.book
    press("Ctrl+3")
    wait_for("Overdue")
    press("Shift+Down")
    wait_for("2 selected")
    ids = [line.id for line in book.followups.due()][:2]
    press("Ctrl+Shift+S", "Return")  # until tomorrow
    wait_until(
        lambda: {book.followups.line(one).due_day.day for one in ids} == {22}, "both put off"
    )
    press("Ctrl+Z")
    wait_until(lambda: 22 not in {book.followups.line(one).due_day.day for one in ids}, "undone")
    press("Ctrl+A", "Ctrl+Shift+A", "Down", "Return")
    wait_until(lambda: {line.person for line in book.followups.open()} == {"Jonas Weber"}, "given")
    press("Ctrl+Z", "Escape")
    wait_until(lambda: not reads("selected"), "nothing chosen")
    tab_to("Calendar, Saturday, 21 November 2026, 2 promises, 3 follow-ups")
    press("Right", "Right", "Right", "Right", "Right", "Right")
    wait_for("Friday 27 November")
    press("Tab", "Down")
    assert focus() == "SideRows “Friday 27 November”"
    oliver = next(line for line in book.followups.open() if line.title.startswith("New rear"))
    press("Ctrl+D")
    wait_until(lambda: oliver.id not in book.followups.ids(), "it is done")
    assert len(book.followups.ids()) == 13
    press("Ctrl+Shift+D")
    wait_until(lambda: len(book.followups.ids()) == 12, "another one dropped")
    press("Ctrl+E")
    wait_until(lambda: focus() == "TextField “What”", "the form of a follow-up")
    press("Escape")


def test_the_list_of_customers(counter: Computer) -> None:
    book = counter.book
    press("Ctrl+2")
    wait_for("Order: Name")
    press("Space", "Down", "Down", "Space")
    wait_for("2 selected")
    press("Ctrl+T")
    type_text("winter")
    press("Return")
    wait_until(lambda: book.customers.count(Filter(tags=("winter",))) == 2, "two with the tag")
    wait_until(lambda: focus() == "CustomerList “Customers”", "the list again")
    press("Escape")
    wait_until(lambda: not reads("2 selected"), "nobody chosen")
    tab_to("Order: Name")
    press("Return", "Down", "Return")
    wait_for("Order: Last contact")
    tab_to("Open follow-up")
    press("Space")
    wait_until(lambda: reads("of 14") or reads("of 12"), "some of all")
    press("Ctrl+Shift+X")
    press("Ctrl+Shift+F")
    type_text("winter")
    press("Return")
    wait_for("2 of")
    press("Ctrl+S")
    type_text("Ready for winter")
    press("Return")
    wait_for("List: Ready for winter")
    press("Ctrl+Shift+X")
    wait_for("List: All customers")
    press("Ctrl+Shift+L", "Down", "Return")
    wait_for("List: Ready for winter")
    press("Ctrl+2", "Return")
    wait_until(lambda: focus().startswith("Button"), "the card")
    press("Escape")
    assert focus() == "CustomerList “Customers”"


def test_the_card(counter: Computer) -> None:
    press("Ctrl+F")
    type_text("oliver m")
    press("Return")
    wait_for("Open complaint")
    tab_to("Open")
    press("Ctrl+Shift+S", "Down", "Down", "Down", "Return")
    wait_for("Put off: ")
    press("Ctrl+Z", "Ctrl+Shift+D")
    wait_for("Dropped: ")
    press("Ctrl+Z")
    tab_to("+49 171 3920014")
    press("Right", "Return")
    wait_until(lambda: QApplication.clipboard().text() != "", "something copied")
    tab_to("Open case")
    press("Return")
    wait_for("Case: ")


def test_an_entry_and_its_document(counter: Computer, tmp_path: Path) -> None:
    press("Ctrl+F")
    type_text("grace m")
    press("Return")
    wait_for("Puncture mended")
    tab_to("Timeline")
    press("Shift+F10", "Return")
    wait_for("Whole page")
    press("Ctrl++", "Ctrl++")
    wait_for("150 %")
    press("PgDown", "Ctrl+-")
    tab_to("Letterhead with logo")
    press("Space")
    with naming_file(tmp_path / "grace.pdf"):
        press("Ctrl+S")
    wait_until((tmp_path / "grace.pdf").exists, "the file")


def test_settings(counter: Computer) -> None:
    book = counter.book
    press("Ctrl+,")
    wait_for("Shop and letterhead")
    press("Down")
    tab_to("A new topic")
    type_text("Winter tyres")
    press("Return")
    wait_until(lambda: "Winter tyres" in [one.name for one in book.topics.all()], "the topic")
    press("Ctrl+Z")
    for topic in range(70):
        book.topics.add(f"Topic {topic}")
    press("Ctrl+1", "Ctrl+,", "Down", "Down", "Down")
    wait_for("Everything that was written")
    wait_until(lambda: bool(bars()), "a section that scrolls")
    press("PgDown")
    wait_until(lambda: bars()[-1].value() > 0, "it has scrolled")
    tab_to("Older changes")
    press("Return")


def test_an_import_up_to_who_is_new(counter: Computer, tmp_path: Path) -> None:
    book = counter.book
    file = tmp_path / "new.csv"
    file.write_text("Name;Phone;Card\nZora Zebra;0171 5550199;1\n;;2\n", encoding="utf-8")
    press("Ctrl+I")
    wait_for("Drop a file here")
    with naming_file(file):
        press("Return")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    press("Return")
    tab_to("Rows of the file")
    press("Down")
    tab_to("All rows")
    press("Right", "Right")
    assert focus() == "Chip “Refused 1”"
    tab_to("Bring in 1 customer")
    press("Return")
    wait_until(lambda: focus() == "Button “Close”", "the end")
    tab_to("Rows of the file")
    tab_to("Show them")
    press("Return")
    wait_until(lambda: focus() == "CustomerList “Customers”", "the list")
    newest = book.customers.resolve("Zora Zebra").id
    assert book.customers.ids("newest")[0] == newest
    press("Return")
    wait_until(lambda: reads("0171 5550199"), "her card")


def test_what_stands_above_and_below(counter: Computer) -> None:
    press("Ctrl+Shift+Tab")
    tab_to("Put away")
    press("Return")
    wait_until(lambda: not reads("reminders came"), "put away")
    tab_to("Log visit")
    press("Down", "Down", "Down", "Return")
    wait_for("Log an email")
    press("Escape")
    tab_to("All commands")
    press("Return", "Down")
    wait_until(lambda: QApplication.activePopupWidget() is not None, "the menu")
    press("Escape")
    counter.program.frame.resize(900, 600)
    press("F1")
    wait_for("All keys")
    press("PgDown")
    wait_until(lambda: bars()[-1].value() > 0, "it has scrolled")
