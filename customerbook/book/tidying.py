"""Keeping the search index quick, a little at a time while nobody waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from customerbook.store import search_index

if TYPE_CHECKING:
    from customerbook.book.book import Book


def tidy(book: "Book", cancelled: Callable[[], bool] = lambda: False) -> None:
    """Merge what the writes before left in the index, up to the end or until `cancelled`.

    Each write waits for the few milliseconds of one step at most. Nothing depends on it: only,
    hundreds of writes later, searching would become slower.
    """
    if book.read_only:
        return
    for table in search_index.TABLES:
        while not cancelled() and search_index.merge_some(book.db, table):
            pass


def tidy_a_little(book: "Book") -> None:
    """One step of it for each part of the index."""
    for table in search_index.TABLES:
        search_index.merge_some(book.db, table)
