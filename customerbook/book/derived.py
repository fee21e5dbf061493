"""What is kept beside the records so that screens are quick: written in the same transaction."""

from collections.abc import Iterable, Sequence
from typing import Any

from customerbook.model.case import Case
from customerbook.model.customer import Customer
from customerbook.model.interaction import Interaction
from customerbook.store import search_changes, search_index
from customerbook.store.rows import Database, Statement


def follow(
    db: Database, country: str, pairs: Sequence[tuple[Any, Any]], *, many: bool = False
) -> None:
    """Bring index and figures in step with records that changed: pairs of (before, after).

    `many` leaves words of customers in the index, marked as gone, until it is merged.
    """
    _follow_customers(db, country, [p for p in pairs if _is(p, Customer)], many=many)
    _follow_interactions(db, [p for p in pairs if _is(p, Interaction)])
    touched = (case.customer_id for pair in pairs for case in pair if isinstance(case, Case))
    _refresh_complaints(db, {i for i in touched if i is not None})


class New:
    """The same for many new records, some at a time: figures of customers once, at the end."""

    def __init__(self, db: Database, country: str) -> None:
        self._db = db
        self._country = country
        self._contacted: set[int | None] = set()
        self._complained: set[int | None] = set()

    def follow(self, records: Sequence[Any]) -> None:
        """Index these records of one kind."""
        match records[0]:
            case Customer():
                here = [customer for customer in records if customer.deleted is None]
                search_index.put_customers(self._db, here, self._country)
            case Interaction():
                search_index.put_notes(self._db, records)
                self._contacted.update(record.customer_id for record in records)
            case Case():
                self._complained.update(record.customer_id for record in records)

    def finish(self) -> None:
        """Write the figures of the customers concerned."""
        refresh_last_contact(self._db, {i for i in self._contacted if i is not None})
        _refresh_complaints(self._db, {i for i in self._complained if i is not None})


def insertions(records: Sequence[Any], country: str) -> list[Statement]:
    """What brings the index in step with new records of one kind; figures are written later."""
    here = [one for one in records if isinstance(one, Customer) and one.deleted is None]
    return search_index.insertions(here, country) if here else []


def _is(pair: tuple[Any, Any], record: type[Any]) -> bool:
    return isinstance(pair[0] or pair[1], record)


def _follow_customers(
    db: Database, country: str, pairs: list[tuple[Any, Any]], *, many: bool
) -> None:
    changed = [(b, a) for b, a in pairs if _is_here(b) and _is_here(a)]
    if changed:
        search_changes.put_changed(db, changed, country, many=many)
    gone = [before.id for before, after in pairs if _is_here(before) and not _is_here(after)]
    if gone and many:
        search_index.remove_customers(db, gone)
    else:
        for customer_id in gone:
            search_index.remove_customer(db, customer_id)
    here = [after for before, after in pairs if _is_here(after) and not _is_here(before)]
    if here:
        search_index.put_customers(db, here, country)


def _is_here(customer: Customer | None) -> bool:
    return customer is not None and customer.deleted is None


def _follow_interactions(db: Database, pairs: list[tuple[Any, Any]]) -> None:
    for before, after in pairs:
        if before is not None and before.note and (after is None or after.note != before.note):
            search_index.remove_note(db, before.id)
    new_notes = [a for b, a in pairs if a is not None and (b is None or b.note != a.note)]
    search_index.put_notes(db, new_notes)
    touched = {i.customer_id for pair in pairs for i in pair if i is not None}
    refresh_last_contact(db, {i for i in touched if i is not None})


def refresh_last_contact(db: Database, customer_ids: Iterable[int]) -> None:
    """Write when these customers were last in contact."""
    db.run_many(
        "UPDATE customer SET last_contact = "
        "(SELECT max(moment) FROM interaction WHERE customer_id = customer.id) WHERE id = ?",
        [(i,) for i in customer_ids],
    )


def _refresh_complaints(db: Database, customer_ids: Iterable[int]) -> None:
    db.run_many(
        'UPDATE customer SET open_complaint = EXISTS (SELECT 1 FROM "case" '
        "WHERE customer_id = customer.id AND complaint AND status <> 'solved') WHERE id = ?",
        [(i,) for i in customer_ids],
    )
