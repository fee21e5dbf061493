"""What is done to many customers at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from customerbook.book.book import Book
from customerbook.model.change import Change
from customerbook.model.change_words import KNOWN_OPERATIONS
from customerbook.model.customer import Customer
from customerbook.model.errors import NotFoundError, RightRefusedError
from customerbook.model.person import Person
from customerbook.model.rights import Right
from tests.books import added, someone

MANY = 230


def crowd(book: Book) -> list[int]:
    return [added(book, someone(f"Name {n}", f"0171 {n:05}", tags=("old",))).id for n in range(4)]


def tags(book: Book, *ids: int) -> list[tuple[str, ...]]:
    return [customer.tags for customer in book.customers.several(list(ids))]


def test_tags_come_and_go_in_one_step(book: Book) -> None:
    first, second, third, _ = crowd(book)
    book.customers.tag([second], ["new", "old"])
    assert tags(book, second) == [("old", "new")]
    change = book.customers.tag([first, second, first], [" new ", "new", ""], ["old"])
    assert (change.operation, change.subject) == ("customer.tag", "2 customers")
    assert len(change.entries) == 2
    assert tags(book, first, second, third) == [("new",), ("new",), ("old",)]
    assert [hit.line.id for hit in book.customers.find("new")] != []
    book.undo()
    assert tags(book, first, second) == [("old",), ("old", "new")]
    book.redo()
    assert tags(book, first, second) == [("new",), ("new",)]
    assert book.check() == []


def test_a_tag_that_comes_and_goes_stays(book: Book) -> None:
    (first, *_) = crowd(book)
    book.customers.tag([first], ["old"], ["old"])
    assert tags(book, first) == [("old",)]


def test_customers_are_given_to_a_person_or_nobody(book: Book) -> None:
    ids = crowd(book)
    jonas = book.people.add(Person(name="Jonas")).first(Person)
    book.customers.give(ids[:3], jonas.id)
    given = [customer.responsible_id for customer in book.customers.several(ids)]
    assert given == [jonas.id] * 3 + [None]
    change = book.customers.give(ids[:1], None)
    assert change.subject == "Name 0"
    assert book.customers.get(ids[0]).responsible_id is None
    book.undo()
    assert book.customers.get(ids[0]).responsible_id == jonas.id
    with pytest.raises(NotFoundError):
        book.customers.give(ids, 99)


def test_who_was_deleted_meanwhile_is_left_out_and_counted(book: Book) -> None:
    ids = crowd(book)
    book.customers.remove(ids[1])
    change = book.customers.tag([*ids, 99], ["new"])
    assert change.subject == "3 customers; 2 deleted meanwhile were left out"
    assert book.customers.get(ids[1]).tags == ("old",)
    assert book.customers.tag([ids[0], 99], ["more"]).subject == (
        "Name 0; 1 deleted meanwhile was left out"
    )


@pytest.mark.parametrize("ids", [[], [99]])
def test_nothing_to_do_is_no_line_in_the_log(book: Book, ids: list[int]) -> None:
    before = book.changes.latest()
    assert book.customers.tag(ids, ["new"]).id == 0
    assert book.changes.latest() == before


def test_what_is_as_wanted_already_changes_nothing(book: Book) -> None:
    ids = crowd(book)
    assert book.customers.tag(ids, ["old"]).entries == ()


def test_many_are_one_undo_and_are_found_by_their_tags(book: Book) -> None:
    with book.operation("customer.import", Right.IMPORT) as op:
        op.add_many([someone(f"Many {n}", f"0172 {n:05}") for n in range(MANY)])
    ids = book.customers.ids("newest")[:MANY]
    told: list[int] = []
    change = book.customers.tag(ids, ["flyer"], step=told.append)
    assert (told, told[-1]) == (sorted(told), MANY)
    assert (change.subject, len(change.entries)) == (f"{MANY} customers", MANY)
    assert len(book.customers.find("flyer", 500)) == MANY
    book.undo()
    assert book.customers.find("flyer", 500) == []
    assert book.check() == []


@pytest.mark.parametrize("at", [100, 200])
def test_stopping_leaves_nothing(book: Book, at: int) -> None:
    with book.operation("customer.import", Right.IMPORT) as op:
        op.add_many([someone(f"Many {n}", f"0172 {n:05}") for n in range(MANY)])
    ids = book.customers.ids()
    before = book.customers.several(ids)

    def stop(done: int) -> None:
        if done >= at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.customers.tag(ids, ["new"], step=stop)
    assert book.customers.several(ids) == before
    assert book.customers.find("new") == []
    undoable = book.undoable()
    assert undoable is not None
    assert undoable.operation == "customer.import"


def test_an_export_is_noted_before_anything_is_handed_out(book: Book) -> None:
    ids = crowd(book)
    portions = book.customers.for_export([ids[2], ids[0], 99], "Table")
    noted = book.changes.latest()[0]
    assert (noted.operation, noted.subject) == ("customer.export", "Table: 3 customers")
    assert not noted.undoable
    assert [customer.id for some in portions for customer in some] == [ids[2], ids[0]]
    assert book.undoable() != noted
    assert book.check() == []


def test_exports_come_in_portions(book: Book) -> None:
    with book.operation("customer.import", Right.IMPORT) as op:
        op.add_many([someone(f"Many {n}", f"0172 {n:05}") for n in range(501)])
    assert [len(some) for some in book.customers.for_export(book.customers.ids())] == [500, 1]
    assert book.changes.latest()[0].subject == "501 customers"


@pytest.mark.parametrize(
    "refused",
    [
        lambda book: book.customers.tag([1], ["x"]),
        lambda book: book.customers.give([1], None),
        lambda book: book.customers.for_export([1]),
    ],
)
def test_each_asks_its_right_at_once(book: Book, refused: Callable[[Book], object]) -> None:
    crowd(book)
    assert book.person is not None
    book.person = replace(book.person, active=False)
    with pytest.raises(RightRefusedError):
        refused(book)


def test_staff_may_tag_and_not_export(book: Book) -> None:
    crowd(book)
    book.person = book.people.add(Person(name="Jonas")).first(Person)
    assert isinstance(book.customers.tag([1], ["x"]), Change)
    with pytest.raises(RightRefusedError):
        book.customers.for_export([1])
    assert book.customers.get(1) == replace(book.customers.get(1), tags=("old", "x"))
    assert isinstance(book.customers.get(1), Customer)


def test_all_of_it_has_words() -> None:
    names = {"customer.tag", "customer.give", "customer.export"}
    assert names | {"list.add", "list.save", "list.remove"} <= KNOWN_OPERATIONS
