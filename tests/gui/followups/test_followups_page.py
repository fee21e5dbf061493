"""The Follow-ups page on a real book: groups, people, several at once, the month beside it."""

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.followups import build
from customerbook.gui.followups.page import FollowUpsPage
from customerbook.gui.followups.section import DueSection
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.choice import Choice
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW, LineRowView, MarginRowView
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.person import Person
from customerbook.model.rights import Right
from tests.gui.counter import TODAY, CounterShell, press, type_words


def show(shell: CounterShell) -> FollowUpsPage:
    page = build(shell)
    assert isinstance(page, FollowUpsPage)
    shell.column.addWidget(page)
    page.refresh(None)
    shell.session.changed.connect(page.refresh)
    QApplication.processEvents()
    return page


def views(section: DueSection) -> list[MarginRowView]:
    model = section.model
    found = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert all(isinstance(view, MarginRowView) for view in found)
    return found


def section(page: FollowUpsPage, title: str) -> DueSection:
    return next(one for one in page.sections if one.title == title)


def test_groups_by_when_with_their_counts(shell: CounterShell) -> None:
    page = show(shell)
    shown = [one.heading() for one in page.sections if not one.isHidden()]
    assert shown == ["Overdue 2", "Today 5", "Next 7 days 6", "Later 1"]


def test_rows_say_the_moment_first(shell: CounterShell) -> None:
    page = show(shell)
    told = [(view.when, view.when_small) for one in page.sections for view in views(one)]
    assert told == [
        ("Thu 19 Nov", ""),
        ("yesterday", "18:00"),
        ("11:00", "in 38 min"),
        ("15:00", "every 6 weeks"),
        ("16:30", "in 6 h"),
        ("any time", ""),
        ("after 14:00", ""),
        ("Mon 23 Nov", "09:00"),
        ("Tue 24 Nov", "any time"),
        ("Tue 24 Nov", ""),
        ("Fri 27 Nov", "09:30"),
        ("Fri 27 Nov", "14:00"),
        ("Fri 27 Nov", "17:00"),
        ("Fri 11 Dec", ""),
    ]


def test_promises_are_marked_red_when_late(shell: CounterShell) -> None:
    page = show(shell)
    states = [view.state and (view.state.text, view.state.tone) for view in views(page.sections[0])]
    assert states == [None, ("promise", "red")]
    today = [view.state and view.state.tone for view in views(page.sections[1])]
    assert today == ["amber", None, "amber", None, None]


