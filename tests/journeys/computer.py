"""A computer with the program on it, and a person who starts it, signs in and ends it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from customerbook.book.book import Book
from customerbook.gui.device import Device
from customerbook.gui.program import Program
from tests.books import CHEAP, PASSPHRASE
from tests.journeys.hands import press, tab_to, type_text, wait_for, wait_until, words

SHOP, OWNER = "Radwerk Linden", "Martha Lindner"


@contextmanager
def another_process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run Python beside this process with the same account; it is killed at the end at latest."""
    started = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


class Desktop(QObject):
    """Stands in for the desktop's notifications: remembers what it was asked to show."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []

    def notify(self, title: str, text: str) -> None:
        """Show a notification."""
        self.shown.append((title, text))

    def take_down(self) -> None:
        """Leave nothing behind."""


class Computer:
    """One account: its settings stay from one start of the program to the next."""

    def __init__(self) -> None:
        self.desktop = Desktop()
        self.programs: list[Program] = []

    @property
    def program(self) -> Program:
        """The program that was started last."""
        return self.programs[-1]

    @property
    def book(self) -> Book:
        """The book that somebody is signed in to, to look up in it what the journey left there."""
        assert self.program.at_book is not None, "nobody is signed in"
        return self.program.at_book.book

    @property
    def page(self) -> QWidget:
        """What stands in the window."""
        content = self.program.frame.content()
        assert content is not None
        return content

    def start(self, folder: Path | None = None) -> None:
        """Start the program, with a book or with the one that was open last."""
        program = Program(Device(), self.desktop, cost=CHEAP)
        self.programs.append(program)
        assert program.start(folder)
        program.frame.activateWindow()
        wait_until(program.frame.isActiveWindow, "the window")

    def sign_in(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase into the field that has the keyboard, and wait for the window."""
        type_text(passphrase)
        press("Return")
        self.wait_for_window()

    def wait_for_window(self) -> None:
        """Wait until somebody is at the book."""
        wait_until(lambda: self.program.at_book is not None, "somebody at the book")

    def make_book(self, shop: str = SHOP, owner: str = OWNER) -> None:
        """Go through the first run up to the open window."""
        type_text(shop)
        press("Return")
        type_text(owner)
        press("Return")
        type_text(PASSPHRASE)
        press("Return")
        type_text(PASSPHRASE)
        press("Return")
        wait_for("The recovery code")
        self.confirm_code()
        self.wait_for_window()

    def confirm_code(self) -> None:
        """Copy the recovery code from the page onto paper, and answer what is asked from it."""
        shown = words(self.page)
        paper = {before: group for before, group in pairwise(shown) if before.isdigit()}
        press("Return")
        wait_for("Two groups from the paper")
        asked = [text for text in words(self.page) if text.startswith("Group ")]
        for label in dict.fromkeys(asked):
            tab_to(label)
            type_text(paper[label.removeprefix("Group ")])
        press("Return")

    def lock(self) -> None:
        """Lock by key, wherever the keyboard is."""
        press("Ctrl+L")
        assert self.program.at_book is None, "the window is not locked"

    def end(self) -> None:
        """Close the program by key."""
        ended: list[bool] = []
        self.program.ended.connect(lambda: ended.append(True))
        press("Ctrl+Q")
        wait_until(lambda: bool(ended), "the end of the program")
        self.clear_away()

    def clear_away(self) -> None:
        """Take ended windows out of memory, and end what is still open."""
        while self.programs:
            program = self.programs.pop()
            program.frame.close()
            program.frame.deleteLater()
            program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
