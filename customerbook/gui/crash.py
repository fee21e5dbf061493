"""When the program has a bug: it is logged without what the book holds, and said in the window."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.device import log_folder
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.texts import _

log = logging.getLogger("customerbook.gui")


def write_log(folder: Path | None = None) -> logging.Handler:
    """Write what the program does into the log folder of this account: 4 files of 256 KiB."""
    path = (folder or log_folder()) / "customerbook.log"
    handler = RotatingFileHandler(path, maxBytes=256 * 1024, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("customerbook")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
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


class CrashSheet(Sheet):
    """Says what is safe and what to do; shows where it happened, to be passed on."""

    quit_wanted = Signal()

    def __init__(self, host: QWidget, places: str) -> None:
        super().__init__(host, _("Something went wrong"), width=480)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(12)
        safe = _(
            "The program met a mistake of its own. Everything that was saved is safe in the book, "
            "and what you were typing is kept as a draft."
        )
        what = _(
            "You can go on. If it happens again, close the program and start it anew. "
            "The lines below say where it happened, and nothing about your customers."
        )
        column.addWidget(Label(safe, "text", wrap=True))
        column.addWidget(Label(what, "text", "ink2", wrap=True))
        self.places = Label(places.replace(" < ", "\n"), "meta", "ink3", wrap=True)
        self.places.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.places)
        self.set_body(body, padding=24)
        leave = Button(_("Close the program"), kind="quiet", tone="ink2")
        leave.clicked.connect(self.quit_wanted)
        stay = Button(_("Go on"), kind="primary")
        stay.clicked.connect(self.dismiss)
        self.set_foot(leave, stay)
        self.first = stay
