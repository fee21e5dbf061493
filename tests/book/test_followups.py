from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from customerbook.book.book import Book
from customerbook.model import clock as now_clock
from customerbook.model.channel import Channel
from customerbook.model.customer import Customer, Forbidden
from customerbook.model.errors import ConflictError, InvalidInputError
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction
from tests.books import added, logged, promised, reopened, someone

TODAY = date(2026, 11, 21)
pytestmark = pytest.mark.usefixtures("clock")  # it is that day


def test_due_are_those_until_the_end_of_the_day_late_ones_first(book: Book, clock: Any) -> None:
    for title, day, at in (
        ("tomorrow", TODAY + timedelta(1), None),
        ("any time", TODAY, None),
        ("at eleven", TODAY, time(11)),
        ("late", TODAY - timedelta(1), time(18)),
    ):
        promised(book, title, day, at)
    assert [line.title for line in book.followups.due()] == ["late", "at eleven", "any time"]
    assert book.followups.counts(TODAY, TODAY) == {TODAY: (2, 0, 0)}
    clock.move(timedelta(hours=2))
    assert book.followups.counts(TODAY, TODAY) == {TODAY: (1, 0, 1)}
    assert book.followups.load(TODAY) == 2


def test_reminders_come_once_at_their_time_and_missed_ones_together(book: Book, clock: Any) -> None:
    promised(book, "at eleven", TODAY, time(11))
    promised(book, "at noon", TODAY, time(12))
    followups = book.followups
    assert followups.to_remind(now_clock.now()) == []
    assert followups.next_reminder(now_clock.now()) == datetime(2026, 11, 21, 10, tzinfo=UTC)
    clock.move(timedelta(hours=1))
    (first,) = followups.to_remind(now_clock.now())
    assert first.title == "at eleven"
    followups.reminded([first.id])
    assert followups.to_remind(now_clock.now()) == []
    clock.move(timedelta(days=3))
    book = reopened(book)
    (missed,) = book.followups.to_remind(now_clock.now())
    assert missed.title == "at noon"
    book.followups.reminded([missed.id])
    assert book.followups.to_remind(now_clock.now()) == []
    book.followups.snooze(missed.id, day=TODAY + timedelta(5))
    clock.move(timedelta(days=5))
    assert [line.id for line in book.followups.to_remind(now_clock.now())] == [missed.id]
    book.close()


def test_done_ones_are_not_done_again(book: Book) -> None:
    followup = promised(book, "one", TODAY)
    book.followups.complete(followup.id)
    with pytest.raises(ConflictError):
        book.followups.complete(followup.id)
    book.followups.reopen(followup.id)
    book.followups.drop(followup.id, reason="not wanted")
    assert book.followups.get(followup.id).state is FollowUpState.WITHDRAWN


def test_calling_completes_in_the_same_stroke(book: Book) -> None:
    customer = added(book, someone("Anna Berg", "0171 3920001"))
    followup = promised(book, "ring her", TODAY, customer_id=customer.id)
    change = book.interactions.log(
        Interaction(channel=Channel.CALL, customer_id=customer.id), completes=followup.id
    )
    done = book.followups.get(followup.id)
    assert done.result_id == change.first(Interaction).id
    assert done.state is FollowUpState.KEPT
    book.undo()
    assert book.followups.get(followup.id).state is FollowUpState.OPEN


def test_recurring_one_brings_the_next(book: Book) -> None:
    made = FollowUp(title="brakes", due_day=TODAY, recurrence="FREQ=WEEKLY;INTERVAL=6")
    followup = book.followups.add(made).first(FollowUp)
    change = book.followups.complete(followup.id)
    (following,) = [e.after for e in change.entries if e.before is None]
    assert following.due_day == TODAY + timedelta(weeks=6)
    book.undo()
    assert [line.id for line in book.followups.open()] == [followup.id]


def test_what_is_no_follow_up_is_refused(book: Book) -> None:
    with pytest.raises(InvalidInputError):
        book.followups.add(FollowUp(title=" ", due_day=TODAY))
    with pytest.raises(InvalidInputError):
        book.followups.add(FollowUp(title="x"))
    assert book.followups.open() == []


def test_lines_say_who_may_not_be_called(book: Book) -> None:
    customer = added(book, someone("Anna Berg", forbidden=(Forbidden(Channel.CALL),)))
    promised(book, "x", TODAY, customer_id=customer.id)
    promised(book, "y", TODAY)
    lines = book.followups.due()
    assert lines[0].forbidden == (Channel.CALL,)
    assert lines[1].forbidden == ()


def test_lines_tell_the_other_spelling_of_a_name(book: Book) -> None:
    layla = Customer(given="ليلى", family="حداد", nickname="Layla Haddad")
    called = Customer(nickname="Bobby")
    for customer, nickname in ((layla, "Layla Haddad"), (called, "")):
        known = added(book, customer)
        followup = promised(book, "x", TODAY, customer_id=known.id)
        logged(book, known.id, "y")
        assert book.followups.line(followup.id).nickname == nickname
        assert book.interactions.latest(1)[0].nickname == nickname


def test_timeline_reads_on_where_it_ended(book: Book, clock: Any) -> None:
    customer = added(book, someone("Anna Berg"))
    for i in range(7):
        logged(book, customer.id, f"note {i}", private_note="mine" if i == 3 else "")
        clock.move(timedelta(minutes=1))
    first = book.interactions.timeline(customer.id, limit=4)
    rest = book.interactions.timeline(customer.id, limit=4, before=first[-1])
    assert [line.note for line in (*first, *rest)] == [f"note {i}" for i in range(6, -1, -1)]
    assert [line.has_private_note for line in first] == [False, False, False, True]
    assert book.interactions.latest(1)[0].reference == "2026-00007"
    facts = book.customers.facts(customer.id)
    assert (facts.contacts, facts.since) == (7, TODAY)
