"""Opens every page on a book, where no one sees it: the window's part of `self-test`.

`python -m customerbook.gui.self_test BOOK`, the passphrase in CUSTOMERBOOK_PASSPHRASE. Exit code
0 if each page was built, filled and painted, else 1 with a line for each that was not.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from PySide6.QtWidgets import QApplication

from customerbook.book.book import open_book
from customerbook.gui import theme
from customerbook.gui.device import Device
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.window import Window


def main(arguments: list[str]) -> int:
    """Open the book, show each page once, close it again."""
    keep_none_alive()
    app = QApplication(arguments[:1])
    theme.install(app)
    book = open_book(Path(arguments[1]), passphrase=os.environ["CUSTOMERBOOK_PASSPHRASE"])
    book.sign_in_holder()
    window = Window(book, Device())
    window.resize(1280, 800)
    window.show()
    window.start()
    failed = [line for kind in window.pages() if (line := _tried(window, kind.id))]
    for line in failed:
        print(line)  # noqa: T201 - the command line reads it
    window.counts.stop()
    window.jobs.stop_all(5)
    book.close()
    return 1 if failed else 0


def _tried(window: Window, page_id: str) -> str:
    """Show a page; what is wrong with it, if anything is."""
    try:
        window.go(page_id)
        QApplication.processEvents()
        picture = window.grab()
    except Exception as error:
        return f"{page_id}: {error!r}"
    return "" if not picture.isNull() else f"{page_id}: not painted"


if __name__ == "__main__":
    sys.exit(main(sys.argv))
