"""The latest of those who match: who was here last comes first among equals.

Where few match, all of them are fetched. Where most of the book does, those who were here last are
looked at one by one until there are enough. Both ways find the same. To read what a customer is
found by takes many times as long as to fetch an id from the index, so how many texts are read is
limited everywhere by what the index would take.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING

from customerbook.book.ranks import Rank
from customerbook.store import search_index
from customerbook.store.search_index import Question

if TYPE_CHECKING:
    from customerbook.book.book import Book

_FEW = 1000
"""So many are fetched in any case; from them it is told how many there would be."""
_FIRST_LOOK, _LONGEST_LOOK = 32, 512
"""Customers whose texts are looked at at once."""
_LOOK = 50
"""Times as long as fetching an id it takes to read the texts of a customer."""
_WITHIN = 64
"""Texts that are rather read than that the index is asked once more."""
_LONG_NUMBER = 6
"""Digits from which it takes the index long to find a number."""


Allowed = Callable[[int], bool]
"""Whether a customer may be found."""


class Latest:
    """One search of a book."""

    def __init__(self, book: "Book") -> None:
        self._book, self._memory = book, book.memory

    def of(self, rank: Rank, count: int, allowed: Allowed) -> list[int]:
        """The `count` latest of a rank that are allowed."""
        few = self._few(rank)
        if few is None:
            walked = self._walked(rank, count, allowed)
            if walked is not None:
                return walked
            few = min(rank.questions, key=self._estimated)
        candidates = [i for i in self._all(few) if allowed(i)]
        others = [question for question in rank.questions if question != few]
        if not others:
            return self._memory.most_recent(candidates, count)
        ordered = self._memory.most_recent(candidates, len(candidates))
        found, all_looked_at = self._look(rank, ordered, count, self._most(rank, few, ordered))
        if len(found) == count or all_looked_at:
            return found
        alike = set(ordered).intersection(*map(self._all, others))
        return [i for i in ordered if i in alike][:count]

    def _few(self, rank: Rank) -> Question | None:
        """A question to which all of the rank answer, and not many beside them."""
        questions = (*rank.within, *self._part_of_number(rank), *rank.questions)
        few = (one for one in questions if len(self._begun(one)) < _FEW)
        if len(rank.questions) == 1:
            return next(few, None)  # the others take as long as this one, if not longer
        return min(few, key=lambda one: len(self._begun(one)), default=None)

    def _most(self, rank: Rank, few: Question, ids: Sequence[int]) -> float:
        """How many texts may be read to find out who of those few answer to the other questions."""
        if few not in rank.questions or self._memory.texts.unread(ids) <= _WITHIN:
            return _WITHIN
        return sum(self._estimated(other) for other in rank.questions if other != few) / _LOOK

    def _part_of_number(self, rank: Rank) -> Iterable[Question]:
        """Of a long number the parts that few numbers have, found in a tenth of the time."""
        if rank.number is not None and len(rank.number) >= _LONG_NUMBER:
            yield search_index.digits_inside(self._memory.texts.rarest_digits(rank.number))

    def _walked(self, rank: Rank, count: int, allowed: Allowed) -> list[int] | None:
        """Look at those who were here last; none if that would take longer than to fetch all."""
        memory = self._memory
        each = [self._estimated(question) for question in rank.questions]
        share = reduce(lambda one, other: one * min(1.0, other / memory.highest), each, 1.0)
        most = sum(each) / _LOOK
        expected = memory.latest_first[: int(count / share)]
        if memory.texts.unread(expected) > most:
            return None
        found, all_looked_at = self._look(rank, filter(allowed, memory.latest_first), count, most)
        return found if len(found) == count or all_looked_at else None

    def _look(
        self, rank: Rank, ids: Iterable[int], count: int, most: float
    ) -> tuple[list[int], bool]:
        """The first of the ids who pass, in their order, and whether all were looked at.

        It ends where more than `most` texts would have to be read.
        """
        source, portion, texts = iter(ids), _FIRST_LOOK, self._memory.texts
        found: list[int] = []
        while some := list(islice(source, portion)):
            most -= texts.unread(some)
            if most < 0:
                return found, False
            known = texts.of(some)
            found += [i for i in some if i in known and rank.passes(known[i])]
            if len(found) >= count:
                return found[:count], False
            portion = min(2 * portion, _LONGEST_LOOK)
        return found, True

    def _estimated(self, question: Question) -> float:
        """How many answer to a question, as the ids of the first of them let expect."""
        begun = self._begun(question)
        return len(begun) if len(begun) < _FEW else self._memory.highest * _FEW / begun[-1]

    def _begun(self, question: Question) -> Sequence[int]:
        return self._memory.texts.answers(question, _FEW)

    def _all(self, question: Question) -> Sequence[int]:
        begun = self._begun(question)
        if len(begun) < _FEW:
            return begun
        rest = search_index.answers(self._book.db, question, after=begun[-1])
        return array("i", [*begun, *rest])
