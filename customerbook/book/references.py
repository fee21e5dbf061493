"""Numbers that people read out: `2026-00042`, counted anew each year in the shop's time."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from customerbook.book.writing import take

if TYPE_CHECKING:
    from customerbook.book.book import Book


def next_reference(book: "Book", moment: datetime, letter: str = "") -> str:
    """The next reference of the year of this moment; `letter` tells other series apart."""
    year = moment.astimezone(ZoneInfo(book.shop().zone)).year
    return f"{letter}{year}-{take(book, f'reference {letter}{year}'):05}"
