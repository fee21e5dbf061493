"""Watches the event loop: how long it answered nobody, and what it was doing meanwhile.

A timer of the window's thread beats every few milliseconds; a thread beside it notices when a beat
is late and notes where everybody stands. What counts is the time a person would have waited on a
computer that has nothing else to do. Other programs can take it away from this one, so from each
late beat is taken off, as Linux keeps it in `/proc/self/task/<thread>/schedstat`,

- the time in which the window's thread could have run but got no processor, and
- while it stood still, the time in which a thread it may have waited for got none.

Elsewhere the kernel does not tell: there a late beat counts as far as the process was at work.
"""

import faulthandler
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT: Final = 0.05
"""Seconds for which the window may answer nobody."""
_BEAT_MS: Final = 5
_LATE: Final = 0.03
"""Seconds after which the watcher looks where everybody stands."""
_THREADS: Final = Path("/proc/self/task")


def delays() -> dict[int, float]:
    """Seconds for which each thread waited for a processor so far; empty where nobody tells."""
    found = {}
    try:
        for thread in _THREADS.iterdir():
            found[int(thread.name)] = int((thread / "schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        pass  # a thread has ended, or this is no Linux
    return found


@dataclass(frozen=True)
class Stall:
    """A late beat, in seconds: how late by the clock, and how much of that was our doing."""

    wall: float
    own: float
    stacks: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = f"{self.own * 1000:.0f} ms ({self.wall * 1000:.0f} ms by the clock)"
        return "\n".join([words, *self.stacks])


@dataclass
class _Moment:
    """What had been used up when a beat came."""

    wall: float = field(default_factory=time.perf_counter)
    mine: float = field(default_factory=time.thread_time)
    process: float = field(default_factory=time.process_time)
    delays: dict[int, float] = field(default_factory=delays)


class Watchdog(QObject):
    """Beats from `start` to `stop`; `worst` is the longest stall, `stalls` all above the limit."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = Stall(0.0, 0.0)
        self.stalls: list[Stall] = []
        self.beats = 0
        self._main = threading.get_native_id()
        self._last = _Moment()
        self._seen: list[str] = []
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._last = _Moment()
        self._timer.start()
        self._watcher.start()

    def stop(self) -> None:
        """End, with a last beat for what stands still just now."""
        self.beat()
        self._timer.stop()
        self._ended.set()
        self._watcher.join()

    def beat(self) -> None:
        """Note that the loop is alive."""
        self.beats += 1
        before, now = self._last, _Moment()
        late = now.wall - before.wall - _BEAT_MS / 1000
        own = max(0.0, late - _others(before, now, self._main))
        if own > self.worst.own or own > LIMIT:
            stall = Stall(late, own, tuple(self._seen))
            self.worst = max(self.worst, stall, key=lambda one: one.own)
            if own > LIMIT:
                self.stalls.append(stall)
        self._seen = []
        self._last = _Moment()  # what this took is not the window's

    def _watch(self) -> None:
        while not self._ended.wait(0.01):
            since = self._last
            if time.perf_counter() - since.wall > _LATE and len(self._seen) < 8:
                self._seen = [*self._seen, _standing()]


@contextmanager
def watched(limit: float = LIMIT) -> Iterator[Watchdog]:
    """Fail if the loop, which has to run within, stands still for longer than `limit` seconds."""
    dog = Watchdog()
    dog.start()
    try:
        yield dog
    finally:
        dog.stop()
    assert dog.beats > 10, "the loop did not run"
    told = "\n\n".join(str(stall) for stall in dog.stalls)
    assert dog.worst.own <= limit, f"the window stood still for {told}"


def _others(before: _Moment, now: _Moment, main: int) -> float:
    """Seconds of a late beat that other programs have taken."""
    wall = now.wall - before.wall
    if main not in now.delays:
        return max(0.0, wall - (now.process - before.process))
    waited = {
        thread: delay - before.delays.get(thread, 0.0)
        for thread, delay in now.delays.items()
        if delay > before.delays.get(thread, 0.0)
    }
    mine = waited.pop(main, 0.0)
    still = max(0.0, wall - (now.mine - before.mine) - mine)
    return mine + min(still, max(waited.values(), default=0.0))


def _standing() -> str:
    """Where the threads stand, as the interpreter itself tells.

    To take their frames into Python instead crashes it now and then, when Qt calls back meanwhile.
    """
    with tempfile.TemporaryFile("w+") as told:
        faulthandler.dump_traceback(told, all_threads=True)
        told.seek(0)
        return told.read()
