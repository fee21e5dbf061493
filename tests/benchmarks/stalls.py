"""The longest time for which the window answers nobody while it imports, takes back and prints.

`python -m tests.benchmarks.stalls BOOK` does it, in a process of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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
from tests.benchmarks.making import PASSPHRASE
from tests.benchmarks.table import Figure
from tests.journeys.computer import Computer
from tests.journeys.scenes import Scene, look_round, play, table_of
from tests.watchdog import LIMIT, Watchdog

_NEW = 5000
_COPIES = 10
_LONGEST = (
    "SELECT customer_id FROM interaction WHERE customer_id IS NOT NULL "
    "GROUP BY customer_id ORDER BY count(*) DESC LIMIT 1"
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


def main(book: Path) -> None:
    """Open the book in the window, do the work, and print what was longest."""
    keep_none_alive()
    app = QApplication([])
    theme.install(app, scheme="light", reduced_motion=True)
    computer = Computer()
    computer.start(book)
    computer.sign_in(PASSPHRASE)
    assert computer.program.at_book is not None
    window = computer.program.at_book.window
    _measure("looking round, nothing else", look_round(window))
    window.bring_in()
    (wizard,) = (one for one in window.sheets if isinstance(one, ImportWizard))
    wizard.read(table_of(_NEW, book.parent / "customers.csv"))
    _measure(f"looking round while {_NEW:,} rows are read", _busy(window, wizard))
    wizard.foot.next.click()
    wizard.foot.next.click()
    _measure(f"import of {_NEW:,} customers", _quiet(wizard))
    wizard.foot.undo.click()
    _measure("looking round while the import is taken back", _busy(window, wizard))
    wizard.dismiss()
    _measure("printing", _printing(window, book.parent / "printed.pdf"))
    computer.clear_away()


def _measure(name: str, scene: Scene) -> None:
    dog = Watchdog()
    dog.start()
    play(scene)
    dog.stop()
    print(f"{name}\t{dog.worst.own}", flush=True)
    for stall in dog.stalls:
        print(stall, file=sys.stderr)


def _quiet(wizard: ImportWizard) -> Scene:
    while wizard.busy_now():
        yield 0.1
    yield 1.0


def _busy(window: Window, wizard: ImportWizard) -> Scene:
    while wizard.busy_now():
        yield from look_round(window)
    yield 1.0


def _printing(window: Window, file: Path) -> Scene:
    book, ended = window.session.book, list[int]()
    ((customer,),) = book.db.rows(_LONGEST)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))

    def work(progress: Progress) -> int:
        content = document_named("summary").build(book, customer, Options()).content
        return sum(print_pages(content, printer, "stall", progress) for _ in range(_COPIES))

    window.jobs.start(work, done=ended.append)
    while not ended:
        yield 0.05


if __name__ == "__main__":
    main(Path(sys.argv[1]))
