from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from customerbook.book import importing
from customerbook.book.book import Book
from customerbook.book.filling import filled
from customerbook.book.step import CancelledError
from customerbook.model.customer import Customer, Note
from customerbook.model.errors import RightRefusedError, UnreadableRowError
from customerbook.model.person import Person
from tests.book.test_history import everything
from tests.books import PASSPHRASE, added, someone


@dataclass(frozen=True)
class Row:
    line: int
    customer: Customer
    left_over: tuple[str, ...] = ()


def rows(*customers: Customer) -> Iterator[Row | UnreadableRowError]:
    for line, customer in enumerate(customers, 1):
        yield Row(line, customer)


def test_new_known_and_refused_are_told_apart(book: Book) -> None:
    known = added(book, someone("Oliver Müller", "0171 3920014"))
    found: list[Row | UnreadableRowError] = [
        *rows(
            someone("Anna Berg", "0171 3920001"),
            someone("OLIVER MUELLER", "+49 171 3920014"),
            someone("Oliver Müller", "+49 171/3920014", title="Workshop manager"),
            someone("Oliver Müller", "0171 3920014"),
            Customer(),
        ),
        UnreadableRowError(6, "neither a name nor a way to reach anyone"),
    ]
    plan = importing.plan(book, found)
    assert plan.read == 6
    assert plan.added[0].name == "Anna Berg"
    assert [(before.id, after.title) for before, after in plan.changed] == [
        (known.id, "Workshop manager")
    ]
    assert [r.line for r in plan.refused] == [5, 6]
    assert plan.read == len(plan.added) + len(plan.changed) + plan.skipped + len(plan.refused)


def test_one_undo_takes_all_of_it_back_also_after_a_restart(book: Book) -> None:
    added(book, someone("Oliver Müller", "0171 3920014"))
    before = everything(book)
    many = [someone(f"Anna{i} Berg", f"0171 39{i:05}") for i in range(1200)]
    plan = importing.plan(
        book, rows(*many, someone("Oliver Müller", "0171 3920014", nickname="Olli"))
    )
    importing.run(book, plan)
    after = everything(book)
    assert book.customers.count() == 1201
    book.undo()
    assert everything(book) == before
    assert book.customers.find("berg") == []
    book.redo()
    assert everything(book) == after
    assert book.check() == []


def test_same_file_again_adds_nothing(book: Book) -> None:
    customers = [
        someone("Anna Berg", "0171 3920001"),
        someone("Anna Berg", towns=["Kiel"]),
        someone("", "0171 3920002"),
        someone("Berta Tal"),
    ]
    importing.run(book, importing.plan(book, rows(*customers)))
    again = importing.plan(book, rows(*customers))
    assert again.added == []
    assert again.changed == []
    assert again.skipped == len(customers)


def test_cancel_writes_nothing(book: Book) -> None:
    before = everything(book)
    plan = importing.plan(book, rows(*(someone(f"Anna{i} Berg") for i in range(1200))))
    done: list[int] = []
    with pytest.raises(CancelledError):
        importing.run(book, plan, progress=done.append, cancelled=lambda: len(done) > 1)
    assert everything(book) == before
    assert book.check() == []


def test_gaps_are_filled_and_nothing_is_overwritten() -> None:
    known = someone("Anna Berg", "0171 3920001", notes=(Note("rides a tandem"),))
    found = someone("A. Berg", "0171/3920001", "089 99998 1", title="Dr", notes=(Note("new"),))
    merged = filled(known, found)
    assert (merged.given, merged.title) == ("Anna", "Dr")
    assert merged.phones == ("0171 3920001", "089 99998 1")
    assert [n.text for n in merged.notes] == ["rides a tandem", "new"]
    assert filled(merged, found) == merged


def test_staff_may_not_import(book: Book) -> None:
    staff = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.sign_in(staff.id)
    with pytest.raises(RightRefusedError):
        importing.plan(book, rows(someone("Anna Berg")))
    book.sign_in(1)
    book.confirm_owner(PASSPHRASE)
    book.people.save(replace(staff, active=False))
    with pytest.raises(RightRefusedError):
        book.sign_in(staff.id)
