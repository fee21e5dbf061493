"""Whose turn it is: a lock that goes to whoever has waited longest, long work last."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_COMES_BACK = 0.004
"""Seconds after a turn in which its thread is likely to ask for the next one."""
_LONGEST = 0.1
"""Seconds for which a patient thread lets others go first, and then asks like everybody."""
_LOOK = 0.001


class Turns:
    """A lock that one thread may take several times, and that has no favourites.

    Python's own lock goes to whoever asks first after it was let go, which is nearly always the
    thread that has just let go: work in portions would keep everybody else out up to its end.

    What a person waits for asks for many turns one after the other. If long work took one of its
    own in between each time, they would wait for all of them; so it does not, see `patiently`.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[tuple[int, threading.Lock]] = deque()
        self._owner: int | None = None
        self._depth = 0
        self._patient: dict[int, int] = {}
        self._last: tuple[int | None, float] = (None, 0.0)

    def take(self, meanwhile: Callable[[], object], every: float) -> None:
        """Wait until it is this thread's turn; `meanwhile` is called each `every` seconds."""
        me = threading.get_ident()
        if self._owner == me:
            self._depth += 1
            return
        if me in self._patient:
            self._let_others_first()
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
        me = threading.get_ident()
        if self._owner != me:
            raise RuntimeError("not this thread's turn")
        self._depth -= 1
        if not self._depth:
            if me not in self._patient:
                self._last = (me, time.monotonic())
            self._hand_on()

    @contextmanager
    def patiently(self) -> Iterator[None]:
        """Until the end of the block, this thread lets everybody else go first.

        It waits a moment after the turns of others too, in case they come back, though never
        longer than a tenth of a second for a turn: it goes on even if somebody reads all the time.
        """
        me = threading.get_ident()
        self._patient[me] = self._patient.get(me, 0) + 1
        try:
            yield
        finally:
            self._patient[me] -= 1
            if not self._patient[me]:
                del self._patient[me]

    def wanted(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)

    def shared(self, within: float) -> bool:
        """Whether somebody waits, or another thread has had a turn in the last seconds.

        Turns of patient threads do not count.
        """
        last, ended = self._last
        mine = last in (None, threading.get_ident())
        return self.wanted() or (not mine and time.monotonic() - ended < within)

    def _let_others_first(self) -> None:
        end = time.monotonic() + _LONGEST
        while self._others_come() and time.monotonic() < end:
            time.sleep(_LOOK)

    def _others_come(self) -> bool:
        owner = self._owner
        return self.shared(_COMES_BACK) or (owner is not None and owner not in self._patient)

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
