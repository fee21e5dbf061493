"""How long the book that a restored one has replaced stays in the folder."""

from datetime import datetime, timedelta
from pathlib import Path

from customerbook.model.backup import BackupMemory
from customerbook.store.swap import drop_earlier, earlier_books

STAYS = timedelta(days=30)
_WORKED = 20
"""Days of work as well, so that a clock that jumps takes nothing away."""


def sweep_earlier(folder: Path, memory: BackupMemory, now: datetime) -> None:
    """Remove what has stayed for a month by the clock, and by the days of work since."""
    for earlier in earlier_books(folder):
        if now - earlier.moment >= STAYS and memory.day - earlier.day >= _WORKED:
            drop_earlier(earlier)
