"""The page as a whole: who is shown, narrow windows, commands, coming back after a lock."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui import theme
from customerbook.gui.customers import build
from customerbook.gui.customers.page import CustomersPage
from customerbook.model.filter import Filter
from customerbook.model.followup import FollowUp
from tests.books import added, someone
from tests.gui.counter import TODAY, CounterShell, press
from tests.gui.customers.pages import search, settle, show, who


def shown(page: CustomersPage) -> str:
    return page.card.matter.customer.name if page.card.matter else ""


def test_a_customer_who_was_not_found_can_be_opened_all_the_same(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    search(page, qtbot, "grace")
    page.open_customer(who(book, "Giulia Ambrosini").id)
    settle()
    assert shown(page) == "Giulia Ambrosini"
    assert ("search", "") in shell.asked
    assert page.side.current() == who(book, "Giulia Ambrosini").id


def test_the_chosen_customer_stays_while_the_list_changes(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    page.open_customer(who(book, "Siobhán O’Connor").id)
    settle()
    for name in ("Aaron Aalto", "Zoe Zimmer"):
        shell.session.do(book.customers.add, someone(name))
    settle()
    assert shown(page) == "Siobhán O’Connor"
    assert page.side.current() == who(book, "Siobhán O’Connor").id
    assert "Aaron Aalto" in {line.name for line in book.customers.lines(page.side.model.ids())}


def test_who_came_last_stands_at_the_top_whatever_was_listed(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    page.side.narrowing.filter_by(Filter(town="Nowhere"))
    newest = added(book, someone("Zora Zebra")).id
    page.show_newest()
    settle()
    assert page.side.order.order == "newest"
    assert not page.side.narrowing.wanted
    assert page.side.model.ids()[0] == page.side.current() == newest
    assert page.side.list.hasFocus()


def test_clearing_a_search_keeps_who_was_shown(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    search(page, qtbot, "oliver")
    assert shown(page) == "Oliver Müller"
    search(page, qtbot, "")
    assert shown(page) == "Oliver Müller"
    assert page.side.model.text == ""


def test_a_new_follow_up_shows_without_reading_the_timeline_again(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    grace = who(book, "Grace Mueller").id
    page.open_customer(grace)
    settle()
    page.card.timeline.turn(page.card.timeline.model.index(0))
    reading = page.card.timeline._reading
    assert page.card.open.isHidden()
    shell.session.do(book.followups.add, FollowUp(title="Ask", customer_id=grace, due_day=TODAY))
    settle()
    assert not page.card.open.isHidden()
    assert page.card.timeline._reading is reading


def test_the_page_comes_back_as_it_was_after_a_lock(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    page.side.order.chosen.emit("last-contact")
    page.open_customer(who(book, "Giulia Ambrosini").id)
    settle()
    state = page.state()
    assert state == {
        "customer": who(book, "Giulia Ambrosini").id,
        "by_hand": True,
        "order": "last-contact",
        "list": 0,
        "filter": "",
    }
    again = build(shell)
    assert isinstance(again, CustomersPage)
    qtbot.addWidget(again)
    again.refresh(None)
    again.restore(state)
    settle()
    assert shown(again) == "Giulia Ambrosini"
    assert again.side.order.order == "last-contact"
    assert again.side.current() == who(book, "Giulia Ambrosini").id


def test_a_customer_who_is_gone_after_a_lock_is_no_trouble(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(shell, qtbot)
    page.restore({"customer": 4711, "order": "newest"})
    settle()
    assert page.card.matter is not None
    assert page.card.matter.customer.id == page.side.model.ids()[0]
    page.restore({})
    settle()
    assert page.side.order.order == "name"


def test_a_narrow_window_shows_the_list_or_the_card(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    shell.host.resize(760, 600)
    settle()
    page.search("")
    settle()
    assert page.side.isVisible()
    assert not page.card.isVisible()
    page.open_customer(who(book, "Grace Mueller").id)
    settle()
    assert not page.side.isVisible()
    assert page.card.isVisible()
    assert page.card.back_button.isVisible()
    assert page.first_column() is page.card
    page.card.back_button.click()
    settle()
    assert page.side.isVisible()
    assert page.side.list.hasFocus()
    press("Return")
    settle()
    assert page.card.isVisible()
    shell.host.resize(1280, 800)
    settle()
    assert page.side.isVisible()
    assert page.card.isVisible()
    assert not page.card.back_button.isVisible()
    assert page.first_column() is page.side


def narrow(shell: CounterShell, qtbot: QtBot) -> CustomersPage:
    page = show(shell, qtbot)
    shell.host.resize(760, 600)
    settle()
    page.search("")
    settle()
    page.focus_first()
    return page


def test_a_window_that_becomes_narrow_lets_the_keyboard_go_over_to_the_card(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = show(shell, qtbot)
    page.focus_first()
    settle()
    shell.host.resize(760, 600)
    settle()
    assert not page.side.isVisible()
    assert page.card.actions_.first().hasFocus()


def test_in_another_look_a_narrow_window_goes_on_showing_the_list(
    shell: CounterShell, qtbot: QtBot, qapp: QApplication
) -> None:
    page = narrow(shell, qtbot)
    theme.install(qapp, scheme="dark", reduced_motion=True)
    settle()
    assert page.side.isVisible()
    assert page.side.list.hasFocus()


def test_escape_on_a_card_goes_back_to_the_list_before_it_chooses_nobody(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = narrow(shell, qtbot)
    press("Shift+Down")
    several = set(page.side.several.ids)
    assert len(several) == 2
    press("Return")
    settle()
    assert not page.side.isVisible()
    press("Esc")
    assert page.side.isVisible()
    assert page.side.list.hasFocus()
    assert page.side.several.ids == several  # nobody saw who is chosen
    press("Esc")
    assert page.side.several.ids == set()
    assert page.side.list.hasFocus()


def test_a_card_that_is_gone_leaves_the_keyboard_in_the_list_of_a_narrow_window(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = narrow(shell, qtbot)
    page.open_customer(4711)
    settle()
    assert page.side.isVisible()
    assert page.side.list.hasFocus()


def test_commands_are_those_of_who_is_shown(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = show(shell, qtbot)
    grace = who(book, "Grace Mueller").id
    page.open_customer(grace)
    settle()
    commands = page.commands()
    of_card = {"print", "edit", "remove", "more", "act"}
    of_list = {"filter", "lists", "select-all", "tag", "responsible", "export"}
    assert set(commands) == of_card | of_list
    commands["print"]()
    assert ("preview", "summary", grace) in shell.asked
    commands["edit"]()
    assert ("edit_customer", grace) in shell.asked
    commands["act"]()
    assert shell.asked[-1][0] == "log"
    assert page.customer_id() == grace


def test_the_tab_joins_the_card_where_the_row_is(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    page.focus_first()
    press("Down")
    settle()
    row = page.side.list.visualRect(page.side.list.currentIndex())
    top = page.side.list.mapTo(page, row.topLeft()).y() - page.card.y()
    assert page.card._joined == (top, row.height())


def test_the_organisation_of_somebody_is_one_press_away(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    kita = who(book, "Kindertageseinrichtung Sonnenblume")
    page.open_customer(kita.id)
    settle()
    assert page.card.accessibleName() == "Kindertageseinrichtung Sonnenblume"
    assert page.card.who.organisation.isHidden()


def test_only_who_was_chosen_or_found_is_in_hand(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = show(shell, qtbot)
    assert shown(page)
    assert page.customer_id() is None
    page.focus_first()
    press("Down")
    settle()
    second = page.side.model.ids()[1]
    assert page.customer_id() == second
    shell.session.do(book.customers.add, someone("Zoe Zimmer"))
    settle()
    assert page.customer_id() == second
    page.side.sort("newest")
    settle()
    assert shown(page) == "Zoe Zimmer"
    assert page.customer_id() is None
    search(page, qtbot, "grace")
    assert page.customer_id() == who(book, "Grace Mueller").id
    page.open_customer(who(book, "Giulia Ambrosini").id)
    settle()
    assert page.customer_id() == who(book, "Giulia Ambrosini").id


def test_a_click_on_the_first_row_takes_it_in_hand(shell: CounterShell, qtbot: QtBot) -> None:
    page = show(shell, qtbot)
    index = page.side.list.currentIndex()
    place = page.side.list.visualRect(index).center()
    QTest.mouseClick(
        page.side.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    settle()
    assert page.customer_id() == page.side.model.ids()[0]
