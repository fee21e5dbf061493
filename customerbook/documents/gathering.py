"""Reads from the book what a document may show; private notes stay behind here."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from customerbook.documents.facts import (
    ConfirmationFacts,
    PrintedFollowUp,
    PrintedInteraction,
    SummaryFacts,
)
from customerbook.documents.options import Options, Period
from customerbook.model import clock
from customerbook.model.followup import FollowUp, FollowUpLine
from customerbook.model.interaction import InteractionLine

if TYPE_CHECKING:
    from customerbook.book.book import Book

_AT_ONCE = 200


def confirmation_facts(book: "Book", interaction_id: int, options: Options) -> ConfirmationFacts:
    """What the confirmation of an interaction says; NotFoundError if there is none."""
    shop = book.shop()
    line = book.interactions.line(interaction_id)
    interaction = book.interactions.get(interaction_id)
    customers = book.customers.several([line.customer_id]) if line.customer_id else []
    followups = book.followups.of_interaction(interaction_id)
    names = {person.id: person.name for person in book.people.all()}
    return ConfirmationFacts(
        shop=shop,
        interaction=_printed(line, shop.zone, interaction.duration),
        made=options.made or clock.today(shop.zone),
        customer=customers[0] if customers else None,
        promises=tuple(_told(f, names) for f in followups if f.promise),
    )


def summary_facts(book: "Book", customer_id: int, options: Options) -> SummaryFacts:
    """What the summary of a customer says; NotFoundError if there is none."""
    shop = book.shop()
    customer = book.customers.get(customer_id)
    names = {person.id: person.name for person in book.people.all()}
    period = options.period
    purchases = [
        p
        for p in book.purchases.of_customer(customer_id)
        if p.moment is None or period.holds(_on_the_wall(p.moment, shop.zone).date())
    ]
    return SummaryFacts(
        shop=shop,
        customer=customer,
        made=options.made or clock.today(shop.zone),
        responsible=names.get(customer.responsible_id or 0, ""),
        figures=book.customers.facts(customer_id),
        followups=tuple(map(_due, book.followups.for_customer(customer_id))),
        history=tuple(_history(book, customer_id, period, shop.zone)),
        purchases=tuple(purchases),
        period=period,
    )


def _history(
    book: "Book", customer_id: int, period: Period, zone: str
) -> Iterator[PrintedInteraction]:
    last: InteractionLine | None = None
    while lines := book.interactions.timeline(customer_id, _AT_ONCE, last):
        for line in lines:
            day = _on_the_wall(line.moment, zone).date()
            if period.first is not None and day < period.first:
                return
            if period.holds(day):
                yield _printed(line, zone)
        last = lines[-1]


def _printed(line: InteractionLine, zone: str, duration: int | None = None) -> PrintedInteraction:
    return PrintedInteraction(
        reference=line.reference,
        channel=line.channel,
        direction=line.direction,
        moment=_on_the_wall(line.moment, zone),
        duration=duration,
        topic=line.topic,
        nature=line.nature,
        note=line.note,
        outcome=line.outcome,
        person=line.person,
        rating=line.rating,
        caller="" if line.customer_id else line.customer,
    )


def _told(followup: FollowUp, names: dict[int, str]) -> PrintedFollowUp:
    return PrintedFollowUp(
        title=followup.title,
        kind=followup.kind,
        due_day=followup.due_day,
        due_time=followup.due_time,
        not_before=followup.not_before,
        state=followup.state,
        person=names.get(followup.person_id or 0, ""),
        promise=followup.promise,
    )


def _due(line: FollowUpLine) -> PrintedFollowUp:
    return PrintedFollowUp(
        title=line.title,
        kind=line.kind,
        due_day=line.due_day,
        due_time=line.due_time,
        not_before=line.not_before,
        state=line.state,
        person=line.person,
        promise=line.promise,
    )


def _on_the_wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(clock.time_zone(zone))
