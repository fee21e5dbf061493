"""The keyboard is always in something that is seen, and in the sheet on top while one is open."""

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.pages import Page
from customerbook.gui.widgets.sheet import Sheet, can_take_keyboard


class OnTop(Protocol):
    """What is laid over a page: a sheet, the palette, a picker."""

    def take_keyboard(self) -> None:
        """Let one type in it."""


class FocusTrap(QObject):
    """Gives the keyboard on from where it cannot be used: to the sheet on top, else to the page.

    A field that is left may save and redraw its page, and a page may hide what has the keyboard
    or is about to have it: Qt lets what lies in something hidden take it all the same, and then
    keys are lost or do what nobody sees. `sheets` are those that are open, the last on top.
    """

    def __init__(
        self,
        window: QWidget,
        sheets: Sequence[QWidget],
        page: Callable[[], QWidget | None],
    ) -> None:
        super().__init__(window)
        self._window, self._sheets, self._page = window, sheets, page
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._look)

    def settle(self, leaving: QWidget | None = None) -> None:
        """Give the keyboard on if it is nowhere, unseen, or in a sheet that is being closed."""
        keyboard = self._keyboard()
        well = (
            keyboard is not None
            and self._is_well(keyboard)
            and not (leaving is not None and _lies_in(keyboard, leaving))
        )
        if not well and self._window.isVisible():
            self._give_on()

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._window.isAncestorOf(now) and not self._is_well(now):
            QTimer.singleShot(0, self, self.settle)  # once what is under way has its end

    def _give_on(self) -> None:
        page = self._page()
        if self._sheets:
            cast("OnTop", self._sheets[-1]).take_keyboard()
        elif page is not None:
            cast("Page", page).focus_first()

    def _keyboard(self) -> QWidget | None:
        """What has it, or is going to have it once the window is active again."""
        keyboard = QApplication.focusWidget()
        window = self._window.window()
        return keyboard if keyboard and keyboard.window() is window else window.focusWidget()

    def _is_well(self, keyboard: QWidget) -> bool:
        return can_take_keyboard(keyboard, self._window) and not self._strays(keyboard)

    def _strays(self, keyboard: QWidget) -> bool:
        """Whether it is below the sheet on top; one that tells of a bug of ours is on no list."""
        if not self._sheets or _lies_in(keyboard, self._sheets[-1]):
            return False
        below = any(_lies_in(keyboard, sheet) for sheet in self._sheets[:-1])
        return below or _sheet_around(keyboard) is None


def _lies_in(widget: QWidget, sheet: QWidget) -> bool:
    return widget is sheet or sheet.isAncestorOf(widget)


def _sheet_around(widget: QWidget) -> Sheet | None:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, Sheet):
        around = around.parentWidget()
    return around
