"""The name of a customer in its parts, and the organisation with what somebody does there."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.customers.views import line_view
from customerbook.gui.interactions.suggestions import CustomerOfferDelegate, Suggestion
from customerbook.gui.interactions.type_ahead import TypeAhead
from customerbook.gui.session import Session
from customerbook.gui.widgets.heading import Link
from customerbook.model.customer import Customer, CustomerKind
from customerbook.model.texts import _

_MORE: Final = ("additional", "suffix", "nickname", "department")


class NameRow(QWidget):
    """Title, given and family name; further parts open below when wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {
            "prefix": KeptField(label=_("Title"), placeholder=_("Title")),
            "given": KeptField(label=_("Given name"), placeholder=_("Given name")),
            "family": KeptField(label=_("Family name"), placeholder=_("Family name")),
            "additional": KeptField(label=_("Middle names"), placeholder=_("Middle names")),
            "suffix": KeptField(label=_("Suffix"), placeholder=_("Suffix, such as Jr.")),
            "nickname": KeptField(
                label=_("Nickname"), placeholder=_("Nickname or second spelling")
            ),
            "department": KeptField(label=_("Department"), placeholder=_("Department")),
        }
        for field in self.fields.values():
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.more = Link(_("More parts"), "caption", icon="plus", tone="accent")
        self.more.clicked.connect(self.open_more)
        self._below = QWidget()
        self._lay_out()
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        self.fields["prefix"].setFixedWidth(theme.current().px(88))

    def show_customer(self, customer: Customer) -> None:
        """Show the parts of a name."""
        for name, field in self.fields.items():
            field.put(getattr(customer, name))
        known = any(getattr(customer, name) for name in _MORE)
        self._below.setVisible(known)
        self.more.setVisible(not known)

    def values(self) -> dict[str, str]:
        """The parts by their names in the record."""
        return {name: field.value() for name, field in self.fields.items()}

    def open_more(self) -> None:
        """Show the fields for further parts."""
        self._below.show()
        self.more.hide()
        self.fields["additional"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Mark the name as missing; empty takes the mark away."""
        self.fields["family"].show_error(sentence)

    def _lay_out(self) -> None:
        first, below = QHBoxLayout(), QVBoxLayout(self._below)
        first.setSpacing(8)
        for name in ("prefix", "given", "family"):
            first.addWidget(self.fields[name], 0 if name == "prefix" else 1)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(8)
        for names in (("additional", "suffix"), ("nickname", "department")):
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                row.addWidget(self.fields[name], 1)
            below.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._below)
        column.addSpacing(4)
        column.addWidget(self.more)
        self.setFocusProxy(self.fields["given"])


class OrganisationField(TypeAhead):
    """The name of an organisation; offers those in the book, so that a card can lead there."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            self._found,
            label=_("Organisation"),
            placeholder=_("Organisation"),
            icon="building-complex",
            delegate=CustomerOfferDelegate,
        )
        self._session = session
        self._was = self._shown = ""
        self._id: int | None = None
        self._named = ""
        self.taken.connect(self._take)

    def put(self, name: str, organisation_id: int | None) -> None:
        """Show an organisation."""
        self.setText(name)
        self._was, self._shown = name, self.text()
        self._id, self._named = organisation_id, self._shown

    def value(self) -> tuple[str, int | None]:
        """Its name, and its id as long as the name is the one it was chosen by."""
        typed = self.text()
        name = self._was if typed == self._shown else " ".join(typed.split())
        return name, self._id if typed == self._named else None

    def _found(self, text: str) -> list[Suggestion]:
        now, hits = self._session.now(), self._session.book.customers.find(text, 20)
        lines = [hit.line for hit in hits if hit.line.kind is CustomerKind.ORGANISATION]
        return [Suggestion(line, line_view(line, now)) for line in lines[:4]]

    def _take(self, line: object) -> None:
        self.setText(getattr(line, "name", ""))
        self._id, self._named = getattr(line, "id", None), self.text()


class WorkRow(QWidget):
    """Where somebody works, and as what."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.organisation = OrganisationField(session)
        self.title = KeptField(label=_("Role"), placeholder=_("Role"))
        self.organisation.textChanged.connect(lambda _text: self.changed.emit())
        self.title.textChanged.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.organisation, 3)
        row.addWidget(self.title, 2)
        self.setFocusProxy(self.organisation)
