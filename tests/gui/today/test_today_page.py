"""Today on a real book: what is due, done by keys, put off, and gone with its toast."""

from dataclasses import replace
from datetime import time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.followups.section import DueSection
from customerbook.gui.interactions.giving import GiveSheet
from customerbook.gui.today import build
from customerbook.gui.today.first_day import FirstDay
from customerbook.gui.today.page import TodayPage
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW, MarginRowView
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction
from customerbook.model.rights import Right
from tests.guards.clock import StoppedClock
from tests.gui.counter import TODAY, CounterShell, press, type_words


def show(shell: CounterShell) -> TodayPage:
    page = build(shell)
    assert isinstance(page, TodayPage)
    page.refresh(None)
    shell.column.addWidget(page)
    shell.session.changed.connect(page.refresh)
    QApplication.processEvents()
    return page


def views(section: DueSection) -> list[MarginRowView]:
    model = section.model
    found = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert all(isinstance(view, MarginRowView) for view in found)
    return found


def named(book: Book, name: str) -> int:
    (line,) = [one for one in book.followups.due() if one.customer == name]
    return line.id


def test_promises_and_follow_ups_say_when_in_words(shell: CounterShell) -> None:
    page = show(shell)
    assert page.promises.heading() == "Promises due 3, one of them late"
    assert [(v.when, v.when_small, v.when_tone) for v in views(page.promises)] == [
        ("yesterday", "by 18:00", "red"),
        ("in 38 min", "11:00", "amber"),
        ("in 6 h", "16:30", "amber"),
    ]
    assert [(v.when, v.when_small, v.when_tone) for v in views(page.followups)] == [
        ("2 days late", "Thu 19 Nov", "red"),
        ("15:00", "every 6 weeks", "amber"),
        ("today", "any time", "plain"),
        ("today", "after 14:00", "plain"),
    ]


def test_rows_offer_the_way_the_customer_likes(shell: CounterShell) -> None:
    page = show(shell)
    oliver, mai, _siobhan = views(page.promises)
    assert (oliver.action, [badge.text for badge in oliver.badges]) == ("Write", ["do not call"])
    assert (mai.action, mai.badges) == ("Call", ())
    assert oliver.staff_name == "Martha Lindner"
    assert oliver.spoken() == (
        "Oliver Müller, do not call, In writing: is the new rear wheel free of charge?, "
        "yesterday, by 18:00, Martha Lindner"
    )


def test_space_is_done_and_the_row_goes_after_a_moment(
    qtbot: QtBot, shell: CounterShell, book: Book
) -> None:
    page = show(shell)
    page.focus_first()
    number = named(book, "Oliver Müller")
    assert page.walk.current_id() == number
    press("Space")
    assert book.followups.get(number).state is FollowUpState.KEPT_LATE
    assert views(page.promises)[0].done
    assert shell.toasts() == ["Kept: In writing: is the new rear wheel free of charge?"]
    qtbot.waitUntil(lambda: len(page.promises.model.ids()) == 2)
    assert page.walk.current_id() == named(book, "Thị Mai Nguyễn")
    shell.session.undo()
    assert page.promises.model.ids()[0] == number
    assert not views(page.promises)[0].done


def test_arrows_walk_through_both_sections(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    walked = [page.walk.current_id()]
    for _ in range(6):
        press("Down")
        walked.append(page.walk.current_id())
    assert walked == [*page.promises.model.ids(), *page.followups.model.ids()]
    press("Down")
    assert page.walk.current_id() == walked[-1]
    press("Up")
    press("Up")
    press("Up")
    press("Up")
    assert page.walk.current_id() == page.promises.model.ids()[-1]


def test_keys_open_call_and_write(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    line = book.followups.line(page.walk.current_id() or 0)
    press("Return")
    assert shell.asked == [("open_customer", line.customer_id)]
    press("W")
    press("C")
    outbound = Direction.OUTBOUND
    assert shell.asked[-2:] == [
        ("log", Channel.EMAIL, line.customer_id, line.id, outbound),
        ("log", Channel.CALL, line.customer_id, line.id, outbound),
    ]
    page.commands()["act"]()
    assert shell.asked[-1] == ("log", Channel.EMAIL, line.customer_id, line.id, outbound)


def test_the_action_of_a_row_can_be_clicked(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    rows = page.promises.list
    delegate = rows.itemDelegate()
    rect = rows.visualRect(page.promises.model.index(1))
    spots = delegate.spots(rect, views(page.promises)[1])  # type: ignore[attr-defined]
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spots["main"].center())
    number = named(book, "Thị Mai Nguyễn")
    mai = book.followups.line(number).customer_id
    assert shell.asked[-1] == ("log", Channel.CALL, mai, number, Direction.OUTBOUND)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spots["open"].center())
    assert ("open_customer", mai) in shell.asked
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spots["done"].center())
    assert book.followups.get(number).state is FollowUpState.KEPT


