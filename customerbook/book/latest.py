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
from customerbook.store.search_texts import Texts

if TYPE_CHECKING:
    from customerbook.book.book import Book

_FEW = 1000
"""So many are fetched in any case; from them it is told how many there would be."""
_LOOKED_AT = 200
"""So many are looked at rather than that the index is asked again."""
_FIRST_LOOK, _LONGEST_LOOK = 64, 512
"""Customers whose texts are read at once."""
_LOOK = 6
"""Times as long as fetching an id takes it to look at a customer."""


class Latest:
    """One search of a book: remembers what it has read and asked."""

    def __init__(self, book: "Book", allowed: Callable[[int], bool]) -> None:
        self._book = book
        self._allowed = allowed
        self._texts: dict[int, Texts] = {}
        self._asked: dict[Question, list[int]] = {}

    def of(self, rank: Rank, count: int) -> list[int]:
        """The `count` latest of a rank that are allowed."""
        few = self._few(rank)
        if few is not None:
            question, ids = few
            candidates = [i for i in ids if self._allowed(i)]
            if rank.questions == (question,):
                return self._book.memory.most_recent(candidates, count)
            ordered = self._book.memory.most_recent(candidates, len(candidates))
            return list(islice(self._passing(rank, ordered), count))
        walked = self._walked(rank, count)
        if walked is not None:
            return walked
        found = [self._all(question) for question in rank.questions]
        ids = found[0] if len(found) == 1 else sorted(set(found[0]).intersection(*found[1:]))
        return self._book.memory.most_recent(filter(self._allowed, ids), count)

    def _few(self, rank: Rank) -> tuple[Question, list[int]] | None:
        """Not many, among whom all of the rank are, and the question to which they answer."""
        for question in rank.within:
            if len(ids := self._begun(question)) < _LOOKED_AT:
                return question, ids
        for question in rank.questions:
            if len(ids := self._begun(question)) < _FEW:
                return question, ids
        return None

    def _walked(self, rank: Rank, count: int) -> list[int] | None:
        """Look at those who were here last; none if that would take longer than to fetch all."""
        order = self._book.memory.latest_first
        highest = self._book.memory.highest
        each = [highest * _FEW / self._begun(question)[-1] for question in rank.questions]
        share = reduce(lambda one, other: one * min(1.0, other / highest), each, 1.0)
        most = int(sum(each) / _LOOK)
        if count > most * share:
            return None
        looked = islice(filter(self._allowed, order), most)
        found = list(islice(self._passing(rank, looked), count))
        return found if len(found) == count else None

    def _passing(self, rank: Rank, ids: Iterable[int]) -> Iterator[int]:
        """Those of the ids who pass, in their order; texts are read as they are needed."""
        source, portion = iter(ids), _FIRST_LOOK
        while some := list(islice(source, portion)):
            missing = [i for i in some if i not in self._texts]
            if missing:
                self._texts.update(search_index.texts(self._book.db, missing))
            for i in some:
                if i in self._texts and rank.passes(self._texts[i]):
                    yield i
            portion = min(2 * portion, _LONGEST_LOOK)

    def _begun(self, question: Question) -> list[int]:
        if question not in self._asked:
            self._asked[question] = search_index.answers(self._book.db, question, count=_FEW)
        return self._asked[question]

    def _all(self, question: Question) -> list[int]:
        begun = self._begun(question)
        if len(begun) < _FEW:
            return begun
        return begun + search_index.answers(self._book.db, question, after=begun[-1])
