"""The customer summary: everything about one customer before a visit."""

from collections.abc import Sequence

from customerbook.documents.block import Block, Gap, Stack
from customerbook.documents.colours import SOFT_INK
from customerbook.documents.facts import PrintedFollowUp, PrintedInteraction, SummaryFacts
from customerbook.documents.letterhead import SMALL, SMALL_END
from customerbook.documents.master import master_rows
from customerbook.documents.options import Options, Period, Printout
from customerbook.documents.page import one_at_a_time
from customerbook.documents.rows import Column, Row, Table
from customerbook.documents.sheet import HEADING, TITLE, Sheet, sheet_for
from customerbook.documents.text import Side, Style
from customerbook.documents.words import (
    channel_name,
    direction_name,
    followup_name,
    matter,
    money,
    outcome_name,
    written_date,
)
from customerbook.model.channel import Channel
from customerbook.model.customer import CustomerKind
from customerbook.model.purchase import Purchase
from customerbook.model.spoken import clock
from customerbook.model.texts import catalogue

CELL = Style(9.5, 14)
CELL_STRONG = Style(9.5, 14, strong=True)
CELL_SOFT = Style(8.5, 13, SOFT_INK)
CELL_PROSE = Style(9.5, 14, side=Side.OWN)
CELL_END = Style(9.5, 14, side=Side.END)
HEAD = Style(8.5, 12, SOFT_INK)
HEAD_END = Style(8.5, 12, SOFT_INK, side=Side.END)
_GUTTER = 12


@one_at_a_time
def draw_summary(facts: SummaryFacts, options: Options) -> Printout:
    """The summary as PDF, in the shop's language unless options say otherwise."""
    sheet = sheet_for(facts.shop, facts.shop.language, options)
    t = catalogue(sheet.language).gettext
    title = t("Summary: {customer}").format(customer=facts.customer.name)
    return sheet.printed(summary_story(facts, sheet), title=title, which=facts.customer.name)


def summary_story(facts: SummaryFacts, sheet: Sheet) -> list[Block]:
    """All that stands in a summary, from the letterhead on."""
    return [
        *sheet.opening(),
        _title(facts, sheet),
        Gap(12),
        *master_rows(facts.customer, facts.responsible, facts.figures, sheet),
        *_open(facts.followups, sheet),
        *_history(facts.history, facts.period, sheet),
        *_purchases(facts.purchases, sheet),
    ]


def _title(facts: SummaryFacts, sheet: Sheet) -> Block:
    t = catalogue(sheet.language).gettext
    customer = facts.customer
    second = [customer.title, customer.department]
    if customer.kind is CustomerKind.PERSON and customer.organisation != customer.name:
        second.append(customer.organisation)
    below = ", ".join(part for part in second if part)
    name = [sheet.text(t("Customer summary"), SMALL), sheet.text(customer.name, TITLE)]
    if below:
        name.append(sheet.text(below))
    day = written_date(facts.made, sheet.language)
    made = Stack([sheet.text(t("As of"), SMALL_END), sheet.text(day, SMALL_END)])
    wide = sheet.paper.column
    columns = (Column(0, 0.72 * wide), Column(0.76 * wide, 0.24 * wide))
    return Row([Stack(name), made], columns, rtl=sheet.case.rtl, pad=0, ruled=False)


