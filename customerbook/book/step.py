"""Telling how far long work is, and stopping it."""

from collections.abc import Callable

Step = Callable[[int], None]
"""Told now and then how many are done; what it raises ends the work."""
Cancelled = Callable[[], bool]
"""Asked now and then whether long work should stop."""


class CancelledError(Exception):
    """The person stopped long work; nothing of it was written."""


def unheard(_done: int) -> None:
    """A step that nobody is told of."""


def never() -> bool:
    """Nobody stops it."""
    return False


def percent(step: Step, cancelled: Cancelled) -> Callable[[float], object]:
    """Tells a step in whole percent what is told as a share, 0 to 1, until it is cancelled."""
    told = guarded(step, cancelled)
    return lambda done: told(round(100 * done))


def guarded(step: Step, cancelled: Cancelled) -> Step:
    """A step that ends the work with `CancelledError` once it is cancelled."""

    def told(done: int) -> None:
        step(done)
        if cancelled():
            raise CancelledError

    return told
