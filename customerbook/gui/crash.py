"""When the program has a bug: it is logged without what the book holds; see `crash_sheet.py`."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from customerbook.gui.device import log_folder

log = logging.getLogger("customerbook.gui")


class LogFile(logging.Handler):
    """The log in a folder: 4 files of 256 KiB. It is opened when there is something to write."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._opened is None:
            self._opened = _rotating((self._folder or log_folder()) / "customerbook.log")
        self._opened.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            self._opened.close()
        super().close()


def write_log(folder: Path | None = None) -> logging.Handler:
    """Write what the program does into the log folder of this account."""
    handler = LogFile(folder)
    root = logging.getLogger("customerbook")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def _rotating(path: Path) -> logging.Handler:
    # Only here: it loads a good part of the network, which the first page does not wait for.
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    handler = RotatingFileHandler(path, maxBytes=256 * 1024, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def whereabouts(error: BaseException) -> str:
    """Kind of a bug and the places in the program that it came through; nothing of its text.

    The text of an exception, and the lines of source around it, may hold what somebody typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-8:]]
    return f"{type(error).__name__} in " + " < ".join(reversed(places))


class CrashHook(QObject):
    """Stands in for `sys.excepthook`; `crashed` carries whereabouts, on the window's thread."""

    crashed = Signal(str)
    _met = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._met.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Be told of every exception that nobody caught, in whatever thread."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._meet
        threading.excepthook = lambda args: self._meet(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def remove(self) -> None:
        """Give back what was there before."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def _meet(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        places = whereabouts(error)
        log.error("bug: %s", places)
        self._met.emit(places)
