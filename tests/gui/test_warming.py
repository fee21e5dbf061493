"""What is loaded when: little before the sign-in, a little at a time after it, all before Today."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from customerbook.gui.warming import LATER, TODAY
from tests.books import PASSPHRASE, new_book

NOT_BEFORE_THE_SIGN_IN = (
    "anyascii",
    "dateutil",
    "email",
    "html",
    "keyring",
    "logging.handlers",
    "nacl",
    "peewee",
    "phonenumbers",
    "playhouse",
    "rapidfuzz",
    "reportlab",
    "socket",
    "sqlcipher3",
    "zoneinfo",
    "zxcvbn",
    "PySide6.QtDBus",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "customerbook.book",
    "customerbook.cli.verbs",
    "customerbook.documents",
    "customerbook.exchange",
    "customerbook.gui.today",
    "customerbook.gui.window",
    "customerbook.model.when",
)
AT_MOST_IN_A_STEP = 24
"""Modules; a step of Today takes some 10 ms then."""

_TELL = "import json, sys; tell = lambda it: print(json.dumps(it), flush=True)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = new_book(tmp_path)
    book.close()
    return book.folder


def told(script: str, *arguments: str) -> Any:
    """What a script tells in a process of its own, where nothing was loaded before."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL + script, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def within(packages: tuple[str, ...], loaded: list[str]) -> list[str]:
    """The modules that are one of some packages, or lie in one."""
    return [
        name
        for name in loaded
        if any(name == one or name.startswith(f"{one}.") for one in packages)
    ]


_FIRST_PAINT = """
from customerbook import __main__ as program
window = program._window
found = []

def watched(arguments):
    from customerbook.gui.frame import Frame
    paint = Frame.paintEvent
    def painted(frame, event):
        if not found:
            found.extend(sys.modules)
        paint(frame, event)
        frame.painted.connect(frame.close)
    Frame.paintEvent = painted
    return window(arguments)

program._window = watched
program.main([sys.argv[1]])
tell(found)
"""


def test_the_sign_in_is_painted_before_what_is_large_is_loaded(folder: Path) -> None:
    loaded = told(_FIRST_PAINT, str(folder))
    assert "customerbook.gui.signin.sign_in" in loaded
    assert within(NOT_BEFORE_THE_SIGN_IN, loaded) == []


NOT_AT_REST = (
    "dateutil",
    "keyring",
    "phonenumbers",
    "rapidfuzz",
    "reportlab",
    "statistics",
    "zxcvbn",
    "PySide6.QtPdf",
    "customerbook.gui.exchange",
)

_REST = """
import importlib
from customerbook import __main__ as program
window = program._window
found = []

def rest(frame):
    from customerbook.gui.jobs import Progress
    from customerbook.gui.signin.unlocking import warm_up
    from customerbook.gui.warming import LATER, TODAY
    warm_up(Progress())
    for name in (*TODAY, *LATER):
        importlib.import_module(name)
    found.extend(name for name, module in sys.modules.items() if module is not None)
    frame.close()

def watched(arguments):
    from customerbook.gui.frame import Frame
    paint = Frame.paintEvent
    def painted(frame, event):
        paint(frame, event)
        Frame.paintEvent = paint
        frame.painted.connect(lambda: rest(frame))
    Frame.paintEvent = painted
    return window(arguments)

program._window = watched
program.main([sys.argv[1]])
tell(found)
"""


def test_what_is_seldom_wanted_takes_no_memory_at_rest(folder: Path) -> None:
    loaded = told(_REST, str(folder))
    assert {"hashlib", "customerbook.gui.today", "customerbook.gui.customers.page"} <= set(loaded)
    assert within(NOT_AT_REST, loaded) == []


_STEPS = """
import importlib
from customerbook.gui import app
from customerbook.gui.signin.unlocking import warm_up
from customerbook.gui.jobs import Progress
from customerbook.gui.warming import LATER, TODAY
warm_up(Progress())
steps = []
for name in (*TODAY, *LATER):
    before = len(sys.modules)
    importlib.import_module(name)
    steps.append((name, len(sys.modules) - before))
tell(steps)
"""


def test_each_step_is_small_and_none_is_idle() -> None:
    steps = told(_STEPS)
    assert [name for name, _count in steps] == [*TODAY, *LATER]
    assert [step for step in steps if not 0 < step[1] <= AT_MOST_IN_A_STEP] == []


_TODAY = """
from enum import Enum
from pathlib import Path
from PySide6.QtWidgets import QApplication
from customerbook.gui import app, theme
from customerbook.gui.device import Device
from customerbook.gui.jobs import Progress
from customerbook.gui.notify import NoNotifier
from customerbook.gui.program import Program
from customerbook.gui.signin.unlocking import warm_up
from customerbook.gui.warming import TODAY, Warming
LARGE = 100  # names, which the binding builds when it first meets their kind
application = theme.application("customerbook")
theme.install(application)
program = Program(Device(), NoNotifier())
program.start(Path(sys.argv[1]))
warm_up(Progress())
finished = []
Warming(TODAY, program, 0).finished.connect(lambda: finished.append(True))
while not finished:
    application.processEvents()

def large():
    return {kind.__qualname__ for kind in Enum.__subclasses__() if len(kind) > LARGE}

before = set(sys.modules) | large()
page = program.frame.content()
page.field.setText(sys.argv[2])
page.unlock()
while program.at_book is None:
    application.processEvents()
program.at_book.window.grab()
loaded = sorted((set(sys.modules) | large()) - before)
program.frame.close()
tell(loaded)
"""


def test_today_opens_without_loading_anything_more(folder: Path) -> None:
    assert told(_TODAY, str(folder), PASSPHRASE) == []
