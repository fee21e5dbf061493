"""What can be done with an entry of the timeline: in its menu, and told to a screen reader."""

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


def entry_offers(
    view: TimelineView, acts: EntryActs
) -> list[tuple[str, Callable[[], object], str]]:
    """All of it by words, what does it, and icon; a change only for those who may."""
    found = [(_("Print the confirmation"), acts.print, "printer")]
    if view.editable:
        found.append((_("Change"), acts.change, "pencil"))
    if view.private is not None:
        words = _("Close the private note") if view.private else _("Show the private note")
        found.append((words, acts.turn_private, "lock"))
    for document_id, words in view.documents:
        opens = partial(acts.open, document_id)
        found.append((_("Open: {document}").format(document=words), opens, "file-text"))
    return found


def fill_entry_menu(menu: Menu, view: TimelineView, acts: EntryActs) -> None:
    """Offer all of it in a menu."""
    for words, act, icon in entry_offers(view, acts):
        menu.add(words, act, icon=icon)
