"""A language that is English, only longer: what is cut or left out in it shows at first sight.

Every text grows by 60 %, letters carry marks, and brackets say where it begins and ends; a text
without brackets is a customer's own, or was never given to be translated.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import ceil
from typing import Final

from customerbook.model import texts

GROWTH: Final = 1.6
_MARKED = str.maketrans("aceilnorstuyzACEGILNORSTUYZ", "åçéîłñöŕšţúýžÅÇÉĞÎŁÑÖŔŠŢÚÝŽ")
_MORE: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_HELD = re.compile(r"(\{[^{}]*\})")
_LIST = re.compile(r"[^\s,]+( [^\s,]+)?(, [^\s,]+( [^\s,]+)?){6,}")


class Pseudo(gettext.NullTranslations):
    """A catalogue of everything: no text is missing in it."""

    def __init__(self, growth: float) -> None:
        super().__init__()
        self._growth = growth

    def gettext(self, message: str) -> str:
        """A text, longer."""
        return longer(message, self._growth)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A text that depends on a count, longer."""
        return longer(msgid1 if n == 1 else msgid2, self._growth)


@contextmanager
def pseudo_language(growth: float = GROWTH) -> Iterator[None]:
    """Make the window and the command line speak it for a while; documents stay as they are.

    A growth of 1 adds the brackets alone.
    """
    before = texts._active
    texts._active = Pseudo(growth)
    try:
        yield
    finally:
        texts._active = before


@lru_cache(maxsize=4096)
def longer(message: str, growth: float = GROWTH) -> str:
    """A text so much longer, its placeholders untouched; names in a list each for themselves."""
    words = message.strip()
    if not words:
        return message
    if _LIST.fullmatch(words):
        return ", ".join(_drawn_out(name, growth) for name in words.split(", "))
    return message.replace(words, f"[{_grown(words, growth)}]")


def _grown(words: str, growth: float) -> str:
    plain = sum(len(part) for part in _HELD.split(words)[::2])
    missing = ceil(plain * (growth - 1)) - 2
    marked = "".join(
        part if held else part.translate(_MARKED) for held, part in _halves(_HELD.split(words))
    )
    place = 0
    while missing > 0:
        more = _MORE[place % len(_MORE)]
        marked += f" {more}"
        missing -= len(more) + 1
        place += 1
    return marked


def _drawn_out(name: str, growth: float) -> str:
    """One name of a list, as long as it would be."""
    first, *rest = _HELD.split(name)
    more = ceil(len(first.strip()) * (growth - 1))
    return first.rstrip().translate(_MARKED) + "é" * more + (" " if rest else "") + "".join(rest)


def _halves(parts: list[str]) -> list[tuple[bool, str]]:
    return [(place % 2 == 1, part) for place, part in enumerate(parts)]
