"""What stands in the log form as plain values, and back: the form's draft."""

from typing import Any, Protocol

from customerbook.gui.interactions.channel_row import ChannelRow
from customerbook.gui.interactions.customer_rows import CustomerRows
from customerbook.gui.interactions.draft import Values
from customerbook.gui.interactions.moment_row import MomentRow, Stopwatch
from customerbook.gui.interactions.nature_row import NatureRow
from customerbook.gui.interactions.note_foot import NoteFoot
from customerbook.gui.interactions.promise_band import PromiseBand
from customerbook.gui.interactions.rating_row import RatingRow
from customerbook.gui.interactions.snippet_note import SnippetNote
from customerbook.gui.interactions.topic_row import TopicRow
from customerbook.gui.widgets.margin_form import FormRow
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.outcome_row import OutcomeRow
from customerbook.model.channel import Channel, Direction
from customerbook.model.interaction import Nature


class Fields(Protocol):
    """The rows of the form."""

    watch: Stopwatch
    channel: ChannelRow
    moment: MomentRow
    moment_row: FormRow
    who: CustomerRows
    topic: TopicRow
    nature: NatureRow
    note: SnippetNote
    note_foot: NoteFoot
    private: NoteField
    private_row: FormRow
    outcome: OutcomeRow
    promise: PromiseBand
    rating: RatingRow


def matter_of(fields: Fields) -> dict[str, Any]:
    """What a person typed or chose; each is empty while they did not."""
    rating, nature = fields.rating.rating(), fields.nature.nature()
    back, length = fields.moment.when.text(), fields.moment.length.text()
    return {
        "who": fields.who.values(),
        "topic": fields.topic.topic_id(),
        "nature": None if nature is None else nature.value,
        "note": fields.note.toPlainText(),
        "private": fields.private.toPlainText(),
        "outcome": fields.outcome.value(),
        "rating": None if rating is None else [rating],
        "moment": [back, length] if back or length else None,
    }


def values_of(fields: Fields) -> Values:
    """Everything that stands in the form."""
    return {
        **matter_of(fields),
        "channel": fields.channel.channel.value,
        "direction": fields.channel.direction.value,
        "by": fields.promise.values(),
        "opened": fields.watch.opened.isoformat(),
    }


def show_values(fields: Fields, values: Values) -> None:
    """Show everything again."""
    fields.channel.show_channel(Channel(values["channel"]))
    fields.channel.show_direction(Direction(values["direction"]))
    fields.who.show_values(values["who"])
    fields.topic.choose(values["topic"])
    fields.nature.choose(Nature(values["nature"]) if values["nature"] else None)
    fields.note.setPlainText(values["note"])
    fields.private.setPlainText(values["private"])
    fields.private_row.setVisible(bool(values["private"]))
    fields.note_foot.private.setVisible(not values["private"])
    fields.outcome.choose(values["outcome"])
    fields.promise.show_values(values["by"])
    fields.rating.choose(values["rating"][0] if values["rating"] else None)
    back, length = values["moment"] or ("", "")
    fields.moment.when.put(back)
    fields.moment.length.setText(length)
    fields.moment_row.setVisible(bool(back or length))
