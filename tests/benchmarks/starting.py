"""From the start of a process to a painted window, beside a bare Qt window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.table import Figure

_TRIES = 5
_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    "Ends the process when the first window was painted, and says how long that took."
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched.isWindow() and watched.width() > 600:
                QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        memory = [l for l in open("/proc/self/status") if l.startswith("VmRSS")]
        print(time.time() - float(os.environ["STARTED"]), memory[0].split()[1], flush=True)
        os._exit(0)

class Watched(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.watch = Watch(self)
        self.installEventFilter(self.watch)
"""
_BARE = (
    _WATCH
    + """
app = Watched(sys.argv)
window = QWidget()
window.resize(1280, 800)
window.show()
app.exec()
"""
)
_PROGRAM = (
    _WATCH
    + """
from customerbook.gui import app
app.QApplication = Watched
app.run([sys.argv[1]])
"""
)


def figures(temp: Path, book: Path) -> Iterator[Figure]:
    """Start to painted sign-in (goal: twice a bare window) and the memory it takes then."""
    bare, bare_memory = _measured(_BARE, temp, book)
    program, memory = _measured(_PROGRAM, temp, book)
    yield Figure("start to painted sign-in", program, "ms", bare, 2)
    yield Figure("memory at the sign-in", memory, "MB", bare_memory, 1.8)


def _measured(code: str, temp: Path, book: Path) -> tuple[float, float]:
    """Milliseconds and MB, the median of some tries after a first one that warms the disk."""
    tries = [_once(code, temp, book) for _ in range(_TRIES + 1)][1:]
    return median(ms for ms, _ in tries), median(mb for _, mb in tries)


def _once(code: str, temp: Path, book: Path) -> tuple[float, float]:
    home = temp / "home"
    home.mkdir(exist_ok=True)
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("CUSTOMERBOOK_PASSPHRASE", None)
    environment["STARTED"] = repr(time.time())
    found = subprocess.run(
        [sys.executable, "-c", code, str(book)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seconds, kilobytes = found.stdout.split()
    return float(seconds) * 1000, int(kilobytes) / 1024
