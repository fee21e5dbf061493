"""While a sheet is open the keyboard stays in it, whatever happens on the page below."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.widgets.sheet import Sheet


class FocusTrap(QObject):
    """Gives the keyboard back to the sheet on top when something of the page has taken it.

    A field that is left may save and redraw its page, and a widget that is hidden hands the
    keyboard on: both can happen in the moment in which a sheet opens. `top` tells which sheet is
    on top, None for none.
    """

    def __init__(self, window: QWidget, top: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._window, self._top = window, top
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._look)

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._strays(now):
            QTimer.singleShot(0, self, self._give_back)  # once what is under way has its end

    def _give_back(self) -> None:
        sheet = self._top()
        if sheet is not None and self._strays(self._window.window().focusWidget()):
            (sheet.focusWidget() or sheet).setFocus(Qt.FocusReason.OtherFocusReason)

    def _strays(self, now: QWidget | None) -> bool:
        sheet = self._top()
        if sheet is None or now is None or not self._window.isAncestorOf(now):
            return False
        return not sheet.isAncestorOf(now) and _sheet_around(now) is None


def _sheet_around(widget: QWidget) -> Sheet | None:
    """The sheet that a widget stands in; one that says that the program has a bug is on no list."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, Sheet):
        around = around.parentWidget()
    return around
