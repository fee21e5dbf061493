"""A customer from the first call to the printed summary: typed, changed where it stands, undone."""

from pathlib import Path

from tests.journeys.computer import Computer
from tests.journeys.hands import focus, naming_file, press, reads, tab_to, type_text, wait_for
from tests.journeys.reading import read_pdf

SAVED = "Saved: Ada Byron"


def test_a_customer_is_kept_by_keys_alone(computer: Computer, home: Path) -> None:
    computer.start()
    computer.make_book()

    # She rings for the first time: a name and a number.
    press("Ctrl+N")
    type_text("Ada")
    press("Tab")
    type_text("Byron")
    tab_to("Phone")
    type_text("0171 5550142")
    press("Ctrl+Return")
    wait_for(SAVED)
    (customer_id,) = computer.book.customers.ids()

    # In the shop again: her card, and on it what she says, each in its place.
    press("Ctrl+F")
    type_text("0142")
    press("Return")
    wait_for("Ada Byron")
    assert focus() == "Button “Log call”"
    tab_to("0171 5550142")
    press("Return")
    press("Ctrl+A")
    type_text("+44 20 5550142")
    press("Tab")
    type_text("office")
    press("Return")
    wait_for("+44 20 5550142")
    assert focus() == "SideRow “+44 20 5550142”"
    add("To remember")
    type_text("Comes with her machine")
    press("Return")
    assert focus() == "SideRow “Comes with her machine”"
    add("Birthday")
    type_text("30 Feb")
    press("Return")
    assert reads("No such day. Try “2 Feb 1980” or “2.2.”.")
    press("Ctrl+A")
    type_text("10 December 1915")
    press("Return")
    wait_for("10 December, turns 111")
    press("Right", "Down", "Up")  # nothing to do beside the day; the rows above are near
    assert focus() == "SideRow “+44 20 5550142”"
    press("Shift+Tab", "Shift+Tab", "Tab", "Tab")
    assert focus() == "SideRow “+44 20 5550142”"
    known = computer.book.customers.get(customer_id)
    assert known.phones == ("+44 20 5550142",)
    assert [note.text for note in known.notes] == ["Comes with her machine"]

    # Her tags, and one too many.
    tab_back_to("Change the tags")
    press("Return")
    type_text("countess,regular")
    press("Return")
    wait_for("regular")
    press("Return")
    press("Backspace", "Return")
    assert computer.book.customers.get(customer_id).tags == ("countess",)
    press("Ctrl+Z")
    wait_for("regular")
    assert computer.book.customers.get(customer_id).tags == ("countess", "regular")

    # The rest in the form; what was wrong is taken back from where one is.
    press("Ctrl+E")
    assert focus() == "KeptField “Given name”"
    press("Ctrl+A")
    type_text("Augusta")
    press("Ctrl+Return")
    wait_for("Saved: Augusta Byron")
    assert focus() == "QuietButton “Change the tags”"
    press("Ctrl+Z")
    wait_for("Ada Byron")
    assert computer.book.customers.get(customer_id).given == "Ada"
    press("Ctrl+Shift+Z")
    wait_for("Augusta Byron")

    # And on paper.
    press("Ctrl+P")
    wait_for("Page 1 of 1")
    assert focus() == "Button “Save”"
    with naming_file(home / "summary.pdf"):
        press("Return")
    wait_for("Saved as summary.pdf")
    on_paper = read_pdf(home / "summary.pdf")
    for part in ("Augusta Byron", "+44 20 5550142", "Comes with her machine"):
        assert part in on_paper
    assert focus() == "QuietButton “Change the tags”"


def add(words: str) -> None:
    """Choose something from the menu below the column."""
    tab_to("Add")
    press("Space")
    offered = ["To remember", "Phone", "Email", "Web page", "Messenger", "Address", "Birthday"]
    press(*["Down"] * offered.index(words), "Return")


def tab_back_to(name: str) -> None:
    """Press Shift+Tab until the keyboard is on what has this name."""
    for _step in range(20):
        if focus().endswith(f"“{name}”"):
            return
        press("Shift+Tab")
    raise AssertionError(f"“{name}” is not before: {focus()}")
