"""Customers of the sample book written by hand: each shows something that occurs in real books."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from customerbook.book.sample.hours import Calendar
from customerbook.book.sample.organisations import organisations
from customerbook.book.sample.regulars_afar import travellers
from customerbook.book.sample.regulars_lately import expected, to_call
from customerbook.book.sample.regulars_near import neighbours
from customerbook.model.customer import Customer

_WORKS_AT = {"oliver": "müller & söhne", "wójcik": "tierarzt", "okonkwo": "fahrdienst"}
_OPENING = time(8, tzinfo=UTC)


def regulars(calendar: Calendar) -> dict[str, Customer]:
    """Each customer by a short name; the first has id 1, and so on."""
    today = calendar.today
    found = {**expected(today), **to_call(today), **neighbours(today)}
    found |= {**organisations(today), **travellers(today)}
    ids = {name: number for number, name in enumerate(found, 1)}
    return {
        name: replace(
            customer,
            id=ids[name],
            organisation_id=ids.get(_WORKS_AT.get(name, "")),
            created=datetime.combine(customer.since or today - timedelta(days=30), _OPENING),
        )
        for name, customer in found.items()
    }
