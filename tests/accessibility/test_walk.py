"""Every page, form and sheet as a screen reader meets it: each control has name, role and state.

The program is moved by AT-SPI alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from tests.accessibility.conftest import Start
from tests.accessibility.reader import Reader
from tests.accessibility.spi import Seen

Open = Callable[[], AbstractContextManager[Reader]]

CONTROLS = {
    "check box",
    "combo box",
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


def test_pages(open_book_at: Open) -> None:
    with open_book_at() as reader:
        for page, least in PAGES.items():
            reader.press(page, "radio button")
            reader.wait(partial(chosen, reader, page), page)
            check(reader, least)
        for section in ("Topics", "Snippets", "Appearance", "Change log"):
            reader.press(section, "radio button")
            reader.wait(partial(chosen, reader, section), section)
            check(reader, 8)


def chosen(reader: Reader, name: str) -> bool:
    seen = reader.seek(name, "radio button")
    return seen is not None and "checked" in seen.states


def test_rows_are_spoken_and_offer_what_they_can(open_book_at: Open) -> None:
    with open_book_at() as reader:
        row = reader.find("Oliver Müller, do not call, In writing…", "list item")
        assert row.name.endswith("yesterday, by 18:00, Martha Lindner")
        for act in ("Done", "Write", "Snooze", "Open"):
            assert reader.seek(f"{act}: Oliver Müller", "push button"), act
        reader.press("Row below: Oliver Müller")
        reader.press("Done: Thị Mai Nguyễn")
        reader.hear("Kept: Quote…")
        reader.press("Open: Siobhán O’Connor")
        reader.wait(lambda: chosen(reader, "Customers"), "her card")
        reader.find("Siobhán O’Connor", "panel")


SHEETS = {
    "Log a visit": ("Log", 25),
    "New customer": ("Customers and follow-ups", 10),
    "New follow-up": ("Customers and follow-ups", 6),
    "Bring in customers": ("Customers and follow-ups", 2),
    "All keys": ("Go to", 1),
}
"""Commands that open a sheet of their name: their area, and how many controls that has at least."""


def test_menu_sheets_and_palette(open_book_at: Open) -> None:
    with open_book_at() as reader:
        reader.find("Lately", "list")
        page = check(reader, 20)
        for command, (area, least) in SHEETS.items():
            reader.press("All commands", "push button")
            reader.take(command, area)
            sheet = reader.find(command, "dialog")
            check(reader, page + least)
            reader.press("Close", "push button")
            reader.gone(sheet)
        reader.press("All commands", "push button")
        reader.find("Mark as done", "menu item")
        check(reader, page + 8)
        reader.take("All commands", "Go to")
        reader.find("All commands", "dialog")
        check(reader, page + 10)


def test_sign_in_and_first_run(start: Start, book: Path, tmp_path: Path) -> None:
    with start(book) as reader:
        reader.find("Passphrase of Martha Lindner", "text")
        check(reader, 3)
    with start(HOME=str(tmp_path)) as reader:
        reader.find("New book", "radio button")
        check(reader, 8)
        reader.write("Shop", "Radwerk Linden")
        reader.write("Your name", "Martha Lindner")
        reader.write("Passphrase", "spoke nipple hub rim 42")
        reader.write("Once more", "spoke nipple hub rim 42")
        reader.press("Create the book")
        reader.find("I have written it down", "push button")
        check(reader, 1)
