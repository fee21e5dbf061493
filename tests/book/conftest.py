from collections.abc import Iterator
from pathlib import Path

import pytest

from customerbook.book.book import Book
from tests.books import new_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    yield made
    made.close()
