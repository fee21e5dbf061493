"""A full disk: a sentence, nothing lost, nothing half-written."""

from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.model.errors import DiskError
from tests.books import added, new_book, reopened, someone


def _fill(book: Book) -> None:
    for number in range(400):
        added(book, someone(f"Berta{number} " + "Tal" * 90))


def test_what_does_not_fit_is_refused_and_the_rest_is_whole(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    added(book, someone("Anna Berg", "0171 3920001"))
    ((pages,),) = book.db.rows("PRAGMA page_count")
    book.db.rows(f"PRAGMA max_page_count={pages + 1}")  # what SQLite calls full as well
    with pytest.raises(DiskError):
        _fill(book)
    there = book.customers.count()
    book = reopened(book)
    assert book.customers.count() == there
    assert [hit.line.name for hit in book.customers.find("0001")] == ["Anna Berg"]
    assert book.check() == []
    book.close()
