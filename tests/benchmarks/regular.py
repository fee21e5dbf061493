"""A customer with 500 contacts, for a card that is as full as a shop of many years has them."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from customerbook.book.book import Book
from customerbook.model.channel import Channel
from customerbook.model.interaction import Interaction, Outcome

CONTACTS: Final = 500
_COUNTED = (
    "SELECT customer_id, count(*) AS many FROM interaction WHERE customer_id IS NOT NULL "
    "GROUP BY customer_id ORDER BY many >= ? DESC, abs(many - ?) LIMIT 1"
)
_NOTE: Final = (
    "Chain, cassette and both brake pads replaced; the rear wheel was trued again because the "
    "spoke tension had become uneven. Explained how to look after the chain in winter. Comes "
    "by on Friday after work, wants to be called before if it takes any longer than that."
)
_CHANNELS: Final = (Channel.VISIT, Channel.CALL, Channel.EMAIL, Channel.CALL, Channel.VISIT)
_OUTCOMES: Final = (Outcome.RESOLVED, Outcome.INFORMATION, Outcome.NO_ANSWER)


def regular(book: Book) -> int:
    """Id of a customer with `CONTACTS` contacts or little more, who is given them if need be."""
    found = book.db.rows((_COUNTED, [CONTACTS, CONTACTS]))[0]
    customer_id, many = int(found[0]), int(found[1])
    kept = book.interactions.timeline(customer_id, many)
    for number in range(CONTACTS - many):
        before = kept[number % len(kept)].moment - timedelta(days=1 + number)
        made = Interaction(customer_id=customer_id, channel=_CHANNELS[number % 5], moment=before)
        words = _NOTE[: 30 + 37 * (number % 7)]
        book.interactions.log(replace(made, note=words, outcome=_OUTCOMES[number % 3]))
    return customer_id
