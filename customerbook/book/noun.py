"""What the operations of every noun stand on: the book, and reading records by id."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from customerbook.model.errors import NotFoundError
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store import rows
from customerbook.store.mappings import MAPPINGS

if TYPE_CHECKING:
    from customerbook.book.book import Book

R = TypeVar("R")
_LONGEST_ID = 15


class Noun(Generic[R]):
    """Operations on one kind of record; subclasses name it."""

    kind: str

    def __init__(self, book: "Book") -> None:
        self._book = book

    def get(self, record_id: int) -> R:
        """One record, whole; NotFoundError if it is not in the book (any more)."""
        found = self.several([record_id])
        if not found:
            raise NotFoundError(
                _("In this book there is no {what} with the number {number}.").format(
                    what=_called(self.kind), number=record_id
                )
            )
        return found[0]

    def several(self, ids: list[int]) -> list[R]:
        """Records in the order of their ids; those that are gone are left out."""
        self._book.ask(Right.SEE)
        found: dict[int, R] = rows.read(self._book.db, MAPPINGS[self.kind], ids)
        return [found[i] for i in ids if i in found]

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._book.db.rows((sql, list(values)))

    def _ids(self, sql: str, *values: Any) -> list[int]:
        return [row[0] for row in self._rows(sql, *values)]


def _called(kind: str) -> str:
    """A kind of record in the words of the screens."""
    return {
        "interaction": _("contact"),
        "followup": _("follow-up"),
        "person": _("person"),
        "customer": _("customer"),
        "case": _("case"),
        "document": _("document"),
        "topic": _("topic"),
        "snippet": _("snippet"),
        "saved-list": _("list"),
    }.get(kind, kind)


def as_id(text: str) -> int | None:
    """The id that a text is; none for the last digits of a phone such as "0142"."""
    text = text.strip()
    digits = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_ID
    return int(text) if digits and not text.startswith("0") else None
