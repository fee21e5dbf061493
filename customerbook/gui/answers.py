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
        "lock": window.lock_wanted.emit,
        "another-book": window.another_wanted.emit,
        "quit": window.quit_wanted.emit,
    }
