"""What the owner lets staff do, and takes back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.model.errors import RightRefusedError
from customerbook.model.person import Person
from customerbook.model.rights import ALWAYS, SWITCHED, Right, StaffRights, allowed
from tests.books import added, logged, new_book, reopened, someone

EVERYTHING = StaffRights(
    change_customers=True, delete=True, import_files=True, export=True, insights=True
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book with one member of staff, the owner at it."""
    made = new_book(tmp_path)
    made.people.add(Person(name="Jonas Weber"))
    yield made
    made.close()


def _at(book: Book, person_id: int) -> None:
    book.person = book.people.get(person_id)


@pytest.mark.parametrize(("right", "name"), SWITCHED.items())
def test_each_switch_gives_its_right_and_no_other(right: Right, name: str) -> None:
    nothing = replace(StaffRights(), change_customers=False)
    assert nothing.rights() == ALWAYS
    assert replace(nothing, **{name: True}).rights() == ALWAYS | {right}


def test_owners_may_everything_and_who_is_switched_off_nothing(book: Book) -> None:
    owner, staff = book.people.all()
    for right in Right:
        assert allowed(owner, right, replace(StaffRights(), change_customers=False))
        assert not allowed(replace(staff, active=False), right, EVERYTHING)
    assert not allowed(staff, Right.PEOPLE, EVERYTHING)
    assert not allowed(staff, Right.MANAGE, EVERYTHING)


def test_a_switch_counts_at_once_and_after_a_restart(book: Book) -> None:
    book.staff.allow(replace(book.staff.rights(), change_customers=False))
    _at(book, 2)
    with pytest.raises(RightRefusedError):
        added(book, someone("Anna Schäfer"))
    _at(book, 1)
    book = reopened(book)
    assert not book.staff.rights().change_customers
    _at(book, 2)
    assert not book.may(Right.CHANGE_CUSTOMERS)
    book.close()


def test_it_is_undone_like_everything(book: Book) -> None:
    book.staff.allow(EVERYTHING)
    assert book.staff.rights() == EVERYTHING
    book.undo()
    assert book.staff.rights() == StaffRights()
    book.redo()
    assert book.staff.rights() == EVERYTHING


def test_only_the_owner_sets_it(book: Book) -> None:
    book.staff.allow(EVERYTHING)
    _at(book, 2)
    with pytest.raises(RightRefusedError):
        book.staff.allow(StaffRights())
    with pytest.raises(RightRefusedError):
        book.undo()  # what the owner did takes the owner's right
    assert book.staff.rights() == EVERYTHING


def test_an_operation_that_fails_leaves_it_as_it_was(book: Book) -> None:
    def fail() -> None:
        with book.operation("staff.allow", Right.PEOPLE) as op:
            op.change_record(book.staff.rights(), EVERYTHING)
            assert book.staff.rights() == EVERYTHING
            raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        fail()
    assert book.staff.rights() == StaffRights()


@pytest.mark.parametrize(
    ("switch", "attempt"),
    [
        ("delete", lambda book: book.customers.remove(1)),
        ("delete", lambda book: book.interactions.remove(1)),
        ("change_customers", lambda book: book.customers.add(someone("Ben Roth"))),
    ],
)
def test_staff_do_what_is_switched_on(
    book: Book, switch: str, attempt: Callable[[Book], object]
) -> None:
    customer = added(book, someone("Oliver Müller"))
    logged(book, customer.id)
    for wanted in (False, True):
        _at(book, 1)
        book.staff.allow(replace(book.staff.rights(), **{switch: wanted}))
        _at(book, 2)
        if wanted:
            attempt(book)
        else:
            with pytest.raises(RightRefusedError):
                attempt(book)
