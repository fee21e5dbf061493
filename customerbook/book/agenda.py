"""What is open, as ids and counts, so that a page of 20,000 is as quick as one of ten.

Ids come from the index of due moments alone where no person and no promise is asked for; lines
are read for what is shown.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from customerbook.model.when import When, to_utc
from customerbook.store.milliseconds import to_milliseconds
from customerbook.store.rows import Database

_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which open follow-ups are meant; None means any.

    `first` and `last` are days in `zone`, `late` are those whose moment has passed `now`.
    """

    zone: str
    now: datetime
    person_id: int | None = None
    promise: bool | None = None
    first: date | None = None
    last: date | None = None
    late: bool | None = None


def open_ids(db: Database, stretch: Stretch) -> list[int]:
    """Ids in the order in which they become due."""
    where, values = _where(stretch)
    sql = f"SELECT id FROM followup WHERE {where} ORDER BY due, id"
    return [row[0] for row in db.rows((sql, values))]


def day_counts(db: Database, stretch: Stretch) -> dict[date, tuple[int, int, int]]:
    """For days with open ones: (promises, other follow-ups, and those of both that are late)."""
    where, values = _where(stretch)
    now = to_milliseconds(stretch.now)
    sql = (
        "SELECT due_day, total(promise AND due >= ?), total(NOT promise AND due >= ?), "
        f"total(due < ?) FROM followup WHERE {where} GROUP BY due_day"
    )
    return {
        date.fromisoformat(day): (int(promises), int(others), int(overdue))
        for day, promises, others, overdue in db.rows((sql, [now, now, now, *values]))
    }


def _where(stretch: Stretch) -> tuple[str, list[Any]]:
    """The condition. What has no time becomes late at the midnight that ends its day.

    So a day's moments lie after the midnight that begins it, up to the one that ends it; only at
    the midnights themselves does one have to look whether there is a time.
    """
    parts: list[tuple[str, list[Any]]] = [("state = 'open'", [])]
    if stretch.first is not None:
        begin = _begin(stretch.first, stretch.zone)
        parts.append(("due >= ? AND (due > ? OR due_time IS NOT NULL)", [begin, begin]))
    if stretch.last is not None:
        end = _begin(stretch.last + timedelta(days=1), stretch.zone)
        parts.append(("due <= ? AND (due < ? OR due_time IS NULL)", [end, end]))
    if stretch.late is not None:
        sign = "<" if stretch.late else ">="
        parts.append((f"due {sign} ?", [to_milliseconds(stretch.now)]))
    if stretch.person_id is not None:
        parts.append(("person_id = ?", [stretch.person_id]))
    if stretch.promise is not None:
        parts.append(("promise = ?", [int(stretch.promise)]))
    return " AND ".join(words for words, _ in parts), [v for _, values in parts for v in values]


def _begin(day: date, zone: str) -> int:
    return to_milliseconds(to_utc(When(day, _MIDNIGHT), zone, _MIDNIGHT))
