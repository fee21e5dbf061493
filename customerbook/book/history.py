"""Undo and redo, derived from the change log alone, so that they work after a restart."""

from typing import TYPE_CHECKING

from customerbook.model.change import Change
from customerbook.model.errors import NothingToUndoError
from customerbook.model.texts import _
from customerbook.store import log

if TYPE_CHECKING:
    from customerbook.book.book import Book


def undo(book: "Book") -> Change:
    """Take back the last change."""
    last = undoable(book)
    if last is None:
        raise NothingToUndoError(_("There is nothing to undo."))
    return _invert(book, last, "undo")


def redo(book: "Book") -> Change:
    """Bring back what was taken back last."""
    last = redoable(book)
    if last is None:
        raise NothingToUndoError(_("There is nothing to redo."))
    return _invert(book, last, "redo")


def undoable(book: "Book") -> Change | None:
    """The last change that stands and can be taken back."""
    taken_back: set[int] = set()
    for change in log.backwards(book.db):
        if change.id in taken_back or not change.undoable:
            continue
        if change.undoes is None:
            return change
        taken_back.add(change.undoes)
    return None


def redoable(book: "Book") -> Change | None:
    """The last undo that stands, with nothing done after it."""
    taken_back: set[int] = set()
    for change in log.backwards(book.db):
        if change.id in taken_back or not change.undoable:
            continue
        if change.undoes is None:
            return None
        taken_back.add(change.undoes)
        if change.operation.startswith("undo "):
            return change
    return None


def _invert(book: "Book", summary: Change, verb: str) -> Change:
    change = log.read(book.db, summary.id)
    assert change is not None
    name = change.operation.removeprefix("undo ").removeprefix("redo ")
    with book.operation(f"{verb} {name}", change.asked, undoes=change.id) as op:
        op.subject = change.subject
        op.apply([e if e.light else e.inverse() for e in reversed(change.entries)])
    return op.change
