"""vCards 2.1, 3.0 and 4.0, in one file or mixed, as telephones and mail programs write them."""

from collections.abc import Iterator

from customerbook.exchange import vcard_values as values
from customerbook.exchange.bytes import Letters
from customerbook.exchange.dates import DateOrder
from customerbook.exchange.draft import address_from
from customerbook.exchange.labels import label
from customerbook.exchange.rows import LONGEST_FIELD, ReadRow, Row, nobody, not_understood
from customerbook.exchange.vcard_draft import CardDraft
from customerbook.exchange.vcard_lines import Card, Property, cards
from customerbook.exchange.vcard_properties import READERS
from customerbook.exchange.words import fold
from customerbook.model.texts import _

_ABOUT_THE_FILE = {"PRODID", "REV"}


def read_cards(letters: Letters, order: DateOrder) -> Iterator[Row]:
    """The customers of a file, one at a time; `order` is for dates that break the standard."""
    for card in cards(letters):
        if card.properties:
            try:
                row = read_card(card, order)
            except Exception as error:  # one odd card must not cost the others
                row = not_understood(card.line, error)
            yield row


def read_card(card: Card, order: DateOrder) -> Row:
    """One card as a customer; it is refused only if it has neither a name nor a way to reach."""
    draft = CardDraft(order)
    _look_ahead(draft, card.properties)
    others = []
    for found in card.properties:
        reader = READERS.get(found.head.name)
        if reader is not None and len(found.value) > LONGEST_FIELD:
            found = found._replace(value=draft.short(found.value, found.head.name))  # noqa: PLW2901
        if reader is None or not reader(draft, found):
            others.append(found)
    _take_formatted_addresses(draft, others)
    _settle_names(draft)
    _keep(draft, others)
    customer = draft.customer()
    if customer is None:
        return nobody(card.line)
    return ReadRow(card.line, customer, tuple(draft.left_over))


def _look_ahead(draft: CardDraft, properties: list[Property]) -> None:
    """Version and Apple's labels may stand behind the lines that they are about."""
    for head, value, _raw in properties:
        if head.name == "VERSION":
            draft.version = value.strip()
        elif head.group:
            if head.name == "X-ABLABEL":
                draft.labels[head.group] = label(values.text(value))
            elif head.name == "X-ABADR":
                draft.countries[head.group] = value.strip().upper()


def _take_formatted_addresses(draft: CardDraft, others: list[Property]) -> None:
    """An address in one piece repeats the one in parts; alone it is all there is."""
    if draft.addresses:
        others += draft.formatted
        return
    for found in draft.formatted:
        if whole := values.text(found.value):
            parts = {"street": draft.short(whole, "LABEL")}
            draft.addresses.append(address_from(parts, draft.label_of(found)))


def _settle_names(draft: CardDraft) -> None:
    """The formatted name is kept if it says more than the parts or the firm's name do."""
    if draft.organisation and draft.family == draft.organisation and not draft.given:
        draft.family = ""
    named = draft.given or draft.family or (draft.organised and draft.organisation)
    if not draft.full or not named or draft.full == f"{draft.given} {draft.family}":
        return
    person = f"{draft.prefix} {draft.given} {draft.additional} {draft.family} {draft.suffix}"
    firm = f"{draft.organisation} {draft.department} {draft.nickname}"
    if set(fold(draft.full).split()) - set(fold(person).split()) - set(fold(firm).split()):
        draft.kept.append("FN:" + values.escaped(draft.full))


def _keep(draft: CardDraft, others: list[Property]) -> None:
    """Keep properties without a field, word by word but unfolded, and say so."""
    names: dict[str, None] = {}
    for found in others:
        name = found.head.name
        if len(found.raw) > LONGEST_FIELD:
            sentence = _("“{name}” is larger than {n} characters and was left out.")
            draft.left_over.append(sentence.format(name=name, n=LONGEST_FIELD))
            continue
        nested = name == "AGENT" and "\n" in found.raw  # a card with bare commas and semicolons
        raw = values.escaped(found.raw) if nested else found.raw.replace("\n", "\\n")
        draft.kept.append(f"{found.head.text}:{raw}")
        if found.head.group in draft.labels:
            whose = draft.labels[found.head.group]
            draft.kept.append(f"{found.head.group}.X-ABLABEL:{values.escaped(whose)}")
        if name not in _ABOUT_THE_FILE:
            names[name] = None
    if names:
        sentence = _("Kept with the customer, although there is no field for it: {names}.")
        draft.left_over.append(sentence.format(names=", ".join(names)))
