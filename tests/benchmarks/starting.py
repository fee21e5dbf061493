"""From the start of a process to the painted sign-in, beside a bare Qt window."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.process import BARE, TELL, by_turns
from tests.benchmarks.table import Figure

_TRIES = 7
_PROGRAM = (
    TELL
    + """
from customerbook import __main__ as program

def painted(frame, event):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, tell)

window = program._window

def watched(arguments):
    from customerbook.gui.frame import Frame
    Frame.paintEvent = painted
    return window(arguments)

program._window = watched
program.main([sys.argv[1]])
"""
)


def figures(temp: Path, book: Path) -> Iterator[Figure]:
    """Start to painted sign-in (goal: twice a bare window) and the memory it takes then."""
    bare, program = by_turns([BARE, _PROGRAM], str(book), temp, _TRIES)
    yield Figure("start to painted sign-in", program["ran"], "ms", bare["ran"], 2)
    yield Figure("memory at the sign-in", program["VmRSS"], "MB", bare["VmRSS"], 1.8)
