"""What the columns of a table without headers hold, told by what stands in them."""

import re
from collections.abc import Callable, Sequence

from customerbook.exchange.columns import UNKNOWN, Meaning
from customerbook.exchange.dates import DateOrder, read_day

_PHONE = re.compile(r"'?[+(]?\d[\d\s()/.\-]{4,24}(?:\s?(?:x|ext\.?)\s?\d{1,5})?")
_POSTCODE = re.compile(r"'?(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2})?")
_MOST = 0.6


def looks_like_phone(text: str) -> bool:
    """Whether a text is a telephone number and nothing else."""
    return bool(_PHONE.fullmatch(text)) and not _is_date(text)


def _is_date(text: str) -> bool:
    return read_day(text, DateOrder.DAY_FIRST) is not None


_KINDS: tuple[tuple[Callable[[str], object], Meaning], ...] = (
    (lambda text: "@" in text and "." in text, Meaning("email")),
    (lambda text: text.startswith(("http:", "https:", "www.")), Meaning("web")),
    (_is_date, Meaning("date", "birthday")),
    (_POSTCODE.fullmatch, Meaning("address", "postcode")),
    (looks_like_phone, Meaning("phone")),
)


def guessed(rows: Sequence[Sequence[str]]) -> list[Meaning]:
    """What each column of some rows most likely is; the first words are taken for the name."""
    width = max(map(len, rows), default=0)
    columns = [
        [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        for place in range(width)
    ]
    found = [_kind(column) for column in columns]
    words = [
        place
        for place, one in enumerate(found)
        if one.field == UNKNOWN and any(any(map(str.isalpha, cell)) for cell in columns[place])
    ]
    if len(words) > 1 and words[1] == words[0] + 1 and all(_single(columns[w]) for w in words[:2]):
        found[words[0]], found[words[1]] = Meaning("given"), Meaning("family")
    elif words:
        found[words[0]] = Meaning("name")
    _settle_town(found)
    return found


def _kind(column: list[str]) -> Meaning:
    for is_one, meaning in _KINDS:
        if column and sum(bool(is_one(cell)) for cell in column) > _MOST * len(column):
            return meaning
    return Meaning(UNKNOWN)


def _single(column: list[str]) -> bool:
    return sum(" " not in cell for cell in column) > _MOST * len(column)


def _settle_town(found: list[Meaning]) -> None:
    """Words behind postcodes are towns; codes with no town behind them are just numbers."""
    for place, one in enumerate(found):
        if one == Meaning("address", "postcode"):
            if place + 1 < len(found) and found[place + 1].field == UNKNOWN:
                found[place + 1] = Meaning("address", "town")
            else:
                found[place] = Meaning(UNKNOWN)
