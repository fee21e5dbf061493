"""Undo and redo, derived from the change log alone, so that they work after a restart."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from customerbook.book.portions import Portion, Work
from customerbook.book.step import Step
from customerbook.book.writing import MANY, Operation
from customerbook.model.change import Change, Entry
from customerbook.model.errors import NothingToUndoError
from customerbook.model.texts import _
from customerbook.store import log

if TYPE_CHECKING:
    from customerbook.book.book import Book


def undo(book: "Book", step: Step) -> Change:
    """Take back the last change."""
    last = undoable(book)
    if last is None:
        raise NothingToUndoError(_("There is nothing to undo."))
    return _invert(book, last, "undo", step)


def redo(book: "Book", step: Step) -> Change:
    """Bring back what was taken back last."""
    last = redoable(book)
    if last is None:
        raise NothingToUndoError(_("There is nothing to redo."))
    return _invert(book, last, "redo", step)


def is_long(book: "Book", change: Change | None) -> bool:
    """Whether to take a change back (or bring it back) takes longer than anybody should wait."""
    return change is not None and log.size(book.db, change.work) > MANY


def undoable(book: "Book") -> Change | None:
    """The last change that stands and can be taken back."""
    return next((change for change in _standing(book) if change.undoes is None), None)


def redoable(book: "Book") -> Change | None:
    """The last undo that stands, with nothing done after it."""
    for change in _standing(book):
        if change.undoes is None:
            return None
        if change.operation.startswith("undo "):
            return change
    return None


def _standing(book: "Book") -> Iterator[Change]:
    """Changes that were not taken back and can be, newest first; none that are under way."""
    taken_back: set[int] = set()
    for change in log.backwards(book.db):
        if change.id in taken_back:
            continue
        if change.undoes is not None:
            taken_back.add(change.undoes)
        if change.undoable and change.work not in book.under_way:
            yield change


def _portions(book: "Book", last: Change) -> list[Change]:
    """The portions that stand of the work of which this is the last, newest first.

    They end where somebody did something with the records of those before: that has to be taken
    back first.
    """
    found: list[Change] = []
    between: list[Change] = []
    for change in takewhile(lambda one: one.id >= last.work, _standing(book)):
        if change.id > last.id:
            continue
        if change.work != last.work:
            between += [change] if change.undoes is None else []
        elif any(_concern(book, other, change) for other in between):
            break
        else:
            found.append(change)
    return found


def _concern(book: "Book", other: Change, portion: Change) -> bool:
    """Whether a change has to do with records of a portion."""
    ids = {
        (entry.kind, entry.id + at)
        for entry in log.entries(book.db, portion.id)
        for at in range(entry.count)
    }
    return any(
        (entry.kind, entry.id) in ids or ("customer", _customer(entry)) in ids
        for entry in log.entries(book.db, other.id)
    )


def _customer(entry: Entry) -> int | None:
    image = entry.after or entry.before
    found: int | None = getattr(image, "customer_id", None)
    return found


def _invert(book: "Book", last: Change, verb: str, step: Step) -> Change:
    name = last.operation.removeprefix("undo ").removeprefix("redo ")
    count = log.size(book.db, last.work)
    with Work(book, f"{verb} {name}", last.asked, last.subject, count=count) as work:
        work.write((_inverse(book, portion) for portion in _portions(book, last)), step)
        return work.change()


def _inverse(book: "Book", portion: Change) -> Portion:
    entries = log.entries(book.db, portion.id)
    inverse = [e if e.light else e.inverse() for e in reversed(entries)]

    def write(op: Operation) -> None:
        op.noted = True  # it is taken back even if nothing of it is left
        op.apply(inverse)

    return Portion(sum(entry.count for entry in entries), write, portion.id)
