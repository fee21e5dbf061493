"""Which backups stay, by how far the book had come, never by the clock.

The newest 20; the last of each of 14 days, 8 weeks and 12 months; the pinned ones. A day is one on
which backups were made (`Backup.day`), a week seven and a month thirty of these: a clock that jumps
makes one day more, however far it jumps, and a shop that is closed for a month loses nothing.
"""

from collections.abc import Iterable, Sequence

from customerbook.model.backup import Backup

NEWEST = 20
"""What 48 hours of work make; also never fewer than five."""
_GENERATIONS = ((1, 14), (7, 8), (30, 12))
"""Days, and of how many such times the last backup stays."""


def superfluous(backups: Iterable[Backup]) -> list[Backup]:
    """Those that need not be kept; of one place, and none that is not `verified`."""
    found = [one for one in backups if one.verified]
    found.sort(key=lambda one: (one.commits, one.day, one.moment), reverse=True)
    kept = set(found[:NEWEST]) | {one for one in found if one.pinned}
    for days, most in _GENERATIONS:
        kept |= set(_last_of_each(found, days)[:most])
    return [one for one in found if one not in kept]


def _last_of_each(found: Sequence[Backup], days: int) -> list[Backup]:
    """The newest of each run of backups within so many days; they come newest first."""
    numbers = [one.day // days for one in found]
    earlier = [None, *numbers]
    return [one for one, now, before in zip(found, numbers, earlier, strict=False) if now != before]
