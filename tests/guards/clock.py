"""The time is the computer's at the start of every test; `clock` stops it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from customerbook.model.clock import set_clock


class StoppedClock:
    """Tells the same moment until it is set or moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """Tell the moment."""
        return self.moment

    def move(self, by: timedelta) -> datetime:
        """Let time pass, or go back; the new moment."""
        self.moment += by
        return self.moment


@pytest.fixture(autouse=True)
def _own_time() -> Iterator[None]:
    yield
    set_clock(None)


@pytest.fixture
def clock() -> StoppedClock:
    """It is Saturday 21 November 2026, 10:22 in Berlin, until the test says otherwise."""
    stopped = StoppedClock(datetime(2026, 11, 21, 9, 22, tzinfo=UTC))
    set_clock(stopped)
    return stopped
