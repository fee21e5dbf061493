"""What threads do and wait for, told to the watchdog of the event loop.

Nothing of it is in the program: turns at the book are counted by standing in for `Turns.take`
while somebody watches, garbage by a call of the collector, and the rest is told by the kernel.
"""

import faulthandler
import gc
import re
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from customerbook.store.turns import Turns

_THREADS: Final = Path("/proc/self/task")
_ME: Final = Path("/proc/thread-self")
_FRAMES: Final = 8
"""Calls of each thread that are told, innermost first."""
_FRAME = re.compile(r'File "(?:.*/)?([^/"]+)", line (\d+) in (.+)')
_THREAD = re.compile(r"^(?:Current thread|Thread) 0x([0-9a-f]+)")
_take: Final = Turns.take


@dataclass(frozen=True)
class Used:
    """Seconds of one thread so far."""

    ran: float
    kept: float
    """In which it could have run but got no processor."""


def used() -> dict[int, Used]:
    """What each thread, by the kernel's number, has used; empty where nobody tells."""
    found = {}
    try:
        for thread in _THREADS.iterdir():
            found[int(thread.name)] = used_by(thread)
    except (OSError, ValueError):
        pass  # a thread has ended, or this is no Linux
    return found


def used_by(thread: Path = _ME) -> Used:
    """What one thread has used, usually this one; OSError where nobody tells."""
    ran, kept, _ = (thread / "schedstat").read_text().split()
    return Used(int(ran) / 1e9, int(kept) / 1e9)


def kept_back() -> float:
    """Seconds in which this thread could have run but got no processor; 0 where nobody tells."""
    try:
        return used_by().kept
    except OSError:
        return 0.0


@dataclass
class Waits:
    """Seconds that this thread has waited for the book, and has looked for garbage, up to now.

    Counted between `start` and `stop`, for the thread that calls `start`.
    """

    book: float = 0.0
    garbage: float = 0.0
    longest: float = 0.0
    """The longest wait for the book since somebody set it to nothing."""
    _since: float = field(default=0.0, repr=False)

    def start(self) -> None:
        """Begin to count."""
        thread = threading.get_ident()

        def take(turns: Turns, *wanted: Any) -> None:
            if threading.get_ident() != thread:
                _take(turns, *wanted)
                return
            start = time.perf_counter()
            _take(turns, *wanted)
            took = time.perf_counter() - start
            self.book += took
            self.longest = max(self.longest, took)

        Turns.take = take  # type: ignore[method-assign,assignment]
        self._collected = self._collector(thread)
        gc.callbacks.append(self._collected)

    def stop(self) -> None:
        """Count no more."""
        Turns.take = _take  # type: ignore[method-assign]
        gc.callbacks.remove(self._collected)

    def _collector(
        self, thread: int
    ) -> Callable[[Literal["start", "stop"], dict[str, int]], object]:
        def collected(phase: Literal["start", "stop"], _found: dict[str, int]) -> None:
            if threading.get_ident() != thread:
                return
            if phase == "start":
                self._since = time.perf_counter()
            else:
                self.garbage += time.perf_counter() - self._since

        return collected


def standing() -> str:
    """Where the window's thread stands, and the others that are at work, a line each.

    As the interpreter itself tells: to take their frames into Python instead crashes it now and
    then, when Qt calls back meanwhile.
    """
    with tempfile.TemporaryFile("w+") as told:
        faulthandler.dump_traceback(told, all_threads=True)
        told.seek(0)
        blocks = told.read().split("\n\n")
    window, me, lines = threading.main_thread().ident, threading.get_ident(), []
    for block in blocks:
        head = _THREAD.match(block)
        if head is None or (thread := int(head[1], 16)) == me:
            continue
        frames = [f"{file}:{line} {name}" for file, line, name in _FRAME.findall(block)]
        name = "window" if thread == window else "other"
        lines.append((name == "other", f"  {name}: " + " < ".join(frames[:_FRAMES])))
    return "\n".join(line for _, line in sorted(lines))
