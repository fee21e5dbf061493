"""Customers who have changed are found by what they are now, and the index agrees with itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.model.clock import now
from customerbook.model.customer import Address, Customer, Note
from customerbook.model.rights import Right
from customerbook.store import search_index
from tests.books import added, new_book, someone


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    yield made
    made.close()


def index(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """All that is in the index, table by table."""
    return {
        table: book.db.rows(f"SELECT rowid, * FROM {table} ORDER BY rowid")
        for table in search_index.TABLES
    }


def made_anew(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """What would be in it if all customers were put there now."""
    ids = book.customers.ids("newest")
    with book.db.writing():
        for table in search_index.TABLES:
            book.db.run(f"DELETE FROM {table}")
        search_index.put_customers(book.db, book.customers.several(ids), book.country)
    return index(book)


@pytest.mark.parametrize("count", [3, 30])
def test_the_index_is_as_if_it_were_made_anew(book: Book, count: int) -> None:
    before = [
        added(book, someone(f"Anna{n} Berg", f"0171 39{n:05}", notes=(Note("likes red"),)))
        for n in range(count)
    ]
    changes = (
        {"tags": ("flyer",)},
        {"notes": (Note("likes blue"), Note("rings twice"))},
        {"notes": (), "nickname": "Anni"},
        {"addresses": (Address(town="Kiel"),), "methods": ()},
        {"deleted": now()},
        {"responsible_id": 1},
    )
    after = [replace(one, **changes[n % len(changes)]) for n, one in enumerate(before)]
    with book.operation("customer.save", Right.CHANGE_CUSTOMERS) as op:
        op.change_many(zip(reversed(before), reversed(after), strict=True))
    assert search_index.faults(book.db) == []
    assert index(book) == made_anew(book)
    book.undo()
    assert search_index.faults(book.db) == []
    assert len(book.customers.find("red", 50)) == count
    assert index(book) == made_anew(book)


def test_words_of_before_are_not_found_any_more(book: Book) -> None:
    many = [added(book, someone(f"Anna{n} Berg", f"0171 39{n:05}")) for n in range(30)]
    with book.operation("customer.save", Right.CHANGE_CUSTOMERS) as op:
        op.change_many((one, replace(one, given="Berta")) for one in many)
    assert book.customers.find("anna") == []
    assert len(book.customers.find("berta", 50)) == 30
    kept = book.db.rows("SELECT v FROM find_word_config WHERE k = 'secure-delete'")
    assert kept == [(1,)], "what goes stays readable from now on"
    single = Customer(id=many[0].id, given="Carla", methods=many[0].methods)
    book.customers.save(single)
    assert [hit.line.id for hit in book.customers.find("carla")] == [single.id]
