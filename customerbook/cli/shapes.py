"""The stable fields that `--json` prints: every field is always there, unknown ones are null."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from customerbook.model.channel import Channel
from customerbook.model.customer import Customer, CustomerFacts, CustomerLine, Hit
from customerbook.model.followup import FollowUpLine
from customerbook.model.interaction import Interaction, InteractionLine
from customerbook.model.plain import to_plain


def hit_shape(hit: Hit, customer: Customer, zone: ZoneInfo) -> dict[str, Any]:
    """A customer that was found."""
    return {
        **line_shape(hit.line, customer, zone),
        "matched": hit.detail,
        "similar": hit.similar,
    }


def line_shape(line: CustomerLine, customer: Customer, zone: ZoneInfo) -> dict[str, Any]:
    """A customer of a list."""
    return {
        **_short(customer),
        "last_contact": moment_text(line.last_contact, zone),
        "do_not_call": line.do_not_call,
        "open_complaint": line.open_complaint,
    }


def _short(customer: Customer) -> dict[str, Any]:
    return {
        "id": customer.id,
        "name": customer.name,
        "kind": customer.kind.value,
        "organisation": customer.organisation,
        "phones": list(customer.phones),
        "emails": list(customer.emails),
        "towns": list(customer.towns),
        "tags": list(customer.tags),
    }


def customer_shape(customer: Customer, responsible: str = "") -> dict[str, Any]:
    """A whole customer."""
    dated = ("since", "created", "deleted")
    plain = {name: getattr(customer, name) for name in _PLAIN}
    return {
        **_short(customer),
        **{name: to_plain(value) for name, value in plain.items()},
        "responsible": responsible or None,
        **{name: to_plain(getattr(customer, name)) for name in dated},
        **{name: [_full(item) for item in getattr(customer, name)] for name in _LISTS},
    }


_PLAIN = (
    "prefix",
    "given",
    "additional",
    "family",
    "suffix",
    "nickname",
    "department",
    "title",
    "organisation_id",
    "language",
    "preferred_channel",
    "best_time",
    "interval_days",
    "uid",
)
_LISTS = ("methods", "addresses", "dates", "notes", "fields", "forbidden", "consents")


def _full(item: Any) -> dict[str, Any]:
    """An item of a customer with all its fields, those left at their default too."""
    return {name: to_plain(getattr(item, name)) for name in type(item).__dataclass_fields__}


def facts_shape(facts: CustomerFacts, zone: ZoneInfo) -> dict[str, Any]:
    """The figures of a customer; money in the smallest unit of its currency."""
    return {
        "since": to_plain(facts.since),
        "contacts": facts.contacts,
        "last_contact": moment_text(facts.last_contact, zone),
        "usual_interval_days": facts.usual_interval_days,
        "rating": facts.rating,
        "ratings": facts.ratings,
        "purchases": [
            {"currency": currency, "total": total} for currency, total in facts.purchases
        ],
    }


def interaction_shape(line: InteractionLine, whole: Interaction, zone: ZoneInfo) -> dict[str, Any]:
    """A contact; `customer` is the name, or what is known of a caller."""
    return {
        "id": line.id,
        "reference": line.reference,
        "channel": line.channel.value,
        "direction": line.direction.value,
        "moment": moment_text(line.moment, zone),
        "duration": whole.duration,
        "customer": line.customer or None,
        "customer_id": line.customer_id,
        "topic": line.topic or None,
        "nature": to_plain(line.nature),
        "note": line.note,
        "private_note": whole.private_note,
        "outcome": to_plain(line.outcome),
        "person": line.person or None,
        "rating": line.rating,
        "case_id": whole.case_id,
        "documents": [{"id": number, "kind": kind} for number, kind in line.documents],
    }


def followup_shape(line: FollowUpLine, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """A follow-up; `due` is a day, or day and time on the wall of the shop."""
    return {
        "id": line.id,
        "kind": line.kind.value,
        "title": line.title,
        "customer": line.customer or None,
        "customer_id": line.customer_id,
        "due": due_text(line.due_day, line.due_time, zone),
        "not_before": to_plain(line.not_before),
        "promise": line.promise,
        "late": line.state.value == "open" and line.due < now,
        "state": line.state.value,
        "recurrence": line.recurrence or None,
        "person": line.person or None,
        "phone": line.phone or None,
        "email": line.email or None,
        "do_not_call": Channel.CALL in line.forbidden,
    }


def moment_text(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """A moment on the wall of the shop, with its distance from UTC."""
    if moment is None:
        return None
    return moment.astimezone(zone).isoformat(timespec="seconds")


def due_text(day: date, at: time | None, zone: ZoneInfo) -> str:
    """`2026-11-27`, or `2026-11-27T14:00:00+01:00`."""
    if at is None:
        return day.isoformat()
    return datetime.combine(day, at, zone).isoformat(timespec="seconds")
