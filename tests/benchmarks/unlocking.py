"""From the passphrase to the painted Today, and the memory at rest after it."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.making import PASSPHRASE
from tests.benchmarks.process import BARE, TELL, by_turns
from tests.benchmarks.table import Figure

_TRIES = 5
_PROGRAM = (
    TELL
    + f"""
TYPING_MS, REST_MS = 3000, 6000
marks, figures = {{}}, {{}}

def mark(name):
    marks.setdefault(name, time.perf_counter())

from customerbook import __main__ as program
window = program._window

def watched(arguments):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from customerbook.gui.frame import Frame
    from customerbook.gui.program import Program
    from customerbook.gui.signin.sign_in import SignInPage

    def painted(frame, event):
        paint(frame, event)
        if "seen" not in marks:
            mark("seen")
            page = frame.findChild(SignInPage)
            QTimer.singleShot(TYPING_MS, lambda: type_in(page))

    def type_in(page):
        from nacl.pwhash import argon2id
        kdf = argon2id.kdf
        def derived(*arguments, **named):
            key = kdf(*arguments, **named)
            marks["derived"] = time.perf_counter()
            return key
        argon2id.kdf = derived
        page.field.setText({PASSPHRASE!r})
        mark("entered")
        page.unlock()

    def opened(self, book):
        mark("opened")
        open_book(self, book)
        mark("built")
        from customerbook.gui.widgets.margin_row import MarginRowDelegate
        paint_row = MarginRowDelegate.paint
        def row_painted(delegate, painter, option, index):
            paint_row(delegate, painter, option, index)
            if "row" not in marks:
                mark("row")
                QTimer.singleShot(0, lambda: mark("today"))
                QTimer.singleShot(REST_MS, at_rest)
        MarginRowDelegate.paint = row_painted

    def at_rest():
        since = lambda last, first: (marks[last] - marks[first]) * 1000
        figures.update(
            standing(),
            key=since("derived", "entered"),
            opening=since("opened", "derived"),
            building=since("built", "opened"),
            painting=since("today", "built"),
            unlocked=since("today", "derived"),
            whole=since("today", "entered"),
        )
        QApplication.activeWindow().close()  # in order, or the next try looks over the whole book

    paint, Frame.paintEvent = Frame.paintEvent, painted
    open_book, Program._open = Program._open, opened
    return window(arguments)

program._window = watched
program.main([sys.argv[1]])
tell(figures)
"""
)


def figures(temp: Path, book: Path) -> Iterator[Figure]:
    """Unlock to painted Today (goal: 150 ms beside the key), and memory beside a bare window."""
    bare, program = by_turns([BARE, _PROGRAM], str(book), temp, _TRIES)
    parts = ", ".join(
        f"{name} {program[name]:.0f}" for name in ("opening", "building", "painting", "key")
    )
    yield Figure(f"unlock to painted Today ({parts})", program["unlocked"], "ms", 150, 1)
    own, total = program["RssAnon"], program["VmRSS"]
    yield Figure(f"memory at rest (its own {own:.0f} MB)", total, "MB", bare["VmRSS"], 1.8)
