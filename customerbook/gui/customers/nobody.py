"""What stands in place of a card while there is nobody to show, with the one next step."""

from collections.abc import Callable

from customerbook.gui.commands import command
from customerbook.gui.customers.card import CustomerCard
from customerbook.gui.customers.list_side import ListSide
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.model.rights import Right
from customerbook.model.texts import _


def show_nobody(card: CustomerCard, side: ListSide, shell: Shell, text: str) -> None:
    """Say why nobody is shown: not found, filtered away, or not chosen."""
    if text:
        may_add = card.deeds.may(Right.CHANGE_CUSTOMERS)
        add = _step("new-customer", _("New customer"), lambda: shell.new_customer(text))
        card.show_nobody(
            _("Nobody found for “{text}”.").format(text=text),
            _("Any part of a name or number finds somebody; so does a town or a note."),
            add if may_add else None,
        )
    elif side.narrowing.wanted and not side.model.ids():
        card.show_nobody(
            _("Nobody has all of this."),
            _("Take a filter away to see more customers."),
            _step("show-all", _("Show all"), side.narrowing.show_everyone),
        )
    else:
        card.show_nobody(_("Choose a customer on the left."))


def _step(command_id: str, words: str, act: Callable[[], object]) -> Button:
    """A button with the icon and the key of its command."""
    one = command(command_id)
    button = Button(words, kind="primary", icon=one.icon, keys=one.shortcut)
    button.clicked.connect(lambda _on=False: act())
    return button
