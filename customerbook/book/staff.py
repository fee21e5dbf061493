"""What staff may do: switches that the owner sets for all of them."""

from typing import TYPE_CHECKING, Any

from customerbook.model.change import Change
from customerbook.model.rights import Right, StaffRights
from customerbook.store import rows
from customerbook.store.mappings import STAFF_RIGHTS

if TYPE_CHECKING:
    from customerbook.book.book import Book


class Staff:
    """Operations on the rights of staff, which are asked at every step and so kept in memory."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._rights: StaffRights | None = None

    def rights(self) -> StaffRights:
        """What staff may do now."""
        if self._rights is None:
            self._rights = rows.read(self._book.db, STAFF_RIGHTS, [1])[1]
        return self._rights

    def allow(self, wanted: StaffRights) -> Change:
        """Let staff do what is switched on in this, and nothing else of what can be switched."""
        with self._book.operation("staff.allow", Right.PEOPLE) as op:
            op.change_record(self.rights(), wanted)
        return op.change

    def note(self, record: Any) -> None:
        """A record was written; if it is this one, it is read again."""
        if isinstance(record, StaffRights):
            self._rights = None

    def forget(self) -> None:
        """What was written is taken back: read it again."""
        self._rights = None