def _open(followups: tuple[PrintedFollowUp, ...], sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    rows = []
    for followup in followups:
        when = written_date(followup.due_day, sheet.language) if followup.due_day else ""
        due = [sheet.text(when, CELL)]
        if followup.due_time:
            due.append(sheet.text(clock(followup.due_time), CELL_SOFT))
        what = followup.title.strip() or followup_name(followup.kind, sheet.language)
        kind = t("promised") if followup.promise else t("to follow up")
        rows.append(
            (
                Stack(due),
                Stack([sheet.text(what, CELL_STRONG), sheet.text(kind, CELL_SOFT)]),
                sheet.text(followup.person, CELL_END),
            )
        )
    heads = (t("Due"), t("What"), t("Who"))
    return _table(t("Open promises and follow-ups"), heads, rows, sheet)


def _history(history: tuple[PrintedInteraction, ...], period: Period, sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    rows = []
    for contact in history:
        when: list[Block] = []
        if contact.moment:
            when = [
                sheet.text(written_date(contact.moment.date(), sheet.language), CELL),
                sheet.text(clock(contact.moment.time()), CELL_SOFT),
            ]
        outcome = outcome_name(contact.outcome, sheet.language) if contact.outcome else ""
        rows.append((Stack(when), Stack(_contact(contact, sheet)), sheet.text(outcome, CELL_END)))
    heads = (t("When"), t("What"), t("Outcome"))
    return _table(_history_title(period, sheet.language), heads, rows, sheet)


def _contact(contact: PrintedInteraction, sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    kind = channel_name(contact.channel, sheet.language)
    if contact.channel not in (Channel.VISIT, Channel.MEETING):
        kind = f"{kind}, {direction_name(contact.direction, sheet.language)}"
    about = matter(contact.nature, contact.topic, sheet.language)
    first = t("{kind}. {matter}").format(kind=kind, matter=about) if about else kind
    rating = t("rated {rating} of 5").format(rating=contact.rating) if contact.rating else ""
    facts = ", ".join(fact for fact in (contact.reference, contact.person, rating) if fact)
    note = contact.note.strip()
    blocks = [sheet.text(first, CELL_STRONG)]
    blocks += [sheet.text(note, CELL_PROSE)] if note else []
    blocks += [sheet.text(facts, CELL_SOFT)] if facts else []
    return list(blocks)


def _history_title(period: Period, language: str) -> str:
    t = catalogue(language).gettext
    first = written_date(period.first, language) if period.first else ""
    last = written_date(period.last, language) if period.last else ""
    if first and last:
        return t("History from {first} to {last}").format(first=first, last=last)
    if first:
        return t("History since {first}").format(first=first)
    if last:
        return t("History until {last}").format(last=last)
    return t("History")


def _purchases(purchases: tuple[Purchase, ...], sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    rows = []
    for purchase in purchases:
        when = written_date(purchase.moment.date(), sheet.language) if purchase.moment else ""
        lines: list[Block] = [
            sheet.text(
                line.text
                if line.quantity == 1
                else t("{quantity} × {article}").format(quantity=line.quantity, article=line.text),
                CELL,
            )
            for line in purchase.lines
        ]
        facts = ", ".join(fact for fact in (purchase.number, purchase.source) if fact)
        lines += [sheet.text(facts, CELL_SOFT)] if facts else []
        total = money(purchase.total, purchase.currency, sheet.language)
        rows.append((sheet.text(when, CELL), Stack(lines), sheet.text(total, CELL_END)))
    return _table(t("Purchases"), (t("Date"), t("What"), t("Total")), rows, sheet)


def _table(
    title: str,
    heads: tuple[str, str, str],
    rows: Sequence[tuple[Block, Block, Block]],
    sheet: Sheet,
) -> list[Block]:
    """A heading and its table; nothing at all without rows."""
    if not rows:
        return []
    columns = _columns(sheet.paper.column)
    named = Stack([Gap(18), sheet.text(title, HEADING), Gap(6)])
    named.stays_with_next = True
    when, what, end = heads
    cells = (sheet.text(when, HEAD), sheet.text(what, HEAD), sheet.text(end, HEAD_END))
    head = Row(cells, columns, rtl=sheet.case.rtl, pad=3, ruled=False)
    body = [Row(row, columns, rtl=sheet.case.rtl, pad=5) for row in rows]
    return [named, Table(head, body)]


def _columns(width: float) -> tuple[Column, Column, Column]:
    when = min(96.0, 0.24 * width)
    end = 0.19 * width
    return (
        Column(0, when),
        Column(when + _GUTTER, width - when - end - 2 * _GUTTER),
        Column(width - end, end),
    )
