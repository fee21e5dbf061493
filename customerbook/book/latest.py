"""The latest of those who match: who was here last comes first among equals.

Where few match, all of them are fetched. Where most of the book does, those who were here last are
looked at one by one until there are enough. Both ways find the same.
"""

from collections.abc import Callable, Iterable, Iterator
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
_FIRST_LOOK, _LONGEST_LOOK = 64, 512
"""Customers whose texts are read at once."""
_LOOK = 6
"""Times as long as fetching an id takes it to look at a customer."""


Allowed = Callable[[int], bool]
"""Whether a customer may be found."""


class Latest:
    """One search of a book: remembers what it has asked."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._asked: dict[Question, list[int]] = {}

    def of(self, rank: Rank, count: int, allowed: Allowed) -> list[int]:
        """The `count` latest of a rank that are allowed."""
        few = self._few(rank)
        if few is not None:
            question, ids = few
            candidates = [i for i in ids if allowed(i)]
            if rank.questions == (question,):
                return self._book.memory.most_recent(candidates, count)
            ordered = self._book.memory.most_recent(candidates, len(candidates))
            return list(islice(self._passing(rank, ordered), count))
        walked = self._walked(rank, count, allowed)
        return self._fetched(rank, count, allowed) if walked is None else walked

    def _few(self, rank: Rank) -> tuple[Question, list[int]] | None:
        """Not many, among whom all of the rank are, and the question to which they answer."""
        for question in (*rank.within, *rank.questions):
            if len(ids := self._begun(question)) < _FEW:
                return question, ids
        return None

    def _walked(self, rank: Rank, count: int, allowed: Allowed) -> list[int] | None:
        """Look at those who were here last; none if that would take longer than to fetch all."""
        highest = self._book.memory.highest
        each = [self._estimated(question) for question in rank.questions]
        share = reduce(lambda one, other: one * min(1.0, other / highest), each, 1.0)
        most = int(sum(each) / _LOOK)
        if count > most * share:
            return None
        looked = islice(filter(allowed, self._book.memory.latest_first), most)
        found = list(islice(self._passing(rank, looked), count))
        return found if len(found) == count else None

    def _fetched(self, rank: Rank, count: int, allowed: Allowed) -> list[int]:
        """Of all who answer to the question with the fewest answers, those who pass."""
        fewest, *others = sorted(rank.questions, key=self._estimated)
        ids = list(filter(allowed, self._all(fewest)))
        if not others:
            return self._book.memory.most_recent(ids, count)
        ordered = self._book.memory.most_recent(ids, len(ids))
        most = int(sum(map(self._estimated, others)) / _LOOK)
        found = list(islice(self._passing(rank, ordered[:most]), count))
        if len(found) == count or len(ordered) <= most:
            return found
        alike = set(ordered).intersection(*map(self._all, others))
        return [i for i in ordered if i in alike][:count]

    def _passing(self, rank: Rank, ids: Iterable[int]) -> Iterator[int]:
        """Those of the ids who pass, in their order; texts are read as they are needed."""
        source, portion = iter(ids), _FIRST_LOOK
        while some := list(islice(source, portion)):
            texts = self._book.memory.texts(some)
            for i in some:
                if i in texts and rank.passes(texts[i]):
                    yield i
            portion = min(2 * portion, _LONGEST_LOOK)

    def _estimated(self, question: Question) -> float:
        """How many answer to a question, as the ids of the first of them let expect."""
        begun = self._begun(question)
        return len(begun) if len(begun) < _FEW else self._book.memory.highest * _FEW / begun[-1]

    def _begun(self, question: Question) -> list[int]:
        if question not in self._asked:
            self._asked[question] = search_index.answers(self._book.db, question, count=_FEW)
        return self._asked[question]

    def _all(self, question: Question) -> list[int]:
        begun = self._begun(question)
        if len(begun) < _FEW:
            return begun
        return begun + search_index.answers(self._book.db, question, after=begun[-1])
