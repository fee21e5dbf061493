"""The fields of the log form, row by row; what goes in comes out."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from customerbook.gui.interactions.channel_row import ChannelRow
from customerbook.gui.interactions.customer_rows import CustomerRows
from customerbook.gui.interactions.draft import Values
from customerbook.gui.interactions.log_values import matter_of, show_values, values_of
from customerbook.gui.interactions.moment_row import MomentRow, Stopwatch
from customerbook.gui.interactions.nature_row import NatureRow
from customerbook.gui.interactions.note_foot import NoteFoot
from customerbook.gui.interactions.promise_band import PromiseBand
from customerbook.gui.interactions.rating_row import RatingRow
from customerbook.gui.interactions.reading import Reader
from customerbook.gui.interactions.snippet_note import SnippetNote
from customerbook.gui.interactions.topic_row import TopicRow
from customerbook.gui.interactions.words import AMBER, OUTCOME_ICONS, outcome_name
from customerbook.gui.session import Session
from customerbook.gui.widgets import outcome_row
from customerbook.gui.widgets.margin_form import FormRow, MarginForm
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.outcome_row import OutcomeRow
from customerbook.model.channel import Channel, Direction
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction, Outcome
from customerbook.model.texts import _


class LogFields(QObject):
    """All rows on one margin form; `edited()` fires with every change.

    They are made by going through `build`, a few with each step, and then told what is logged by
    `begin`.
    """

    edited = Signal()

    def __init__(
        self,
        form: MarginForm,
        session: Session,
        reader: Reader,
        watch: Stopwatch,
        keys: dict[str, str],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.watch = watch
        self._session, self._reader, self._keys = session, reader, keys

    def build(self) -> Iterator[None]:
        """Make the rows from the top; each step takes some 10 ms at most."""
        form, session = self.form, self._session
        self.channel = ChannelRow()
        form.add_row(_("Channel"), self.channel)
        yield
        self.moment = MomentRow(self.watch, self._reader)
        self.moment_row = form.add_row(_("When"), self.moment)
        self.moment_row.hide()
        self.moment.when.complain_with(self.moment_row.error.say)
        yield
        self.who = CustomerRows(session, self)
        self._customer_row = form.add_row(_("Customer"), *self.who.parts(), gap=4)
        yield
        self.topic = TopicRow(session)
        form.add_row(_("Topic"), self.topic)
        self.nature = NatureRow()
        form.add_row(_("Nature"), self.nature)
        yield
        self.note = SnippetNote(session, label=_("Note"))
        self.note_foot = NoteFoot(self._keys["private"])
        form.add_row(_("Note"), self.note, self.note_foot)
        self.private = NoteField(label=_("Private note"), lines=2)
        self.private_row = form.add_row(_("Private"), self.private)
        self.private_row.hide()
        yield
        self._add_outcome()
        self.promise = PromiseBand(session, self._reader, form, self.outcome.buttons()[-1])
        yield
        self.rating = RatingRow()
        self._rating_row = form.add_row(_("Rating"), self.rating)
        self._connect()

    def begin(
        self,
        channel: Channel,
        direction: Direction,
        *,
        customer_id: int | None,
        completes: int | None,
    ) -> None:
        """Show what is known of the contact when the form opens."""
        self.channel.show_channel(channel)
        self.channel.show_direction(direction)
        self.who.begin(customer_id, completes)
        self.promise.suggest_person(self.who.responsible_id)
        self.follow_channel()

    def first_field(self) -> QWidget:
        """Where the cursor stands when the form opens: in Customer until somebody is chosen."""
        who = self.who.field
        chosen = who.customer_id is not None or who.new_customer is not None
        return self.note if chosen else who.field

    def choose_outcome(self, outcome: Outcome) -> None:
        """Choose how it ended, and go on to what is still to be done."""
        self.outcome.choose(outcome.value)
        self._outcome_chosen()
        if outcome in AMBER:
            self.promise.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_private(self) -> None:
        """Open the private note."""
        self.private_row.show()
        self.note_foot.private.hide()
        self.private.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_moment(self) -> None:
        """Open the row that sets the moment back."""
        self.moment_row.show()
        self.moment.when.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_channel(self) -> None:
        """Fit what depends on how they met."""
        self.moment.follow(call=self.channel.channel is Channel.CALL)
        self.who.follow(self.channel.channel, self.channel.direction)

    def chosen_outcome(self) -> Outcome | None:
        """How it ended."""
        return Outcome(self.outcome.value()) if self.outcome.value() else None

    def interaction(self) -> Interaction:
        """The contact as it stands in the form."""
        channel = self.channel.channel
        return Interaction(
            channel=channel,
            direction=self.channel.direction,
            moment=self.watch.moment(),
            duration=self.watch.duration() if channel is Channel.CALL else None,
            customer_id=self.who.customer_id,
            caller=self.who.field.typed,
            topic_id=self.topic.topic_id(),
            nature=self.nature.nature(),
            note=self.note.toPlainText().strip(),
            private_note=self.private.toPlainText().strip(),
            outcome=self.chosen_outcome(),
            rating=self.rating.rating(),
            case_id=self.who.cases.case_id(),
        )

    def followup(self) -> FollowUp | None:
        """What is still to be done; None if nothing is, or if something of it is missing."""
        return self.promise.followup() if self.chosen_outcome() in AMBER else None

    def first_wrong(self) -> QWidget | None:
        """Say what is wrong at its field; the field to mend first, None if all is well."""
        if not self.moment_row.isHidden() and self.moment.check():
            return self.moment.when.field
        if self.chosen_outcome() in AMBER and self.promise.followup() is None:
            return self.promise.first_wrong()
        return None

    def show_error(self, field: str, sentence: str) -> QWidget | None:
        """Say what the book refuses at its field; None if there is no field of this name."""
        row, widget = self._rows_by_name().get(field, (None, None))
        if row is not None:
            row.show_error(sentence)
        return widget

    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen that would be missed."""
        return not any(matter_of(self).values())

    def values(self) -> Values:
        """Everything that stands in the form, for a draft; nothing while it is blank."""
        return {} if self.is_blank() else values_of(self)

    def show_values(self, values: Values) -> None:
        """Show what a draft kept."""
        show_values(self, values)
        self._show_band()
        self.follow_channel()

    def _add_outcome(self) -> None:
        self.outcome = OutcomeRow(_outcomes(), label=_("Outcome"), optional=True)
        self.form.add_row(_("Outcome"), self.outcome)
        for button in self.outcome.buttons():
            button.setToolTip(f"{button.text()} ({self._keys[button.outcome.value]})")
            if button is not self.outcome.buttons()[0]:
                # Qt lets Tab stop at each while none is chosen.
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        for signal in (
            self.channel.changed,
            self.moment.changed,
            self.who.changed,
            self.topic.changed,
            self.nature.changed,
            self.note.textChanged,
            self.private.textChanged,
            self.promise.changed,
            self.rating.changed,
        ):
            signal.connect(self.edited)
        self.channel.changed.connect(self.follow_channel)
        self.who.changed.connect(lambda: self.promise.suggest_person(self.who.responsible_id))
        self.who.chosen.connect(lambda: self.note.setFocus(Qt.FocusReason.OtherFocusReason))
        self.note.expanded.connect(self.note_foot.show_expanded)
        self.note_foot.private_wanted.connect(self.show_private)
        self.outcome.chosen.connect(lambda _value: self._outcome_chosen())

    def _outcome_chosen(self) -> None:
        self._show_band()
        self.who.follow_outcome(answered=self.chosen_outcome() is not Outcome.NO_ANSWER)
        self.edited.emit()

    def _show_band(self) -> None:
        outcome = self.chosen_outcome()
        if outcome in AMBER:
            self.promise.show_for(promise=outcome is Outcome.PROMISED)
        else:
            self.promise.close()

    def _rows_by_name(self) -> dict[str, tuple[FormRow, QWidget]]:
        return {
            "name": (self._customer_row, self.who.field.field),
            "rating": (self._rating_row, self.rating),
            "duration": (self.moment_row, self.moment.length),
        }


def _outcomes() -> list[outcome_row.Outcome]:
    return [
        outcome_row.Outcome(
            one.value, outcome_name(one), OUTCOME_ICONS[one], "amber" if one in AMBER else "green"
        )
        for one in Outcome
    ]
