"""Reminders: each once, the missed ones together, and while locked only how many."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.reminder_words import (
    came_words,
    locked_words,
    missed_words,
    reminder_text,
    reminder_title,
)
from customerbook.gui.reminders import LockedReminders, Reminders, moments_ahead
from customerbook.gui.session import Session
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUp, FollowUpLine
from customerbook.model.person import Person
from tests.guards.clock import StoppedClock

TODAY = date(2026, 11, 21)


class Told:
    """What was told of reminders, by titles."""

    def __init__(self, session: Session) -> None:
        assert session.book.person is not None
        self.came: list[list[str]] = []
        self.missed: list[list[str]] = []
        self.reminders = Reminders(session, session.book.person)
        self.reminders.came.connect(lambda lines: self.came.append([x.title for x in lines]))
        self.reminders.missed.connect(lambda lines: self.missed.append([x.title for x in lines]))


@pytest.fixture
def session(qapp: QApplication, empty_book: Book) -> Session:
    return Session(empty_book)


def add(session: Session, title: str, at: time | None, **more: object) -> FollowUp:
    day = more.pop("day", TODAY)
    assert isinstance(day, date)
    made = FollowUp(title=title, due_day=day, due_time=at, **more)  # type: ignore[arg-type]
    return session.do(session.book.followups.add, made).first(FollowUp)


def test_those_missed_come_once_and_together(session: Session) -> None:
    add(session, "one", time(9))
    add(session, "two", time(10))
    add(session, "later", time(18))
    told = Told(session)
    told.reminders.look()
    told.reminders.look()
    assert told.missed == [["one", "two"]]
    assert told.came == []
    again = Told(session)
    again.reminders.look()
    assert again.missed == []


def test_one_comes_at_its_time(session: Session, clock: StoppedClock) -> None:
    told = Told(session)
    told.reminders.look()
    add(session, "call back", time(11))
    told.reminders.look()
    assert told.came == []
    clock.move(timedelta(minutes=38))
    told.reminders.look()
    assert told.came == [["call back"]]
    told.reminders.look()
    assert told.came == [["call back"]]


def test_it_wakes_by_itself(qtbot: QtBot, session: Session, clock: StoppedClock) -> None:
    told = Told(session)
    told.reminders.look()
    add(session, "now", time(10, 22))
    qtbot.waitUntil(lambda: told.came == [["now"]], timeout=2000)


def test_a_snoozed_one_comes_again(session: Session, clock: StoppedClock) -> None:
    told = Told(session)
    one = add(session, "one", time(10))
    told.reminders.look()
    session.do(session.book.followups.snooze, one.id, day=TODAY, at=time(12))
    clock.move(timedelta(hours=2))
    told.reminders.look()
    assert told.missed == [["one"]]
    assert told.came == [["one"]]


def test_a_clock_that_jumps_does_not_tell_twice(session: Session, clock: StoppedClock) -> None:
    told = Told(session)
    told.reminders.look()
    add(session, "one", time(11))
    clock.move(timedelta(hours=1))
    told.reminders.look()
    clock.move(-timedelta(hours=2))
    told.reminders.look()
    clock.move(timedelta(hours=2))
    told.reminders.look()
    assert told.came == [["one"]]


def test_staff_hear_of_their_own(session: Session) -> None:
    book = session.book
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    add(session, "mine", time(9), person_id=jonas.id)
    add(session, "hers", time(9), person_id=1)
    book.sign_in(jonas.id)
    told = Told(session)
    told.reminders.look()
    assert told.missed == [["mine"]]


def test_a_locked_window_knows_moments_and_counts_them(
    qtbot: QtBot, session: Session, clock: StoppedClock
) -> None:
    for at in (time(9), time(11), time(12), None):
        add(session, "secret", at)
    add(session, "in a month", time(9), day=TODAY + timedelta(days=30))
    assert session.book.person is not None
    moments = moments_ahead(session, session.book.person)
    assert [moment.hour for moment in moments] == [10, 11]
    told: list[int] = []
    locked = LockedReminders(moments)
    locked.counted.connect(told.append)
    locked.look()
    clock.move(timedelta(minutes=40))
    locked.look()
    clock.move(timedelta(hours=3))
    locked.look()
    locked.look()
    locked.stop()
    assert told == [1, 2]


def test_words_say_who_and_what(session: Session) -> None:
    book = session.book
    ada = session.do(book.customers.add, Customer(given="Ada", family="Byron"))
    who = ada.first(Customer).id
    one = add(session, "Bring the wheel", time(14), customer_id=who, promise=True)
    more = [add(session, f"thing {n}", None) for n in range(4)]
    line = book.followups.line(one.id)
    assert came_words([line]) == ("Promised: Ada Byron, 14:00: Bring the wheel", "Promised:")
    assert reminder_title([line]) == "Ada Byron"
    assert reminder_text([line]) == "14:00: Bring the wheel"
    lines: list[FollowUpLine] = [line, *(book.followups.line(m.id) for m in more)]
    assert reminder_title(lines) == "5 reminders"
    assert reminder_text(lines).endswith("and 2 more")
    sentence, strong = missed_words(lines)
    assert sentence == f"{strong} Ada Byron, thing 0, thing 1 and 2 more"
    assert strong == "5 reminders came while the book was closed:"


def test_words_of_a_locked_window_name_nobody() -> None:
    assert locked_words(1) == "1 reminder is waiting. Sign in to see it."
    assert locked_words(3) == "3 reminders are waiting. Sign in to see them."
