"""What a list shows of whom was found is read in portions, and is what `find` tells of all."""

import pytest

from customerbook.book.book import Book
from customerbook.model.customer import CustomerLine, Hit
from tests.books import added, logged, someone


@pytest.fixture
def full(book: Book) -> Book:
    for number in range(12):
        added(book, someone(f"Anna{number} Müller", f"0171 39200{number:02}", towns=["Bergen"]))
    noted = added(book, someone("Grace Walker"))
    logged(book, noted.id, "asked whether Mr Müller was in")
    return book


@pytest.mark.parametrize(
    "typed", ["müller", "muller 0171", "mueler", "bergen", "walker", "", "xyz"]
)
def test_portions_are_what_find_tells(full: Book, typed: str) -> None:
    found = full.customers.search(typed, 20)
    portions: list[Hit] = []
    for first in range(0, len(found.ids), 5):
        portions += found.hits(first, 5)
    assert portions == found.hits() == full.customers.find(typed, 20)
    assert [hit.line.id for hit in portions] == found.ids


def test_nothing_is_read_before_it_is_looked_at(
    full: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def reading(_db: object, ids: list[int]) -> list[CustomerLine]:
        read.extend(ids)
        return []

    monkeypatch.setattr("customerbook.book.lines.customer_lines", reading)
    found = full.customers.search("müller", 20)
    assert len(found.ids) == 13
    assert read == []
    found.hits(2, 3)
    assert read == found.ids[2:5]


def test_a_typing_error_is_told_in_each_portion(full: Book) -> None:
    found = full.customers.search("mueler", 20)
    assert len(found.ids) == 12
    assert all(hit.similar for hit in [*found.hits(0, 4), *found.hits(4, 20)])


def test_who_is_gone_by_now_is_left_out(full: Book) -> None:
    found = full.customers.search("müller", 20)
    kept = found.hits()
    full.db.run(("DELETE FROM customer WHERE id = ?", [found.ids[0]]))
    assert found.hits() == kept[1:]
