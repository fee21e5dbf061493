"""Birthdays, anniversaries and other days that come round in a stretch of days."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Any

from customerbook.book.due import forbidden_channels
from customerbook.model.channel import Channel
from customerbook.model.customer import CustomerKind, DateKind
from customerbook.model.occasion import Occasion
from customerbook.store.rows import Database

_LONGEST = 366  # days


def occasions(db: Database, first: date, last: date, limit: int | None = None) -> list[Occasion]:
    """Occasions from day to day (at most a year), in their order; the first ones of a limit.

    Those of 29 February come on 28 February in a year that has no other.
    """
    last = min(last, first + timedelta(days=_LONGEST - 1))
    if limit is None:
        return _found(db, list(_days(first, last)), -1)
    found: list[Occasion] = []
    for day in _days(first, last):  # of 100,000 customers hundreds have their birthday each day
        found += _found(db, [day], limit - len(found))
        if len(found) >= limit:
            break
    return found


def _found(db: Database, days: list[date], limit: int) -> list[Occasion]:
    """The first occasions of some days; all for a limit of -1."""
    when = {month_day: day for day in days for month_day in _month_days(day)}
    if len(days) == 1:  # said so, it is answered from the index of days
        some = " OR ".join(["d.month = ? AND d.day = ?"] * len(when))
    else:
        some = f"(d.month, d.day) IN (VALUES {', '.join(['(?, ?)'] * len(when))})"
    rows = db.rows(
        (
            "SELECT d.customer_id, c.name, c.kind, d.kind, d.label, d.month, d.day, d.year, "
            "c.phone, c.email, c.preferred_channel "
            "FROM date d JOIN customer c ON c.id = d.customer_id "
            f"WHERE ({some}) AND c.deleted IS NULL "
            "ORDER BY c.name, c.id LIMIT ?",
            [*chain.from_iterable(when), limit],
        )
    )
    unwanted = forbidden_channels(db, {row[0] for row in rows})
    found = [_occasion(row, when[row[5], row[6]], unwanted.get(row[0], ())) for row in rows]
    return sorted(found, key=lambda one: (one.day, one.customer, one.customer_id))


def _occasion(row: tuple[Any, ...], day: date, forbidden: tuple[Channel, ...]) -> Occasion:
    customer_id, name, customer_kind, kind, label, _month, _day, year, phone, email, way = row
    return Occasion(
        customer_id=customer_id,
        customer=name,
        customer_kind=CustomerKind(customer_kind),
        kind=DateKind(kind),
        label=label,
        day=day,
        years=day.year - year if year else None,
        phone=phone,
        email=email,
        forbidden=forbidden,
        preferred=Channel(way) if way else None,
    )


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _month_days(day: date) -> Iterator[tuple[int, int]]:
    yield day.month, day.day
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3:
        yield 2, 29
