"""The fields of the customer form, row by row: a mirror of the record."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.customers.choice_options import (
    channel_options,
    language_options,
    people_options,
)
from customerbook.gui.customers.consent_row import consent_rows
from customerbook.gui.customers.contact_rows import address_rows, method_rows
from customerbook.gui.customers.detail_rows import date_rows, fact_rows, note_rows
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.customers.name_rows import NameRow, WorkRow
from customerbook.gui.customers.not_wanted_rows import NotWantedRows
from customerbook.gui.customers.repeated import Repeated
from customerbook.gui.customers.similar_row import SimilarRow
from customerbook.gui.customers.tags_field import TagsField
from customerbook.gui.session import Session
from customerbook.gui.widgets.choice import Choice
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    ContactMethod,
    Customer,
    CustomerKind,
    MethodKind,
    Note,
)
from customerbook.model.texts import _


class CustomerFields(QObject):
    """All rows on one margin form; `edited()` fires with each change, `resized()` with rows."""

    edited = Signal()

    def __init__(self, form: MarginForm, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._form = form
        self._was = Customer()
        self._showing = False
        country = session.book.country
        kinds = {CustomerKind.PERSON: _("Person"), CustomerKind.ORGANISATION: _("Organisation")}
        self.kind = Segmented(
            [Part(kind.value, words) for kind, words in kinds.items()], label=_("Kind")
        )
        self.company = KeptField(label=_("Name of the organisation"))
        self.name = NameRow()
        self.work = WorkRow(session)
        self.similar = SimilarRow(session)
        self.methods, self.addresses = method_rows(), address_rows()
        self.dates, self.facts = date_rows(country), fact_rows()
        self.remember, self.notes = note_rows(pinned=True), note_rows(pinned=False)
        self.tags = TagsField(session)
        self.responsible = Choice(label=_("Responsible"))
        self.language = Choice(label=_("Language"))
        self.channel = Choice(channel_options(), label=_("Preferred channel"))
        self.best_time = KeptField(label=_("Best time"), placeholder=_("best time, mornings …"))
        self.not_wanted = NotWantedRows()
        self.consents = consent_rows(session)
        self._build(form)
        self._connect(form)

    def show_customer(self, customer: Customer) -> None:
        """Show a customer; what the form has no field for is kept as it is."""
        self._showing = True
        self._was = customer
        self.kind.choose(customer.kind.value)
        self.company.put(customer.organisation)
        self.name.show_customer(customer)
        self.work.organisation.put(customer.organisation, customer.organisation_id)
        self.work.title.put(customer.title)
        self.methods.show_records(customer.methods or _first_methods())
        self.addresses.show_records(customer.addresses)
        self.dates.show_records(customer.dates)
        self.facts.show_records(customer.fields)
        self.remember.show_records([note for note in customer.notes if note.pinned])
        self.notes.show_records([note for note in customer.notes if not note.pinned])
        self.tags.show_tags(customer.tags)
        self._show_choices(customer)
        self.best_time.put(customer.best_time)
        self.not_wanted.show_forbidden(customer.forbidden)
        self.consents.show_records(customer.consents)
        self._follow_kind()
        self._form.restyle()
        self._showing = False

    def customer(self) -> Customer:
        """The customer as it stands in the form."""
        kind = CustomerKind(self.kind.value())
        organisation, organisation_id = self.work.organisation.value()
        if kind is CustomerKind.ORGANISATION:
            organisation = self.company.value()
        today = self._session.now().date()
        values: dict[str, Any] = {
            **self.name.values(),
            "kind": kind,
            "organisation": organisation,
            "organisation_id": organisation_id,
            "title": self.work.title.value(),
            "methods": self.methods.records(),
            "addresses": self.addresses.records(),
            "dates": self.dates.records(),
            "fields": self.facts.records(),
            "notes": self._all_notes(),
            "tags": self.tags.tags(),
            "responsible_id": self.responsible.value(),
            "language": self.language.value(),
            "preferred_channel": self._preferred(),
            "best_time": self.best_time.value(),
            "forbidden": self.not_wanted.forbidden(today),
            "consents": self.consents.records(),
        }
        return replace(self._was, **values)

    def first_field(self) -> QWidget:
        """Where the cursor stands when the form opens: the first part of the name."""
        if CustomerKind(self.kind.value()) is CustomerKind.ORGANISATION:
            return self.company
        return self.name.fields["given"]

    def first_wrong(self) -> QWidget | None:
        """Say what is wrong at its field; the field to mend first, None if all is well."""
        first: QWidget | None = None
        for repeated in self._repeated:
            found = repeated.first_wrong()
            first = first or (found[0] if found else None)
        return first

    def show_error(self, field: str, sentence: str) -> QWidget | None:
        """Say what the book refuses at its field; None if there is no field of this name."""
        if field != "name":
            return None
        organisation = CustomerKind(self.kind.value()) is CustomerKind.ORGANISATION
        (self._company_row if organisation else self._name_row).show_error(sentence)
        return self.first_field()

    def clear_errors(self) -> None:
        """Take the marks of the name away."""
        self._company_row.show_error("")
        self._name_row.show_error("")

    def _preferred(self) -> Channel | None:
        value = self.channel.value()
        return Channel(str(value)) if value else None  # Qt gives a plain text back

    def _all_notes(self) -> tuple[Note, ...]:
        """Notes in the order they had; new ones stand at the end."""
        order = {note: place for place, note in enumerate(self._was.notes)}
        found = [*self.remember.records(), *self.notes.records()]
        if len(set(self._was.notes)) == len(self._was.notes):
            found.sort(key=lambda note: order.get(note, len(order)))
        return tuple(found)

    def _show_choices(self, customer: Customer) -> None:
        people = people_options(self._session.book.people, customer.responsible_id)
        self.responsible.set_options(people, customer.responsible_id)
        self.language.set_options(language_options(customer.language), customer.language)
        self.channel.choose(customer.preferred_channel)

    def _build(self, form: MarginForm) -> None:
        form.add_row(_("Kind"), self.kind)
        self._company_row = form.add_row(_("Name"), self.company)
        self._name_row = form.add_row(_("Name"), self.name)
        self._work_row = form.add_row(_("Organisation"), self.work)
        self._similar_row = form.add_row("", self.similar)
        self._similar_row.hide()
        form.add_row(_("Contact"), self.methods)
        form.add_row(_("Address"), self.addresses)
        form.add_row(_("To remember"), self.remember)
        form.add_row(_("Tags"), self.tags)
        form.add_row(_("Dates"), self.dates)
        form.add_row(_("Notes"), self.notes)
        form.add_row(_("Not wanted"), self.not_wanted)
        form.add_row(_("Consent"), self.consents)
        form.add_row(_("Prefers"), _beside(self.channel, self.best_time))
        form.add_row(_("Language"), self.language)
        form.add_row(_("Responsible"), self.responsible)
        form.add_row(_("Further"), self.facts)
        self._repeated: tuple[Repeated, ...] = (
            self.methods,
            self.dates,
            self.consents,
            self.facts,
        )

    def _connect(self, form: MarginForm) -> None:
        for part in (
            self.name,
            self.work,
            self.methods,
            self.addresses,
            self.dates,
            self.facts,
            self.consents,
            self.remember,
            self.notes,
            self.tags,
            self.not_wanted,
        ):
            part.changed.connect(self._edited)
        for repeated in (*self._repeated, self.addresses, self.remember, self.notes):
            # A label stands level with the first row, which may be a field now or a link.
            repeated.resized.connect(form.restyle)
        self.company.textChanged.connect(lambda _text: self._edited())
        self.best_time.textChanged.connect(lambda _text: self._edited())
        for choice in (self.responsible, self.language, self.channel):
            choice.activated.connect(lambda _row: self._edited())
        self.kind.chosen.connect(lambda _value: self._turn_kind())
        self.similar.resized.connect(
            lambda: self._similar_row.setVisible(bool(self.similar.found()))
        )

    def _turn_kind(self) -> None:
        """Take along what stands in the field that is hidden now."""
        if CustomerKind(self.kind.value()) is CustomerKind.ORGANISATION:
            if not self.company.text():
                self.company.setText(self.work.organisation.text())
        elif not self.work.organisation.text():
            self.work.organisation.setText(self.company.text())
        self._follow_kind()
        self._edited()

    def _follow_kind(self) -> None:
        organisation = CustomerKind(self.kind.value()) is CustomerKind.ORGANISATION
        self._company_row.setVisible(organisation)
        self._work_row.setVisible(not organisation)
        self._name_row.label.show_text(_("Contact person") if organisation else _("Name"))

    def _edited(self) -> None:
        if not self._showing:
            self.clear_errors()
            self.similar.follow(self.customer())
            self.edited.emit()


def _first_methods() -> tuple[ContactMethod, ...]:
    """What a new customer is asked for first."""
    return ContactMethod(MethodKind.PHONE, ""), ContactMethod(MethodKind.EMAIL, "")


def _beside(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(first, 2)
    row.addWidget(second, 3)
    holder.setFocusProxy(first)
    return holder
