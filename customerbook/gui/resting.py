"""Whether the window has nothing to do just now: work in other threads lets it go first."""

import threading

from PySide6.QtCore import QAbstractEventDispatcher


class Resting:
    """`event` is set while the event loop waits for something to happen, and while nobody looks."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.event.set()
        self._watched: QAbstractEventDispatcher | None = None

    def watch(self) -> None:
        """Follow the loop of this thread."""
        loop = QAbstractEventDispatcher.instance()
        if self._watched is None and loop is not None:
            self._watched = loop
            loop.aboutToBlock.connect(self.event.set)
            loop.awake.connect(self.event.clear)

    def leave(self) -> None:
        """Follow it no more."""
        if self._watched is not None:
            self._watched.aboutToBlock.disconnect(self.event.set)
            self._watched.awake.disconnect(self.event.clear)
            self._watched = None
        self.event.set()
