"""The window under the fingers: keys, pages, forms and the wheel, in a process of its own.

`python -m tests.benchmarks.window BOOK` measures at a book that is there already.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from tests.benchmarks.table import Figure

LIMITS: Final = {
    "key press in search to painted rows": 16,
    "of that: finding": 16,
    "open the log form": 50,
    "open a card with 500 contacts": 50,
    "switch to Today": 50,
    "switch to Customers": 50,
    "switch to Follow-ups": 50,
    "wheel step of the list": 8,
}
"""Milliseconds that 95 of 100 tries keep to, all of it warm."""
FIRST: Final = {
    "first opening of Customers": 150,
    "first opening of Follow-ups": 150,
    "first opening of the log form": 150,
}
"""Milliseconds of the first time after unlocking; each in a window that was just opened."""


def figures(book: Path) -> Iterator[Figure]:
    """The figures of each act, with its limit."""
    warm = _run(book)
    for name, limit in {**LIMITS, **FIRST}.items():
        clock, processor = (_run(book, name) if name in FIRST else warm)[name]
        yield Figure(f"{name} (processor: {processor:.1f})", clock, "ms", limit, 1)


def _run(book: Path, *names: str) -> dict[str, list[float]]:
    """Milliseconds by the clock and of the processor, of first openings or of all that is warm."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as home:
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        environment.update(dict.fromkeys(places, home))
        found = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.using", str(book), home, *names],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=900,
        )
    return cast("dict[str, list[float]]", json.loads(found.stdout.splitlines()[-1]))


if __name__ == "__main__":
    from tests.benchmarks.table import as_text

    sys.stdout.write(as_text(figures(Path(sys.argv[1]))) + "\n")
