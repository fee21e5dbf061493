"""What the card answers to commands of the window."""

from collections.abc import Callable

from customerbook.gui.customers.card_actions import CardActions
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.open_list import OpenList
from customerbook.gui.customers.timeline import Timeline
from customerbook.gui.shell import Shell
from customerbook.model.rights import Right


def card_commands(
    shell: Shell, deeds: Deeds, timeline: Timeline, opened: OpenList, actions: CardActions
) -> dict[str, Callable[[], object]]:
    """Commands for the customer, or for the contact that has the keyboard."""
    found: dict[str, Callable[[], object]] = {"print": deeds.print_summary}
    if deeds.may(Right.CHANGE_CUSTOMERS):
        found["edit"] = deeds.edit
    contact = timeline.current()
    if contact is not None:
        found["print"] = lambda: shell.preview("confirmation", contact.id)
        if timeline.may_edit(contact):
            found["edit"] = lambda: timeline.edit(contact.id)
        else:
            found.pop("edit", None)
    elif deeds.may(Right.DELETE):
        found["remove"] = deeds.remove
    if deeds.may(Right.LOG):
        found["act"] = actions.first().click
    if opened.current() is not None:
        found["done"] = opened.complete_current
        found["snooze"] = opened.ask_for_snooze
        found["drop"] = opened.drop_current
    return found
