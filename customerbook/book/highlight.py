"""Which part of a text is what the search matched, letter by letter in the text as written."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from customerbook.model.query import Query
from customerbook.store.normal import folded, folded_variants, words

Spans = tuple[tuple[int, int], ...]
_CONTEXT = 24
_DIGIT = re.compile(r"\d")
_SHORTEST_INSIDE = 5
"""Digits that must agree when the rest of a typed number may be a country's code."""


def spans(text: str, query: Query) -> Spans:
    """(start, end) of each matched part of the text, in order, not overlapping."""
    return _joined(span for found in _each(text, query) for span in found)


def matched(text: str, query: Query) -> int:
    """How many of the words and numbers of a query stand in the text."""
    plain = _plain(text)
    found = sum(any(word in way for way in plain) for word in _folded(query.words))
    if query.numbers:
        digits = "".join(_DIGIT.findall(text))
        found += sum(_number_place(text, digits, number) is not None for number in query.numbers)
    return found


def parts(query: Query) -> int:
    """How many words and numbers a query has."""
    return len(_folded(query.words)) + len(query.numbers)


def excerpt(text: str, query: Query) -> str:
    """A long text on one line, from shortly before its first match."""
    text = " ".join(text.split())
    found = spans(text, query)
    if not found or found[0][0] <= _CONTEXT:
        return text
    return "…" + text[text.rfind(" ", 0, found[0][0] - _CONTEXT // 2) + 1 :]


def _each(text: str, query: Query) -> Iterable[list[tuple[int, int]]]:
    yield from (_word_spans(text, word) for word in _folded(query.words))
    yield from (_number_spans(text, number) for number in query.numbers)


@lru_cache(64)
def _folded(typed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for word in typed for form in words(word))


@cache
def _letters(char: str) -> tuple[str, str]:
    """What a letter is searched by: as it is read, and transliterated (ü: u, ue)."""
    forms = folded_variants(char) or (folded(char),)
    return forms[0] or char, forms[-1] or char


def _plain(text: str) -> tuple[str, ...]:
    """A text in each of the ways in which words are looked for in it."""
    return (text.lower(),) if text.isascii() else tuple(map(text.translate, _TABLES))


def _word_spans(text: str, word: str) -> list[tuple[int, int]]:
    """Where a folded word starts a word of the text, or else where it first stands inside one."""
    if text.isascii():
        return _found(text.lower(), word, range(len(text)))
    for table in _TABLES:
        plain = text.translate(table)
        if word in plain:
            places = [at for at, char in enumerate(text) for _ in table[ord(char)]]
            return _found(plain, word, places)
    return []


class _Table(dict[int, str]):
    """What `str.translate` puts in place of each letter, found out when one first comes up."""

    def __init__(self, way: int) -> None:
        super().__init__()
        self._way = way

    def __missing__(self, code: int) -> str:
        self[code] = _letters(chr(code))[self._way]
        return self[code]


_TABLES = (_Table(0), _Table(1))


def _found(plain: str, word: str, places: "range | list[int]") -> list[tuple[int, int]]:
    if word not in plain:
        return []
    starts = []
    at = plain.find(word)
    while at >= 0:
        if at == 0 or not plain[at - 1].isalnum():
            starts.append(at)
        at = plain.find(word, at + len(word))
    starts = starts or [plain.find(word)]
    return [(places[at], places[at + len(word) - 1] + 1) for at in starts]


def _number_spans(text: str, number: str) -> list[tuple[int, int]]:
    """Where digits stand in the text, whatever stands between them; a trunk zero may be a code."""
    digits = "".join(_DIGIT.findall(text))
    found = _number_place(text, digits, number)
    if found is None:
        return []
    places = [m.start() for m in _DIGIT.finditer(text)]
    at, length = found
    start = places[at]
    if at == 0 and start and text[start - 1] in "+(":
        start -= 1
    return [(start, places[at + length - 1] + 1)]


def _number_place(text: str, digits: str, number: str) -> tuple[int, int] | None:
    """Which of the digits of a text are a number, and how many; none if it is not there."""
    if len(digits) < 3:
        return None
    at, length = digits.rfind(number), len(number)
    if at < 0 and number.startswith("0"):
        at, length = digits.find(number[1:]), len(number) - 1
        if 0 < at <= 5 and text.lstrip().startswith(("+", "00")):
            at, length = 0, at + length
    for code in (1, 2, 3):  # typed with the country's code, kept without
        if at < 0 and len(number) - code >= _SHORTEST_INSIDE:
            at, length = digits.find(number[code:]), len(number) - code
    return None if at < 0 else (at, length)


def _joined(found: Iterable[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
