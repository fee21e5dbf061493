"""What the index was asked for and what customers are found by, kept from one key to the next."""

from array import array
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import islice

from customerbook.store import search_index
from customerbook.store.rows import Database
from customerbook.store.search_index import Question
from customerbook.store.search_texts import Texts

_MOST_TEXTS = 2000
"""Customers whose texts are kept, half a kilobyte each: those asked for last."""
_MOST_ANSWERS = 64
"""Questions to the index whose answers are kept."""
_ASKED = 300
"""Customers of whose numbers it is counted how often some digits come."""
_PART = 4
"""Digits in a row, which the index finds as two runs of three."""


class TextMemory:
    """Kept by the thread that has the database, and forgotten as customers are written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._texts: dict[int, Texts] = {}
        self._answers: dict[tuple[Question, int], array[int]] = {}

    def clear(self) -> None:
        """Read everything again."""
        self._texts.clear()
        self._answers.clear()

    def forget(self, customer_id: int) -> None:
        """A customer was written or taken out: found by something else, or by nothing."""
        self._texts.pop(customer_id, None)
        self._answers.clear()

    def answers(self, question: Question, count: int) -> "array[int]":
        """The first customers who answer to a question, by id.

        Of a search of several words all questions but those of the last word come again with the
        next key.
        """
        key = question, count
        found = self._answers.pop(key, None)
        if found is None:
            found = array("i", search_index.answers(self._db, question, count=count))
        self._answers[key] = found  # the last one is the one asked for last
        if len(self._answers) > _MOST_ANSWERS:
            del self._answers[next(iter(self._answers))]
        return found

    def of(self, ids: Sequence[int]) -> dict[int, Texts]:
        """What customers are found by, at most 1,000 of them; those who are gone are left out."""
        kept = self._texts
        found = {i: kept.pop(i) for i in ids if i in kept}
        if len(found) < len(ids):
            found |= search_index.texts(self._db, [i for i in ids if i not in found])
        kept |= found  # behind those that were asked for before
        for i in list(islice(kept, max(0, len(kept) - _MOST_TEXTS))):
            del kept[i]
        return found

    def unread(self, ids: Iterable[int]) -> int:
        """Of how many customers the texts would have to be read."""
        return sum(i not in self._texts for i in ids)

    def rarest_digits(self, number: str) -> list[str]:
        """The parts of a number that few numbers have, as far as those known tell."""
        known = " ".join(ends for *_, ends in islice(self._texts.values(), _ASKED))
        parts = [number[at : at + _PART] for at in range(len(number) - _PART, -1, -1)]
        return nsmallest(2, parts, key=lambda part: known.count(part[::-1]))
