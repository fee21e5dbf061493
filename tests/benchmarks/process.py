"""A process of its own that is measured: how long until something is painted, what memory it has.

It starts as an installed program does: with the byte code that the first start has left. What is
measured beside each other runs by turns, so that a busy computer holds both up alike.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

TELL = """
import json, os, sys, time

def standing():
    "How long the process has run (ms) and its memory (MB), all of it and its own."
    ran = (time.time() - float(os.environ["STARTED"])) * 1000
    with open("/proc/self/status") as status:
        kept = dict(line.split(":", 1) for line in status)
    memory = {name: int(kept[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon")}
    return {"ran": ran, **memory}

def tell(figures=None):
    "Print them, and end the process."
    print(json.dumps(figures or standing()), flush=True)
    os._exit(0)
"""
"""For the beginning of a script: `tell()`."""

BARE = (
    TELL
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, tell)

app = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""
)
"""The least that Python and Qt can show: a window with nothing in it."""

Measured = dict[str, float]


def by_turns(scripts: Sequence[str], argument: str, folder: Path, tries: int) -> list[Measured]:
    """The median of each figure of each script, after a try that fills the caches."""
    runs: list[list[Measured]] = [[] for _script in scripts]
    for turn in range(tries + 1):
        for script, kept in zip(scripts, runs, strict=True):
            found = _once(script, argument, folder)
            if turn:
                kept.append(found)
    return [{name: median(one[name] for one in kept) for name in kept[0]} for kept in runs]


def _once(script: str, argument: str, folder: Path) -> Measured:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        **{name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")},
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    for name in ("CUSTOMERBOOK_PASSPHRASE", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    environment["STARTED"] = repr(time.time())
    found = subprocess.run(
        [sys.executable, "-c", script, argument],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told: Measured = json.loads(found.stdout.splitlines()[-1])
    return told
