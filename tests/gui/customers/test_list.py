"""The list: everyone in an order, whom a search finds, and the row of a new customer."""

import threading
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers import build
from customerbook.gui.customers.list_model import FIRST_HITS, CustomersModel
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.customers.views import NewcomerView
from customerbook.gui.session import Session
from customerbook.gui.widgets.row_view import ROW, CustomerRowView
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError, RightRefusedError
from customerbook.model.filter import Filter
from customerbook.model.person import Person
from customerbook.model.rights import Right, StaffRights, allowed
from tests.books import added, someone
from tests.gui.counter import CounterShell, press
from tests.gui.customers.pages import names, search, settle, show, views, who


def test_everyone_is_listed_by_name_with_the_last_contact(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(shell, qtbot)
    ids = shell.session.book.customers.ids("name")
    assert page.side.model.ids() == ids
    assert page.side.count.text() == f"{len(ids)} customers"
    oezlem = next(view for view in views(page) if view.name == "Özlem Müller-Yıldız")
    assert isinstance(oezlem, CustomerRowView)
    assert oezlem.date == "09:40"
    assert oezlem.second == "+49 171 3920027"
    assert page.card.matter is not None
    assert page.card.matter.customer.id == ids[0]


def test_the_order_can_be_chosen(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = show(shell, qtbot)
    page.side.order.chosen.emit("last-contact")
    settle()
    assert page.side.model.ids() == book.customers.ids("last-contact")
    assert names(page)[0] == "Grace Mueller"
    page.side.order.chosen.emit("newest")
    settle()
    assert page.side.model.ids() == book.customers.ids("newest")
    assert page.side.order.text() == "Newest"


def test_a_search_shows_what_matched_and_the_new_customer_last(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(shell, qtbot)
    search(page, qtbot, "mül")
    found = views(page)
    assert names(page)[:-1] == [
        shell.session.book.customers.find("mül")[row].line.name for row in range(len(found) - 1)
    ]
    oliver = next(view for view in found if view.name == "Oliver Müller")
    assert isinstance(oliver, CustomerRowView)
    assert oliver.name_places == ((7, 3),)
    assert oliver.alert == "message-square-warning"
    last = found[-1]
    assert isinstance(last, NewcomerView)
    assert last.name == "New customer “mül”"
    total = len(shell.session.book.customers.ids())
    assert page.side.count.text() == f"{len(found) - 1} of {total}"
    assert not page.side.order.isEnabled()
    assert page.side.order.text() == "Best match"


def test_nobody_found_says_so_and_offers_the_new_customer(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(shell, qtbot)
    search(page, qtbot, "qxqx")
    assert page.side.nobody.isVisible()
    assert page.side.nobody.text() == "Nobody found for “qxqx”."
    assert names(page) == ["New customer “qxqx”"]
    assert page.card.matter is None
    page.open_first()
    assert ("new_customer", "qxqx") in shell.asked
    search(page, qtbot, "")
    assert not page.side.nobody.isVisible()
    assert page.card.matter is not None


def test_enter_on_the_last_row_makes_the_new_customer(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    search(page, qtbot, "oliver")
    page.focus_first()
    for _row in range(page.side.model.rowCount()):
        press("Down")
    press("Return")
    assert ("new_customer", "oliver") in shell.asked
    assert page.card.matter is not None  # the card stays as it was
    assert page.card.matter.customer.name == "Oliver Müller"


def test_who_may_not_add_is_not_offered_it(shell: CounterShell, qtbot: QtBot) -> None:
    book = shell.session.book
    person = book.people.add(Person(name="Ben")).first(Person)
    # Staff may; a person switched off may nothing.
    assert allowed(person, Right.CHANGE_CUSTOMERS, StaffRights())
    page = show(shell, qtbot)
    book.person = None
    said: list[BookError] = []
    shell.say = said.append  # type: ignore[method-assign, assignment]
    page.search("mül")
    settle()
    assert isinstance(said[0], RightRefusedError)


def test_keys_move_through_the_list_and_the_card_follows(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    ids = page.side.model.ids()
    page.focus_first()
    press("Down")
    press("Down")
    qtbot.waitUntil(lambda: page.card.matter is not None and page.card.matter.customer.id == ids[2])
    press("Return")
    assert page.card.actions_.first().hasFocus()


def test_typing_fast_looks_for_the_newest_text_only(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    asked: list[str] = []
    find = page.side.model.search

    def note(text: str, wanted: Filter, **more: Any) -> None:
        asked.append(text)
        find(text, wanted, **more)

    page.side.model.search = note  # type: ignore[method-assign, assignment]
    for text in ("o", "ol", "oli", "oliv"):
        page.search(text)
    settle()
    assert asked == ["oliv"]


def test_enter_before_the_timer_opens_the_right_one(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    page.search("grace")
    page.open_first()
    assert page.card.matter is not None
    assert page.card.matter.customer.name == "Grace Mueller"


def test_lines_are_read_in_lots_for_what_is_looked_at(empty_book: Book) -> None:
    for number in range(200):
        added(empty_book, someone(f"Anna{number:03} Berg"))
    model = CustomersModel(empty_book, Session(empty_book).now)
    asked: list[int] = []
    lines = empty_book.customers.lines

    def note(ids: list[int]) -> object:
        asked.append(len(ids))
        return lines(ids)

    empty_book.customers.lines = note  # type: ignore[method-assign, assignment]
    model.show_all(empty_book.customers.ids())
    assert model.rowCount() == 200
    assert asked == []
    assert model.index(130).data(Qt.ItemDataRole.DisplayRole) == "Anna130 Berg"
    assert model.index(131).data(ROW).name == "Anna131 Berg"
    assert asked == [64]


def test_more_hits_come_as_one_scrolls(empty_book: Book) -> None:
    for number in range(FIRST_HITS + 20):
        added(empty_book, someone(f"Anna{number:03} Berg"))
    model = CustomersModel(empty_book, Session(empty_book).now)
    model.search("berg", offer="berg")
    assert len(model.ids()) == FIRST_HITS
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(model.ids()) == FIRST_HITS + 20
    assert len(set(model.ids())) == FIRST_HITS + 20
    assert model.complete
    assert isinstance(model.index(FIRST_HITS + 20).data(ROW), NewcomerView)


def test_the_list_of_an_empty_book_offers_the_first_steps(
    empty_shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(empty_shell, qtbot)
    assert page.side.model.rowCount() == 0
    assert page.side.count.text() == "0 customers"
    assert page.card.matter is None
    assert page.commands() == {}
    added(empty_shell.session.book, someone("Grace Mueller"))
    page.refresh(None)
    settle()
    assert names(page) == ["Grace Mueller"]


def test_one_who_is_deleted_leaves_the_list_and_comes_back(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    grace = who(book, "Grace Mueller")
    page.open_customer(grace.id)
    page.commands()["remove"]()
    settle()
    assert grace.id not in page.side.model.ids()
    assert page.card.matter is not None
    assert page.card.matter.customer.id != grace.id
    assert ("toast", "Grace Mueller was deleted.", True) in shell.asked
    shell.session.undo()
    settle()
    assert grace.id in page.side.model.ids()


def test_odd_names_are_listed_as_they_are(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    added(book, Customer(given="<b>&", family="x" * 300))
    added(book, someone("", "0171 3920099"))
    page = show(shell, qtbot)
    assert any(name.startswith("<b>& xxx") for name in names(page))
    number = next(view for view in views(page) if view.name == "0171 3920099")
    assert isinstance(number, CustomerRowView)
    assert number.initials == "#"
    page.open_customer(book.customers.resolve("0171 3920099").id)
    assert page.card.who.name.text() == "0171 3920099"


def test_the_first_are_there_before_all_have_been_read(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    waiting = threading.Event()
    ids = book.customers.ids

    def slow(order: str = "name", wanted: Filter = Filter()) -> list[int]:  # noqa: B008 - frozen
        waiting.wait(20)
        return ids(order, wanted)

    book.customers.ids = slow  # type: ignore[method-assign]
    page = build(shell)
    assert isinstance(page, CustomersPage)
    qtbot.addWidget(page)
    page.refresh(None)
    everyone = [hit.line.id for hit in book.customers.find("", 100)]
    assert page.side.model.ids() == everyone
    assert page.side.count.text() == ""
    giulia = who(book, "Giulia Ambrosini").id
    page.open_customer(giulia)
    page.search("oliver")
    qtbot.waitUntil(lambda: page.side.count.text() == "1 found")
    page.search("")
    qtbot.waitUntil(lambda: page.side.model.ids() == everyone)
    page.open_customer(giulia)
    waiting.set()
    settle()
    assert page.side.count.text() == f"{len(everyone)} customers"
    assert page.side.current() == giulia
    assert page.card.matter is not None
    assert page.card.matter.customer.id == giulia


def test_who_rests_after_typing_is_told_how_many_there_are(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    for number in range(30):
        added(book, someone(f"Thessaly Quist{number}"))
    page = show(shell, qtbot)
    page.side.search("quist")
    some = page.side.list.rows_in_sight() + 1
    assert some < 30
    assert page.side.count.text().startswith(f"{some}+ ")
    before = page.side.model.ids()[:]
    qtbot.waitUntil(lambda: page.side.count.text().startswith("30 "))
    assert page.side.model.ids()[:some] == before
    assert page.side.list.currentIndex().row() == 0


def test_a_search_from_the_end_of_the_list_reads_only_what_it_shows(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    """A view that is left at the end of a shorter list asks for more of it with the same key."""
    for number in range(3 * FIRST_HITS):
        added(book, someone(f"Thessaly Quist{number}"))
    page = show(shell, qtbot)
    page.side.list.scrollToBottom()
    assert page.side.list.verticalScrollBar().value() > 0
    page.side.search("quist")
    assert len(page.side.model.ids()) == page.side.list.rows_in_sight() + 1
    assert page.side.list.verticalScrollBar().value() == 0
