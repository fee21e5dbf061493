"""What the journeys stand on: a computer on which the program never ran, and no printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.none_guard import keep_none_alive
from tests.books import added, new_book, someone
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer

_WINDOWS = {"", "FrameClassWindow", "QFileDialogWindow", "QListViewClassWindow", "MenuClassWindow"}
"""A widget that is shown before it has its place is a window for a moment, and takes the keys."""


@pytest.fixture
def folder(tmp_path: Path, clock: StoppedClock) -> Path:
    """A closed book with one customer."""
    book = new_book(tmp_path)
    added(book, someone("Oliver Müller", "+49 171 3920014"))
    book.close()
    return book.folder


@pytest.fixture
def empty_shop(computer: Computer, tmp_path: Path) -> Computer:
    """A shop with nothing in its book yet; its owner is signed in."""
    book = new_book(tmp_path)
    book.close()
    computer.start(book.folder)
    computer.sign_in()
    return computer


@pytest.fixture
def computer(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    home: object,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Computer]:
    """A computer without a printer; it is Saturday 21 November 2026, 10:22.

    Nothing fades on it, unless the test asks for one that is "moving".
    """
    still = getattr(request, "param", "still") == "still"
    keep_none_alive()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", str)
    theme.install(qapp, scheme="light", reduced_motion=still)
    made = Computer()
    seen: list[str] = []

    def note(window: QWindow | None) -> None:
        seen.append(window.objectName() if window is not None else "")

    qapp.focusWindowChanged.connect(note)
    yield made
    qapp.focusWindowChanged.disconnect(note)
    made.clear_away()
    strange = set(seen) - _WINDOWS
    theme.install(qapp, scheme="light", reduced_motion=True)
    assert not strange, f"windows that came up beside the one on the desktop: {strange}"
