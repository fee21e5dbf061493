"""Correcting a contact that was logged: what it was about, what was noted, how it ended."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.customers.words import contact_words
from customerbook.gui.interactions.nature_row import NatureRow
from customerbook.gui.interactions.rating_row import RatingRow
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.interactions.snippet_note import SnippetNote
from customerbook.gui.interactions.topic_row import TopicRow
from customerbook.gui.interactions.when_field import WhenField
from customerbook.gui.interactions.words import AMBER, OUTCOME_ICONS, outcome_name
from customerbook.gui.shell import Shell
from customerbook.gui.widgets import outcome_row
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.outcome_row import OutcomeRow
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.errors import BookError
from customerbook.model.interaction import Interaction, Outcome
from customerbook.model.texts import _
from customerbook.model.when import When, to_utc, when_of


class InteractionForm(Sheet):
    """A sheet of 800 over one contact; a mirror: what it was made with, `interaction()` gives."""

    def __init__(self, shell: Shell, interaction: Interaction) -> None:
        words = contact_words(interaction.channel, interaction.direction)
        title = _("{kind} {reference}").format(kind=words, reference=interaction.reference)
        super().__init__(shell.sheet_host(), title, width=800)
        self._shell, self._was = shell, interaction
        session = shell.session
        self._zone = session.zone
        self._when_was: When | None = None
        self.when = WhenField(reader_of(session), label=_("When"), looking="back")
        self.topic = TopicRow(session)
        self.nature = NatureRow()
        self.note = SnippetNote(session, label=_("Note"))
        self.private = NoteField(label=_("Private note"), lines=2)
        self.outcome = OutcomeRow(_outcomes(), label=_("Outcome"), optional=True)
        self.rating = RatingRow()
        self.trouble = Banner("", "red", icon="circle-alert")
        self.trouble.hide()
        self._lay_out()
        self._show(interaction)

    def open(self, first: QWidget | None = None) -> None:
        """Show the form with the cursor in the note."""
        super().open(first or self.note)

    def interaction(self) -> Interaction:
        """The contact as it stands in the form."""
        was, moment = self._was, self._was.moment
        when = self.when.when()
        if when is not None and when.time is not None and when != self._when_was:
            moment = to_utc(when, self._zone.key, when.time)
        return replace(
            was,
            moment=moment,
            topic_id=self.topic.topic_id(),
            nature=self.nature.nature(),
            note=_unless_same(self.note.toPlainText(), was.note),
            private_note=_unless_same(self.private.toPlainText(), was.private_note),
            outcome=Outcome(self.outcome.value()) if self.outcome.value() else None,
            rating=self.rating.rating(),
        )

    def save(self) -> bool:
        """Write it into the book; False with what is wrong said in the form."""
        if self.when.text() and self.when.check():
            self.when.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        session = self._shell.session
        try:
            session.do(session.book.interactions.save, self.interaction())
        except BookError as error:
            self._tell(error)
            return False
        self.dismiss()
        self._shell.toast(
            _("Changed: {reference}").format(reference=self._was.reference), undo=True
        )
        return True

    def remove(self) -> None:
        """Take the contact out of the book; the toast brings it back."""
        session = self._shell.session
        try:
            session.do(session.book.interactions.remove, self._was.id)
        except BookError as error:
            self._tell(error)
            return
        self.dismiss()
        words = _("{reference} was deleted.").format(reference=self._was.reference)
        self._shell.toast(words, undo=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.save()
        else:
            super().keyPressEvent(event)

    def _tell(self, error: BookError) -> None:
        self.trouble.show_tone("red", "circle-alert")
        self.trouble.say(str(error))
        self.trouble.show()

    def _lay_out(self) -> None:
        form = MarginForm()
        self._when_row = form.add_row(_("When"), self.when)
        self.when.complain_with(self._when_row.error.say)
        form.add_row(_("Topic"), self.topic)
        form.add_row(_("Nature"), self.nature)
        form.add_row(_("Note"), self.note)
        form.add_row(_("Private"), self.private)
        form.add_row(_("Outcome"), self.outcome)
        form.add_row(_("Rating"), self.rating)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(24, 0, 24, 8)
        around.addWidget(self.trouble)
        column.addLayout(around)
        column.addWidget(form)
        self.set_body(body)
        remove = Button(_("Delete"), kind="danger", icon="trash")
        remove.clicked.connect(self.remove)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        save = Button(_("Save"), kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.set_foot(cancel, save, state=remove)

    def _show(self, interaction: Interaction) -> None:
        if interaction.moment is not None:
            when = when_of(interaction.moment.astimezone(self._zone))
            self.when.choose(when, "")
            self._when_was = self.when.when()
        self.topic.choose(interaction.topic_id)
        self.nature.choose(interaction.nature)
        self.note.setPlainText(interaction.note)
        self.private.setPlainText(interaction.private_note)
        self.outcome.choose(interaction.outcome.value if interaction.outcome else "")
        self.rating.choose(interaction.rating)
        if interaction.id and self._handed_over(interaction.id):
            self.trouble.show_tone("blue", "info")
            self.trouble.say(
                _(
                    "A confirmation of this was handed over and stays as it is. "
                    "Print a new one if it should say the same."
                )
            )
            self.trouble.show()

    def _handed_over(self, interaction_id: int) -> bool:
        line = self._shell.session.book.interactions.line(interaction_id)
        return bool(line.documents)


def _unless_same(typed: str, was: str) -> str:
    """What was typed without space around it; what was there before if that is the same."""
    return was if typed.strip() == was.strip() else typed.strip()


def _outcomes() -> list[outcome_row.Outcome]:
    return [
        outcome_row.Outcome(
            one.value, outcome_name(one), OUTCOME_ICONS[one], "amber" if one in AMBER else "green"
        )
        for one in Outcome
    ]
