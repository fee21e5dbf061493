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


def controls(reader: Reader) -> list[Seen]:
    """Whatever can have the keyboard or be pressed; scroll bars belong to what they scroll."""
    return [
        seen
        for seen in reader.everything()
        if ("focusable" in seen.states or seen.actions) and seen.role != "scroll bar"
    ]


def flaws(reader: Reader) -> Iterator[str]:
    """What is wrong with what is shown, a sentence each."""
    shown = controls(reader)
    for seen in shown:
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
    for group in reader.everything():
        fields = Counter(seen.name for seen in group.parts if seen.role == "text")
        yield from (
            f"are called alike, side by side: {name}" for name, n in fields.items() if n > 1
        )


def check(reader: Reader, least: int) -> None:
    assert not list(flaws(reader))
    assert len(controls(reader)) >= least


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
        reader.wait(lambda: any("Quote" in said for said in reader.bus.announced()), "toast")
        reader.press("Open: Siobhán O’Connor")
        reader.wait(lambda: chosen(reader, "Customers"), "her card")
        reader.find("Siobhán O’Connor", "panel")


SHEETS = {
    "Log a visit": ("Log a visit", 30),
    "New customer": ("New customer", 12),
    "New follow-up": ("New follow-up", 8),
    "Bring in customers": ("Bring in customers", 4),
    "All keys": ("All keys", 2),
}
"""What a command opens, and how many controls that has at least beside those of the page."""


def test_menu_sheets_and_palette(open_book_at: Open) -> None:
    with open_book_at() as reader:
        page = len(controls(reader))
        for command, (title, least) in SHEETS.items():
            reader.press("All commands", "push button")
            reader.find(command, "menu item")
            check(reader, 2 * page // 3)
            reader.press(command, "menu item")
            sheet = reader.find(title, "dialog")
            check(reader, page + least)
            reader.press("Close", "push button")
            reader.gone(sheet)
        reader.press("All commands", "push button")
        reader.press("All commands", "menu item")
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
