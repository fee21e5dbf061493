"""Watches the event loop: how long it answered nobody, and what it was doing meanwhile.

A timer of the window's thread beats every few milliseconds; a thread beside it notices when a beat
is late and notes where everybody stands. What counts is the time a person would have waited on a
computer that has nothing else to do. Other programs can take it away from this one, so from each
late beat is taken off, as Linux keeps it in `/proc/self/task/<thread>/schedstat`,

- the time in which the window's thread could have run but got no processor, and
- while it stood still, the time in which a thread it may have waited for got none.

Elsewhere the kernel does not tell: there a late beat counts as far as the process was at work.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from tests.threads import Used, Waits, kept_back, standing, used

LIMIT: Final = 0.05
"""Seconds for which the window may answer nobody."""
_BEAT_MS: Final = 5
_LATE: Final = 0.03
"""Seconds after which the watcher looks where everybody stands."""
_LOOK: Final = 0.005
_MOST_LOOKS: Final = 40


@dataclass(frozen=True)
class Stall:
    """A late beat, in seconds: how late by the clock, how much of that was our doing, and what.

    What is not told in these figures went into waiting for the interpreter or for the disk.
    """

    wall: float
    own: float
    ran: float = 0.0
    """For which the window's thread itself was at work."""
    book: float = 0.0
    """For which it waited for its turn at the book."""
    longest: float = 0.0
    """The longest of these waits."""
    garbage: float = 0.0
    """For which it looked for garbage."""
    held: float = 0.0
    """The longest time for which no other thread could have the interpreter."""
    others: tuple[float, ...] = ()
    """For which each of the other threads was at work, longest first."""
    stacks: tuple[str, ...] = ()

    def __str__(self) -> str:
        figures = {
            "at work": self.ran,
            "waited for the book": self.book,
            "longest of these": self.longest,
            "looked for garbage": self.garbage,
            "interpreter held": self.held,
        }
        told = [f"{name} {_ms(seconds)}" for name, seconds in figures.items() if seconds > 0.001]
        if self.others:
            told.append("other threads at work " + " + ".join(map(_ms, self.others)))
        words = f"{_ms(self.own)} ({_ms(self.wall)} by the clock): {', '.join(told)}"
        return "\n".join([words, *self.stacks])


@dataclass
class _Moment:
    """What had been used up when a beat came."""

    waits: Waits
    wall: float = field(default_factory=time.perf_counter)
    mine: float = field(default_factory=time.thread_time)
    process: float = field(default_factory=time.process_time)
    used: dict[int, Used] = field(default_factory=used)

    def __post_init__(self) -> None:
        self.waits.longest, self.waits = 0.0, replace(self.waits)


class Watchdog(QObject):
    """Beats from `start` to `stop`; `worst` is the longest stall, `stalls` all above the limit."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = Stall(0.0, 0.0)
        self.stalls: list[Stall] = []
        self.beats = 0
        self._main = threading.get_native_id()
        self._waits = Waits()
        self._last = _Moment(self._waits)
        self._seen: list[str] = []
        self._held = 0.0
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._waits.start()
        self._last = _Moment(self._waits)
        self._timer.start()
        self._watcher.start()

    def stop(self) -> None:
        """End, with a last beat for what stands still just now."""
        self.beat()
        self._timer.stop()
        self._ended.set()
        self._watcher.join()
        self._waits.stop()

    def beat(self) -> None:
        """Note that the loop is alive."""
        self.beats += 1
        longest = self._waits.longest
        before, now = self._last, _Moment(self._waits)
        late = now.wall - before.wall - _BEAT_MS / 1000
        own = max(0.0, late - _others(before, now, self._main))
        if own > self.worst.own or own > LIMIT:
            stall = self._told(before, now, late, own, longest)
            self.worst = max(self.worst, stall, key=lambda one: one.own)
            if own > LIMIT:
                self.stalls.append(stall)
        self._seen, self._held = [], 0.0
        self._last = _Moment(self._waits)  # what this took is not the window's

    def _told(
        self, before: _Moment, now: _Moment, late: float, own: float, longest: float
    ) -> Stall:
        apart = (self._main, self._watcher.native_id)
        ran = [
            now.used[thread].ran - before.used[thread].ran
            for thread in now.used.keys() & before.used.keys()
            if thread not in apart
        ]
        return Stall(
            wall=late,
            own=own,
            ran=now.mine - before.mine,
            book=now.waits.book - before.waits.book,
            longest=longest,
            garbage=now.waits.garbage - before.waits.garbage,
            held=self._held,
            others=tuple(sorted((one for one in ran if one > 0.001), reverse=True)),
            stacks=tuple(self._seen),
        )

    def _watch(self) -> None:
        kept, asked = kept_back(), time.perf_counter()
        while not self._ended.wait(_LOOK):
            # To be called again it needs the interpreter, like the window's thread.
            now = time.perf_counter()
            self._held = max(self._held, now - asked - _LOOK - (kept_back() - kept))
            since = now - self._last.wall
            if since > _LATE and len(self._seen) < _MOST_LOOKS:
                self._seen.append(f"after {_ms(since)}\n{standing()}")
            kept, asked = kept_back(), time.perf_counter()


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
    if main not in now.used:
        return max(0.0, wall - (now.process - before.process))
    none = Used(0.0, 0.0)
    kept = {
        thread: sum_.kept - before.used.get(thread, none).kept for thread, sum_ in now.used.items()
    }
    mine = kept.pop(main)
    still = max(0.0, wall - (now.mine - before.mine) - mine)
    return mine + min(still, max(kept.values(), default=0.0))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
