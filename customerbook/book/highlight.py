"""Which part of a text is what the search matched, letter by letter in the text as written."""

import re
from collections.abc import Iterable

from customerbook.model.query import Query
from customerbook.store.normal import folded, folded_variants
from customerbook.store.search_index import words_of

Spans = tuple[tuple[int, int], ...]
_CONTEXT = 24
_DIGIT = re.compile(r"\d")


def spans(text: str, query: Query) -> Spans:
    """(start, end) of each matched part of the text, in order, not overlapping."""
    found: list[tuple[int, int]] = []
    for word in query.words:
        for form in words_of(word):
            found += _word_spans(text, form)
    for number in query.numbers:
        found += _number_span(text, number)
    return _joined(found)


def best_detail(candidates: Iterable[str], usual: str, query: Query) -> tuple[str, Spans]:
    """The second line of a hit: the usual one if it shows a match, else the text that matched."""
    usual_spans = spans(usual, query)
    best, best_spans = usual, usual_spans
    for text in candidates:
        found = spans(text, query)
        if _covered(found) > _covered(best_spans):
            best, best_spans = text, found
    if best is usual or best in usual:
        return usual, usual_spans
    return _cut(best, query)


def _cut(text: str, query: Query) -> tuple[str, Spans]:
    """A long text from shortly before its first match, on one line."""
    text = " ".join(text.split())
    found = spans(text, query)
    if not found or found[0][0] <= _CONTEXT:
        return text, found
    start = text.rfind(" ", 0, found[0][0] - _CONTEXT // 2) + 1
    return _marked("…" + text[start:], query)


def _marked(text: str, query: Query) -> tuple[str, Spans]:
    return text, spans(text, query)


def _covered(found: Spans) -> int:
    return sum(end - start for start, end in found)


def _word_spans(text: str, word: str) -> list[tuple[int, int]]:
    """Where a folded word starts a word of the text, or else where it first stands inside one."""
    for variant in (0, -1):  # as its letters are read, then transliterated (ü as ue)
        letters: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            forms = folded_variants(char) or (folded(char),)
            for letter in forms[variant] or char:
                letters.append(letter)
                places.append(place)
        plain = "".join(letters)
        at = [m.start() for m in re.finditer(rf"(?<![^\W_]){re.escape(word)}", plain)]
        at = at or [plain.find(word)]
        if at[0] >= 0:
            return [(places[i], places[i + len(word) - 1] + 1) for i in at]
    return []


def _number_span(text: str, number: str) -> list[tuple[int, int]]:
    """Where digits stand in the text, whatever stands between them; a trunk zero may be a code."""
    places = [m.start() for m in _DIGIT.finditer(text)]
    digits = "".join(text[i] for i in places)
    at, length = digits.find(number), len(number)
    if at < 0 and number.startswith("0"):
        at, length = digits.find(number[1:]), len(number) - 1
        if 0 < at <= 5 and text.lstrip().startswith(("+", "00")):
            at, length = 0, at + length
    if at < 0:  # typed with the country's code, kept without
        for cut in (1, 2, 3):
            at, length = digits.find(number[cut:]), len(number) - cut
            if at >= 0 and length >= 5:
                break
        else:
            return []
    start = places[at]
    if at == 0 and start and text[start - 1] in "+(":
        start -= 1
    return [(start, places[at + length - 1] + 1)]


def _joined(found: list[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
