"""Telling what a change of many customers did."""

from customerbook.cli.output import print_json, say
from customerbook.cli.words import undo_words
from customerbook.model.change import Change
from customerbook.model.texts import _


def tell(change: Change, chosen: int, *, json: bool) -> None:
    """How many were changed of those that were chosen; the others were so already, or are gone."""
    changed = sum(entry.count for entry in change.entries)
    if json:
        print_json({"operation": change.operation, "chosen": chosen, "changed": changed})
    elif changed:
        say(undo_words(change))
    else:
        say(_("Nothing was changed."))
