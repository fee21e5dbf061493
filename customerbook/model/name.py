"""Names as people write them: initials, the two parts, the direction they are read in."""

import unicodedata

_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    ]
)


def initials(name: str) -> str:
    """One or two letters that stand for a name in its avatar; empty for a name without letters."""
    words = [word for word in name.split() if word[0].isalpha()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in chosen).upper()


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is read from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def split_name(text: str) -> tuple[str, str]:
    """(given, family) of a name as typed: "Martha van der Berg", "Lindner, Martha"."""
    family, comma, given = text.partition(",")
    if comma:
        return " ".join(given.split()), " ".join(family.split())
    words = text.split()
    if len(words) < 2:
        return " ".join(words), ""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def display_name(prefix: str, given: str, additional: str, family: str, suffix: str) -> str:
    """All parts of a name in the order of reading."""
    return " ".join(part for part in (prefix, given, additional, family, suffix) if part)
