"""A shop starts today: from the first run to the day after, by keys alone."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

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
    words,
)
from tests.journeys.reading import read_pdf

EXPORT = Path(__file__).parents[2] / "resources" / "examples" / "customers.vcf"
PROMISED = datetime(2026, 11, 27, 13, 0, tzinfo=UTC)
"""Friday 14:00 in Berlin."""
MOMENT = timedelta(milliseconds=100)


@pytest.mark.parametrize("computer", ["moving"], indirect=True)
def test_from_the_first_run_to_the_day_after(
    computer: Computer, home: Path, clock: StoppedClock
) -> None:
    # Saturday morning: a new book, and the customers from the phone.
    computer.start()
    computer.make_book()
    assert reads("The book is open, and still empty.")
    in_file = bring_in(EXPORT)
    assert computer.book.customers.count() == in_file > 20

    # The phone shows a number; its last four digits are enough.
    press("Ctrl+F")
    type_text("0014")
    wait_for("Łukasz Wójcik")
    press("Return")
    wait_for("lukasz.wojcik@example.net")
    press("Ctrl+1")

    # He stands at the counter: a visit with a promise, and the confirmation to take along.
    press("F2")
    type_text("0014")
    press("Return")
    type_text("Rear wheel out of true. Trued, one spoke replaced.")
    press("Alt+V")
    type_text("Rides it in races without saying so.")
    press("Alt+P")
    type_text("New rear wheel, free of charge")
    press("Return")
    type_text("fri 14:00")
    assert reads("Friday 27 November, 14:00")
    press("Ctrl+Shift+Return")
    wait_for("No printer is set up on this computer. Save the document as PDF instead.")
    wait_for("Page 1 of 1")
    assert focus() == "Button “Save”"
    with naming_file(home / "confirmation.pdf"):
        press("Return")
    wait_for("Saved as confirmation.pdf")
    on_paper = read_pdf(home / "confirmation.pdf")
    assert "2026-00001" in on_paper
    assert "Łukasz Wójcik" in on_paper
    assert "Trued, one spoke replaced." in on_paper
    assert "New rear wheel, free of charge" in on_paper
    assert "27 November" in on_paper
    assert "races" not in on_paper

    # Friday, just before two.
    computer.lock()
    assert not reads("Wójcik")
    clock.moment = PROMISED - MOMENT
    computer.sign_in()
    assert computer.desktop.shown == []
    assert not reads("Promised:")
    clock.moment = PROMISED
    wait_for("Promised: Łukasz Wójcik, 14:00: New rear wheel, free of charge")
    assert computer.desktop.shown == [("Łukasz Wójcik", "14:00: New rear wheel, free of charge")]
    press("Ctrl+1")
    assert reads("Łukasz Wójcik, New rear wheel, free of charge")

    # Locked and back: everything is there, and nobody is told twice.
    computer.lock()
    computer.sign_in()
    everything_is_there(computer)
    clock.move(timedelta(minutes=1))
    computer.lock()
    computer.sign_in()
    assert len(computer.desktop.shown) == 1
    assert not reads("14:00: New rear wheel, free of charge")

    # Two more promises come while the program is closed over the weekend.
    for number, what, when in (("0010", "Saddle is here", "15:00"), ("0016", "Bill", "tomorrow")):
        press("F6")
        type_text(number)
        press("Return")
        type_text(what)
        press("Return")
        type_text(when)
        press("Ctrl+Return")
        wait_for("Noted for")
    computer.end()
    clock.moment = datetime(2026, 11, 30, 7, 30, tzinfo=UTC)

    # Monday: started again on the same book, told once of both together.
    computer.start()
    computer.sign_in()
    missed = "2 reminders came while the book was closed: "
    assert reads(missed)
    (told,) = {text for text in words() if text.startswith(missed)}
    assert "ليلى الأحمد" in told
    assert "Björn Åkesson" in told
    assert len(computer.desktop.shown) == 1
    tab_to("Show")
    press("Space")
    assert not reads(missed)
    assert reads("Saddle is here")
    assert reads("New rear wheel, free of charge")
    computer.lock()
    computer.sign_in()
    assert not reads(missed)
    everything_is_there(computer)


def bring_in(file: Path) -> int:
    """Take over the customers of a file, from the first day's page; how many were said."""
    tab_to("Bring in")
    press("Space")
    assert focus() == "Button “Choose a file”"
    with naming_file(file):
        press("Space")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    assert reads(file.name)
    press("Return")
    wait_until(lambda: focus().startswith("Button “Bring in "), "the check")
    (count,) = re.findall(r"\d+", focus())
    press("Return")
    wait_until(lambda: focus() == "Button “Close”", "the end of the import")
    press("Return")
    return int(count)


def everything_is_there(computer: Computer) -> None:
    """Look the customer up: who it is, what was logged, promised and handed over."""
    press("Ctrl+F")
    type_text("0014")
    press("Return")
    wait_for("lukasz.wojcik@example.net")
    assert reads("Trued, one spoke replaced.")
    assert reads("New rear wheel, free of charge")
    assert reads("2026-00001")
    book = computer.book
    (hit,) = book.customers.find("0014")
    (line,) = book.interactions.timeline(hit.line.id)
    assert line.reference == "2026-00001"
    (kept,) = book.documents.of_interaction(line.id, "confirmation")
    assert book.documents.get(kept.id).content.startswith(b"%PDF")
    press("Ctrl+1")
