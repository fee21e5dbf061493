"""What two states of a book hold, for whoever has to choose between them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from customerbook.model.backup import Difference
from customerbook.store.backup import COUNTED
from customerbook.store.milliseconds import from_milliseconds

KINDS = ("customer", "interaction", "followup", "case", "document", "purchase", "person")
"""What is compared: all that is counted but the changes themselves."""

# With a plus, so that it is looked for from the newest change on, not sorted out of all.
_NEWEST = (
    "SELECT c.moment FROM entry e JOIN change c ON c.id = e.change_id "
    "WHERE +e.kind = ? ORDER BY e.change_id DESC LIMIT 1"
)

Told = dict[str, tuple[int, datetime | None]]


def told(rows: Callable[[Any], list[tuple[Any, ...]]]) -> Told:
    """How many of each kind there are, and when the newest change of one was."""
    found: Told = {}
    for kind in KINDS:
        ((count,),) = rows(COUNTED[kind])
        newest = rows((_NEWEST, [kind]))
        found[kind] = (count, from_milliseconds(newest[0][0]) if newest else None)
    return found


def differences(then: Told, now: Told) -> tuple[Difference, ...]:
    """The two beside each other."""
    return tuple(
        Difference(kind, then[kind][0], now[kind][0], then[kind][1], now[kind][1]) for kind in KINDS
    )
