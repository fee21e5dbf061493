"""What the window itself answers to commands; pages answer the others."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance

from customerbook.gui.actions import Answers
from customerbook.gui.pages import PageKind, commands_of
from customerbook.gui.shell import Shell
from customerbook.gui.stage import Stage
from customerbook.gui.topbar import TopBar
from customerbook.model.channel import Channel


class Answering(Shell, Protocol):
    """What the window can do beside what it does for pages."""

    stage: Stage
    top: TopBar

    @property
    def lock_wanted(self) -> SignalInstance:
        """Close the book and ask who is there."""

    @property
    def another_wanted(self) -> SignalInstance:
        """Open another book."""

    @property
    def quit_wanted(self) -> SignalInstance:
        """End the program."""

    def pages(self) -> list[PageKind]:
        """The pages that the person may see."""

    def in_hand(self) -> int | None:
        """The customer that was looked up."""

    def undo(self) -> None:
        """Take back the last change."""

    def redo(self) -> None:
        """Bring it back."""

    def switch_person(self) -> None:
        """Ask who comes to the book next."""

    def show_palette(self) -> None:
        """Open the list of all commands."""

    def show_keys(self) -> None:
        """Open the sheet of all keys."""


def answers(window: Answering) -> Answers:
    """All that can be done just now: command id -> what does it."""
    page = window.stage.page()
    return {
        **(commands_of(page) if page is not None else {}),
        "log-visit": lambda: window.log(Channel.VISIT, customer_id=window.in_hand()),
        "log-call": lambda: window.log(Channel.CALL, customer_id=window.in_hand()),
        "log-other": lambda: window.log(Channel.EMAIL, customer_id=window.in_hand()),
        "search": window.top.focus_search,
        "new-customer": lambda: window.new_customer(window.search_text()),
        "new-followup": lambda: window.new_followup(customer_id=window.in_hand()),
        "bring-in": window.bring_in,
        **{f"go-{kind.id}": partial(window.go, kind.id) for kind in window.pages()},
        "palette": window.show_palette,
        "keys": window.show_keys,
        "undo": window.undo,
        "redo": window.redo,
        "switch": window.switch_person,
        "lock": window.lock_wanted.emit,
        "another-book": window.another_wanted.emit,
        "quit": window.quit_wanted.emit,
    }
