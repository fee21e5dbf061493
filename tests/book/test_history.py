"""Undo and redo: any row of changes can be taken back and brought back, also after a restart."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from customerbook.book.book import Book
from customerbook.model.catalogue import Topic
from customerbook.model.customer import Customer
from customerbook.model.errors import NothingToUndoError
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction
from customerbook.store import rows
from customerbook.store.mappings import MAPPINGS
from tests.books import added, logged, new_book, promised, reopened, someone


def everything(book: Book) -> dict[str, dict[int, Any]]:
    """All records of the book, for comparing it before and after."""
    found = {}
    for kind, mapping in MAPPINGS.items():
        table = f'"{mapping.table._meta.table_name}"'
        ids = [i for (i,) in book.db.rows(f"SELECT id FROM {table}")]
        found[kind] = rows.read(book.db, mapping, ids)
    return {k: v for k, v in found.items() if k not in {"person", "reminder"}}


def test_each_change_is_taken_back_and_brought_back(book: Book) -> None:
    before = [everything(book)]
    customer = added(book, someone("Anna Berg", "0171 3920001", tags=("a", "b")))
    before.append(everything(book))
    book.customers.save(replace(customer, tags=("c",), nickname="Anni"))
    before.append(everything(book))
    visit = logged(book, customer.id, "a note", private_note="mine")
    before.append(everything(book))
    book.followups.add(FollowUp(title="ring", due_day=visit.moment.date(), customer_id=customer.id))  # type: ignore[union-attr]
    before.append(everything(book))
    book.interactions.remove(visit.id)
    before.append(everything(book))
    for expected in reversed(before[:-1]):
        book.undo()
        assert everything(book) == expected
    with pytest.raises(NothingToUndoError):
        book.undo()
    book = reopened(book)
    for expected in before[1:]:
        book.redo()
        assert everything(book) == expected
    with pytest.raises(NothingToUndoError):
        book.redo()
    assert book.check() == []
    book.close()


def test_new_change_ends_redo(book: Book) -> None:
    added(book, someone("Anna Berg"))
    book.undo()
    added(book, someone("Berta Tal"))
    assert book.redoable() is None
    assert book.undoable() is not None


def test_logging_with_promise_and_new_customer_is_one_change(book: Book) -> None:
    before = everything(book)
    change = book.interactions.log(
        Interaction(note="wheel"),
        followup=FollowUp(title="new wheel", due_day=date(2026, 11, 27)),
        new_customer=someone("", "0171 3920042"),
    )
    followup, customer = change.first(FollowUp), change.first(Customer)
    assert followup.customer_id == customer.id
    assert followup.interaction_id == change.first(Interaction).id
    book.undo()
    assert everything(book) == before


class Counter(RuleBasedStateMachine):
    """A person at the counter, against a list of what the book must look like."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.book = new_book(Path(self.folder.name))
        self.done = [everything(self.book)]
        self.at = 0

    def _wrote(self) -> None:
        self.done = [*self.done[: self.at + 1], everything(self.book)]
        self.at += 1

    @rule(name=st.text("abcäöüß łø", min_size=1, max_size=8).filter(str.strip))
    def add(self, name: str) -> None:
        self.book.customers.add(someone(name, "0171 3920001"))
        self._wrote()

    @rule(tag=st.sampled_from(["x", "y", "z"]), data=st.data())
    @precondition(lambda self: self.book.customers.count())
    def edit(self, tag: str, data: st.DataObject) -> None:
        customer = self.book.customers.get(data.draw(st.sampled_from(self.book.customers.ids())))
        edited = replace(customer, tags=(*customer.tags, tag), nickname=tag * 9)
        if self.book.customers.save(edited).entries:
            self._wrote()

    @rule(data=st.data())
    @precondition(lambda self: self.book.customers.count())
    def log(self, data: st.DataObject) -> None:
        logged(self.book, data.draw(st.sampled_from(self.book.customers.ids())), "note")
        self._wrote()

    @rule(data=st.data())
    @precondition(lambda self: self.book.customers.count())
    def remove(self, data: st.DataObject) -> None:
        self.book.customers.remove(data.draw(st.sampled_from(self.book.customers.ids())))
        self._wrote()

    @rule()
    @precondition(lambda self: self.at > 0)
    def undo(self) -> None:
        self.book.undo()
        self.at -= 1

    @rule()
    @precondition(lambda self: self.at < len(self.done) - 1)
    def redo(self) -> None:
        self.book.redo()
        self.at += 1

    @rule()
    def restart(self) -> None:
        self.book = reopened(self.book)

    @invariant()
    def is_as_told(self) -> None:
        assert everything(self.book) == self.done[self.at]

    def teardown(self) -> None:
        assert self.book.check() == []
        self.book.close()
        self.folder.cleanup()


TestCounter = Counter.TestCase
TestCounter.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)


def test_promise_states(book: Book, clock: Any) -> None:
    kept = promised(book, "one", date(2026, 11, 21), time(12))
    late = promised(book, "two", date(2026, 11, 21), time(12))
    book.followups.complete(kept.id)
    clock.move(timedelta(hours=5))
    book.followups.complete(late.id)
    assert book.followups.get(kept.id).state is FollowUpState.KEPT
    assert book.followups.get(late.id).state is FollowUpState.KEPT_LATE
    book.undo()
    assert book.followups.get(late.id).state is FollowUpState.OPEN


def test_topics(book: Book) -> None:
    topic = book.topics.add("Brakes").first(Topic)
    logged(book, None, topic_id=topic.id)
    assert book.topics.most_used() == [topic]
