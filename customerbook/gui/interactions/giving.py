"""Giving a contact without a name to the customer it was with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from customerbook.gui.interactions.answer import answer
from customerbook.gui.interactions.customer_field import CustomerField
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError
from customerbook.model.interaction import InteractionLine
from customerbook.model.texts import _


class GiveSheet(Sheet):
    """Asks who it was; what follows from the contact goes to them as well."""

    def __init__(self, shell: Shell, line: InteractionLine) -> None:
        super().__init__(shell.sheet_host(), _("Who was it?"), width=640)
        self._shell, self._line = shell, line
        form = MarginForm()
        self.set_body(form)
        note = line.note or line.reference
        form.add_row(_("Contact"), Label(note, "text", "ink2", wrap=True))
        self.field = CustomerField(
            shell.session, placeholder=_("Name, number, email, or a new customer")
        )
        self._row = form.add_row(_("Customer"), self.field)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self._give = Button(_("Save"), kind="primary", keys="Ctrl+Return")
        self._give.clicked.connect(self.give)
        answer(self, "Ctrl+Return", self.give)
        self.field.chosen.connect(self._go_on)
        self.set_foot(cancel, self._give)
        if line.customer:
            self.field.show_typed(line.customer)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the cursor in Customer."""
        super().open(first or self.field.field)

    def _go_on(self) -> None:
        self._give.setFocus(Qt.FocusReason.TabFocusReason)

    def give(self) -> None:
        """Give it to who was chosen, or say that nobody is."""
        session, new = self._shell.session, self.field.new_customer
        number = self.field.customer_id
        if new is None and number is None:
            self._row.show_error(_("Choose a customer from the list, or the new one at its end."))
            return
        try:
            if new is not None:
                number = session.do(session.book.customers.add, new).first(Customer).id
            assert number is not None
            session.do(session.book.interactions.assign, self._line.id, number)
        except BookError as error:
            self._row.show_error(str(error))
            return
        self.dismiss()
        self._shell.toast(_("Given to {name}").format(name=self.field.name), undo=True)
