"""The groups of the list: what is overdue, today, tomorrow, in the next 7 days, later."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from customerbook.book.followups import FollowUps
from customerbook.gui.theme import Role
from customerbook.model.texts import _


@dataclass(frozen=True)
class Group:
    """One group: its title, and how its ids are read for a person (all for None) on a day."""

    title: str
    ids: Callable[[FollowUps, int | None, date], list[int]]
    role: Role = "ink"


def groups() -> tuple[Group, ...]:
    """All groups in the order in which they are due; each open follow-up is in one of them."""
    day = timedelta(days=1)
    return (
        Group(_("Overdue"), lambda book, who, _now: book.ids(person_id=who, late=True), "red"),
        Group(
            _("Today"),
            lambda book, who, now: book.ids(person_id=who, last=now, late=False),
        ),
        Group(
            _("Tomorrow"),
            lambda book, who, now: book.ids(person_id=who, first=now + day, last=now + day),
        ),
        Group(
            _("Next 7 days"),
            lambda book, who, now: book.ids(person_id=who, first=now + 2 * day, last=now + 7 * day),
        ),
        Group(
            _("Later"),
            lambda book, who, now: book.ids(person_id=who, first=now + 8 * day),
        ),
    )
