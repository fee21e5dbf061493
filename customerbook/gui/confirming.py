"""The owner's passphrase asked once more, before what an open book left alone must not allow."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from customerbook.gui.jobs import Progress
from customerbook.gui.shell import Shell
from customerbook.gui.signin.passphrase_field import PassphraseField
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.errors import BookError
from customerbook.model.texts import _


def confirmed(shell: Shell, title: str, act: Callable[[], object]) -> None:
    """Do something for which the owner's passphrase was given just now, or ask for it first.

    `title` names what is to be done, for the sheet that asks.
    """
    if shell.session.book.confirmation.fresh:
        act()
    else:
        shell.show_sheet(ConfirmSheet(shell, title, act))


class ConfirmSheet(Sheet):
    """One field; what was wanted is done when the passphrase is right."""

    def __init__(self, shell: Shell, title: str, act: Callable[[], object]) -> None:
        super().__init__(shell.sheet_host(), title, width=480)
        self._shell, self._act = shell, act
        form = MarginForm()
        self.set_body(form)
        self.field = PassphraseField()
        self._row = form.add_row(_("Owner’s passphrase"), self.field)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self.go_on = Button(_("Continue"), kind="primary")
        self.go_on.clicked.connect(self.confirm)
        self.field.returnPressed.connect(self.confirm)
        self.field.textChanged.connect(lambda _text: self._row.show_error(""))
        self.set_foot(cancel, self.go_on)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the cursor in the field."""
        super().open(first or self.field)

    def confirm(self) -> None:
        """Prove the passphrase, in a worker: its key is derived on purpose in half a second."""
        typed, book = self.field.text(), self._shell.session.book
        if not typed:
            self._row.show_error(_("Type the owner’s passphrase."))
            return
        self._wait(waiting=True)

        def work(_progress: Progress) -> None:
            book.confirm_owner(typed)

        self._shell.jobs.start(work, done=self._confirmed, failed=self._refused, owner=self)

    def _confirmed(self, _result: None) -> None:
        self.dismiss()
        self._act()

    def _refused(self, error: Exception) -> None:
        self._wait(waiting=False)
        if isinstance(error, BookError):
            self._row.show_error(str(error))
        self.field.selectAll()
        self.field.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self.field.setReadOnly(waiting)
        self.go_on.setEnabled(not waiting)
