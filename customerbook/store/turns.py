"""Whose turn it is: a lock that goes to whoever has waited longest."""

import threading
from collections import deque
from collections.abc import Callable


class Turns:
    """A lock that one thread may take several times, and that has no favourites.

    Python's own lock goes to whoever asks first after it was let go, which is nearly always the
    thread that has just let go: work in portions would keep everybody else out up to its end.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[tuple[int, threading.Lock]] = deque()
        self._owner: int | None = None
        self._depth = 0

    def take(self, meanwhile: Callable[[], object], every: float) -> None:
        """Wait until it is this thread's turn; `meanwhile` is called each `every` seconds."""
        me = threading.get_ident()
        if self._owner == me:
            self._depth += 1
            return
        with self._guard:
            if self._owner is None:
                self._owner, self._depth = me, 1
                return
            called = threading.Lock()
            called.acquire()
            self._waiting.append((me, called))
        try:
            meanwhile()
            while not called.acquire(timeout=every):
                meanwhile()
        except BaseException:
            self._step_back(me, called)
            raise

    def end(self) -> None:
        """End the turn, or the innermost of several that were taken within each other."""
        if self._owner != threading.get_ident():
            raise RuntimeError("not this thread's turn")
        self._depth -= 1
        if not self._depth:
            self._hand_on()

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._owner, called = self._waiting.popleft()
                self._depth = 1
                called.release()
            else:
                self._owner = None

    def _step_back(self, me: int, called: threading.Lock) -> None:
        """Wait no more; if the turn has come just now, hand it on."""
        with self._guard:
            if (me, called) in self._waiting:
                self._waiting.remove((me, called))
                return
        self._hand_on()
