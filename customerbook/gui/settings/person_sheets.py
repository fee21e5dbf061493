"""Sheets about one person: adding somebody, another passphrase, another name, removing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.jobs import Progress
from customerbook.gui.shell import Shell
from customerbook.gui.signin.new_passphrase import NewPassphrase
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.change import Change
from customerbook.model.errors import BookError, InvalidInputError, WeakPassphraseError
from customerbook.model.person import Person
from customerbook.model.texts import _
from customerbook.store.passphrase import refuse_weak


class PersonSheet(Sheet):
    """A name, a passphrase typed twice, or both.

    Args:
        person: who it is about; None for somebody new, who gets both.
        rename: ask for the name of this person, and not for a passphrase.
    """

    def __init__(
        self, shell: Shell, title: str, person: Person | None = None, *, rename: bool = False
    ) -> None:
        super().__init__(shell.sheet_host(), title, width=640)
        self._shell, self._person = shell, person
        self._shop = shell.session.book.shop().name
        form = MarginForm()
        self.set_body(form)
        self.name: TextField | None = None
        self.passphrase: NewPassphrase | None = None
        if person is None or rename:
            known = person.name if person else ""
            self.name = TextField(known, placeholder=_("First and last name"))
            self._name_row = form.add_row(_("Name"), self.name)
            self.name.returnPressed.connect(self._name_typed)
        if not rename:
            self.passphrase = self._ask_passphrase(form)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self.button = Button(_("Save"), kind="primary")
        self.button.clicked.connect(self.save)
        self.set_foot(cancel, self.button)

    def _ask_passphrase(self, form: MarginForm) -> NewPassphrase:
        known = self._person.name if self._person else ""
        asked = NewPassphrase(form, self._shell.jobs, (self._shop, known))
        asked.confirmed.connect(self.save)
        if self.name is not None:
            self.name.textChanged.connect(lambda name: asked.hint(self._shop, name))
        about = _("Let them type it themselves. They can change it later.")
        form.add_row("", Label(about, "meta", "ink2", wrap=True))
        return asked

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the cursor in its first field."""
        fields = [self.name, self.passphrase.first if self.passphrase else None]
        super().open(first or next(field for field in fields if field is not None))

    def save(self) -> None:
        """Write it, in a worker: a passphrase becomes a key in half a second on purpose."""
        name = self.name.text().strip() if self.name is not None else ""
        if self.name is not None and not name:
            self._name_row.show_error(_("A person needs a name."))
            self.name.setFocus()
            return
        if self.passphrase is not None and not self.passphrase.complete():
            return
        typed = self.passphrase.passphrase() if self.passphrase is not None else ""

        def work(_progress: Progress) -> list[Change]:
            return self._written(name, typed)

        self.button.setEnabled(False)
        self._shell.jobs.start(work, done=self._saved, failed=self._refused, owner=self)

    def _written(self, name: str, passphrase: str) -> list[Change]:
        people, person = self._shell.session.book.people, self._person
        changes = []
        if passphrase:  # nobody is added whom nothing lets in
            refuse_weak(passphrase, (self._shop, name or (person.name if person else "")))
        if person is None:
            changes.append(people.add(Person(name=name)))
            person = changes[0].first(Person)
        elif name or not person.active:
            changes.append(people.save(replace(person, name=name or person.name, active=True)))
        if passphrase:
            changes.append(people.let_in(person, passphrase))
        return changes

    def _saved(self, changes: list[Change]) -> None:
        for change in changes:
            self._shell.session.changed.emit(change)
        self.dismiss()
        self._shell.toast(_("Person added") if self._person is None else _("Saved"))

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(error, WeakPassphraseError) and self.passphrase is not None:
            self.passphrase.refuse(str(error))
        elif isinstance(error, InvalidInputError) and self.name is not None:
            self._name_row.show_error(str(error))
        elif isinstance(error, BookError):
            self._shell.say(error)

    def _name_typed(self) -> None:
        if self.passphrase is not None:
            self.passphrase.first.setFocus()
        else:
            self.save()


class RemoveSheet(Sheet):
    """Says what removing somebody means; `remove` is called when it is wanted."""

    def __init__(self, shell: Shell, person: Person, remove: Callable[[], object]) -> None:
        title = _("Remove {name}?").format(name=person.name)
        super().__init__(shell.sheet_host(), title, width=480)
        self._remove = remove
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 24)
        column.setSpacing(12)
        for sentence in (
            _("The book is backed up and locked with a new key. That cannot be undone."),
            _("What {name} knows, and old copies of the book’s keys, open nothing new.").format(
                name=person.name
            ),
            _("The name stays on what was logged. Nobody can use the book for up to a minute."),
        ):
            column.addWidget(Label(sentence, "text", "ink2", wrap=True))
        self.set_body(body, padding=24)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self.button = Button(_("Remove"), kind="danger")
        self.button.clicked.connect(self._confirm)
        self.set_foot(cancel, self.button)

    def _confirm(self) -> None:
        self.dismiss()
        self._remove()
