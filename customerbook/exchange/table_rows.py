"""The rows of a table as customers, once it is known what the columns mean."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from customerbook.exchange.cells import Column, Put, RowDraft, put_for, settle
from customerbook.exchange.csv_table import Record, Table
from customerbook.exchange.dates import DateOrder
from customerbook.exchange.rows import LONGEST_FIELD, ReadRow, Row, nobody, not_understood
from customerbook.exchange.words import fold
from customerbook.model.texts import _

Together = Callable[[RowDraft, Sequence[str]], None]
"""Takes several cells of a row that belong together, such as a label and its number."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is taken: each column for itself, and some cells together."""

    columns: tuple[Column, ...]
    together: tuple[Together, ...] = ()
    date_places: tuple[int, ...] = ()

    def dates(self, table: Table) -> Iterator[str]:
        """All that stands in columns of dates, for the order of day and month."""
        if not self.date_places:
            return
        for _line, cells in table.rows():
            for place in self.date_places:
                if place < len(cells) and (cell := cells[place].strip(" '")):
                    yield cell


def plan_of(columns: Sequence[Column], together: Sequence[Together] = ()) -> Plan:
    """A plan that looks for dates in the columns that hold them."""
    places = [place for place, one in enumerate(columns) if one.meaning.field in {"date", "since"}]
    return Plan(tuple(columns), tuple(together), tuple(places))


def column_name(header: str, place: int) -> str:
    """What a column is called; one without a header is called by its place."""
    return header.strip() or _("Column {n}").format(n=place + 1)


def read_rows(table: Table, plan: Plan, order: DateOrder) -> Iterator[Row]:
    """The customers of a table, one at a time."""
    puts = [put_for(column) for column in plan.columns]
    for record in table.rows():
        try:
            row = read_row(record, plan, puts, order)
        except Exception as error:  # one odd row must not cost the others
            row = not_understood(record[0], error)
        yield row


def read_row(record: Record, plan: Plan, puts: Sequence[Put | None], order: DateOrder) -> Row:
    """One row as a customer; refused if it has neither a name nor a way to reach anyone."""
    line, cells = record
    draft = RowDraft(order)
    for place, cell in enumerate(cells):
        if not cell or not (text := cell.strip()):
            continue
        beyond = place >= len(puts)
        if len(text) > LONGEST_FIELD:
            name = column_name("" if beyond else plan.columns[place].header, place)
            cells[place] = text = draft.short(text, name)
        if beyond:
            draft.field(column_name("", place), text)
        elif put := puts[place]:
            put(draft, text)
    for take in plan.together:
        take(draft, cells)
    settle(draft)
    return _finished(line, draft)


def _finished(line: int, draft: RowDraft) -> Row:
    customer = draft.customer()
    if customer is None:
        return nobody(line)
    if any(name != customer.name for _header, name in draft.said_again):
        own = (customer.prefix, customer.name, customer.organisation, customer.nickname)
        known = set(fold(" ".join(own)).split())
        for header, name in draft.said_again:
            if set(fold(name).split()) - known:
                draft.field(header, name)
        customer = draft.customer() or customer
    return ReadRow(line, customer, tuple(draft.left_over))
