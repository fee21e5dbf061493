"""The session: an open book, the person at it, and one signal that says what was changed."""

from collections.abc import Callable
from datetime import datetime
from typing import ParamSpec

from PySide6.QtCore import QObject, Signal

from customerbook.book.book import Book
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.rights import Right

P = ParamSpec("P")


class Session(QObject):
    """What pages read from and write to, from one sign-in to the next lock.

    `changed` carries the Change of every write, undo and redo; pages look at what it touches.
    """

    changed = Signal(object)

    def __init__(self, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.zone = clock.time_zone(book.shop().zone)

    def do(self, operation: Callable[P, Change], *args: P.args, **kwargs: P.kwargs) -> Change:
        """Call an operation of the book and tell everyone; BookError passes through."""
        change = operation(*args, **kwargs)
        self.changed.emit(change)
        return change

    def undo(self) -> Change:
        """Take back the last change of the book; NothingToUndoError if there is none."""
        return self.do(self.book.undo)

    def redo(self) -> Change:
        """Bring back what was taken back last; NothingToUndoError if there is none."""
        return self.do(self.book.redo)

    def may(self, right: Right) -> bool:
        """Whether the person at the book may do what takes this right; for what is offered."""
        return self.book.may(right)

    def now(self) -> datetime:
        """This moment on the wall of the shop, aware."""
        return clock.now().astimezone(self.zone)
