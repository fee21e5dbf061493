"""The menu of an entry of the timeline."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from customerbook.gui.customers.timeline_view import TimelineView
from customerbook.gui.widgets.menu import Menu
from customerbook.model.texts import _


@dataclass(frozen=True)
class EntryActs:
    """What can be done with a contact; `open` is handed the id of a document."""

    print: Callable[[], object]
    change: Callable[[], object]
    turn_private: Callable[[], object]
    open: Callable[[int], object]


def fill_entry_menu(menu: Menu, view: TimelineView, acts: EntryActs) -> None:
    """Offer all of it, with its documents by name; a change only to those who may."""
    menu.add(_("Print the confirmation"), acts.print, icon="printer")
    if view.editable:
        menu.add(_("Change"), acts.change, icon="pencil")
    if view.private is not None:
        words = _("Close the private note") if view.private else _("Show the private note")
        menu.add(words, acts.turn_private, icon="lock")
    for document_id, words in view.documents:
        opens = partial(acts.open, document_id)
        menu.add(_("Open: {document}").format(document=words), opens, icon="file-text")
