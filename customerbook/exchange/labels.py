"""What a number or address is for: `Geschäftlich`, `WORK` and `_$!<Work>!$_` are all "work"."""

import re
from functools import lru_cache

from customerbook.exchange.header_words import WORDS
from customerbook.exchange.words import fold

_PLACES = ("work", "home", "other", "billing", "shipping")
_DEVICES = ("mobile", "fax", "pager", "main", "car", "assistant", "callback", "radio", "isdn")
_NO_LABEL = {"phone", "email", "web", "address", "internet", ""}
_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_MORE = {
    "cell": "mobile",
    "iphone": "mobile",
    "homepage": "homepage",
    "home page": "homepage",
    "profile": "profile",
    "blog": "blog",
    "homefax": "home fax",
    "workfax": "work fax",
    "homephone": "home",
    "workphone": "work",
    "voice": "",
}


@lru_cache(maxsize=4096)
def label(typed: str) -> str:
    """The plain word for a label in any language, or the label as it was typed.

    Plain words are home, work, other, billing, shipping; mobile, fax, pager, main, car …; or two
    of them, such as "work fax".
    """
    typed = typed.strip()
    if match := _APPLE.fullmatch(typed):
        typed = match[1].strip()
    folded = fold(typed)
    if (known := _MORE.get(folded, _MORE.get(typed.casefold()))) is not None:
        return known
    tags: list[str] = []
    for word in folded.split():
        if word not in WORDS:
            return typed
        tags += WORDS[word].split() or [""]
    return joined(tags) if set(tags) <= {*_PLACES, *_DEVICES, *_NO_LABEL, "company"} else typed


def joined(tags: list[str]) -> str:
    """A label from places and devices, in the order they are spoken."""
    known = {"work" if tag == "company" else tag for tag in tags}
    place = next((tag for tag in _PLACES if tag in known), "")
    devices = [tag for tag in (*_DEVICES, "textphone", "telex") if tag in known]
    if "fax" in devices or "mobile" in devices:
        devices = ["fax"] if "fax" in devices else ["mobile"]
    return " ".join(filter(None, (place, *devices[:1])))
