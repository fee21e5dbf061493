"""Python's collector at work on the window's thread alone."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK_MS: Final = 500

_resting: list[bool] = []
"""One entry for each piece of work during which nothing is collected."""


class Collecting(QObject):
    """Switches the collector off, and looks now and then on this thread what it has to do.

    Left to itself it works in whatever thread makes the next object. A widget that nobody holds
    any more would then be deleted in a worker, and Qt does not survive that.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Collect what the collector would by now, had it not been switched off."""
    if _resting:
        return
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if most and count > most
    ]
    if due:
        gc.collect(due[-1])


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be searched for garbage while very many records are made, and these never.

    Looking through some hundred thousand records that are all in use holds every thread for a
    third of a second, again and again. They go when nobody holds them any more, all the same.
    """
    _resting.append(True)
    try:
        yield
    finally:
        _resting.pop()
        if not _resting:
            gc.freeze()
