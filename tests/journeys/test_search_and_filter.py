"""By keys: a search, a filter kept as a list, several customers tagged, printed and exported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.books import added, new_book, someone
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
    when_dialog_is_up,
)
from tests.journeys.reading import read_pdf

_RIDERS = ("Ada Arnold", "Ben Bauer", "Cem Çelik")
_OTHERS = ("Dora Decker", "Emil Ebert")


@pytest.fixture
def shop(computer: Computer, tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """A shop with three customers who ride to work, and two others; its owner is signed in."""
    book = new_book(tmp_path_factory.mktemp("shop"))
    for name in _RIDERS:
        added(book, someone(name, "+49 171 3920014", tags=("commuter",), towns=("Dachau",)))
    for name in _OTHERS:
        added(book, someone(name, tags=("club",)))
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    press("Ctrl+2")
    wait_for("5 customers")
    return computer


def tagged(shop: Computer, tag: str) -> list[str]:
    """Who has a tag, in the order of their names."""
    customers = shop.book.customers
    found = customers.several(customers.ids("name"))
    return sorted(one.name for one in found if tag in one.tags)


def test_a_list_is_kept_and_its_customers_are_tagged_and_exported(
    shop: Computer, home: Path
) -> None:
    # A search first, then everybody again.
    press("Ctrl+F")
    type_text("decker")
    wait_for("1 of 5")
    press("Escape")
    wait_for("5 customers")

    # Whom a tag and a town let through, kept under a name.
    press("Ctrl+Shift+F")
    type_text("comm")
    press("Return")
    wait_for("3 of 5")
    press("Ctrl+Shift+F")
    type_text("dach")
    press("Return")
    wait_for("Town Dachau")
    press("Ctrl+S")
    type_text("Riders in Dachau")
    press("Return")
    wait_for("Saved as “Riders in Dachau”.")
    assert reads("List: Riders in Dachau")

    # All of them get a tag in one stroke, which is taken back and given again.
    press("Ctrl+2", "Ctrl+A")
    wait_for("3 selected")
    press("Ctrl+T")
    type_text("winter check")
    assert reads("New tag “winter check”")
    press("Return")
    wait_for("3 customers tagged “winter check”.")
    assert tagged(shop, "winter check") == sorted(_RIDERS)
    press("Ctrl+Z")
    wait_until(lambda: tagged(shop, "winter check") == [], "the tags taken back")
    press("Ctrl+Shift+Z")
    wait_until(lambda: len(tagged(shop, "winter check")) == 3, "the tags again")

    # Into a file for the spreadsheet.
    with naming_file(home / "riders.csv"):
        press("Ctrl+Shift+E", "Return")
    wait_for("3 customers written to “riders.csv”")
    written = (home / "riders.csv").read_text(encoding="utf-8-sig")
    assert all(name.split()[1] in written for name in _RIDERS)
    assert not any(name.split()[1] in written for name in _OTHERS)

    # Without the filter everybody is there; after a lock the list is as it was.
    press("Escape")
    wait_until(lambda: not reads("3 selected"), "nobody chosen")
    shop.lock()
    shop.sign_in()
    wait_for("List: Riders in Dachau")
    wait_for("3 of 5")
    press("Ctrl+Shift+X")
    wait_for("5 customers")
    press("Ctrl+Shift+L", "Down", "Return")
    wait_for("3 of 5")


def test_some_are_chosen_with_the_space_bar_and_given_to_somebody(shop: Computer) -> None:
    assert focus() == "CustomerList “Customers”"
    press("Space", "Down", "Down", "Space", "Shift+Down")
    wait_for("3 selected")
    press("Ctrl+R")
    type_text("mar")
    press("Return")
    wait_for("Martha Lindner is responsible for 3 customers now.")
    customers = shop.book.customers
    given = [one.name for one in customers.several(customers.ids()) if one.responsible_id]
    assert given == ["Ada Arnold", "Cem Çelik", "Dora Decker"]
    press("Escape")
    press("Ctrl+Shift+F")
    type_text("nobody")
    press("Return")
    wait_for("2 of 5")


def test_summaries_of_those_who_are_chosen_are_saved(shop: Computer, home: Path) -> None:
    press("Shift+Down")
    wait_for("2 selected")
    press("Ctrl+P")
    wait_for("Summaries of 2 customers")
    tab_to("Save")
    with naming_file(home / "two.pdf"):
        press("Return")
    wait_for("Saved as two.pdf")
    on_paper = read_pdf(home / "two.pdf")
    assert "Ada Arnold" in on_paper
    assert "Ben Bauer" in on_paper
    assert "Cem" not in on_paper
    assert focus() == "CustomerList “Customers”"


def test_an_export_that_is_called_off_writes_nothing(shop: Computer, home: Path) -> None:
    press("Ctrl+A")

    def call_off(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        press("Escape")

    with when_dialog_is_up(call_off):
        press("Ctrl+Shift+E", "Down", "Return")
    assert not list(home.glob("*.vcf"))
    assert reads("5 selected")
    assert QApplication.activePopupWidget() is None
