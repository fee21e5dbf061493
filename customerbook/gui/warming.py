"""Loads what is wanted next while nobody waits: window, forms and pages then open at once.

Few modules at a time, so that nobody who types feels it, and on the thread of the window, which
Qt's classes want. Each step leads on from the one before; a test tells when one has grown large.
"""

import gc
import importlib
import linecache
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea

TODAY: Final = (
    "customerbook.gui.crash_sheet",
    "customerbook.gui.reminders",
    "customerbook.gui.idle",
    "customerbook.gui.session",
    "customerbook.gui.commands",
    "customerbook.gui.actions",
    "customerbook.gui.widgets.rail",
    "customerbook.gui.topbar",
    "customerbook.gui.desk",
    "customerbook.gui.window",
    "customerbook.gui.at_book",
    "customerbook.gui.widgets.row_view",
    "customerbook.gui.widgets.margin_row",
    "customerbook.gui.widgets.segmented",
    "customerbook.gui.interactions.reading",
    "customerbook.gui.followups.words",
    "customerbook.gui.followups.section",
    "customerbook.gui.followups.work",
    "customerbook.gui.followups.walk",
    "customerbook.gui.today",
)
"""From the sign-in to Today; the book itself is loaded before, in a worker."""
LATER: Final = (
    "customerbook.gui.interactions.log_form",
    "customerbook.gui.customers.list_side",
    "customerbook.gui.customers.timeline_view",
    "customerbook.gui.customers.matter",
    "customerbook.gui.customers.timeline_menu",
    "customerbook.gui.documents.preview",
    "customerbook.gui.customers.card_warnings",
    "customerbook.gui.customers.contact_rows",
    "customerbook.gui.customers.detail_rows",
    "customerbook.gui.customers.editor_rows",
    "customerbook.gui.customers.side",
    "customerbook.gui.customers.card",
    "customerbook.gui.customers.several_work",
    "customerbook.gui.customers.page",
    "customerbook.gui.followups.page",
    "customerbook.gui.palette",
)
"""From Today to what is opened from there."""


class Warming(QObject):
    """Loads one module after the other, with a pause of so many milliseconds before each.

    `finished` fires when nothing is left to load.
    """

    finished = Signal()

    def __init__(self, names: tuple[str, ...], parent: QObject, pause: int) -> None:
        super().__init__(parent)
        self._left: list[Callable[[], object]] = [
            _look_through_widgets,
            _name_gradients,
            *(partial(_load, name) for name in names),
        ]
        self._timer = QTimer(self)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._timer.stop()
            gc.freeze()  # classes stay: looking through them again and again stalls the window
            self.finished.emit()


def _load(name: str) -> None:
    importlib.import_module(name)
    linecache.clearcache()  # where the binding leaves the source of each module


def _look_through_widgets() -> None:
    # The first time that it is handed a widget of Qt's making, the binding looks through all kinds
    # of widgets that there are.
    QScrollArea().viewport()


def _name_gradients() -> None:
    # The first time that anything is filled, the binding builds 200 names of gradients.
    from PySide6.QtGui import QGradient  # noqa: PLC0415 - this builds them

    QGradient.Preset(1)
