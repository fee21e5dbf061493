"""Reading the timeline of a customer bit by bit: contacts and purchases, newest first."""

from typing import Final, Literal

from customerbook.book.book import Book
from customerbook.model.channel import Channel
from customerbook.model.interaction import InteractionLine
from customerbook.model.purchase import Purchase

Filter = Literal["everything", "talks", "mail", "purchases", "case"]
Entry = InteractionLine | Purchase

AT_ONCE: Final = 50
CHANNELS: Final[dict[Filter, tuple[Channel, ...]]] = {
    "everything": (),
    "talks": (Channel.CALL, Channel.VISIT, Channel.MEETING),
    "mail": (Channel.EMAIL, Channel.LETTER, Channel.MESSAGE),
    "purchases": (),
    "case": (),
}


class TimelineReading:
    """Gives the entries of one customer, 50 at a time; `complete` once there are no more.

    `case_id` goes with the filter `case`.
    """

    def __init__(
        self,
        book: Book,
        customer_id: int,
        purchases: tuple[Purchase, ...] = (),
        what: Filter = "everything",
        case_id: int | None = None,
    ) -> None:
        self._book, self._customer_id, self._what = book, customer_id, what
        self._purchases = list(purchases) if what in ("everything", "purchases") else []
        self._case_id = case_id if what == "case" else None
        self._last: InteractionLine | None = None
        self._talked = what != "purchases"
        self.complete = False

    def more(self) -> list[Entry]:
        """The entries that come next."""
        if self.complete:
            return []
        lines = self._lines()
        entries = self._mixed(lines)
        self.complete = not self._talked and not self._purchases
        return entries

    def _lines(self) -> list[InteractionLine]:
        if not self._talked:
            return []
        lines = self._book.interactions.timeline(
            self._customer_id, AT_ONCE, self._last, CHANNELS[self._what], self._case_id
        )
        self._last = lines[-1] if lines else self._last
        self._talked = len(lines) == AT_ONCE
        return lines

    def _mixed(self, lines: list[InteractionLine]) -> list[Entry]:
        """Contacts with the purchases made between them; rows are as new as those before."""
        if self._talked and self._last is not None:
            upto = self._last.moment
            count = sum(1 for p in self._purchases if p.moment is None or p.moment >= upto)
        else:
            count = AT_ONCE if not lines else len(self._purchases)
        bought, self._purchases = self._purchases[:count], self._purchases[count:]
        entries: list[Entry] = []
        for line in lines:
            while bought and (bought[0].moment is None or bought[0].moment > line.moment):
                entries.append(bought.pop(0))
            entries.append(line)
        return entries + bought
