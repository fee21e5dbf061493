"""Whether the texts that a customer is found by have what is wanted, asked of one customer.

The same answer as the index gives, which is asked for all customers at once. Where most of a book
matches, it is much quicker to look at those who were here last than to fetch everybody.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from customerbook.store.normal import words

Texts = tuple[str, str, str, str]
"""Name, family name first, other words, and numbers backwards, all of them folded."""
Test = Callable[[Texts], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folded words and digits that must all be found; words may be alternatives of each other."""

    words: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]


def ends_in_numbers(wanted: Wanted) -> Test:
    """Whether phone numbers end like each of the numbers."""
    return lambda texts: all(word_starts(texts[3], n[::-1]) for n in wanted.numbers)


def starts_name(wanted: Wanted) -> Test:
    """Whether the name starts with the first word, and words of anything with the others."""
    first, rest = wanted.words[0], wanted.words[1:]
    if len(first) == 1 and not rest:
        return _starts_name(first[0])

    def test(texts: Texts) -> bool:
        return any(_begins(text, word) for text in texts[:2] for word in first) and all(
            _any_starts(texts, alike) for alike in rest
        )

    return test


def starts_words(wanted: Wanted, *, names: bool) -> Test:
    """Whether words (of the name only, or of anything but numbers) start with each word."""
    count = 2 if names else 3
    if len(wanted.words) == 1 and len(wanted.words[0]) == 1:
        word = wanted.words[0][0]
        return lambda texts: any(word_starts(text, word) for text in texts[:count])
    return lambda texts: all(_any_starts(texts[:count], alike) for alike in wanted.words)


def has_inside(wanted: Wanted) -> Test:
    """Whether all of it occurs anywhere; words of less than three letters only where one starts."""

    def test(texts: Texts) -> bool:
        return all(_stands(texts, n) for n in wanted.numbers) and all(
            _any_starts(texts, alike)
            if is_short(alike)
            else any(_stands(texts, word) for word in alike)
            for alike in wanted.words
        )

    return test


def both(one: Test, other: Test) -> Test:
    """Whether two tests are passed."""
    return lambda texts: one(texts) and other(texts)


def is_short(alike: Sequence[str]) -> bool:
    """Whether one of these words is too short to be found inside of others."""
    return any(len(word) < 3 for word in alike)


def word_starts(text: str, start: str) -> bool:
    """Whether a word of a folded text starts like this."""
    if start not in text:
        return False
    if text.isascii():
        return _starting(start).search(text) is not None
    return any(word.startswith(start) for word in words(text))


@lru_cache(64)
def _starting(start: str) -> re.Pattern[str]:
    return re.compile("(?<![a-z0-9])" + re.escape(start))


def _begins(text: str, start: str) -> bool:
    """Whether the first word of a folded text starts like this."""
    if text[:1].isalnum():
        return text.startswith(start)
    return start in text and next(iter(words(text)), "").startswith(start)


def _starts_name(word: str) -> Test:
    """As `starts_name`, for one word: the texts of hundreds are looked at for a single letter."""

    def test(texts: Texts) -> bool:
        name, sort = texts[0], texts[1]
        return (
            name.startswith(word)
            or sort.startswith(word)
            or (not name[:1].isalnum() and _begins(name, word))
            or (not sort[:1].isalnum() and _begins(sort, word))
        )

    return test


def _any_starts(texts: Sequence[str], alike: Sequence[str]) -> bool:
    return any(word_starts(text, word) for text in texts for word in alike)


def _stands(texts: Texts, part: str) -> bool:
    name, sort, other, ends = texts
    return part in name or part in other or part in sort or part[::-1] in ends
