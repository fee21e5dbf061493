"""Loads what is wanted next while nobody waits: forms and pages then open at once."""

import importlib
from typing import Final

from PySide6.QtCore import QObject, QTimer

_NEXT: Final = (
    "customerbook.gui.interactions.log_form",
    "customerbook.gui.customers.page",
    "customerbook.gui.followups.page",
    "customerbook.gui.palette",
)
_PAUSE_MS: Final = 250


class Warming(QObject):
    """One module at a time, with pauses, on the thread of the window that Qt's classes want."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(_NEXT)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._load_next)
        self._timer.start()

    def _load_next(self) -> None:
        if self._left:
            importlib.import_module(self._left.pop(0))
        else:
            self._timer.stop()
