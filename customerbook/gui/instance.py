"""One window a book: a second start asks the window that has the book open to come forward.

Who has a book open is told by the lock in its folder. To be asked, a window watches a folder of
this account; who asks puts a file into it, named after the book, and sees it taken away.
"""

import contextlib
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from customerbook.gui.device import data_folder

_PATIENCE: Final = 3.0
"""Seconds in which a living window answers."""
_LOOK_MS: Final = 1000


class ShowRequests(QObject):
    """Requests for the window that has a book open; `asked` fires for each."""

    asked = Signal()

    def __init__(self, book: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = _request_of(book)
        self._request.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(self._request.parent)], self)
        self._watcher.directoryChanged.connect(self.look)
        # Some file systems tell no watcher.
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Answer a request that lies there."""
        try:
            self._request.unlink()
        except OSError:
            return
        self.asked.emit()

    def stop(self) -> None:
        """Answer no more."""
        self._timer.stop()
        self._watcher.directoryChanged.disconnect(self.look)


def ask_to_show(book: Path, patience: float = _PATIENCE) -> bool:
    """Ask whoever has this book open to come forward; False if no window answers."""
    request = _request_of(book)
    try:
        request.touch()
    except OSError:
        return False
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not request.exists():
            return True
        time.sleep(0.02)
    with contextlib.suppress(OSError):
        request.unlink()
        return False
    return True  # taken away in the last moment


def _request_of(book: Path) -> Path:
    """The file that asks for a book; its name does not tell where the book lies."""
    from hashlib import blake2b  # noqa: PLC0415 - the first page does not wait for it

    folder = data_folder() / "windows"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = blake2b(str(book.resolve()).encode(), digest_size=16).hexdigest()
    return folder / name
