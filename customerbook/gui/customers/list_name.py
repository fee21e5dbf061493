"""Asks what a list is called."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _


class ListNameSheet(Sheet):
    """`keep(name)` keeps it under the name; an InvalidInputError is said below the field."""

    def __init__(
        self, host: QWidget, title: str, keep: Callable[[str], object], *, name: str = ""
    ) -> None:
        super().__init__(host, title, width=480)
        self._keep_as = keep
        form = MarginForm()
        self.set_body(form)
        self.name = TextField(name, placeholder=_("Regular customers in town"))
        self.name.selectAll()
        self._row = form.add_row(_("Name"), self.name)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        save = Button(_("Save"), kind="primary")
        save.clicked.connect(self.keep)
        self.name.returnPressed.connect(self.keep)
        self.set_foot(cancel, save)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the cursor in the name."""
        super().open(first or self.name)

    def keep(self) -> None:
        """Keep it under the name that was typed, or say why not."""
        try:
            self._keep_as(self.name.text())
        except InvalidInputError as error:
            self._row.show_error(str(error))
            self.name.setFocus()
            return
        self.dismiss()
