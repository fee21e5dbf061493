"""The rows of a file as the table shows them, by what becomes of them."""

from dataclasses import dataclass

from customerbook.book.importing import Plan
from customerbook.gui.exchange.words import fate_words
from customerbook.model.customer import Customer
from customerbook.model.texts import _


@dataclass(frozen=True)
class FileRow:
    """A row of the file: a customer, or a sentence about it."""

    kind: str
    line: int
    customer: Customer | None = None
    sentence: str = ""

    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        who = self.customer
        if who is None:
            return ()
        return (
            who.name,
            who.organisation if who.organisation != who.name else "",
            next(iter(who.phones), ""),
            next(iter(who.emails), ""),
            next(iter(who.towns), ""),
        )

    def words(self) -> str:
        """The sentence with its row."""
        return _("Row {line}: {reason}").format(line=self.line, reason=self.sentence)

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        if self.customer is None:
            return f"{fate_words(self.kind)}, {self.words()}"
        cells = ", ".join(cell for cell in self.cells() if cell)
        return f"{fate_words(self.kind)}, {cells}"


def rows_of(plan: Plan) -> dict[str, list[FileRow]]:
    """All rows of a plan by their kind, `all` in the order of the file."""
    placed = [FileRow(row.fate, row.line, row.customer) for row in plan.placed]
    refused = [FileRow("refused", one.line, sentence=one.reason) for one in plan.refused]
    remarks = [FileRow("remark", one.line, sentence=one.reason) for one in plan.left_over]
    kinds = ("new", "filled", "same")
    found = {kind: [row for row in placed if row.kind == kind] for kind in kinds}
    found["all"] = sorted([*placed, *refused], key=lambda row: row.line)
    return {**found, "refused": refused, "remark": remarks}
