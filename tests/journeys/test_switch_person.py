"""Two people at one PC: each comes back to their own form, and sees what is theirs to see."""

import pytest
from PySide6.QtWidgets import QApplication

from customerbook.gui.widgets.menu import Menu
from customerbook.model.person import Person
from tests.books import CHEAP, added, new_book, someone
from tests.journeys.computer import Computer
from tests.journeys.hands import focus, press, reads, tab_to, type_text, wait_for, wait_until

_JONAS = "four dry unicycles at dusk"


@pytest.fixture
def shop(computer: Computer, tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """A shop of two, with the program started and nobody signed in."""
    book = new_book(tmp_path_factory.mktemp("shop"))
    added(book, someone("Oliver Müller", "+49 171 3920014"))
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(jonas, _JONAS, CHEAP)
    book.close()
    computer.start(book.folder)
    return computer


def test_two_people_change_places_in_the_middle_of_a_form(shop: Computer) -> None:
    shop.sign_in()
    press("F2")
    type_text("0014")
    wait_for("Oliver Müller")
    press("Return")
    tab_to("Note")
    type_text("He brought the wheel back.")
    press("F9")
    wait_until(lambda: isinstance(QApplication.activePopupWidget(), Menu), "who else there is")
    press("Return")
    wait_for("Passphrase of Jonas Weber")
    assert not reads("wheel")
    type_text(_JONAS)
    press("Return")
    shop.wait_for_window()
    assert shop.book.person is not None
    assert shop.book.person.name == "Jonas Weber"
    assert not reads("You were logging a contact"), "the draft is Martha's"
    press("Ctrl+,")
    assert not reads("Letterhead"), "settings are the owner's"
    press("F9")
    wait_until(lambda: isinstance(QApplication.activePopupWidget(), Menu), "who else there is")
    press("Return")
    wait_for("Passphrase of Martha Lindner")
    shop.sign_in()
    wait_for("You were logging a contact")
    press("F2")
    wait_for("He brought the wheel back.")


def test_a_passphrase_opens_only_for_whom_it_is(shop: Computer) -> None:
    type_text(_JONAS)
    press("Return")
    wait_for("This passphrase does not open the book")
    assert shop.program.at_book is None
    press("Down")
    wait_for("Passphrase of Jonas Weber")
    type_text(_JONAS)
    press("Return")
    shop.wait_for_window()
    assert shop.book.person is not None
    assert shop.book.person.name == "Jonas Weber"


def test_alone_in_a_shop_the_key_locks(computer: Computer) -> None:
    computer.start()
    computer.make_book()
    press("F9")
    wait_until(lambda: computer.program.at_book is None, "the sign-in")
    assert "Passphrase" in focus()
