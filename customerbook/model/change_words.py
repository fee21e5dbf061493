"""What a change did, in a few words: for the toast after undo, and for the change log."""

from customerbook.model.change import Change
from customerbook.model.texts import _


def change_words(change: Change) -> str:
    """What was done, and to whom or what, as far as that is known."""
    name = change.operation.removeprefix("undo ").removeprefix("redo ")
    words = _operations().get(name, name)
    if change.operation.startswith("undo "):
        words = _("Undone: {what}").format(what=words)
    elif change.operation.startswith("redo "):
        words = _("Redone: {what}").format(what=words)
    return words


def _operations() -> dict[str, str]:
    return {
        "book.create": _("book made"),
        "book.sample": _("sample filled in"),
        "book.restore": _("gone back to a backup"),
        "book.salvage": _("newer entries rescued from a damaged book"),
        "customer.add": _("customer added"),
        "customer.save": _("customer changed"),
        "customer.remove": _("customer deleted"),
        "customer.import": _("customers imported"),
        "customer.tag": _("tags changed"),
        "customer.give": _("responsible person changed"),
        "customer.export": _("customers exported"),
        "list.add": _("list saved"),
        "list.save": _("list changed"),
        "list.remove": _("list deleted"),
        "interaction.log": _("contact logged"),
        "interaction.save": _("contact changed"),
        "interaction.assign": _("contact given to a customer"),
        "interaction.remove": _("contact deleted"),
        "case.add": _("case opened"),
        "case.save": _("case changed"),
        "case.solve": _("case solved"),
        "followup.add": _("follow-up added"),
        "followup.save": _("follow-up changed"),
        "followup.complete": _("follow-up done"),
        "followup.snooze": _("follow-up put off"),
        "followup.assign": _("follow-up handed on"),
        "followup.drop": _("follow-up dropped"),
        "followup.reopen": _("follow-up opened again"),
        "reminder.shown": _("reminder shown"),
        "document.number": _("document numbered"),
        "document.keep": _("document kept"),
        "purchase.add": _("purchases taken over"),
        "topic.add": _("topic added"),
        "topic.save": _("topic changed"),
        "snippet.add": _("snippet added"),
        "snippet.save": _("snippet changed"),
        "snippet.remove": _("snippet deleted"),
        "shop.save": _("shop changed"),
        "staff.allow": _("rights of staff changed"),
        "person.add": _("person added"),
        "person.save": _("person changed"),
        "person.here": _("signed in"),
        "person.let-in": _("passphrase given"),
        "person.remove": _("person removed"),
        "passphrase.replace": _("passphrase changed"),
        "recovery.replace": _("recovery sheet replaced"),
        "way.pin": _("PIN set"),
        "way.stay": _("stays signed in on a PC"),
        "way.drop": _("sign-in on a PC ended"),
        "book.lock-anew": _("book locked anew"),
    }


KNOWN_OPERATIONS = frozenset(_operations())
"""Names of operations that have words here; a test holds them against the book's."""
