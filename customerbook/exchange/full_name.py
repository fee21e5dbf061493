"""A name in one piece, taken apart as vCards have it: prefix, given, family, suffix."""

import re
from dataclasses import dataclass

_PREFIX = re.compile(
    r"dr|prof|dipl|ing|mag|mr|mrs|ms|miss|mx|sir|herr|frau|hr|fr|m|mme|mlle|sr|sra|srta|sig|dott"
    r"|dhr|mevr|pan|pani|ds|rev|don|doña",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"jr|sr|ii|iii|iv|ph\.?d|md|dds|esq|mba|msc|bsc", re.IGNORECASE)
_PARTICLE = re.compile(
    r"von|vom|zu|zum|zur|van|ter|ten|de|den|der|del|della|di|da|do|dos|das|du|des|le|la|bin|ibn"
    r"|al|el|af|av"
)
_LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:gmbh|mbh|ag|kg|ohg|ug|gbr|e\.\s?[vkg]\.?|ltd|limited|inc|llc|llp|plc|corp"
    r"|sarl|sas|s\.a\.|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.v|sp\. z o\.\s?o|s\.l|lda|oy|aps|s\.r\.o)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """Parts of a person's name; those that are not there are empty."""

    prefix: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""


def is_organisation(full: str) -> bool:
    """Whether a name ends as firms and clubs do: `GmbH`, `Ltd.`, `e.V.`."""
    return bool(_LEGAL_FORM.search(full[-40:]))


def parts_of(full: str, *, family_first: bool = False) -> NameParts:
    """Take a full name apart: `Dr. Anna van der Berg` or `Berg, Anna`; one word is a given name.

    With `family_first` the first word is the family name even without a comma.
    """
    before, comma, after = full.partition(",")
    if comma and "," not in after and not all(map(_is_suffix, after.split())):
        return _around_comma(before.split(), after.split())
    words = full.replace(",", " ").split()
    prefix, words = _leading(words)
    suffix: list[str] = []
    while len(words) > 2 and _is_suffix(words[-1]):
        suffix.insert(0, words.pop())
    if len(words) == 1 and prefix:
        given, family = [], words  # "Herr Müller"
    elif family_first:
        given, family = words[1:], words[:1]
    else:
        cut = _start_of_family(words)
        given, family = words[:cut], words[cut:]
    return NameParts(prefix, " ".join(given), " ".join(family), " ".join(suffix))


def _around_comma(family: list[str], given: list[str]) -> NameParts:
    prefix, given = _leading(given) if len(given) > 1 else ("", given)
    more, family = _leading(family) if len(family) > 1 else ("", family)
    return NameParts(" ".join(filter(None, (more, prefix))), " ".join(given), " ".join(family))


def _leading(words: list[str]) -> tuple[str, list[str]]:
    end = 0
    while end < len(words) - 1 and _is_prefix(words[end]):
        end += 1
    return " ".join(words[:end]), words[end:]


def _is_prefix(word: str) -> bool:
    """`Dipl.-Ing.` is two titles; a single letter is a title only with its point (`M.`)."""
    pieces = [piece for piece in re.split(r"[.-]", word) if piece]
    return len(word) > 1 and bool(pieces) and all(map(_PREFIX.fullmatch, pieces))


def _is_suffix(word: str) -> bool:
    return bool(_SUFFIX.fullmatch(word.strip(".")))


def _start_of_family(words: list[str]) -> int:
    for place in range(1, len(words) - 1):
        if _PARTICLE.fullmatch(words[place]):
            return place
    return max(1, len(words) - 1)
