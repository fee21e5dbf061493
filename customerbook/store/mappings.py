"""Which record lies in which table, and what is kept beside it to search and sort by."""

from typing import Any

from customerbook.model.case import Case
from customerbook.model.catalogue import Snippet, Template, Topic
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomField,
    Forbidden,
    MethodKind,
    Note,
)
from customerbook.model.document import Document
from customerbook.model.due import due_moment, remind_moment
from customerbook.model.followup import FollowUp, Reminder
from customerbook.model.interaction import Interaction
from customerbook.model.person import Person
from customerbook.model.purchase import Purchase, PurchaseLine
from customerbook.model.rights import StaffRights
from customerbook.model.saved_list import SavedList
from customerbook.model.shop import Shop
from customerbook.store import tables
from customerbook.store.milliseconds import to_milliseconds
from customerbook.store.normal import folded, phone_forms
from customerbook.store.rows import Child, Mapping


def _customer(customer: Customer, country: str) -> dict[str, Any]:  # noqa: ARG001 - one signature
    return {
        "name": customer.name,
        "sort_name": folded(customer.sort_name),
        "phone": next(iter(customer.phones), ""),
        "email": next(iter(customer.emails), ""),
        "town": next(iter(customer.towns), ""),
        "do_not_call": customer.forbids(Channel.CALL),
    }


def _method(method: ContactMethod, country: str) -> dict[str, Any]:
    if method.kind is MethodKind.PHONE:
        forms = phone_forms(method.value, country)
        return {"folded": forms.e164 or forms.digits}
    return {"folded": folded(method.value)}


def _followup(followup: FollowUp, country: str) -> dict[str, Any]:  # noqa: ARG001 - one signature
    assert followup.due_day is not None
    when = (followup.due_day, followup.due_time, followup.zone)
    return {
        "due": to_milliseconds(due_moment(*when)),
        "remind": to_milliseconds(remind_moment(*when)),
    }


CUSTOMERS = Mapping(
    "customer",
    Customer,
    tables.CustomerRow,
    (
        Child("methods", tables.MethodRow, ContactMethod, _method),
        Child("addresses", tables.AddressRow, Address),
        Child("dates", tables.DateRow, CustomerDate),
        Child("notes", tables.NoteRow, Note),
        Child("tags", tables.TagRow),
        Child("fields", tables.FieldRow, CustomField),
        Child("forbidden", tables.ForbiddenRow, Forbidden),
        Child("consents", tables.ConsentRow, Consent),
    ),
    _customer,
    aside=("tags", "responsible_id"),
)
INTERACTIONS = Mapping("interaction", Interaction, tables.InteractionRow)
CASES = Mapping("case", Case, tables.CaseRow)
FOLLOWUPS = Mapping("followup", FollowUp, tables.FollowupRow, derived=_followup)
REMINDERS = Mapping("reminder", Reminder, tables.ReminderRow)
PEOPLE = Mapping("person", Person, tables.PersonRow)
TOPICS = Mapping("topic", Topic, tables.TopicRow)
SNIPPETS = Mapping("snippet", Snippet, tables.SnippetRow)
TEMPLATES = Mapping("template", Template, tables.TemplateRow)
DOCUMENTS = Mapping("document", Document, tables.DocumentRow)
PURCHASES = Mapping(
    "purchase",
    Purchase,
    tables.PurchaseRow,
    (Child("lines", tables.PurchaseLineRow, PurchaseLine),),
)
SHOP = Mapping("shop", Shop, tables.ShopRow)
SAVED_LISTS = Mapping("saved-list", SavedList, tables.SavedListRow)
STAFF_RIGHTS = Mapping("staff-rights", StaffRights, tables.StaffRightsRow)

MAPPINGS: dict[str, Mapping] = {
    mapping.kind: mapping
    for mapping in (
        CUSTOMERS,
        INTERACTIONS,
        CASES,
        FOLLOWUPS,
        REMINDERS,
        PEOPLE,
        TOPICS,
        SNIPPETS,
        TEMPLATES,
        DOCUMENTS,
        PURCHASES,
        SHOP,
        SAVED_LISTS,
        STAFF_RIGHTS,
    )
}
