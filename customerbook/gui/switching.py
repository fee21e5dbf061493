"""Who else can sign in on this PC, and the menu that changes places with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from customerbook.book.book import Book
from customerbook.gui.signin.unlocking import people_of
from customerbook.gui.widgets.menu import Menu
from customerbook.model.texts import _


def others(book: Book) -> list[tuple[str, str]]:
    """The people beside the one at the book who can sign in: (person, name)."""
    here = str(book.person.id) if book.person is not None else ""
    active = {str(person.id) for person in book.people.all(active=True)}
    found = people_of(book.db.key_file)
    return [(person, name) for person, name in found if person != here and person in active]


def show_people(
    book: Book, button: QWidget, switch: Callable[[str], object], lock: Callable[[], object]
) -> None:
    """Open the menu of the others beside a button; `switch` is told who was chosen."""
    menu = Menu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.add_heading(_("Switch to"))
    for person, name in others(book):
        menu.add(name, partial(switch, person), icon="user-round")
    menu.addSeparator()
    menu.add(_("Lock"), lock, icon="lock", keys="Ctrl+L")
    menu.open_beside(button)
