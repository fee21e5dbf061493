"""Whom a search found: who they are at once, what their rows show as they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from customerbook.book import highlight, lines
from customerbook.model.customer import CustomerLine, Hit
from customerbook.model.query import Query

if TYPE_CHECKING:
    from customerbook.book.book import Book

_NOTHING = Query()
_DETAILS = (
    "SELECT customer_id, value FROM method WHERE customer_id IN ({marks})",
    "SELECT customer_id, town FROM address WHERE customer_id IN ({marks})",
    "SELECT customer_id, street FROM address WHERE customer_id IN ({marks})",
    "SELECT id, organisation FROM customer WHERE id IN ({marks})",
    "SELECT id, nickname FROM customer WHERE id IN ({marks})",
    "SELECT customer_id, tag FROM tag WHERE customer_id IN ({marks})",
    "SELECT customer_id, value FROM field WHERE customer_id IN ({marks})",
)
"""What a second line could show: ways to reach, places, tags, fields."""


@dataclass
class Found:
    """Ids of customers, best first.

    `query` is what they have; `notes` the row of the note for those of whom only a note has it;
    `similar` those who were found in spite of a typing error, with the words they were found by.
    """

    book: "Book"
    ids: list[int]
    query: Query = _NOTHING
    notes: dict[int, int] = field(default_factory=dict)
    similar: frozenset[int] = frozenset()
    meant: Query = _NOTHING

    def hits(self, first: int = 0, count: int | None = None) -> list[Hit]:
        """Lines of these customers with what matched, without any who are gone by now."""
        some = self.ids[first:] if count is None else self.ids[first : first + count]
        with self.book.db.reading():
            alike = [i for i in some if i in self.similar]
            found = self._hits([i for i in some if i not in self.similar], self.query)
            return found + [replace(hit, similar=True) for hit in self._hits(alike, self.meant)]

    def _hits(self, ids: list[int], query: Query) -> list[Hit]:
        found = lines.customer_lines(self.book.db, ids)
        usual = {line.id: _reached_by(line) for line in found}
        told = self._told([line for line in found if _is_silent(line, usual[line.id], query)])
        hits = []
        for line in found:
            detail = usual[line.id]
            if line.id in told:
                best = max(
                    (detail, *told[line.id]), key=lambda text: highlight.matched(text, query)
                )
                detail = best if best == detail else highlight.excerpt(best, query)
            marked = highlight.spans(line.name, query), highlight.spans(detail, query)
            hits.append(Hit(line, detail, *marked))
        return hits

    def _told(self, wanting: Sequence[CustomerLine]) -> dict[int, list[str]]:
        """What else the second lines could show: details, and of notes those that matched."""
        if not wanting:
            return {}
        db, ids = self.book.db, [line.id for line in wanting]
        found: dict[int, list[str]] = {i: [] for i in ids}
        for sql in _DETAILS:
            for customer_id, value in db.rows((sql.format(marks=", ".join("?" * len(ids))), ids)):
                if value:
                    found[customer_id].append(value)
        for customer_id, row in ((i, self.notes[i]) for i in ids if i in self.notes):
            sql = (
                "SELECT note FROM interaction WHERE id = ?"
                if row > 0
                else "SELECT text FROM note WHERE customer_id = -?"
            )
            found[customer_id] += [text for (text,) in db.rows((sql, [row]))]
        return found


def _is_silent(line: CustomerLine, usual: str, query: Query) -> bool:
    """Whether name and usual second line do not tell all that was typed."""
    return highlight.matched(f"{line.name} {usual}", query) < highlight.parts(query)


def _reached_by(line: CustomerLine) -> str:
    parts = (line.phone or line.email, line.town)
    return " · ".join(part for part in parts if part) or line.organisation