def test_tomorrow_is_a_group_of_its_own(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    tomorrow = TODAY + timedelta(days=1)
    shell.session.do(book.followups.add, FollowUp(title="Call", due_day=tomorrow))
    assert section(page, "Tomorrow").heading() == "Tomorrow 1"
    assert not section(page, "Tomorrow").isHidden()


def test_a_person_is_chosen(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.people.choose(book.people.named("Aylin").id)
    names = {view.staff_name for one in page.sections for view in views(one)}
    assert names == {"Aylin Kaya"}
    assert section(page, "Overdue").isHidden()
    marks = page.calendar.month._marks
    assert set(marks) == {TODAY, date(2026, 11, 27)}
    page.commands()["mine"]()
    assert page.people.person_id() == 1
    page.commands()["everyone"]()
    assert page.people.person_id() is None


def test_many_people_stand_in_a_combo_box(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    for name in ("Ada One", "Ben Two", "Cem Three"):
        shell.session.do(book.people.add, Person(name=name))
    QApplication.processEvents()
    box = page.people.findChildren(Choice)[-1]
    assert box.isVisible()
    assert box.count() == 8
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.people.person_id() == 1


def test_several_are_done_in_one_change(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Shift+Down")
    assert page.bar.isVisible()
    ids = [line.id for line in page.chosen()]
    assert len(ids) == 2
    assert [view.ticked for view in views(page.sections[0])] == [True, True]
    press_button(page, "Done")
    states = [book.followups.get(number).state for number in ids]
    assert states == [FollowUpState.DONE, FollowUpState.KEPT_LATE]
    assert shell.toasts() == ["2 done"]
    assert not page.bar.isVisible()
    shell.session.undo()
    assert [book.followups.get(number).state for number in ids] == [FollowUpState.OPEN] * 2


def press_button(page: FollowUpsPage, words: str) -> None:
    buttons = [one for one in page.bar.findChildren(Button) if one.text() == words]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_ctrl_and_the_mouse_choose_across_groups(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    for one in (page.sections[0], page.sections[1]):
        rect = one.list.visualRect(one.model.index(1))
        QTest.mouseClick(
            one.list.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            rect.center(),
        )
    assert len(page.chosen()) == 2
    press("Escape")
    assert page.chosen() == []
    assert not page.bar.isVisible()


def test_a_plain_click_chooses_nothing(shell: CounterShell) -> None:
    page = show(shell)
    rows = page.sections[0].list
    rect = rows.visualRect(page.sections[0].model.index(1))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.chosen() == []
    assert page.walk.current_id() == page.sections[0].model.ids()[1]


def test_all_are_chosen_by_their_command_and_none_by_the_cross(shell: CounterShell) -> None:
    page = show(shell)
    page.commands()["select-all"]()
    total = sum(len(one.model.ids()) for one in page.sections)
    assert len(page.chosen()) == total > 5
    assert page.bar.isVisible()
    page.bar.cleared.emit()
    assert page.chosen() == []
    assert page.bar.isHidden()


def test_several_are_put_off_and_keep_their_hour(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Shift+Down")
    ids = [line.id for line in page.chosen()]
    QTest.mouseClick(_chip(page, "Monday"), Qt.MouseButton.LeftButton)
    put = [book.followups.get(number) for number in ids]
    assert {one.due_day for one in put} == {TODAY + timedelta(days=2)}
    assert [one.due_time for one in put] == [None, time(18)]
    assert shell.toasts() == ["2 snoozed until Monday 23 November"]


def _chip(page: FollowUpsPage, words: str) -> Chip:
    return next(chip for chip in page.bar.findChildren(Chip) if chip.text() == words)


def test_several_are_given_to_somebody(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Shift+Down")
    ids = [line.id for line in page.chosen()]
    press_button(page, "Give to")
    menu = page.bar.findChildren(Menu)[0]
    jonas = next(action for action in menu.actions() if action.text() == "Jonas Weber")
    jonas.trigger()
    menu.close()
    number = book.people.named("Jonas").id
    assert {book.followups.get(one).person_id for one in ids} == {number}
    assert shell.toasts() == ["2 given to Jonas"]


def test_the_chosen_ones_stay_chosen_when_something_else_changes(
    shell: CounterShell, book: Book
) -> None:
    page = show(shell)
    page.focus_first()
    press("Shift+Down")
    before = [line.id for line in page.chosen()]
    shell.session.do(book.followups.add, FollowUp(title="Call", due_day=TODAY))
    assert [line.id for line in page.chosen()] == before
    assert page.bar.isVisible()


def test_the_calendar_counts_and_lists_a_day(shell: CounterShell) -> None:
    page = show(shell)
    marks = page.calendar.month._marks
    assert marks[date(2026, 11, 27)].spoken() == "2 promises, 1 follow-up"
    assert marks[date(2026, 11, 19)].spoken() == "1 overdue"
    page.calendar.month.setFocus()
    for _ in range(6):
        press("Right")
    assert page.calendar.day() == date(2026, 11, 27)
    rows = [view for _number, view in page.calendar.day_list.model._rows]
    told = [(view.time, view.name) for view in rows if isinstance(view, LineRowView)]
    assert told == [
        ("09:30", "Jean-Baptiste Lefèvre"),
        ("14:00", "Oliver Müller"),
        ("17:00", "Giulia Ambrosini"),
    ]


def test_a_row_of_the_day_opens_the_customer(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.calendar.show_day(date(2026, 11, 27))
    rows = page.calendar.day_list.list
    rows.setFocus()
    press("Return")
    jean = book.customers.resolve("Jean-Baptiste Lefèvre")
    assert shell.asked == [("open_customer", jean.id)]


def test_another_month_is_counted_when_one_turns_to_it(shell: CounterShell) -> None:
    page = show(shell)
    page.calendar.month.setFocus()
    press("PgDown")
    assert page.calendar._name.text() == "December 2026"
    assert page.calendar.month._marks[date(2026, 12, 11)].spoken() == "1 follow-up"


def test_new_follow_up_is_a_button_and_a_key(shell: CounterShell) -> None:
    page = show(shell)
    button = next(b for b in page.findChildren(Button) if b.text() == "New follow-up")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shell.asked == [("new_followup", None)]


def test_an_empty_page_says_what_will_stand_here(empty_shell: CounterShell) -> None:
    page = show(empty_shell)
    assert page.nothing.isVisible()
    page.focus_first()
    assert QApplication.focusWidget() is page.calendar.month


def test_it_comes_back_as_it_was(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.people.choose(book.people.named("Jonas").id)
    page.walk.first()
    press("Down")
    page.calendar.show_day(date(2026, 12, 4))
    state = page.state()
    again = build(shell)
    assert isinstance(again, FollowUpsPage)
    again.refresh(None)
    again.restore(state)
    assert again.state() == state
    again.deleteLater()


def test_a_row_is_dropped_or_handed_on(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Down")
    number = page.walk.current_id() or 0
    page.commands()["assign"]()
    menu = page.findChildren(Menu)[0]
    menu.actions()[1].trigger()
    menu.close()
    assert book.followups.get(number).person_id == book.people.named("Jonas").id
    page.commands()["drop"]()
    assert book.followups.get(number).state is FollowUpState.WITHDRAWN
    assert shell.toasts()[-1].startswith("Withdrawn: ")


def test_a_row_is_changed_in_the_form(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    number = page.walk.current_id() or 0
    page.commands()["edit"]()
    type_words(" soon")
    press("Ctrl+Return")
    assert book.followups.get(number).title == "Ask for the signed maintenance contract soon"


def test_done_with_space_shows_for_a_moment(qtbot: QtBot, shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Space")
    assert views(page.sections[0])[0].done
    qtbot.waitUntil(lambda: len(views(page.sections[0])) == 1)


def test_thousands_cost_a_page_little(qtbot: QtBot, shell: CounterShell, book: Book) -> None:
    with book.operation("test.many", Right.LOG) as op:
        op.add_many(
            [
                FollowUp(title="Much", due_day=TODAY + timedelta(days=n % 40), zone="Europe/Berlin")
                for n in range(3000)
            ]
        )
    page = show(shell)
    later = section(page, "Later")
    assert len(later.model.ids()) > 2000
    assert sum(len(one.model._lines) for one in page.sections) < 400
    later.list.go_to(-1)
    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().value() > 40_000)
    assert page.walk.current_id() == later.model.ids()[-1]


def test_every_control_has_a_name(shell: CounterShell) -> None:
    page = show(shell)
    stops = [one for one in page.findChildren(QWidget) if one.focusPolicy() and one.isVisible()]
    assert stops
    nameless = [
        type(one).__name__
        for one in stops
        if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


def test_the_bar_gives_up_words_before_days_where_its_column_is_narrow(shell: CounterShell) -> None:
    page = show(shell)
    section(page, "Today").list.selectAll()
    bar, column = page.bar, page.bar._column
    assert column is not None

    def shown() -> tuple[bool, bool, bool]:
        words = {label.text(): label.isVisible() for label in bar.findChildren(Label)}
        button = next(one for one in bar.findChildren(Button) if one.accessibleName() == "Done")
        return words["Snooze"], _chip(page, "tomorrow").isVisible(), button.text() == "Done"

    wide = 2 * bar.minimumSizeHint().width()
    seen = []
    for width in range(wide, 200, -10):
        column.setFixedWidth(width)
        bar.place()
        if shown() not in seen:
            seen.append(shown())
        if seen[-1][2]:
            assert bar.minimumSizeHint().width() <= width
    assert seen == [
        (True, True, True),
        (False, True, True),
        (False, False, True),
        (False, False, False),
    ]
