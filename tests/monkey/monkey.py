"""A monkey at the computer: it does one random thing after another, and looks whether all is well.

The same seed plays the same game, as far as workers and timers come to an end at the same points.
"""

import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from customerbook.gui import theme
from customerbook.gui.crash_sheet import CrashSheet
from tests.books import PASSPHRASE
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer
from tests.monkey import deeds

_TOLD: Final = 60
"""How many of the last deeds a failure tells."""
_ROUND: Final = 80
"""After so many deeds it looks whether the way home is still open."""
_ESCAPES: Final = 12
_STALL: Final = 2000.0
"""Milliseconds of the processor that no deed may take; another look is the longest, some 600."""
_PATIENCE: Final = 200
"""So many deeds before the sign-in, and it starts the program anew."""

Deed = Callable[[Random], str]


class Monkey:
    """Plays for some seconds; `told` are the last deeds, `slowest` the longest of all, in ms."""

    def __init__(
        self, computer: Computer, clock: StoppedClock, book: Path, file: Path, seed: int
    ) -> None:
        self._diary = book.with_name("deeds.txt").open("w", encoding="utf-8", buffering=1)
        self._computer, self._clock, self._book, self._file = computer, clock, book, file
        self._random = Random(seed)
        self._deeds: list[tuple[int, Deed]] = [
            (30, deeds.press_key),
            (12, deeds.press_shortcut),
            (14, deeds.type_something),
            (24, deeds.click),
            (5, deeds.turn_wheel),
            (1, deeds.resize),
            (1, self._change_look),
            (3, self._rest),
            (1, self._let_time_pass),
        ]
        self._loop = QEventLoop()
        self._end = 0.0
        self._done = 0
        self._outside = 0
        self._waiting = False
        self._within: list[QWidget | None] = []
        """The dialogs in which a deed is being done just now; none stands for the window."""
        self._complaint: BaseException | None = None
        self.told: deque[str] = deque(maxlen=_TOLD)
        self.slowest: list[tuple[float, str]] = []

    @property
    def done(self) -> int:
        """How many things it has done."""
        return self._done

    def play(self, seconds: float) -> None:
        """Do things for so long; raises what was met, with the last deeds told."""
        self._end = time.monotonic() + seconds
        self._computer.start(self._book)
        QTimer.singleShot(0, self._act)
        self._loop.exec()
        self._diary.close()
        if self._complaint is not None:
            raise AssertionError("\n".join(self.told)) from self._complaint

    def _act(self) -> None:
        """Do one thing. The next is asked for before: a dialog runs the events of its own.

        A key runs events too before it comes back; in the same dialog nothing is done meanwhile.
        """
        if self._complaint is not None or time.monotonic() > self._end:
            self._stop()
            return
        dialog, within = QApplication.activeModalWidget(), self._within
        waits = self._waiting or dialog in within
        QTimer.singleShot(5 if waits else 0, self._act)
        if waits:
            return
        self._done += 1
        number = self._done
        try:
            self._within = [*within, dialog]
            began = time.thread_time()
            deed = self._deed()
            took = (time.thread_time() - began) * 1000
            self.told.append(deed)
            self._diary.write(f"{deed}\n")  # there is nobody to tell it after a crash
            if number == self._done:  # no other deed was done within, in a dialog
                self.slowest = sorted([*self.slowest, (took, deed)], reverse=True)[:10]
                assert took < _STALL, f"the window stood still for {took:.0f} ms"
            self._look()
        except BaseException as error:  # told at the end, with the deeds before
            self._complaint = error
            self._stop()
        finally:
            self._within = within

    def _stop(self) -> None:
        """End the game, and first the dialogs that it is within."""
        self._loop.quit()
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
            QTimer.singleShot(5, self._stop)

    def _deed(self) -> str:
        if self._in_file_dialog():
            return self._answer_file_dialog()
        self._outside = self._outside + 1 if self._at_sign_in() else 0
        if self._outside > _PATIENCE:
            return self._start_again()
        if self._outside and self._random.random() < 0.3:
            return self._sign_in()
        if self._done % _ROUND == 0:
            return self._go_home()
        weights, choices = zip(*self._deeds, strict=True)
        deed: Deed = self._random.choices(choices, weights)[0]
        return deed(self._random)

    def _look(self) -> None:
        """Whether all is well."""
        window = self._computer.program.frame
        assert not window.findChildren(CrashSheet), "the program says that it met a bug"
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return
        self._give_window_keyboard()
        keyboard = QApplication.focusWidget()
        if keyboard is None or keyboard.window() is not window:
            return
        assert keyboard.isEnabled(), f"a disabled {_named(keyboard)} has the keyboard"
        if self._strays():
            self._wait(20)  # it is given on
            stray = self._strays()
            assert not stray, f"{_named(QApplication.focusWidget())} has the keyboard {stray}"

    def _give_window_keyboard(self) -> None:
        """Make the window the active one when what lay over it has closed, as desktops do."""
        if not (QApplication.activePopupWidget() or QApplication.activeModalWidget()):
            self._computer.program.frame.activateWindow()

    def _strays(self) -> str:
        """Where the keyboard should not be, if it is there."""
        at_book, keyboard = self._computer.program.at_book, QApplication.focusWidget()
        if keyboard is None:
            return ""
        if not keyboard.isVisible():
            return "and is not seen"
        if at_book is None or not at_book.window.sheets:
            return ""
        top = at_book.window.sheets[-1]
        inside = top.isAncestorOf(keyboard) or keyboard.window() is not top.window()
        return "" if inside else f"below {type(top).__name__}"

    def _go_home(self) -> str:
        """Escape from whatever is open, and go to the search: nothing may hold the keyboard."""
        way = []
        for _press in range(_ESCAPES):
            way.append(_named(QApplication.activePopupWidget() or QApplication.focusWidget()))
            deeds.press("Esc")
            self._wait(40)
            self._give_window_keyboard()
        if self._at_sign_in():
            return "escaped, at the sign-in"
        keyboard = QApplication.focusWidget()
        assert keyboard is not None, "nothing has the keyboard"
        assert keyboard.isVisible(), f"{_named(keyboard)} has the keyboard and is not seen"
        deeds.press("Ctrl+F")
        self._wait(40)
        at_book = self._computer.program.at_book
        if at_book is None:
            return "was locked on the way home"
        window, field = at_book.window, at_book.window.top.field
        way += [type(sheet).__name__ for sheet in window.sheets]
        assert field.hasFocus(), f"{_named(QApplication.focusWidget())} keeps the keyboard: {way}"
        return "went home"

    def _at_sign_in(self) -> bool:
        return self._computer.program.at_book is None

    def _sign_in(self) -> str:
        keyboard = QApplication.focusWidget()
        if isinstance(keyboard, QLineEdit):
            keyboard.clear()
            deeds.type_letters(PASSPHRASE)
            deeds.press("Return")
            self._wait(120)
        return "signed in"

    def _start_again(self) -> str:
        self._outside = 0
        self._computer.clear_away()
        self._computer.start(self._book)
        return "started the program again"

    def _in_file_dialog(self) -> bool:
        return isinstance(QApplication.activeModalWidget(), QFileDialog)

    def _answer_file_dialog(self) -> str:
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit") if dialog is not None else None
        opens = isinstance(dialog, QFileDialog) and (
            dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
        )
        if opens and isinstance(field, QLineEdit) and self._random.random() < 0.6:
            field.setFocus()
            field.setText(str(self._file))
            deeds.press("Return")
            return "chose a file"
        deeds.press("Esc")
        return "put the file dialog away"

    def _wait(self, milliseconds: int) -> None:
        """Let timers run out and workers tell what they have found."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        self._waiting = True
        loop.exec()
        self._waiting = False

    def _change_look(self, random: Random) -> str:
        scheme: theme.Scheme = random.choice(("light", "dark"))
        scale = random.choice((90, 100, 115, 130))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.install(app, scheme=scheme, scale=scale, reduced_motion=random.random() < 0.5)
        return f"made it {scheme} at {scale} %"

    def _rest(self, random: Random) -> str:
        milliseconds = random.choice((1, 20, 100, 300))
        self._wait(milliseconds)
        return f"rested {milliseconds} ms"

    def _let_time_pass(self, random: Random) -> str:
        hours = random.choice((-1, 1, 1, 3, 24))
        self._clock.move(timedelta(hours=hours))
        return f"moved the clock by {hours} h"


def _named(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} “{widget.accessibleName()}”"
