"""The real window over the sample book, on a Saturday morning, for pages of the gallery."""

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.book.book import Book
from customerbook.book.sample import make_sample
from customerbook.gui.device import Device
from customerbook.gui.window import Window
from customerbook.model.clock import set_clock
from customerbook.store.passphrase import Cost

_MOMENT = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)


def shop_window(page: QWidget) -> Window:
    """The window of the shop, filling the page; nothing of it is written anywhere but here."""
    set_clock(lambda: _MOMENT)
    book = _book()
    window = Window(book, Device(book.folder.parent / "window.ini"))
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(window)
    window.resize(page.size())
    page.show()
    window.start()
    return window


def rest(milliseconds: int) -> None:
    """Let timers run out and workers tell what they have found."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@cache
def _book() -> Book:
    folder = Path(tempfile.mkdtemp(prefix="gallery"))
    book, _code = make_sample(
        folder / "Radwerk", passphrase="spoke nipple hub rim 42", cost=Cost(19, 1)
    )
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(book.close)
    return book
