"""What the card answers to commands of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from customerbook.gui.customers.card_actions import CardActions
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.open_list import OpenList
from customerbook.gui.customers.side_row import SideRow
from customerbook.gui.customers.timeline import Timeline
from customerbook.gui.shell import Shell
from customerbook.model.rights import Right


def card_commands(
    shell: Shell, deeds: Deeds, timeline: Timeline, opened: OpenList, actions: CardActions
) -> dict[str, Callable[[], object]]:
    """Commands for the customer, or for the contact that has the keyboard."""
    found: dict[str, Callable[[], object]] = {
        "print": deeds.print_summary,
        "more": lambda: _open_menu(timeline, opened, actions),
    }
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


def _open_menu(timeline: Timeline, opened: OpenList, actions: CardActions) -> None:
    """The menu of the row with the keyboard, as the menu key opens it; else that of the card."""
    row = QApplication.focusWidget()
    if row is None or not (row in (timeline.list, opened.list) or isinstance(row, SideRow)):
        actions.open_menu()
        return
    place = row.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(row, QContextMenuEvent(reason, place, row.mapToGlobal(place)))
