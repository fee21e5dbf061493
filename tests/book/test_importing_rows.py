"""What an import says of each row before anything is written."""

from dataclasses import dataclass

from customerbook.book import importing
from customerbook.book.book import Book
from customerbook.model.customer import Customer
from customerbook.model.errors import UnreadableRowError
from tests.books import added, someone


@dataclass(frozen=True)
class Row:
    line: int
    customer: Customer
    left_over: tuple[str, ...] = ()


def test_each_row_is_told_what_becomes_of_it(book: Book) -> None:
    known = added(book, someone("Oliver Müller", "0171 3920014"))
    rows: list[Row | UnreadableRowError] = [
        Row(2, someone("Birna Þórsdóttir", "0171 3920044")),
        Row(3, someone("Oliver Müller", "0171 3920014", emails=("oliver@example.org",))),
        Row(4, someone("Oliver Müller", "0171 3920014")),
        Row(5, someone("Birna Þórsdóttir", "0171 3920044")),
        UnreadableRowError(6, "Nothing stands here."),
        Row(7, Customer()),
    ]
    plan = importing.plan(book, rows)
    assert [(row.line, row.fate) for row in plan.placed] == [
        (2, "new"),
        (3, "filled"),
        (4, "same"),
        (5, "same"),
    ]
    assert plan.placed[1].customer.emails == ("oliver@example.org",)
    assert [refused.line for refused in plan.refused] == [6, 7]
    assert [before.id for before, _after in plan.changed] == [known.id]
    assert len(plan.placed) + len(plan.refused) == plan.read