def test_snooze_offers_days_and_puts_off(qtbot: QtBot, shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    press("Down")
    number = page.walk.current_id() or 0
    press("S")
    menu = page.findChildren(Menu)[0]
    assert [action.text() for action in menu.actions() if action.text()] == [
        "tomorrow",
        "Monday",
        "in a week",
        "in a month",
        "Another time …",
    ]
    menu.actions()[1].trigger()
    menu.close()
    snoozed = book.followups.get(number)
    assert (snoozed.due_day, snoozed.due_time) == (TODAY + timedelta(days=2), time(11))
    assert number not in page.promises.model.ids()
    assert shell.toasts()[-1].startswith("Snoozed until Monday 23 November: Quote")


def test_snooze_takes_words_and_a_reason(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    number = page.walk.current_id() or 0
    press("S")
    menu = page.findChildren(Menu)[0]
    menu.actions()[-1].trigger()
    menu.close()
    type_words("fri 9:30")
    press("Tab")
    type_words("he is away")
    press("Return")
    snoozed = book.followups.get(number)
    assert (snoozed.due_day, snoozed.due_time) == (TODAY + timedelta(days=6), time(9, 30))
    assert snoozed.reason == "he is away"


def test_mine_shows_only_mine(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.commands()["mine"]()
    people = {view.staff_name for view in views(page.promises) + views(page.followups)}
    assert people == {"Martha Lindner"}
    assert page.count() == 2
    page.commands()["everyone"]()
    assert page.count() == 7


def test_staff_see_their_own_at_first(shell: CounterShell, book: Book) -> None:
    book.sign_in(book.people.named("Jonas").id)
    page = show(shell)
    assert page.switch.value() == "mine"
    assert {view.staff_name for view in views(page.promises)} == {"Jonas Weber"}


def test_a_new_promise_appears_at_once(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    change = shell.session.do(
        book.followups.add, FollowUp(title="Call", due_day=TODAY, promise=True)
    )
    assert change.first(FollowUp).id in page.promises.model.ids()
    assert views(page.promises)[-1].name == "No name yet"


def test_what_concerns_it_not_changes_nothing(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    read = page.promises.model.modelReset
    seen: list[int] = []
    read.connect(lambda: seen.append(1))
    page.promises.model.dataChanged.connect(lambda *_: seen.append(2))
    shell.session.do(book.topics.add, "Something new")
    assert seen == []


def test_dates_and_lately(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    dates = [view for _place, view in page.side.dates.model._rows]
    assert [(getattr(v, "name", ""), getattr(v, "what", "")) for v in dates] == [
        ("Hannelore Müller", "70th birthday tomorrow"),
        ("Giulia Ambrosini", "10 years a customer on Tuesday"),
    ]
    lately = [view for _place, view in page.side.lately.model._rows]
    assert [(getattr(v, "time", ""), v.name, getattr(v, "what", "")) for v in lately] == [
        ("10:04", "Grace Mueller", "Puncture mended"),
        ("09:40", "Özlem Müller-Yıldız", "Light kit by Tuesday"),
        ("09:16", "Walk-in", "Asked for opening hours in Advent"),
        ("Fri", "Metallbau Müller-Lüdenscheid & Söhne", "Invoice copy sent"),
        ("Fri", "Jean-Baptiste Lefèvre", "No answer, tried twice"),
    ]


def test_a_date_is_answered_by_call_or_mail(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.side.dates.acted.emit(1)
    giulia = book.customers.resolve("Giulia Ambrosini")
    assert shell.asked[-1] == ("log", Channel.EMAIL, giulia.id, None, Direction.OUTBOUND)


def test_lately_opens_the_customer_or_asks_who_it_was(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.side.lately.opened.emit(0)
    grace = book.customers.resolve("Grace Mueller")
    assert shell.asked[-1] == ("open_customer", grace.id)
    page.side.lately.opened.emit(2)
    sheet = shell.sheets[-1]
    assert isinstance(sheet, GiveSheet)
    type_words("0031")
    press("Return")
    press("Ctrl+Return")
    given = book.interactions.get(page.side._lately[2].id)
    assert given.customer_id == grace.id


def test_who_it_was_can_be_somebody_new(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.side.lately.opened.emit(2)
    number = page.side._lately[2].id
    press("Ctrl+Return")
    assert isinstance(shell.sheets[-1], GiveSheet)
    assert not shell.sheets[-1].isHidden()
    type_words("Nobody Known")
    press("Up")
    press("Return")
    press("Ctrl+Return")
    given = book.interactions.get(number)
    assert given.customer_id is not None
    assert book.customers.get(given.customer_id).name == "Nobody Known"


def test_the_first_day_offers_three_ways_to_begin(empty_shell: CounterShell) -> None:
    page = show(empty_shell)
    page.focus_first()
    press("Return")
    assert empty_shell.asked == [("bring_in", None)]
    press("Tab")
    press("Return")
    press("Tab")
    press("Return")
    assert empty_shell.asked[1:] == [("log", Channel.VISIT, None, None, None), ("new_customer", "")]
    assert not page.switch.isVisible()


def test_the_letterhead_can_be_set_up_in_a_quiet_moment(empty_shell: CounterShell) -> None:
    page = show(empty_shell)
    book, day = empty_shell.session.book, page.findChild(FirstDay)
    assert day is not None
    assert day.quiet is not None
    QTest.mouseClick(day.quiet.buttons[0], Qt.MouseButton.LeftButton)
    assert empty_shell.asked == [("go", "settings")]
    shop = replace(book.shop(), street="Hauptstr. 1", logo=b"a picture")
    empty_shell.session.do(book.shop_settings.save, shop)
    assert day.quiet.buttons == []


def test_the_first_day_is_over_with_the_first_customer(empty_shell: CounterShell) -> None:
    page = show(empty_shell)
    book = empty_shell.session.book
    empty_shell.session.do(book.customers.add, Customer(family="First"))
    assert page.switch.isVisible()
    assert page.nothing.isVisible()
    assert page.promises.isHidden()
    empty_shell.session.do(book.interactions.log, Interaction(note="Came by"))
    assert not page.side.lately.isHidden()


def test_it_comes_back_as_it_was(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.show_whose("mine")
    page.walk.first()
    press("Down")
    state = page.state()
    again = build(shell)
    assert isinstance(again, TodayPage)
    again.refresh(None)
    again.restore(state)
    assert again.switch.value() == "mine"
    assert again.walk.current_id() == state["row"]
    again.deleteLater()


def test_time_passes(shell: CounterShell, clock: StoppedClock) -> None:
    page = show(shell)
    clock.move(timedelta(minutes=40))
    page._let_time_pass()
    assert [view.when for view in views(page.promises)] == ["yesterday", "2 min late", "in 5 h"]
    assert page.promises.heading() == "Promises due 3, 2 of them late"


def test_a_narrow_window_puts_the_side_below(shell: CounterShell) -> None:
    page = show(shell)
    assert page.side.width() < page.first_column().width()
    shell.host.resize(800, 600)
    QApplication.processEvents()
    QApplication.processEvents()
    assert page.side.width() == page.first_column().width()
    below = page.side.mapTo(page, QPoint(0, 0)).y()
    assert below > page.first_column().mapTo(page, QPoint(0, 0)).y()


def test_what_was_done_elsewhere_is_said(shell: CounterShell, book: Book) -> None:
    page = show(shell)
    page.focus_first()
    number = page.walk.current_id() or 0
    book.followups.complete(number)  # by another window of ours, unseen
    press("Space")
    assert shell.asked[-1][0] == "say"
    assert not views(page.promises)[0].done


def test_many_are_read_only_as_far_as_they_are_seen(shell: CounterShell, book: Book) -> None:
    with book.operation("test.many", _log_right()) as op:
        for _ in range(300):
            book.followups.add_to(op, FollowUp(title="Much to do", due_day=TODAY), None)
    page = show(shell)
    assert len(page.followups.model.ids()) == 304
    assert len(page.followups.model._lines) < 150


def _log_right() -> Right:
    return Right.LOG


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
