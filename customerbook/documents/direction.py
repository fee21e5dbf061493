"""Right to left: joined Arabic letters, and each line in the order in which it is seen."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from arabic_reshaper import ArabicReshaper
from bidi import get_display

_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_RTL_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
# A phone number or a reference is one thing: its groups must not change places.
_NUMBER = re.compile(r"\+?\(?\d[\d ()/\u00a0\u2011-]{4,}\d")
_OPENING, _CLOSING = "([{<«‹", ")]}>»›"
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


def language_is_rtl(language: str) -> bool:
    """Whether a BCP 47 language is written from right to left."""
    return language.split("-", maxsplit=1)[0].lower() in _RTL_LANGUAGES


def has_rtl(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return _RTL.search(text) is not None


def paragraph_is_rtl(text: str, *, otherwise: bool) -> bool:
    """The direction of the first letter, as Unicode has it; `otherwise` if there is no letter."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return otherwise


def joined(text: str, drawable: Callable[[str], bool]) -> str:
    """Arabic letters in the forms they take beside each other, still in the order of reading.

    Forms that the font lacks stay plain letters.
    """
    if not _ARABIC.search(text):
        return text
    return _FORMS.sub(
        lambda form: form.group() if drawable(form.group()) else plain(form.group()),
        _reshaper().reshape(text),
    )


def plain(text: str) -> str:
    """What was typed: letters instead of their joined forms, without invisible signs."""
    letters = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), text)
    return visible(letters)


def visible(text: str) -> str:
    """The text without signs that only steer direction, joining and breaking."""
    return _INVISIBLE.sub("", text)


def as_seen(line: str, *, rtl: bool) -> str:
    """One line of joined text from left to right as the eye meets it; `rtl` is its paragraph's."""
    whole = _NUMBER.sub(lambda number: f"\u2066{number.group()}\u2069", line)
    return _brackets_mirrored(visible(get_display(whole, base_dir="R" if rtl else "L")))


def _brackets_mirrored(seen: str) -> str:
    """Turn brackets around that do not meet their partner from left to right.

    The library reorders them with their text but does not mirror them. Those inside a stretch of
    left-to-right text still fit each other, and stay.
    """
    waiting: list[int] = []
    wrong: list[int] = []
    for place, character in enumerate(seen):
        if character in _OPENING:
            waiting.append(place)
        elif character in _CLOSING:
            if waiting and seen[waiting[-1]].translate(_MIRROR) == character:
                waiting.pop()
            else:
                wrong.append(place)
    letters = list(seen)
    for place in wrong + waiting:
        letters[place] = letters[place].translate(_MIRROR)
    return "".join(letters)


@cache
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper(configuration={"delete_harakat": False, "delete_tatweel": False})
