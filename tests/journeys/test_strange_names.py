"""Whatever somebody is called, or is not: shown, found and printed as it was typed."""

from pathlib import Path

import pytest

from tests.books import SHOP
from tests.journeys.computer import Computer
from tests.journeys.hands import (
    naming_file,
    press,
    reads,
    type_text,
    wait_for,
    wait_until,
    written,
)
from tests.journeys.reading import read_pdf

NAMES = {
    "long": "Bartholomäus " + "Wolkenstein" * 26 + "Z",
    "right to left": "ليلى حداد",
    "markup": "<b>Ida</b> & <i>Sons</i>",
    "percent and braces": "100% {name} %s",
    "many scripts": "Łucja Ελένη Юрій Ngọc",
}


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
