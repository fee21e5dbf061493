"""Every page, form and sheet as a screen reader meets it: each control has name, role and state.

The program is moved by AT-SPI alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from itertools import pairwise
from pathlib import Path

from customerbook.gui.settings.page import SECTIONS
from tests.accessibility.conftest import Start
from tests.accessibility.reader import Reader
from tests.accessibility.spi import Seen

Open = Callable[[], AbstractContextManager[Reader]]

CONTROLS = {
    "check box",
    "combo box",
    "document",
    "document frame",
    "list",
    "list item",
    "menu item",
    "push button",
    "radio button",
    "table",
    "table cell",
    "text",
}
"""What a control may be told as."""
STATED = {"check box": "checkable", "radio button": "checkable", "combo box": "expandable"}
"""What a control of a role says of itself, beside whether it is so just now."""
PAGES = {"Today": 8, "Customers": 10, "Follow-ups": 8, "Settings": 12}
"""How many controls a page has at least; fewer and it was not the page that was read."""


def controls(read: list[Seen]) -> list[Seen]:
    """Whatever can have the keyboard or be pressed; scroll bars belong to what they scroll."""
    return [
        seen
        for seen in read
        if ("focusable" in seen.states or seen.actions) and seen.role != "scroll bar"
    ]


def flaws(read: list[Seen]) -> Iterator[str]:
    """What is wrong with what is shown, a sentence each."""
    for seen in controls(read):
        told = f"{seen.role} “{seen.name}” ({seen.description}) at {seen.place}"
        if not seen.name.strip():
            yield f"has no name: {told}"
        if seen.role not in CONTROLS:
            yield f"is no control by its role: {told}"
        if STATED.get(seen.role, "showing") not in seen.states:
            yield f"does not say its state: {told}"
        if seen.role == "combo box" and not (seen.labelled or seen.description):
            yield f"tells what is chosen, but not what for: {told}"
        if min(seen.place[2:]) <= 0:
            yield f"has no extent: {told}"
        if "enabled" in seen.states and "sensitive" not in seen.states:
            yield f"is half disabled: {told}"
    for group in read:
        fields = Counter(seen.name for seen in group.parts if seen.role == "text")
        yield from (
            f"are called alike, side by side: {name}" for name, n in fields.items() if n > 1
        )


def check(reader: Reader, least: int) -> int:
    """Nothing is wrong with what is shown; how many controls there are, `least` at least."""
    read = reader.everything()
    assert not list(flaws(read))
    count = len(controls(read))
    assert count >= least
    return count


SHEETS = {
    "Log a visit": ("Log", 25),
    "New customer": ("Customers and follow-ups", 10),
    "New follow-up": ("Customers and follow-ups", 6),
    "Bring in customers": ("Customers and follow-ups", 2),
    "All keys": ("Go to", 1),
}
"""Commands that open a sheet of their name: their area, and how many controls that has at least."""


def test_pages_sheets_menu_and_palette(open_book_at: Open) -> None:
    with open_book_at() as reader:
        reader.find("Lately", "list")
        page = check(reader, 20)
        for command, (area, least) in SHEETS.items():
            reader.press("All commands", "push button")
            reader.take(command, area)
            leave(reader, command, page + least)
        reader.press("All commands", "push button")
        reader.find("Mark as done", "menu item")
        check(reader, page + 8)
        reader.take("All commands", "Go to")
        leave(reader, "All commands", page + 10, by="Escape")
        for name, least in PAGES.items():
            reader.press(name, "radio button")
            reader.wait(partial(chosen, reader, name), name)
            page = check(reader, least)
            if name == "Customers":
                check_card(reader, page)
        for kind in SECTIONS:
            reader.press(kind.title, "radio button")
            reader.wait(partial(chosen, reader, kind.title), kind.title)
            check(reader, 8)


def check_card(reader: Reader, page: int) -> None:
    """The sheets that a card opens: its summary before it is printed, and the customer's form."""
    reader.press("Print the summary", "push button")
    reader.find("Whole page", "push button")
    leave(reader, "Customer summary", page + 10)
    reader.press("More", "push button")
    reader.press("Change", "menu item")
    leave(reader, "Change customer", page + 25)


def leave(reader: Reader, sheet: str, least: int, by: str = "Close") -> None:
    """Check what is shown with a sheet over it, and close that."""
    opened = reader.find(sheet, "dialog")
    check(reader, least)
    if by == "Close":
        reader.press("Close", "push button")
        reader.gone(opened)


