"""Flat rows for lists, read in one statement."""

from dataclasses import replace
from typing import Any

from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import CustomerKind, CustomerLine
from customerbook.model.interaction import InteractionLine, Nature, Outcome
from customerbook.store.milliseconds import from_milliseconds
from customerbook.store.rows import Database

_CUSTOMER = (
    "SELECT id, name, kind, organisation, phone, email, town, last_contact, do_not_call, "
    "open_complaint FROM customer WHERE id IN ({marks})"
)
_INTERACTION = (
    "SELECT i.id, i.reference, i.channel, i.direction, i.moment, i.customer_id, "
    "coalesce(c.name, i.caller), coalesce(t.name, ''), i.nature, i.note, i.outcome, "
    "coalesce(p.name, ''), i.rating, i.private_note <> '', i.person_id, "
    "coalesce(c.nickname, '') FROM interaction i "
    "LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN topic t ON t.id = i.topic_id "
    "LEFT JOIN person p ON p.id = i.person_id "
)


def customer_lines(db: Database, ids: list[int]) -> list[CustomerLine]:
    """Lines of customers in the order of the ids."""
    found: dict[int, CustomerLine] = {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        for row in db.rows((_CUSTOMER.format(marks=", ".join("?" * len(some))), some)):
            found[row[0]] = _customer_line(row)
    return [found[i] for i in ids if i in found]


def _customer_line(row: tuple[Any, ...]) -> CustomerLine:
    i, name, kind, organisation, phone, email, town, last, do_not_call, complaint = row
    return CustomerLine(
        id=i,
        name=name,
        kind=CustomerKind(kind),
        organisation=organisation if organisation != name else "",
        phone=phone,
        email=email,
        town=town,
        last_contact=None if last is None else from_milliseconds(last),
        do_not_call=bool(do_not_call),
        open_complaint=bool(complaint),
    )


def told(line: CustomerLine) -> str:
    """One line that tells a customer from others of the same name."""
    facts = [part for part in (line.organisation, line.phone, line.email, line.town) if part]
    return f"{line.id}  {line.name}" + (f"  ({', '.join(facts)})" if facts else "")


def interaction_lines(db: Database, where: str, values: list[Any]) -> list[InteractionLine]:
    """Lines of interactions; `where` is what follows FROM … JOIN, the tables being i, c, t, p."""
    found = [_interaction_line(row) for row in db.rows((_INTERACTION + where, values))]
    return _with_documents(db, found)


def _interaction_line(row: tuple[Any, ...]) -> InteractionLine:
    return InteractionLine(
        id=row[0],
        reference=row[1],
        channel=Channel(row[2]),
        direction=Direction(row[3]),
        moment=from_milliseconds(row[4]),
        customer_id=row[5],
        customer=row[6],
        topic=row[7],
        nature=None if row[8] is None else Nature(row[8]),
        note=row[9],
        outcome=None if row[10] is None else Outcome(row[10]),
        person=row[11],
        rating=row[12],
        has_private_note=bool(row[13]),
        person_id=row[14],
        nickname=row[15] if row[15] != row[6] else "",
    )


def _with_documents(db: Database, found: list[InteractionLine]) -> list[InteractionLine]:
    ids = [line.id for line in found]
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT interaction_id, id, kind FROM document WHERE interaction_id IN ({marks})"
    of: dict[int, list[tuple[int, str]]] = {}
    for interaction_id, document_id, kind in db.rows((f"{sql} ORDER BY id", ids)):
        of.setdefault(interaction_id, []).append((document_id, kind))
    return [replace(i, documents=tuple(of[i.id])) if i.id in of else i for i in found]
