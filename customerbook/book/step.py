"""Telling how far long work is, and stopping it."""

from collections.abc import Callable

Step = Callable[[int], None]
"""Told now and then how many are done; what it raises ends the work."""


class CancelledError(Exception):
    """The person stopped long work; nothing of it was written."""


def unheard(_done: int) -> None:
    """A step that nobody is told of."""
