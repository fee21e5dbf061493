"""The change log, as its page and the command line read it."""

from typing import TYPE_CHECKING

from customerbook.model.change import Change
from customerbook.model.rights import Right
from customerbook.store import log

if TYPE_CHECKING:
    from customerbook.book.book import Book


class Changes:
    """What was done in this book."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    def latest(self, limit: int = 50, before: int | None = None) -> list[Change]:
        """The newest changes (before one), without their images."""
        self._book.ask(Right.MANAGE)
        return log.latest(self._book.db, limit, before)
