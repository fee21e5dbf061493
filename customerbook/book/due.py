"""What is due: lines of follow-ups, their reminders, and the next one of a recurring one."""

from dataclasses import replace
from datetime import date, datetime
from datetime import time as wall_time
from typing import Any
from zoneinfo import ZoneInfo

from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUp, FollowUpKind, FollowUpLine, FollowUpState
from customerbook.store.milliseconds import from_milliseconds, to_milliseconds
from customerbook.store.rows import Database

_LINE = (
    "SELECT f.id, f.kind, f.title, f.customer_id, coalesce(c.name, i.caller, ''), f.person_id, "
    "coalesce(p.name, ''), f.due_day, f.due_time, f.not_before, f.due, f.promise, f.state, "
    "f.recurrence, coalesce(c.phone, ''), coalesce(c.email, ''), "
    "coalesce(c.nickname, ''), c.preferred_channel FROM followup f "
    "LEFT JOIN customer c ON c.id = f.customer_id LEFT JOIN interaction i "
    "ON i.id = f.interaction_id LEFT JOIN person p ON p.id = f.person_id "
)
_UNSHOWN = (
    "f.state = 'open' AND NOT EXISTS "
    "(SELECT 1 FROM reminder r WHERE r.followup_id = f.id AND r.due = f.due)"
)


def lines(db: Database, where: str, values: list[Any]) -> list[FollowUpLine]:
    """Lines of follow-ups; the tables in `where` are f, c, i and p."""
    rows = db.rows((_LINE + where, values))
    forbidden = forbidden_channels(db, {row[3] for row in rows if row[3] is not None})
    return [_line(row, forbidden.get(row[3], ())) for row in rows]


def open_lines(
    db: Database, person_id: int | None, first: date | None, last: date | None
) -> list[FollowUpLine]:
    """Open ones of a person (of all for None) from a day to a day."""
    where, values = "WHERE f.state = 'open'", list[Any]()
    for condition, value in (
        ("f.person_id = ?", person_id),
        ("f.due_day >= ?", first and first.isoformat()),
        ("f.due_day <= ?", last and last.isoformat()),
    ):
        if value is not None:
            where, values = f"{where} AND {condition}", [*values, value]
    return lines(db, f"{where} ORDER BY f.due, f.id", values)


def broken_lines(
    db: Database, customer_id: int, since: datetime, late: datetime
) -> list[FollowUpLine]:
    """Promises to a customer broken since a moment, and open ones due before another."""
    where = (
        "WHERE f.customer_id = ? AND f.promise AND ((f.state = 'broken' AND f.due >= ?) "
        "OR (f.state = 'open' AND f.due < ?)) ORDER BY f.due DESC, f.id"
    )
    return lines(db, where, [customer_id, to_milliseconds(since), to_milliseconds(late)])


def to_remind(db: Database, now: datetime) -> list[FollowUpLine]:
    """Open ones whose reminder has come and was not shown for this due moment."""
    where = f"WHERE f.remind <= ? AND {_UNSHOWN} ORDER BY f.due, f.id"
    return lines(db, where, [to_milliseconds(now)])


def next_reminder(db: Database, now: datetime) -> datetime | None:
    """The moment of the next reminder after now."""
    sql = f"SELECT min(f.remind) FROM followup f WHERE f.remind > ? AND {_UNSHOWN}"
    ((moment,),) = db.rows((sql, [to_milliseconds(now)]))
    return None if moment is None else from_milliseconds(moment)


def following(followup: FollowUp, now: datetime) -> FollowUp:
    """The next one of a recurring follow-up, counted from its due day or from its completion."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - few follow-ups recur

    assert followup.due_day is not None
    done = now.astimezone(ZoneInfo(followup.zone)).date()
    start = done if followup.after_completion else followup.due_day
    begin = datetime.combine(start, wall_time())
    rule = rrulestr(followup.recurrence, dtstart=begin)
    after = max(begin, datetime.combine(done, wall_time()))
    day = rule.after(after)
    if day is None:
        return replace(followup, id=0, recurrence="", state=FollowUpState.DROPPED, done=now)
    return replace(followup, id=0, due_day=day.date(), created=now, interaction_id=None, reason="")


def _line(row: tuple[Any, ...], forbidden: tuple[Channel, ...]) -> FollowUpLine:
    return FollowUpLine(
        id=row[0],
        kind=FollowUpKind(row[1]),
        title=row[2],
        customer_id=row[3],
        customer=row[4],
        person_id=row[5],
        person=row[6],
        due_day=date.fromisoformat(row[7]),
        due_time=row[8] and wall_time.fromisoformat(row[8]),
        not_before=row[9] and wall_time.fromisoformat(row[9]),
        due=from_milliseconds(row[10]),
        promise=bool(row[11]),
        state=FollowUpState(row[12]),
        recurrence=row[13],
        phone=row[14],
        email=row[15],
        nickname=row[16] if row[16] != row[4] else "",
        forbidden=forbidden,
        preferred=Channel(row[17]) if row[17] else None,
    )


def forbidden_channels(db: Database, customer_ids: set[int]) -> dict[int, tuple[Channel, ...]]:
    """What these customers do not want, for those who want something not."""
    found: dict[int, tuple[Channel, ...]] = {}
    ids = sorted(customer_ids)
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT customer_id, channel FROM forbidden WHERE customer_id IN ({marks})"
        for customer_id, channel in db.rows((f"{sql} ORDER BY position", some)):
            found[customer_id] = (*found.get(customer_id, ()), Channel(channel))
    return found
