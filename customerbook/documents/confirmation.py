"""The confirmation: a copy of one contact for the customer's hands."""

from reportlab.lib.units import mm

from customerbook.documents.agreement import (
    due_sentence,
    next_step,
    questions,
    standing_promises,
)
from customerbook.documents.block import Block, Gap
from customerbook.documents.closing import Closing
from customerbook.documents.facts import ConfirmationFacts, PrintedInteraction
from customerbook.documents.letterhead import SMALL_END, AddressBlock
from customerbook.documents.options import Options, Printout
from customerbook.documents.page import one_at_a_time
from customerbook.documents.postal import recipient_lines
from customerbook.documents.rows import Box
from customerbook.documents.sheet import HEADING, PROSE, TITLE, Sheet, sheet_for
from customerbook.documents.text import Side, Style, Text
from customerbook.documents.words import matter, written_date, written_day
from customerbook.model.channel import Channel, Direction
from customerbook.model.spoken import clock
from customerbook.model.texts import catalogue

_NUMBER = Style(16, 20, strong=True, side=Side.END, tracking=0.5)


@one_at_a_time
def draw_confirmation(facts: ConfirmationFacts, options: Options) -> Printout:
    """The confirmation as PDF; what is not known is left out."""
    language = facts.customer.language if facts.customer else ""
    sheet = sheet_for(facts.shop, language, options)
    title = confirmation_title(facts.interaction, sheet.language)
    caller = facts.interaction.caller
    recipient = recipient_lines(facts.customer, facts.shop.country)
    if facts.customer is None and any(map(str.isalpha, caller)):  # a number is no one to write to
        recipient = [caller]
    story: list[Block] = [
        *sheet.opening(),
        AddressBlock(facts.shop, recipient, _reference(facts, sheet), sheet.case),
        sheet.text(title, TITLE),
        Gap(5.1 * mm),
        *_rows(facts, sheet),
        *_closing(facts, sheet),
    ]
    reference = facts.interaction.reference
    return sheet.printed(story, title=f"{title} {reference}".strip(), which=reference)


def confirmation_title(interaction: PrintedInteraction, language: str) -> str:
    """What the document is called, by the kind of contact."""
    t = catalogue(language).gettext
    inbound = interaction.direction is Direction.INBOUND
    return {
        Channel.VISIT: t("Confirmation of your visit")
        if inbound
        else t("Confirmation of our visit"),
        Channel.CALL: t("Confirmation of your call") if inbound else t("Confirmation of our call"),
        Channel.EMAIL: t("Confirmation of your email")
        if inbound
        else t("Confirmation of our email"),
        Channel.LETTER: t("Confirmation of your letter")
        if inbound
        else t("Confirmation of our letter"),
        Channel.MESSAGE: t("Confirmation of your message")
        if inbound
        else t("Confirmation of our message"),
        Channel.MEETING: t("Confirmation of our meeting"),
    }[interaction.channel]


def _reference(facts: ConfirmationFacts, sheet: Sheet) -> list[Text]:
    t = catalogue(sheet.language).gettext
    day = sheet.text(written_date(facts.made, sheet.language), SMALL_END)
    if not facts.interaction.reference:
        return [day]
    number = sheet.text(facts.interaction.reference, _NUMBER)
    return [sheet.text(t("Number"), SMALL_END), number, day]


def _rows(facts: ConfirmationFacts, sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    contact = facts.interaction
    topic = matter(contact.nature, contact.topic, sheet.language)
    step = next_step(facts, sheet.language)
    ask = questions(facts.shop, contact.reference, sheet.language)
    rows = [
        sheet.labelled(t("When and how"), sheet.text(_when_and_how(contact, sheet.language))),
        contact.person and sheet.labelled(t("Served by"), sheet.text(contact.person)),
        topic and sheet.labelled(t("Matter"), sheet.text(topic)),
        contact.note.strip()
        and sheet.labelled(t("What we discussed"), sheet.text(contact.note.strip(), PROSE)),
        standing_promises(facts)
        and sheet.labelled(t("What we agreed"), _agreed(facts, sheet), drop=4),
        step and sheet.labelled(t("Next step"), sheet.text(step)),
        ask and sheet.labelled(t("Your questions"), sheet.text(ask)),
    ]
    found = [row for row in rows if row]
    found[-1].stays_with_next = True
    return list(found)


def _agreed(facts: ConfirmationFacts, sheet: Sheet) -> Box:
    lines: list[Block] = []
    for promise in standing_promises(facts):
        if lines:
            lines.append(Gap(6))
        if promise.title.strip():
            lines.append(sheet.text(promise.title.strip(), HEADING))
        due = due_sentence(promise, sheet.language)
        if due:
            lines.append(sheet.text(due))
    return Box(lines)


def _when_and_how(contact: PrintedInteraction, language: str) -> str:
    t = catalogue(language).gettext
    how = _how(contact, language)
    if contact.moment is None:
        return how[:1].upper() + how[1:]
    words = t("{day}, {time}, {how}").format(
        day=written_day(contact.moment.date(), language),
        time=clock(contact.moment.time()),
        how=how,
    )
    minutes = round((contact.duration or 0) / 60)
    if minutes and contact.channel in (Channel.CALL, Channel.MEETING):
        n = catalogue(language).ngettext
        words += n(" ({n} minute)", " ({n} minutes)", minutes).format(n=minutes)
    return words


def _how(contact: PrintedInteraction, language: str) -> str:
    t = catalogue(language).gettext
    inbound = contact.direction is Direction.INBOUND
    return {
        Channel.VISIT: t("in our shop") if inbound else t("at your place"),
        Channel.CALL: t("by phone, you called us") if inbound else t("by phone, we called you"),
        Channel.EMAIL: t("by email, you wrote to us")
        if inbound
        else t("by email, we wrote to you"),
        Channel.LETTER: t("by letter, you wrote to us")
        if inbound
        else t("by letter, we wrote to you"),
        Channel.MESSAGE: t("by message, you wrote to us")
        if inbound
        else t("by message, we wrote to you"),
        Channel.MEETING: t("in a meeting"),
    }[contact.channel]


def _closing(facts: ConfirmationFacts, sheet: Sheet) -> list[Block]:
    t = catalogue(sheet.language).gettext
    code = facts.interaction.reference if sheet.options.qr else ""
    if not (code or sheet.options.signature):
        return []
    customer = t("Signature of the customer")
    if facts.shop.town:
        customer = t("{town}, signature of the customer").format(town=facts.shop.town)
    signatures = (customer, facts.shop.name) if sheet.options.signature else ()
    return [Closing(signatures, code, sheet.case)]
