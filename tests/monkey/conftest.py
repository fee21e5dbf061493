"""The computer that the monkey sits at: it has no printer, and other programs open nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.none_guard import keep_none_alive
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer

_SCHEMES = ("tel", "mailto", "http", "https", "geo", "file", "xmpp", "sip")


class _Elsewhere(QObject):
    """Stands in for the other programs of the computer."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Take what a link was to open."""


@pytest.fixture
def computer(
    qapp: QApplication, home: object, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Computer]:
    """A computer on which the program never ran."""
    keep_none_alive()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", str)
    elsewhere = _Elsewhere()
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, elsewhere, "open")  # type: ignore[arg-type]  # a stub
    theme.install(qapp, scheme="light", reduced_motion=False)
    made = Computer()
    yield made
    made.clear_away()
    for scheme in _SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
    theme.install(qapp, scheme="light", reduced_motion=True)
