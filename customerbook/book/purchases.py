"""Purchases: orders taken over from the till or the web shop."""

from collections.abc import Sequence

from customerbook.book.noun import Noun
from customerbook.model.change import Change
from customerbook.model.purchase import Purchase
from customerbook.model.rights import Right


class Purchases(Noun[Purchase]):
    """Operations on purchases."""

    kind = "purchase"

    def add_all(self, purchases: Sequence[Purchase]) -> Change:
        """Put purchases into the book, in one change."""
        with self._book.operation("purchase.add", Right.IMPORT) as op:
            op.subject = str(len(purchases))
            for purchase in purchases:
                op.add(purchase)
        return op.change

    def of_customer(self, customer_id: int) -> list[Purchase]:
        """Purchases of a customer, newest first."""
        sql = "SELECT id FROM purchase WHERE customer_id = ? ORDER BY moment DESC, id DESC"
        return self.several(self._ids(sql, customer_id))
