"""What the window itself answers to commands; pages answer the others."""

from functools import partial
from typing import TYPE_CHECKING

from customerbook.gui.actions import Answers
from customerbook.gui.pages import commands_of
from customerbook.model.channel import Channel

if TYPE_CHECKING:
    from customerbook.gui.window import Window


def answers(window: "Window") -> Answers:
    """All that can be done just now: command id -> what does it."""
    page = window.stage.page()
    return {
        **(commands_of(page) if page is not None else {}),
        "log-visit": lambda: window.log(Channel.VISIT),
        "log-call": lambda: window.log(Channel.CALL),
        "log-other": lambda: window.log(Channel.EMAIL),
        "search": window.top.focus_search,
        "new-customer": window.new_customer,
        "new-followup": window.new_followup,
        "bring-in": window.bring_in,
        **{f"go-{kind.id}": partial(window.go, kind.id) for kind in window.pages()},
        "palette": window.show_palette,
        "keys": window.show_keys,
        "undo": window.undo,
        "redo": window.redo,
        "lock": window.lock_wanted.emit,
        "another-book": window.another_wanted.emit,
        "quit": window.quit_wanted.emit,
    }
