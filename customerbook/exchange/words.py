"""Words without capitals, accents and signs, so that headers and labels can be looked up."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")
_WITHOUT_MARK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`E-Mail 2: Adresse` becomes `e mail 2 adresse`, `FirstName` becomes `first name`."""
    spaced = _CAMEL.sub(" ", text[:200])
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", spaced.casefold().translate(_WITHOUT_MARK))
        if not unicodedata.combining(letter)
    )
    return _SIGNS.sub(" ", bare).strip()


def table(meanings: dict[str, str]) -> dict[str, str]:
    """Turn meanings with their phrases, parted by commas, into phrases with their meaning."""
    return {
        fold(phrase): meaning
        for meaning, phrases in meanings.items()
        for phrase in phrases.split(",")
    }