def chosen(reader: Reader, name: str) -> bool:
    seen = reader.seek(name, "radio button")
    return seen is not None and "checked" in seen.states


def test_rows_are_spoken_and_do_what_they_offer(open_book_at: Open) -> None:
    with open_book_at() as reader:
        row = reader.find("Oliver Müller, do not call, In writing…", "list item")
        assert row.name.endswith("yesterday, by 18:00, Martha Lindner")
        follow_up(reader, "Write: Oliver Müller", "Log an email")
        reader.press("Snooze: Oliver Müller")
        reader.press("tomorrow", "menu item")
        reader.hear("Snoozed until…")
        reader.press("Done: Thị Mai Nguyễn")
        reader.hear("Kept: Quote…")
        reader.press("First row: Dates")
        follow_up(reader, "Call: Hannelore Müller", "Log a call")
        reader.press("First row: Lately")
        reader.press("Open: Grace Mueller")
        entries(reader)
        reader.press("Follow-ups", "radio button")
        reader.press("Choose: Behindertenfahrdienst München-Süd gGmbH")
        reader.find("1 selected", "label")
        reader.press("Choose none", "push button")
        follow_up(reader, "Call: Behindertenfahrdienst München-Süd gGmbH", "Log a call")
        reader.press("First row: Saturday 21 November")
        reader.press("Open: María José Fernández Ortiz")
        customers(reader)


def follow_up(reader: Reader, act: str, form: str) -> None:
    """Press what a row offers, see the form, and close it."""
    reader.press(act)
    opened = reader.find(form, "dialog")
    reader.press("Close", "push button")
    reader.gone(opened)


def entries(reader: Reader) -> None:
    """What an entry of the timeline offers."""
    reader.press("First row: Timeline")
    follow_up(reader, "Print the confirmation: Visit", "Confirmation")
    follow_up(reader, "Change: Visit", "Visit 2026…")
    reader.press("Show the whole note: Visit")
    reader.find("Show less: Visit", "push button")


def customers(reader: Reader) -> None:
    """What a row of the list offers, and an open follow-up on the card."""
    reader.press("First row: Open")
    reader.press("More: Offer the chain and brake check before the winter")
    reader.press("Drop without doing it", "menu item")
    reader.hear("Dropped: Offer…")
    reader.press("Choose: María José Fernández Ortiz")
    reader.find("1 selected", "label")
    reader.press("Leave out: María José Fernández Ortiz")
    reader.press("Row below: María José Fernández Ortiz")


def test_sign_in_first_run_and_import(start: Start, book: Path, tmp_path: Path) -> None:
    with start(book) as reader:
        reader.find("Passphrase of Martha Lindner", "text")
        check(reader, 3)
    with start(HOME=str(tmp_path)) as reader:
        reader.find("New book", "radio button")
        check(reader, 8)
        for way in ("Open a book", "Look around"):
            reader.press(way, "radio button")
            check(reader, 4)
        reader.press("New book", "radio button")
        reader.write("Shop", "Radwerk Linden")
        reader.write("Your name", "Martha Lindner")
        reader.write("Passphrase", "spoke nipple hub rim 42")
        reader.write("Once more", "spoke nipple hub rim 42")
        reader.press("Create the book")
        groups = code(reader)
        reader.press("I have written it down", "push button")
        reader.find("Open the book", "push button")
        fields = [seen for seen in reader.everything() if seen.role == "text"]
        check(reader, 4)
        for field in fields:
            reader.write(field.name, groups[field.name.removeprefix("Group ")])
        reader.press("Open the book", "push button")
        reader.press("Bring in", "push button")
        bring_in(reader)


def code(reader: Reader) -> dict[str, str]:
    """The groups of the recovery code by their numbers, read off the page."""
    reader.find("I have written it down", "push button")
    check(reader, 1)
    read = [seen.name for seen in reader.everything() if seen.role == "label"]
    return {number: group for number, group in pairwise(read) if number.isdigit()}


def bring_in(reader: Reader) -> None:
    """The steps of an import, with the example that an empty book offers."""
    sheet = reader.find("Bring in customers", "dialog")
    page = check(reader, 8)
    reader.press("Try the example", "push button")
    reader.press("Go on", "push button")
    reader.find("Rows of the file", "list")
    check(reader, page)
    reader.press("Bring in…", "push button")
    reader.find("Show them", "push button")
    check(reader, page)
    reader.press("Show them", "push button")
    reader.gone(sheet)
    reader.wait(partial(chosen, reader, "Customers"), "the list")
