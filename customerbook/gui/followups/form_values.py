"""What stands in the form of a follow-up as plain values, and back: the form's draft."""

from typing import Protocol

from customerbook.gui.interactions.customer_field import CustomerField
from customerbook.gui.interactions.draft import Values
from customerbook.gui.interactions.promise_band import WhenBlock
from customerbook.gui.widgets.choice import Choice
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import Switch
from customerbook.model.followup import FollowUpKind


class Fields(Protocol):
    """The fields of the form."""

    customer: CustomerField
    what: TextField
    kind: Choice
    block: WhenBlock
    promise: Switch


def values_of(form: Fields, given: int | None) -> Values:
    """Everything that stands in the form; nothing while no more than who was given does."""
    who = form.customer
    typed = who.customer_id not in (None, given) or who.new_text or who.typed
    if not (typed or form.what.text().strip() or form.block.when.text()):
        return {}
    return {
        "id": who.customer_id,
        "new": who.new_text,
        "typed": who.typed,
        "what": form.what.text(),
        "kind": str(form.kind.value()),
        "by": form.block.when.text(),
        "who": form.block.who.person_id(),
        "promise": form.promise.isChecked(),
    }


def show_values(form: Fields, values: Values) -> None:
    """Show everything again."""
    if values["id"]:
        form.customer.show_customer(values["id"])
    elif values["new"]:
        form.customer.show_new(values["new"])
    else:
        form.customer.show_typed(values["typed"])
    form.what.setText(values["what"])
    form.kind.choose(FollowUpKind(values["kind"]))
    form.block.when.put(values["by"])
    form.block.who.choose(values["who"])
    form.block.who.settle()
    form.promise.setChecked(values["promise"])
