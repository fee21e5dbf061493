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
from customerbook.gui.widgets.label import Label
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
        """Close the form; asks if something was typed."""
        if self.isHidden():
            return
        if self.is_changed():
            self._shell.show_sheet(Leaving(self._shell, self))
        else:
            self.close_quietly(keep=False)

    def close_quietly(self, *, keep: bool) -> None:
        """Close without a question, and keep what was typed as a draft or not at all."""
        if keep:
            self._drafts.keep()
        else:
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
        self.close_quietly(keep=False)
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
        cancel.clicked.connect(self.dismiss)
        self.save_button = Button(_("Save"), kind="primary", keys=SAVE_KEYS)
        self.save_button.clicked.connect(self.save)
        self.set_foot(cancel, self.save_button, state=self.state)

    def _values(self) -> dict[str, Any]:
        """What a draft keeps: the whole record, nothing where nothing was typed."""
        return {"customer": to_plain(self.customer())} if self.is_changed() else {}

    def _restore(self) -> None:
        """Show the draft of this customer; of a new one only where nothing else was typed."""
        values = self._drafts.found()
        if values and (self._blank.id or self._blank == Customer()):
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
        self.close_quietly(keep=True)
        self._shell.open_customer(customer_id)


class Leaving(Sheet):
    """Asks what becomes of what was typed."""

    def __init__(self, shell: Shell, form: CustomerForm) -> None:
        super().__init__(shell.sheet_host(), _("Close without saving?"), width=480)
        words = _("What you typed can stay as a draft: it is there when you open the form again.")
        self.set_body(Label(words, "text", "ink2", wrap=True), padding=24)
        self.away = Button(_("Throw it away"), kind="danger")
        self.back = Button(_("Go on typing"))
        self.keep = Button(_("Keep the draft"), kind="primary")
        self.away.clicked.connect(lambda: self._end(form, keep=False))
        self.back.clicked.connect(self.dismiss)
        self.keep.clicked.connect(lambda: self._end(form, keep=True))
        self.set_foot(self.back, self.keep, state=self.away)

    def open(self, first: QWidget | None = None) -> None:
        """Ask with the keyboard on the answer that loses nothing."""
        super().open(first or self.keep)

    def _end(self, form: CustomerForm, *, keep: bool) -> None:
        self.dismiss()
        form.close_quietly(keep=keep)


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
