"""A name in one piece, taken apart as vCards have it: prefix, given, family, suffix."""

import re
from dataclasses import dataclass

from customerbook.model.name import split_name, split_prefix

_SUFFIX = re.compile(
    r"jr|sr|jun|sen|junior|senior|ii|iii|iv|ph\.?d|m\.?d|dds|esq|mba|msc|bsc", re.IGNORECASE
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
    """Take a full name apart: `Dr. Anna van der Berg` or `Berg, Dr. Anna`.

    With `family_first` the first word is the family name even without a comma.
    """
    prefix, rest = split_prefix(full)
    rest, suffix = _without_suffix(rest)
    if family_first and "," not in rest:
        family, _space, given = rest.partition(" ")
    else:
        given, family = split_name(rest)
    if not prefix:
        prefix, given = split_prefix(given)
    return NameParts(prefix, given, family, suffix)


def _without_suffix(name: str) -> tuple[str, str]:
    """`John Smith, Jr.` is John Smith and "Jr."; a name of two words has none."""
    words = name.split()
    count = len(words)
    while count > 2 and _SUFFIX.fullmatch(words[count - 1].strip(".,")):
        count -= 1
    if count == len(words):
        return name, ""
    return " ".join(words[:count]).rstrip(","), " ".join(words[count:])
