"""The form of a customer, new or known; a draft of it survives a lock."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.customers.customer_fields import CustomerFields
from customerbook.gui.interactions.draft import DraftKeeper
from customerbook.gui.interactions.draft_state import DraftState
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError, InvalidInputError
from customerbook.model.plain import from_plain, to_plain
from customerbook.model.texts import _

SAVE_KEYS: Final = "Ctrl+Return"


class CustomerForm(Sheet):
    """A sheet of 800; a mirror: what `show_customer` was given, `customer()` gives back.

    A customer without id is new. What was typed before and not saved stands in the form again.
    Escape closes a form in which nothing was typed, and asks otherwise.
    """

    def __init__(self, shell: Shell, customer: Customer) -> None:
        title = _("Change customer") if customer.id else _("New customer")
        super().__init__(shell.sheet_host(), title, width=800)
        self._shell = shell
        form = MarginForm()
        self.trouble = Banner("", "red", icon="circle-alert")
        self.trouble.hide()
        self.set_body(_under(self.trouble, form))
        self.fields = CustomerFields(form, shell.session, self)
        self._drafts = DraftKeeper(
            shell.session,
            shell.jobs,
            name="customer",
            matter=str(customer.id) if customer.id else "new",
            values=self._values,
            parent=self,
        )
        self.state = DraftState()
        self._fill_foot()
        self._drafts.kept.connect(self._say_kept)
        self.show_customer(customer)
        self._restore()
        self.fields.edited.connect(self._edited)
        self.fields.similar.wanted.connect(self._open_other)

    def show_customer(self, customer: Customer) -> None:
        """Show a customer, in place of what stands in the form."""
        self._blank = customer
        self.fields.show_customer(customer)

    def customer(self) -> Customer:
        """The customer as it stands in the form."""
        return self.fields.customer()

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.customer() != self._blank

    def open(self, first: QWidget | None = None) -> None:
        """Show the form with the cursor in the name."""
        super().open(first or self.fields.first_field())

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

    def save(self) -> bool:
        """Write the customer into the book; False with what is wrong said at its field."""
        wrong = self.fields.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        session, typed = self._shell.session, self.customer()
        customers = session.book.customers
        try:
            change = session.do(customers.save if typed.id else customers.add, typed)
        except BookError as error:
            self._tell(error)
            return False
        self.throw_away()
        if not typed.id:
            typed = change.first(Customer)
            self._shell.open_customer(typed.id)
        self._shell.toast(_("Saved: {name}").format(name=typed.name), undo=bool(change.entries))
        return True

    def event(self, event: QEvent) -> bool:
        """Take the key that saves before a command of the window does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _saves(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves."""
        if _saves(event):
            event.accept()
            self.save()
        else:
            super().keyPressEvent(event)

    def _fill_foot(self) -> None:
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.explain(_("Throws the draft away. Escape closes and keeps it."))
        cancel.clicked.connect(self.throw_away)
        self.save_button = Button(_("Save"), kind="primary", keys=SAVE_KEYS)
        self.save_button.clicked.connect(self.save)
        self.set_foot(cancel, self.save_button, state=self.state)

    def _values(self) -> dict[str, Any]:
        """What a draft keeps: the record as typed and as it was; nothing for nothing typed."""
        if not self.is_changed():
            return {}
        return {"customer": to_plain(self.customer()), "before": to_plain(self._blank)}

    def _restore(self) -> None:
        """Show the draft of this customer, unless they were changed since it was typed.

        That of a new one is shown only where nothing else was typed.
        """
        values = self._drafts.found()
        if values and from_plain(Customer, values["before"]) == self._blank:
            self.fields.show_customer(from_plain(Customer, values["customer"]))
            self.state.say_kept()

    def _say_kept(self) -> None:
        if self.is_changed():
            self.state.say_kept()

    def _edited(self) -> None:
        self.state.say_nothing()
        self.trouble.hide()
        self._drafts.touch()

    def _tell(self, error: BookError) -> None:
        field = error.field if isinstance(error, InvalidInputError) else ""
        place = self.fields.show_error(field, str(error))
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.say(str(error))
        self.trouble.show()

    def _open_other(self, customer_id: int) -> None:
        """Open the customer who was in the book already; what was typed stays as a draft."""
        self.dismiss()
        self._shell.open_customer(customer_id)


def _under(first: QWidget, second: QWidget) -> QWidget:
    both, around = QWidget(), QVBoxLayout()
    around.setContentsMargins(24, 0, 24, 8)
    around.addWidget(first)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(around)
    column.addWidget(second, 1)
    return both


def _saves(event: QKeyEvent) -> bool:
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, key))
    return pressed == QKeySequence(SAVE_KEYS)
