"""The line of figures on a customer's card."""

from itertools import pairwise

from customerbook.model.customer import Customer, CustomerFacts
from customerbook.store.milliseconds import from_milliseconds
from customerbook.store.rows import Database

_ENOUGH = 4
"""Contacts on different days before an interval can be called usual."""


def customer_facts(db: Database, customer: Customer) -> CustomerFacts:
    """Figures of one customer, read from their interactions and purchases."""
    ((contacts, first, last, rating, ratings),) = db.rows(
        (
            "SELECT count(*), min(moment), max(moment), avg(nullif(rating, 0)), "
            "count(nullif(rating, 0)) FROM interaction WHERE customer_id = ?",
            [customer.id],
        )
    )
    purchases = db.rows(
        (
            "SELECT currency, sum(total) FROM purchase WHERE customer_id = ? "
            "GROUP BY currency ORDER BY sum(total) DESC",
            [customer.id],
        )
    )
    begun = [from_milliseconds(first).date()] if first is not None else []
    begun += [customer.created.date()] if customer.created else []
    return CustomerFacts(
        since=customer.since or min(begun, default=None),
        contacts=contacts,
        last_contact=None if last is None else from_milliseconds(last),
        usual_interval_days=customer.interval_days or _usual_interval(db, customer.id),
        rating=rating,
        ratings=ratings,
        purchases=tuple((currency, total) for currency, total in purchases),
    )


def _usual_interval(db: Database, customer_id: int) -> int | None:
    sql = "SELECT moment FROM interaction WHERE customer_id = ? ORDER BY moment DESC LIMIT 40"
    days = [from_milliseconds(m).date() for (m,) in db.rows((sql, [customer_id]))]
    days = list(dict.fromkeys(days))
    if len(days) < _ENOUGH:
        return None
    from statistics import median  # noqa: PLC0415 - with all that Python knows of fractions

    return round(median((late - early).days for late, early in pairwise(days)))
