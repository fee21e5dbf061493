"""Which row of the form edits which record in its place on the card."""

from dataclasses import replace

from customerbook.gui.customers.changing import Part
from customerbook.gui.customers.consent_row import ConsentRow
from customerbook.gui.customers.contact_rows import AddressRow, MethodRow
from customerbook.gui.customers.detail_rows import DateRow, FactRow, NoteRow
from customerbook.gui.customers.repeated import RepeatedRow
from customerbook.gui.customers.side_items import CONTACT, DETAILS, NOTES, REMEMBER
from customerbook.gui.customers.words import DATE_ICONS, METHOD_ICONS
from customerbook.gui.session import Session
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    CustomerDate,
    CustomField,
    DateKind,
    MethodKind,
    Note,
)
from customerbook.model.texts import _


def editor_row(record: object, session: Session) -> RepeatedRow:
    """The fields for a record, as narrow as the column."""
    match record:
        case ContactMethod():
            return MethodRow(record, narrow=True)
        case Address():
            return AddressRow(record, narrow=True)
        case CustomerDate():
            return DateRow(record, session.book.country, narrow=True)
        case CustomField():
            return FactRow(record, narrow=True)
        case Consent():
            return ConsentRow(record, session, narrow=True)
        case Note():
            return NoteRow(record)
        case _:
            raise TypeError(record)


def offers(session: Session) -> list[tuple[str, str, str, Part, object]]:
    """What can be added: words, icon, section of the column, part, and what one starts from."""
    phone, email, web, messenger = MethodKind
    birthday = CustomerDate(DateKind.BIRTHDAY, 0, 0)
    other = replace(birthday, kind=DateKind.ANNIVERSARY)
    consent = Consent("", given=True, day=session.now().date())
    return [
        (_("To remember"), "pin", REMEMBER, "notes", Note("", pinned=True)),
        (_("Phone"), METHOD_ICONS[phone], CONTACT, "methods", ContactMethod(phone, "")),
        (_("Email"), METHOD_ICONS[email], CONTACT, "methods", ContactMethod(email, "")),
        (_("Web page"), METHOD_ICONS[web], CONTACT, "methods", ContactMethod(web, "")),
        (_("Messenger"), METHOD_ICONS[messenger], CONTACT, "methods", ContactMethod(messenger, "")),
        (_("Address"), "map-pin", CONTACT, "addresses", Address()),
        (_("Birthday"), DATE_ICONS[DateKind.BIRTHDAY], DETAILS, "dates", birthday),
        (_("Another day"), DATE_ICONS[DateKind.ANNIVERSARY], DETAILS, "dates", other),
        (_("Field"), "list", DETAILS, "fields", CustomField("", "")),
        (_("Consent"), "shield-check", DETAILS, "consents", consent),
        (_("Note"), "sticky-note", NOTES, "notes", Note("")),
    ]
