"""The longest time for which the window answers nobody while it does long work.

`python -m tests.benchmarks.stalls BOOK` does it, in a process of its own, and tells on standard
error what the window was doing at each stall. Fewer rows and pages make it shorter.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from customerbook.documents import Options, document_named
from customerbook.gui import theme
from customerbook.gui.documents.printers import print_pages
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.jobs import Progress
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.window import Window
from customerbook.model.change import Change
from tests.benchmarks.making import PASSPHRASE
from tests.benchmarks.table import Figure
from tests.journeys.computer import Computer
from tests.journeys.scenes import Scene, look_round, play, table_of
from tests.watchdog import LIMIT, Watchdog

_NEW = 5000
_SUMMARIES = 20
_VISITS = 60
"""Contacts of a customer whose summary is printed: some dozen pages."""
_LONG = (
    "SELECT customer_id FROM interaction WHERE customer_id IS NOT NULL GROUP BY customer_id "
    f"HAVING count(*) <= {_VISITS} ORDER BY count(*) DESC, customer_id LIMIT ?"
)


def figures(book: Path) -> Iterator[Figure]:
    """The longest stall of each kind of work."""
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        found = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.stalls", str(book)],
            env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
            timeout=1200,
        )
    for line in found.stdout.splitlines():
        name, seconds = line.rsplit("\t", 1)
        stall, limit = float(seconds) * 1000, LIMIT * 1000
        yield Figure(f"longest stall: {name}", stall, "ms", limit, 1)


def main(book: Path, rows: int = _NEW, summaries: int = _SUMMARIES) -> None:
    """Open the book in the window, do the work, and print what was longest."""
    keep_none_alive()
    app = QApplication([])
    theme.install(app, scheme="light", reduced_motion=True)
    computer = Computer()
    computer.start(book)
    computer.sign_in(PASSPHRASE)
    assert computer.program.at_book is not None
    window = computer.program.at_book.window
    play(look_round(window))  # so that every page was seen once
    play(iter([1.0]))
    _measure("looking round, nothing else", look_round(window))
    if rows:
        _import(window, table_of(rows, book.parent / "customers.csv"), rows)
        _tag(window, rows)
    if summaries:
        _print(window, book.parent / "printed.pdf", summaries)
    computer.clear_away()


def _measure(name: str, scene: Scene) -> None:
    dog = Watchdog()
    dog.start()
    start = time.perf_counter()
    play(scene)
    took = time.perf_counter() - start
    dog.stop()
    print(f"{name} ({took:.1f} s)\t{dog.worst.own}", flush=True)
    print(f"== {name}", file=sys.stderr)
    for stall in dog.stalls or [dog.worst]:
        print(stall, file=sys.stderr, flush=True)


def _import(window: Window, table: Path, rows: int) -> None:
    window.bring_in()
    (wizard,) = (one for one in window.sheets if isinstance(one, ImportWizard))
    busy = wizard.busy_now
    wizard.read(table)
    _measure(f"looking round while {rows:,} rows are read", _looking(window, busy))
    wizard.foot.next.click()
    wizard.foot.next.click()
    _measure(f"import of {rows:,} customers", _waiting(busy))
    wizard.foot.undo.click()
    _measure("taking it back", _waiting(busy))
    wizard.read(table)
    play(_waiting(busy))
    wizard.foot.next.click()
    wizard.foot.next.click()
    _measure(f"looking round while {rows:,} customers are imported", _looking(window, busy))
    wizard.foot.undo.click()
    _measure("looking round while the import is taken back", _looking(window, busy))
    wizard.dismiss()


def _tag(window: Window, count: int) -> None:
    customers = window.session.book.customers
    ids = customers.ids()[:: max(1, customers.count() // count)]

    def tag(progress: Progress) -> Change:
        return customers.tag(ids, ["flyer"], step=progress)

    busy = _started(window, tag)
    _measure(f"looking round while {len(ids):,} customers get a tag", _looking(window, busy))
    busy = _started(window, window.session.book.undo)
    _measure("taking that back", _waiting(busy))


def _print(window: Window, file: Path, summaries: int) -> None:
    book = window.session.book
    customers = [customer for (customer,) in book.db.rows((_LONG, [summaries]))]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    pages = list[int]()

    def work(progress: Progress) -> None:
        for customer in customers:
            content = document_named("summary").build(book, customer, Options()).content
            pages.append(print_pages(content, printer, "stall", progress))

    busy = _started(window, work)
    _measure(f"looking round while {summaries} summaries are printed", _looking(window, busy))


def _started(window: Window, work: Callable[[Progress], object]) -> Callable[[], bool]:
    """Whether the work, which begins now, is still under way."""
    ended = list[object]()
    window.jobs.start(work, done=ended.append)
    return lambda: not ended


def _waiting(busy: Callable[[], bool]) -> Scene:
    while busy():
        yield 0.05
    yield 1.0


def _looking(window: Window, busy: Callable[[], bool]) -> Scene:
    while busy():
        yield from look_round(window)
    yield 1.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.stalls", description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("--rows", type=int, default=_NEW)
    parser.add_argument("--summaries", type=int, default=_SUMMARIES)
    chosen = parser.parse_args()
    main(chosen.book, chosen.rows, chosen.summaries)
