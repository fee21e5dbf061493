"""A customer's card in the terminal."""

from collections.abc import Iterator, Sequence

from customerbook.book.book import Book
from customerbook.cli.output import print_table, say
from customerbook.cli.words import day_words, due_marks, on_the_wall, said
from customerbook.model import clock
from customerbook.model.clock import time_zone
from customerbook.model.customer import Address, Customer, CustomerDate, CustomerKind
from customerbook.model.interaction import InteractionLine
from customerbook.model.spoken import interval_words
from customerbook.model.texts import _, ngettext


def print_card(book: Book, customer: Customer, lines: Sequence[InteractionLine]) -> None:
    """Warnings first, then what is known, what is open, and the newest contacts."""
    say(_("{name}  (No. {number})").format(name=customer.name, number=customer.id))
    for line in (*_titles(customer), *_warnings(book, customer)):
        say(line)
    say()
    print_table(("", ""), _known(book, customer))
    _print_open(book, customer)
    _print_timeline(book, customer, lines)


def _titles(customer: Customer) -> Iterator[str]:
    employer = customer.organisation if customer.kind is CustomerKind.PERSON else ""
    parts = [customer.nickname, customer.title, customer.department, employer]
    if line := ", ".join(part for part in parts if part and part != customer.name):
        yield line
    if customer.tags:
        yield " ".join(f"[{tag}]" for tag in customer.tags)


def _warnings(book: Book, customer: Customer) -> Iterator[str]:
    for forbidden in customer.forbidden:
        since = f" ({forbidden.since})" if forbidden.since else ""
        line = _("! No contact by {channel}.").format(channel=said(forbidden.channel))
        yield f"{line} {forbidden.advice}".rstrip() + since
    for case in book.cases.open_of(customer.id):
        pattern = _("! Open complaint: {title}") if case.complaint else _("Open case: {title}")
        yield pattern.format(title=case.title)


def _known(book: Book, customer: Customer) -> Iterator[tuple[str, str]]:
    for note in sorted(customer.notes, key=lambda note: not note.pinned):
        yield _("Note"), note.text
    for method in customer.methods:
        label = ", ".join(
            part for part in (method.label, _("preferred") if method.preferred else "") if part
        )
        yield method.kind.value, method.value + (f" ({label})" if label else "")
    for address in customer.addresses:
        yield _("Address"), _address(address)
    for date in customer.dates:
        yield date.label or date.kind.value, _date(date)
    for field in customer.fields:
        yield field.name, field.value
    for consent in customer.consents:
        yield consent.purpose, (_("yes") if consent.given else _("no"))
    facts, zone = book.customers.facts(customer.id), time_zone(book.shop().zone)
    if facts.since:
        yield _("Customer since"), facts.since.isoformat()
    if facts.last_contact:
        contacts = ngettext("{n} contact", "{n} contacts", facts.contacts).format(n=facts.contacts)
        last = _("the last on {moment}").format(moment=on_the_wall(facts.last_contact, zone))
        yield _("Contacts"), f"{contacts}, {last}"
    if facts.usual_interval_days:
        yield _("Usual interval"), interval_words(facts.usual_interval_days)
    if facts.rating is not None:
        yield _("Rating"), f"{facts.rating:.1f} ({facts.ratings})"
    for currency, total in facts.purchases:
        yield _("Purchases"), f"{currency} {total / 100:,.2f}"


def _address(address: Address) -> str:
    town = f"{address.postcode} {address.town}".strip()
    parts = [address.street, address.extended, address.post_box, town, address.country]
    return ", ".join(part for part in parts if part)


def _date(date: CustomerDate) -> str:
    return f"{date.year or '----'}-{date.month:02}-{date.day:02}"


def _print_open(book: Book, customer: Customer) -> None:
    lines = book.followups.for_customer(customer.id)
    if not lines:
        return
    say()
    say(_("Open"))
    now = clock.now()
    print_table(
        (_("No."), _("Due"), "", _("What")),
        [
            (
                str(line.id),
                day_words(line.due_day, line.due_time, line.not_before),
                due_marks(line, now),
                line.title,
            )
            for line in lines
        ],
    )


def _print_timeline(book: Book, customer: Customer, lines: Sequence[InteractionLine]) -> None:
    if not lines:
        return
    zone = time_zone(book.shop().zone)
    say()
    say(_("Contacts, the newest first"))
    for line in lines:
        what = ", ".join(part for part in (line.topic, said(line.nature)) if part)
        facts = [
            on_the_wall(line.moment, zone),
            f"{said(line.channel)} {said(line.direction)}",
            line.reference,
            what,
            said(line.outcome),
            line.person,
        ]
        say(" · ".join(fact for fact in facts if fact))
        notes = line.note.splitlines()
        if line.has_private_note:
            notes.append(_("(with a private note: see --json)"))
        print_table(("", ""), [("    ", text) for text in notes])
    hidden = book.customers.facts(customer.id).contacts - len(lines)
    if hidden > 0:
        earlier = ngettext("{n} earlier contact", "{n} earlier contacts", hidden)
        say(earlier.format(n=hidden) + " " + _("(--json shows all)"))
