"""Several customers at once: choosing them by key and mouse, and what is done with all of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.exchange.formats import read_file
from customerbook.exchange.rows import ReadRow
from customerbook.exchange.writers import EXPORTS, Export, export_named
from customerbook.gui.customers.export_several import write_customers
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.customers.print_several import PrintSeveral
from customerbook.gui.documents import printers
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.picker import Picker
from customerbook.gui.widgets.row_view import CustomerRowView
from customerbook.gui.working import Working
from customerbook.model.filter import Filter
from tests.books import added, someone
from tests.gui.counter import CounterShell, press, type_words
from tests.gui.customers.pages import changed, names, search, settle, show, views, who
from tests.gui.documents.paper import NAME, pages, stand_printer, text

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(shell: CounterShell, qtbot: QtBot) -> CustomersPage:
    """The page with the keyboard in the list."""
    made = show(shell, qtbot)
    made.focus_first()
    return made


@pytest.fixture(autouse=True)
def _closed(shell: CounterShell) -> Iterator[None]:
    """What was opened is closed before the window goes."""
    yield
    for picker in shell.host.findChildren(Picker):
        picker.dismiss()
    settle()


def chosen(page: CustomersPage) -> list[int]:
    """Rows that are chosen."""
    ids = page.side.model.ids()
    return sorted(ids.index(one) for one in page.side.several.ids)


def ticked(page: CustomersPage) -> list[int]:
    """Rows that show a ticked box."""
    found = views(page)
    return [row for row, view in enumerate(found) if getattr(view, "ticked", None)]


def click(page: CustomersPage, row: int, keys: Qt.KeyboardModifier = NONE, x: int = 150) -> None:
    """Click into a row, by default on its name."""
    rect = page.side.list.visualRect(page.side.model.index(row))
    place = QPoint(x, rect.center().y())
    QTest.mouseClick(page.side.list.viewport(), Qt.MouseButton.LeftButton, keys, place)
    settle()


def opened(shell: CounterShell) -> Picker:
    """The popup that is open."""
    return next(one for one in shell.host.findChildren(Picker) if one.isVisible())


def take(text: str) -> None:
    """Type into the popup that has the keyboard, and take the first that fits."""
    type_words(text)
    press("Return")
    settle()


def finish(page: CustomersPage, qtbot: QtBot) -> None:
    """Wait until what is done in a worker was told."""
    qtbot.waitUntil(lambda: not page._shell.jobs.busy(), timeout=20_000)
    settle()


def tags(book: Book, name: str) -> set[str]:
    return set(who(book, name).tags)


def test_space_chooses_and_boxes_stand_in_the_rows(page: CustomersPage) -> None:
    assert all(view.ticked is None for view in views(page) if isinstance(view, CustomerRowView))
    press("Space")
    press("Down")
    press("Down")
    press("Space")
    assert chosen(page) == ticked(page) == [0, 2]
    model = page.side.model
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert str(model.index(2).data(spoken)).startswith("selected, ")
    assert not str(model.index(1).data(spoken)).startswith("selected")
    assert page.together.bar.isVisible()
    assert page.together.bar._count.text() == "2 selected"
    press("Space")
    assert chosen(page) == [0]


def test_shift_with_arrows_chooses_on_and_back(page: CustomersPage) -> None:
    for _step in range(3):
        press("Shift+Down")
    assert chosen(page) == [0, 1, 2, 3]
    press("Shift+Up")
    assert chosen(page) == [0, 1, 2]
    press("Down")
    press("Down")
    press("Space")
    press("Shift+Down")
    assert chosen(page) == [0, 1, 2, 4, 5]
    press("Shift+End")
    assert chosen(page) == [0, 1, 2, *range(4, len(page.side.model.ids()))]
    assert page.side.current() == page.side.model.ids()[-1]


def test_ctrl_and_shift_with_a_click_choose(page: CustomersPage) -> None:
    click(page, 1)
    click(page, 3, CONTROL)
    assert chosen(page) == [1, 3]  # the one whose card was opened is one of them
    click(page, 6, SHIFT)
    assert chosen(page) == [1, 3, 4, 5, 6]
    click(page, 4, CONTROL)
    assert chosen(page) == [1, 3, 5, 6]
    click(page, 8)  # a plain click looks at a card and keeps the choice
    assert chosen(page) == [1, 3, 5, 6]
    assert page.side.current() == page.side.model.ids()[8]
    click(page, 8, x=30)  # on the avatar
    assert chosen(page) == [1, 3, 5, 6, 8]


def test_the_first_row_that_nobody_chose_is_not_one_of_several(page: CustomersPage) -> None:
    click(page, 3, CONTROL)
    assert chosen(page) == [3]


def test_escape_and_the_cross_choose_nobody(page: CustomersPage) -> None:
    press("Shift+Down")
    press("Escape")
    assert chosen(page) == []
    assert not page.together.bar.isVisible()
    press("Space")
    (cross,) = page.together.bar.findChildren(IconButton)
    assert cross.accessibleName() == "Choose none"
    cross.click()
    assert chosen(page) == []
    assert page.side.list.hasFocus()


def test_the_card_alone_is_neither_changed_nor_deleted_while_several_are_chosen(
    page: CustomersPage,
) -> None:
    assert {"edit", "remove"} <= set(page.commands())
    press("Shift+Down")
    assert not {"edit", "remove"} & set(page.commands())
    press("Escape")
    assert {"edit", "remove"} <= set(page.commands())


def test_the_list_leaves_room_for_the_bar_and_the_toast_stands_above(page: CustomersPage) -> None:
    before = page.side.list.height()
    assert page.foot_room() == 0
    page.commands()["select-all"]()
    settle()
    bar = page.together.bar
    top = bar.mapTo(page, QPoint(0, 0)).y()
    assert page.side.list.height() < before
    assert page.side.list.mapTo(page, QPoint(0, page.side.list.height())).y() <= top
    assert bar.x() == page.side.x()
    assert page.height() - page.foot_room() <= top
    press("Escape")
    settle()
    assert page.side.list.height() == before


def test_everybody_is_chosen_also_those_who_were_not_scrolled_to(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    for number in range(40):
        added(book, someone(f"Zoe Zimmer {number:02}"))
    page = show(shell, qtbot)
    page.commands()["select-all"]()
    assert len(page.side.several.ids) == book.customers.count()
    search(page, qtbot, "zimmer")
    assert chosen(page) == []  # another search begins anew
    assert not page.side.model.complete
    page.commands()["select-all"]()
    finish(page, qtbot)
    assert len(page.side.several.ids) == 40
    assert page.together.bar._count.text() == "40 selected"


def test_100000_are_chosen_at_once(page: CustomersPage) -> None:
    """Ids, not rows: it takes no longer than a breath, and rows ask nothing of the book."""
    import time  # noqa: PLC0415

    many = list(range(1, 100_001))
    page.side.model.show_all(many)
    page.side._everyone._ids = many
    best = 1.0
    for _turn in range(3):
        page.together.clear()
        start = time.thread_time()
        page.commands()["select-all"]()
        best = min(best, time.thread_time() - start)
    assert len(page.side.several.ids) == 100_000
    assert page.together.bar._count.text() == "100,000 selected"
    assert best < 0.05


def test_another_order_keeps_who_is_chosen_and_another_filter_does_not(
    page: CustomersPage, book: Book
) -> None:
    press("Space")
    (who_is,) = page.side.several.ids
    page.side.sort("newest")
    settle()
    assert page.side.several.ids == {who_is}
    page.side.narrowing.filter_by(Filter(town="Germering"))
    settle()
    assert page.side.several.ids == set()


def test_one_who_is_deleted_is_not_chosen_any_more(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    page.commands()["select-all"]()
    shell.session.do(book.customers.remove, who(book, "Grace Mueller").id)
    settle()
    assert len(page.side.several.ids) == book.customers.count()


def test_a_tag_is_given_to_all_and_taken_again_and_undone(
    page: CustomersPage, shell: CounterShell, book: Book, qtbot: QtBot
) -> None:
    press("Shift+Down")
    press("Shift+Down")
    three = names(page)[:3]
    page.commands()["tag"]()
    take("Riders")
    finish(page, qtbot)
    assert [tags(book, name) for name in three] == [{"Riders"}] * 3
    assert shell.toasts()[-1] == "3 customers tagged “Riders”."
    assert chosen(page) == [0, 1, 2]
    shell.session.undo()
    assert [tags(book, name) for name in three] == [set()] * 3
    shell.session.redo()
    page.commands()["tag"]()
    popup = opened(shell)
    offered = [pick.spoken() for pick in popup.picks()]
    assert offered == ["Take Riders off"]  # all of them have it: there is nothing to add
    take("rid")
    finish(page, qtbot)
    assert [tags(book, name) for name in three] == [set()] * 3
    assert shell.toasts()[-1] == "“Riders” taken from 3 customers."


def test_a_tag_some_have_can_be_given_to_the_rest_or_taken(
    page: CustomersPage, shell: CounterShell, book: Book
) -> None:
    changed(shell, who(book, names(page)[0]), tags=("club",))
    page.focus_first()
    press("Shift+Down")
    page.commands()["tag"]()
    popup = opened(shell)
    assert [pick.spoken() for pick in popup.picks()] == ["Add club", "Take club off"]
    type_words("club")
    assert [pick.spoken() for pick in popup.picks()] == ["Add club", "Take club off"]
    type_words("house")
    assert [pick.name for pick in popup.picks()] == ["New tag “clubhouse”"]


def test_a_person_becomes_responsible_for_all_or_nobody_is(
    page: CustomersPage, shell: CounterShell, book: Book, qtbot: QtBot
) -> None:
    press("Shift+Down")
    two = page.side.model.ids()[:2]
    page.together.bar.buttons["responsible"].click()
    take("jonas")
    finish(page, qtbot)
    jonas = next(one.id for one in book.people.all() if one.name == "Jonas Weber")
    assert [one.responsible_id for one in book.customers.several(two)] == [jonas, jonas]
    assert shell.toasts()[-1] == "Jonas Weber is responsible for 2 customers now."
    page.commands()["responsible"]()
    take("nobody")
    finish(page, qtbot)
    assert [one.responsible_id for one in book.customers.several(two)] == [None, None]


def test_with_nobody_chosen_the_customer_of_the_card_is_tagged(
    page: CustomersPage, book: Book, qtbot: QtBot
) -> None:
    page.open_customer(who(book, "Grace Mueller").id)
    settle()
    page.commands()["tag"]()
    take("Riders")
    finish(page, qtbot)
    assert tags(book, "Grace Mueller") == {"Riders"}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.id)
def test_those_who_are_chosen_are_written_to_a_file(
    page: CustomersPage,
    shell: CounterShell,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    export: Export,
) -> None:
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, _title: str, usual: str, kind: str) -> tuple[str, str]:
        asked.append((Path(usual).name, kind))
        return str(tmp_path / "riders"), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    press("Shift+Down")
    two = names(page)[:2]
    page.commands()["export"]()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words == [one.title() for one in EXPORTS]
    next(action for action in menu.actions() if action.text() == export.title()).trigger()
    menu.close()
    finish(page, qtbot)
    path = tmp_path / ("riders" + export.suffix)
    assert asked[0][0] == "Customers" + export.suffix
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [path.name]
    said = f"2 customers written to “{path.name}” in {tmp_path.name}."
    assert shell.toasts()[-1] == said
    rows = read_file(path, country="DE", language="en").rows
    assert [row.customer.name for row in rows if isinstance(row, ReadRow)] == two


def test_an_export_that_cannot_be_written_says_so_and_leaves_nothing(
    page: CustomersPage, shell: CounterShell, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    shell.say = lambda error: said.append(str(error))  # type: ignore[method-assign]
    shell.jobs.refused.connect(shell.say)
    path = tmp_path / "none" / "riders.csv"
    write_customers(shell, page.side.model.ids(), export_named("csv"), path)
    finish(page, qtbot)
    assert len(said) == 1
    assert re.fullmatch(r"“riders.csv” could not be written: .+ Choose another place.", said[0])
    assert not path.exists()


def test_an_export_that_is_stopped_leaves_no_file(
    shell: CounterShell, qtbot: QtBot, tmp_path: Path, book: Book
) -> None:
    page = show(shell, qtbot)
    path = tmp_path / "riders.csv"
    write_customers(shell, page.side.model.ids(), export_named("csv"), path)
    (working,) = shell.host.findChildren(Working)
    working.dismiss()
    finish(page, qtbot)
    assert shell.toasts() == ["Stopped. No file was written."]
    assert list(tmp_path.glob("riders*")) == []


def test_who_may_not_export_does_not_see_it(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    aylin = next(one.id for one in book.people.all() if one.name == "Aylin Kaya")
    book.sign_in(aylin)
    page = show(shell, qtbot)
    page.commands()["select-all"]()
    assert set(page.together.bar.buttons) == {"tag", "responsible", "print"}
    assert "export" not in page.commands()


def printing(page: CustomersPage, shell: CounterShell) -> PrintSeveral:
    page.commands()["print"]()
    sheet = shell.sheets[-1]
    assert isinstance(sheet, PrintSeveral)
    return sheet


def test_their_summaries_are_printed_as_one_job(
    page: CustomersPage,
    shell: CounterShell,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = tmp_path / "printed.pdf"
    stand_printer(monkeypatch, paper)
    monkeypatch.setattr(printers, "printer_names", lambda: [NAME])
    press("Shift+Down")
    sheet = printing(page, shell)
    assert sheet.accessibleName() == "Summaries of 2 customers"
    assert sheet.go.text() == "Print"
    press("Tab")
    sheet.go.click()
    qtbot.waitUntil(lambda: bool(shell.toasts()), timeout=20_000)
    assert shell.toasts() == ["2 summaries are with the printer."]
    assert len(pages(paper)) == 2


def test_their_summaries_go_into_one_pdf_or_one_each(
    page: CustomersPage,
    shell: CounterShell,
    qtbot: QtBot,
    tmp_path: Path,
    book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printers, "printer_names", list)
    monkeypatch.setattr(printers, "usual_printer", str)
    one = tmp_path / "all.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(one), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    press("Shift+Down")
    two = names(page)[:2]
    sheet = printing(page, shell)
    assert sheet.go.text() == "Save"
    sheet.go.click()
    finish(page, qtbot)
    assert shell.toasts() == ["Saved as all.pdf"]
    words = text(one.read_bytes())
    assert all(name.split()[-1] in words for name in two)
    one.unlink()
    ids = page.side.model.ids()[:2]
    for turn in (1, 2):
        sheet = printing(page, shell)
        sheet.target.choose("each")
        sheet.hand_over()
        finish(page, qtbot)
        assert shell.toasts()[-1] == f"2 summaries are in “{tmp_path.name}”."
        assert len(list(tmp_path.glob("*.pdf"))) == 2 * turn  # nothing is written over
    assert all(len(book.documents.of_customer(one)) == 1 for one in ids)
