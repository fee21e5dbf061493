"""Moments typed on the command line, in the zone, the language and the order of the shop."""

from datetime import date

from customerbook.book.book import Book
from customerbook.model import clock
from customerbook.model.country import month_first
from customerbook.model.errors import NotAMomentError
from customerbook.model.texts import _
from customerbook.model.when import When, parse_when


def read_when(book: Book, text: str) -> When:
    """The moment that words such as "fri 14:00" name; NotAMomentError if they name none."""
    shop = book.shop()
    try:
        return parse_when(
            text,
            clock.local_now(shop.zone),
            language=shop.language,
            month_first=month_first(shop.country),
        )
    except NotAMomentError as error:
        told = _("“{text}”: {reason}").format(text=text, reason=error)
        raise NotAMomentError(told, error.field) from error


def read_day(book: Book, text: str) -> date:
    """The day that words name."""
    return read_when(book, text).day


def has_passed(book: Book, when: When) -> bool:
    """Whether the moment lies in the past; a day without a time lasts until its end."""
    now = clock.local_now(book.shop().zone)
    if when.day != now.date() or when.time is None:
        return when.day < now.date()
    return when.time < now.time()
