"""The form of a follow-up: for whom, what, by when and who; told to the customer or not."""

from dataclasses import replace

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.followups.form_values import show_values, values_of
from customerbook.gui.followups.words import kind_name
from customerbook.gui.interactions.answer import answer
from customerbook.gui.interactions.customer_field import CustomerField
from customerbook.gui.interactions.draft import DraftKeeper, Values
from customerbook.gui.interactions.draft_state import DraftState
from customerbook.gui.interactions.promise_band import WhenBlock, WhenOffers
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import Switch
from customerbook.model import spoken
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError, InvalidInputError
from customerbook.model.followup import FollowUp, FollowUpKind
from customerbook.model.texts import _
from customerbook.model.when import When


class FollowUpForm(Sheet):
    """A sheet of 640 for a new follow-up (F6) or, with `followup_id`, one to change.

    A new one leaves a draft when it is closed, as the log form does.
    """

    def __init__(
        self,
        shell: Shell,
        *,
        customer_id: int | None = None,
        followup_id: int | None = None,
    ) -> None:
        title = _("New follow-up") if followup_id is None else _("Follow-up")
        super().__init__(shell.sheet_host(), title, width=640)
        self._shell = shell
        session = shell.session
        book = session.book
        self._known = book.followups.get(followup_id) if followup_id is not None else None
        reader = reader_of(session)
        self.form = MarginForm()
        self.set_body(self.form)
        self.customer = CustomerField(session, placeholder=_("Name, number, email; or nobody"))
        self.what = TextField()
        self.kind = Choice(
            [Option(kind, kind_name(kind)) for kind in FollowUpKind], FollowUpKind.CALL_BACK
        )
        self.block = WhenBlock(session, reader, apart=True)
        self.offers = WhenOffers(session, reader, self.block)
        self.promise = Switch(_("Promised to the customer"))
        self._untouched = ""
        self._fill()
        matter = str(customer_id or "") if followup_id is None else f"change {followup_id}"
        self._drafts = DraftKeeper(
            session,
            shell.jobs,
            name="follow-up",
            matter=matter,
            values=self.values,
            parent=self,
        )
        self._given = customer_id
        if self._known is not None:
            self.show_followup(self._known)
        elif customer_id is not None:
            self.customer.show_customer(customer_id)
        self._restore()
        self._suggest_person()
        self._connect()

    @property
    def kept(self) -> SignalInstance:
        """Fires when the draft lies in the book."""
        return self._drafts.kept

    def open(self, first: QWidget | None = None) -> None:
        """Show the form with the cursor in Customer, or in What if the customer is known."""
        known = self.customer.customer_id is not None
        super().open(first or (self.what if known else self.customer.field))

    def show_followup(self, followup: FollowUp) -> None:
        """Show a follow-up as it is in the book."""
        if followup.customer_id is not None:
            self.customer.show_customer(followup.customer_id)
        self.what.setText(followup.title)
        self.kind.choose(followup.kind)
        self.promise.setChecked(followup.promise)
        if followup.person_id is not None:
            self.block.who.choose(followup.person_id)
            self.block.who.settle()
        if followup.due_day is not None:
            time = f" {spoken.clock(followup.due_time)}" if followup.due_time else ""
            self._untouched = f"{followup.due_day.isoformat()}{time}"
            self.block.when.put(self._untouched)

    def followup(self) -> FollowUp | None:
        """The follow-up as it stands in the form; None with what is missing said at its field."""
        title = self.what.text().strip()
        self._what_row.show_error("" if title else _("Say in a few words what is to be done."))
        when = self._when()
        if when is None or not title:
            return None
        return replace(
            self._known or FollowUp(),
            customer_id=self.customer.customer_id,
            title=title,
            kind=FollowUpKind(str(self.kind.value())),  # Qt keeps a plain text of it
            due_day=when.day,
            due_time=when.time,
            person_id=self.block.who.person_id(),
            promise=self.promise.isChecked(),
        )

    def save(self) -> bool:
        """Put it into the book; False with what is wrong said at its field."""
        followup = self.followup()
        if followup is None:
            wrong = self.what if self.what.error() else self.block.when.field
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        session, followups = self._shell.session, self._shell.session.book.followups
        try:
            new = self.customer.new_customer
            if new is not None:
                added = session.do(session.book.customers.add, new).first(Customer)
                self.customer.show_customer(added.id)
                followup = replace(followup, customer_id=added.id)
            session.do(followups.add if self._known is None else followups.save, followup)
        except BookError as error:
            self._tell(error)
            return False
        self._drafts.drop()
        super().dismiss()
        assert followup.due_day is not None
        when = reader_of(session).said(When(followup.due_day, followup.due_time))
        self._shell.toast(_("Noted for {when}").format(when=when), undo=True)
        return True

    def keep_draft(self) -> None:
        """Keep what was typed before the book is locked or closed."""
        self._drafts.keep()

    def dismiss(self) -> None:
        """Close the form; what was typed is kept as a draft."""
        self._drafts.keep()
        super().dismiss()

    def throw_away(self) -> None:
        """Close the form and forget what was typed."""
        self._drafts.drop()
        super().dismiss()

    def values(self) -> Values:
        """What stands in the form, for a draft; nothing while it is blank."""
        return values_of(self, self._given)

    def _when(self) -> When | None:
        """The moment that was typed; one that was not touched may have passed."""
        if self._known is not None and self.block.when.text() == self._untouched:
            assert self._known.due_day is not None
            return When(self._known.due_day, self._known.due_time)
        return None if self.block.when.check() else self.block.when.when()

    def _restore(self) -> None:
        values = self._drafts.found()
        if values:
            show_values(self, values)
            self._state.say_kept()

    def _fill(self) -> None:
        form = self.form
        self._customer_row = form.add_row(_("Customer"), self.customer)
        self._what_row = form.add_row(_("What"), self.what)
        form.add_row(_("Kind"), self.kind)
        self._when_row = form.add_row(_("By when"), self.block, self.offers, gap=8)
        self.block.when.complain_with(self._when_row.error.say)
        form.add_row(_("Who"), self.block.who)
        form.add_row(_("Promised"), _switch_line(self.promise))
        self._state = DraftState()
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.explain(_("Throws the draft away. Escape closes and keeps it."))
        cancel.clicked.connect(self.throw_away)
        save = Button(_("Save"), kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.set_foot(cancel, save, state=self._state)
        answer(self, "Ctrl+Return", self.save)

    def _connect(self) -> None:
        for signal in (
            self.customer.changed,
            self.what.textChanged,
            self.kind.currentIndexChanged,
            self.block.when.understood,
            self.block.who.currentIndexChanged,
            self.promise.toggled,
        ):
            signal.connect(self._edited)
        self.customer.changed.connect(self._suggest_person)
        self.customer.chosen.connect(lambda: self.what.setFocus(Qt.FocusReason.OtherFocusReason))
        self.what.returnPressed.connect(self.block.when.field.setFocus)
        self._drafts.kept.connect(self._state.say_kept)

    def _suggest_person(self) -> None:
        """Let the responsible person of the customer do it, unless somebody was chosen."""
        number = self.customer.customer_id
        known = self._shell.session.book.customers.several([number] if number else [])
        self.block.who.suggest(known[0].responsible_id if known else None)

    def _edited(self, *_what: object) -> None:
        if self.what.error() and self.what.text().strip():
            self._what_row.show_error("")
        self._state.say_nothing()
        self._drafts.touch()

    def _tell(self, error: BookError) -> None:
        field = error.field if isinstance(error, InvalidInputError) else ""
        row = {"title": self._what_row, "name": self._customer_row}.get(field, self._when_row)
        row.show_error(str(error))


def _switch_line(switch: Switch) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(switch)
    row.addWidget(Label(_("The customer was told so."), "text", "ink2"))
    row.addStretch(1)
    return line
