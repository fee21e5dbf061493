"""How far something is, on the last line of a terminal; silent where there is none."""

import sys
import time
from types import TracebackType
from typing import Self

_EVERY = 0.2


class Progress:
    """Shows numbers while a block runs, and takes them away at its end."""

    def __init__(self, total: int = 0) -> None:
        self._total = total
        self._shown = 0.0
        self._visible = sys.stderr.isatty()

    def step(self, done: int) -> None:
        """Say how many are done."""
        now = time.monotonic()
        if self._visible and now - self._shown > _EVERY:
            self._shown = now
            part = f" {min(100, 100 * done // self._total)} %" if self._total else ""
            print(f"\r{done:,}{part}", end="\x1b[K", file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
