"""What was typed into the search field, taken apart."""

import re
from dataclasses import dataclass

_NUMBER_PART = re.compile(r"^[+(]?[\d().\-/+]*\d[\d().\-/+]*$")
_SHORTEST_NUMBER = 3
_SHORTEST_ABROAD = 8
"""Digits from which a leading 00 is an exit code and not the last four of a number."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words and runs of digits, all of which a customer must have.

    `numbers` are digits only, without the exit code of an international call; numbers of fewer
    than three digits are words (a house number, a year).
    """

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.numbers)


def parse_query(text: str) -> Query:
    """Take a search apart; parts of a number may be typed apart ("0171 392 00 14")."""
    words: list[str] = []
    numbers: list[str] = []
    run = ""
    for part in [*text.split(), ""]:
        if part and _NUMBER_PART.match(part):
            run += part
            continue
        if run:
            number = _digits(run)
            (numbers if len(number) >= _SHORTEST_NUMBER else words).append(number)
            run = ""
        if part:
            words.append(part)
    return Query(tuple(words), tuple(numbers))


def _digits(typed: str) -> str:
    typed = typed.replace("(0)", "") if typed.lstrip("(").startswith(("+", "00")) else typed
    digits = re.sub(r"\D", "", typed)
    abroad = digits.startswith("00") and len(digits) >= _SHORTEST_ABROAD
    return digits[2:] if abroad else digits
