"""Filters of the list: chips, the popup that offers more, and saved lists."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui import theme
from customerbook.gui.customers.filter_words import filter_parts, quiet_words
from customerbook.gui.customers.list_name import ListNameSheet
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.widgets.picker import Picker
from customerbook.model.customer import Address, Consent
from customerbook.model.filter import Filter
from customerbook.model.person import Person
from customerbook.model.saved_list import SavedList
from tests.gui.counter import CounterShell, press, type_words
from tests.gui.customers.pages import changed, names, search, settle, show, who


@pytest.fixture
def page(shell: CounterShell, qtbot: QtBot, book: Book) -> Iterator[CustomersPage]:
    """Four who ride to work, one of them with a follow-up."""
    for name in ("Grace Mueller", "Hannelore Müller", "Oliver Müller", "Jean-Baptiste Lefèvre"):
        changed(shell, who(book, name), tags=("commuter", "club")[: 2 if name[0] in "GO" else 1])
    changed(shell, who(book, "Grace Mueller"), addresses=(Address(town="Leeds"),))
    made = show(shell, qtbot)
    yield made
    for sheet in list(made.window().findChildren(Picker)):
        sheet.dismiss()


def by(page: CustomersPage, wanted: Filter) -> list[str]:
    page.side.narrowing.filter_by(wanted)
    settle()
    return names(page)


def words(page: CustomersPage) -> list[str]:
    """The chips from the first to the last."""
    row = page.side.narrowing.chips
    return [chip.text() for chip in (row.list, row.followup, *row.chips, row.more)]


def picker(page: CustomersPage) -> Picker:
    """The popup, opened by its command."""
    page.commands()["filter"]()
    found = page.window().findChildren(Picker)[-1]
    assert found.isVisible()
    return found


def test_the_row_offers_list_follow_up_and_tag(page: CustomersPage) -> None:
    row = page.side.narrowing.chips
    assert words(page) == ["All customers", "Open follow-up", "Tag"]
    assert not row.list.isChecked()
    assert not row.followup.isChecked()
    tops = {chip.y() for chip in (row.list, row.followup, row.more)}
    assert len(tops) == 1, "the row wraps"
    assert row.height() == row.list.height() == theme.current().px(24)


def test_a_filter_shows_who_has_all_of_it_and_of_how_many(page: CustomersPage) -> None:
    total = page.side.narrowing._shell.session.book.customers.count()
    assert sorted(by(page, Filter(tags=("commuter",)))) == [
        "Grace Mueller",
        "Hannelore Müller",
        "Jean-Baptiste Lefèvre",
        "Oliver Müller",
    ]
    assert page.side.count.text() == f"4 of {total}"
    assert words(page) == ["All customers", "Open follow-up", "commuter", "Filter"]
    assert sorted(by(page, Filter(tags=("commuter", "club")))) == ["Grace Mueller", "Oliver Müller"]
    assert by(page, Filter(tags=("commuter",), town="leeds")) == ["Grace Mueller"]
    assert page.card.matter is not None
    assert page.card.matter.customer.name == "Grace Mueller"
    assert len(by(page, Filter())) == total
    assert page.side.count.text() == f"{total} customers"


def test_the_follow_up_chip_turns_the_filter_on_and_off(page: CustomersPage) -> None:
    row = page.side.narrowing.chips
    row.followup.click()
    settle()
    assert page.side.narrowing.wanted == Filter(open_followup=True)
    assert row.followup.isChecked()
    assert "Grace Mueller" not in names(page)
    assert "Oliver Müller" in names(page)
    row.followup.click()
    settle()
    assert not page.side.narrowing.wanted
    assert "Grace Mueller" in names(page)


def test_a_follow_up_that_is_done_leaves_the_filtered_list(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    assert "Thị Mai Nguyễn" in by(page, Filter(open_followup=True))
    (line,) = book.followups.for_customer(who(book, "Nguyễn").id)
    shell.session.do(book.followups.complete, line.id)
    settle()
    assert "Thị Mai Nguyễn" not in names(page)


def test_pressing_a_chip_takes_its_part_away_and_keeps_the_keyboard_near(
    page: CustomersPage,
) -> None:
    by(page, Filter(tags=("commuter", "club")))
    row = page.side.narrowing.chips
    assert [chip.accessibleName() for chip in row.chips] == ["Tag commuter", "Tag club"]
    row.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    press("Delete")
    settle()
    assert page.side.narrowing.wanted == Filter(tags=("club",))
    assert QApplication.focusWidget() is row.chips[0]
    press("Space")
    settle()
    assert not page.side.narrowing.wanted
    assert QApplication.focusWidget() is row.more


def test_a_search_looks_among_those_who_are_filtered(page: CustomersPage, qtbot: QtBot) -> None:
    by(page, Filter(tags=("commuter",)))
    search(page, qtbot, "mül")
    assert sorted(names(page)[:-1]) == ["Hannelore Müller", "Oliver Müller"]
    search(page, qtbot, "giulia")
    assert names(page) == ["New customer “giulia”"]
    words = "Nobody found for “giulia” among those that are filtered."
    assert page.side.nobody.text() == words
    page.side.head.show_all.click()
    settle()
    assert names(page)[0] == "Giulia Ambrosini"
    assert page.side.head.show_all.isHidden()


def test_a_filter_that_lets_nobody_through_says_so_and_offers_all(page: CustomersPage) -> None:
    assert by(page, Filter(tags=("commuter",), town="Nowhere")) == []
    assert page.side.nobody.text() == "Nobody has all of this."
    assert page.card.matter is None
    assert page.side.head.show_all.isVisible()
    page.commands()["show-all"]()
    settle()
    assert "Grace Mueller" in names(page)
    assert "show-all" not in page.commands()


def test_one_who_was_opened_stays_though_the_filter_does_not_let_them_through(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    by(page, Filter(tags=("commuter",)))
    giulia = who(book, "Giulia Ambrosini")
    page.open_customer(giulia.id)
    changed(shell, who(book, "Grace Mueller"), nickname="Gracie")
    assert page.card.matter is not None
    assert page.card.matter.customer.id == giulia.id
    assert page.side.current() == 0
    by(page, Filter(tags=("club",)))
    assert page.card.matter.customer.id == page.side.current() != 0


def test_the_popup_offers_tags_people_towns_and_quiet_ones(page: CustomersPage) -> None:
    shown = picker(page)
    offered = [pick.name for pick in shown.picks()]
    assert offered[:2] == ["commuter", "club"]  # most used first
    assert {"Martha Lindner", "Nobody responsible", "Leeds", "Quiet for 6 months"} <= set(offered)
    type_words("leed")
    assert [pick.name for pick in shown.picks()] == ["Leeds"]
    press("Return")
    settle()
    assert names(page) == ["Grace Mueller"]
    assert words(page) == ["All customers", "Open follow-up", "Leeds", "Filter"]
    shown = picker(page)
    type_words("clu")
    press("Return")
    settle()
    assert page.side.narrowing.wanted == Filter(tags=("club",), town="Leeds")
    assert "club" not in [pick.name for pick in picker(page).picks()]


def test_people_and_consents_are_filtered_by(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    jonas = next(one.id for one in book.people.all() if one.name == "Jonas Weber")
    grace = who(book, "Grace Mueller")
    allowed = (Consent(purpose="newsletter", given=True),)
    changed(shell, replace(grace, responsible_id=jonas), consents=allowed)
    picker(page)
    type_words("jonas")
    press("Return")
    settle()
    assert names(page) == ["Grace Mueller"]
    row = page.side.narrowing.chips
    assert [(chip.text(), chip.accessibleName()) for chip in row.chips] == [
        ("Jonas", "Responsible: Jonas Weber")
    ]
    shell.session.do(book.people.save, replace(book.people.get(jonas), name="Jonas Weiss"))
    settle()
    assert row.chips[0].accessibleName() == "Responsible: Jonas Weiss"
    page.side.narrowing.show_everyone()
    picker(page)
    type_words("newsl")
    press("Return")
    settle()
    assert page.side.narrowing.wanted == Filter(consent="newsletter")
    assert names(page) == ["Grace Mueller"]


def test_a_filter_is_said_in_words() -> None:
    people = {1: "Martha Lindner"}
    wanted = Filter(("club",), responsible=1, quiet_days=91, town="Leeds", consent="newsletter")
    parts = filter_parts(wanted, people)
    assert [part.text for part in parts] == [
        "club",
        "Martha",
        "Leeds",
        "Quiet for 3 months",
        "newsletter",
    ]
    for part in parts:
        assert wanted != part.without
    (nobody,) = filter_parts(Filter(responsible=0), people)
    assert nobody.text == "Nobody responsible"
    assert quiet_words(90) == "Quiet for 90 days"
    assert quiet_words(1) == "Quiet for 1 day"


def test_what_is_filtered_is_kept_as_a_list_and_found_again(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    assert "save-list" not in page.commands()
    by(page, Filter(tags=("commuter",)))
    page.side.sort("last-contact")
    page.commands()["save-list"]()
    press("Return")
    sheet = shell.sheets[-1]
    assert isinstance(sheet, ListNameSheet)
    assert sheet.name.error() == "A list needs a name."
    type_words("Riders")
    press("Return")
    settle()
    (kept,) = book.lists.all()
    assert (kept.name, kept.wanted, kept.order) == (
        "Riders",
        Filter(tags=("commuter",)),
        "last-contact",
    )
    row, lists = page.side.narrowing.chips, page.side.narrowing.lists
    assert row.list.text() == "Riders"
    assert row.list.isChecked()
    assert row.list.accessibleName() == "List: Riders"
    lists.choose(0)
    page.side.sort("name")
    settle()
    assert row.list.text() == "All customers"
    assert len(names(page)) == book.customers.count()
    lists.choose(kept.id)
    settle()
    assert page.side.order.order == "last-contact"
    assert len(names(page)) == 4


def menu_of(page: CustomersPage) -> dict[str, object]:
    """The menu of lists: its words and what pressing them does."""
    page.commands()["lists"]()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    actions = {action.text(): action.trigger for action in menu.actions() if action.text()}
    menu.close()
    page.window().activateWindow()
    settle()
    return dict(actions)


def test_a_list_can_be_changed_renamed_and_deleted_and_all_of_it_undone(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    made = book.lists.add(SavedList(name="Riders", wanted=Filter(tags=("commuter",))))
    kept = made.first(SavedList)
    lists, row = page.side.narrowing.lists, page.side.narrowing.chips
    lists.choose(kept.id)
    settle()
    by(page, Filter(tags=("commuter",), town="Leeds"))
    assert row.list.text() == "Riders, changed"
    acts = menu_of(page)
    assert list(acts) == [
        "All customers",
        "Riders",
        "Save the changes to “Riders”",
        "Save this as a list …",
        "Rename “Riders” …",
        "Delete “Riders”",
    ]
    acts["Save the changes to “Riders”"]()  # type: ignore[operator]
    settle()
    assert book.lists.get(kept.id).wanted.town == "Leeds"
    assert row.list.text() == "Riders"
    menu_of(page)["Rename “Riders” …"]()  # type: ignore[operator]
    type_words("Leeds riders")
    press("Return")
    settle()
    assert row.list.text() == "Leeds riders"
    menu_of(page)["Delete “Leeds riders”"]()  # type: ignore[operator]
    settle()
    assert book.lists.all() == []
    assert row.list.text() == "All customers"
    assert names(page) == ["Grace Mueller"]  # the filter stays
    shell.session.undo()
    assert [one.name for one in book.lists.all()] == ["Leeds riders"]


def test_a_name_that_is_taken_is_told_at_the_field(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    shell.session.do(book.lists.add, SavedList(name="Riders", wanted=Filter(town="Leeds")))
    by(page, Filter(tags=("commuter",)))
    page.commands()["save-list"]()
    type_words("riders")
    press("Return")
    sheet = shell.sheets[-1]
    assert isinstance(sheet, ListNameSheet)
    assert sheet.isVisible()
    assert "Choose another name" in sheet.name.error()
    press("Escape")
    assert len(book.lists.all()) == 1


def test_list_and_filter_come_back_after_a_lock(
    page: CustomersPage, shell: CounterShell, book: Book, qtbot: QtBot
) -> None:
    martha = Person(name="x").id or 1
    kept = book.lists.add(SavedList(name="Riders", wanted=Filter(tags=("commuter",))))
    page.side.narrowing.lists.choose(kept.first(SavedList).id)
    by(page, Filter(tags=("commuter",), quiet_days=28))
    changed(shell, who(book, "Hannelore Müller"), responsible_id=martha)
    by(page, Filter(tags=("commuter",), responsible=martha))
    state = page.state()
    again = show(shell, qtbot)
    again.restore(state)
    again.refresh(None)
    settle()
    assert again.side.narrowing.wanted == Filter(tags=("commuter",), responsible=martha)
    assert words(again)[0] == "Riders, changed"
    assert names(again) == ["Hannelore Müller"]
