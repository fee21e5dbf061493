"""Customers in the search index who have changed."""

from collections.abc import Sequence
from dataclasses import replace

from customerbook.model.customer import Customer
from customerbook.store.rows import Database
from customerbook.store.search_index import found_alike, insertions, mark_gone

_WORDS = "UPDATE find_word SET name = ?, sort = ?, other = ?, ends = ? WHERE rowid = ?"
_INSIDE = "UPDATE find_inside SET text = ? WHERE rowid = ?"
_GONE = "DELETE FROM find_note WHERE rowid = ?"


def put_changed(
    db: Database, pairs: Sequence[tuple[Customer, Customer]], country: str, *, many: bool
) -> None:
    """Index customers anew who are in the index: only what they are found by otherwise now.

    Rows are written over in the order of their ids: to take them out first, or to go back, makes
    the index write what it has collected each time, which takes twice as long.
    """
    pairs = sorted((p for p in pairs if not found_alike(*p)), key=lambda pair: pair[1].id)
    worded = [after for before, after in pairs if not _worded_alike(before, after)]
    noted = [after for before, after in pairs if before.notes != after.notes]
    if many and (worded or noted):
        mark_gone(db)
    if worded:
        (_, words), (_, inside), _ = insertions(worded, country)
        db.run_many(_WORDS, [[*texts, i] for i, *texts in words])
        db.run_many(_INSIDE, [[text, i] for i, text in inside])
    if noted:
        *_, (sql, notes) = insertions(noted, country)
        db.run_many(_GONE, [[-after.id] for after in reversed(noted)])
        db.run_many(sql, notes)


def _worded_alike(before: Customer, after: Customer) -> bool:
    return found_alike(replace(before, notes=after.notes), after)
