"""Names of people as text: initials, parts, direction.

No rule fits every culture: what is typed as one text is split as most names at a European counter
are, and each part can be corrected in the form.
"""

import unicodedata


def _words(text: str) -> frozenset[str]:
    """Words as they are compared here: casefolded, without dots."""
    return frozenset(text.split())


_TITLES = _words(
    "dr prof dipl-ing mag mr mrs ms mx miss sir herr frau hr fr mme mlle monsieur madame sr sra "
    "srta dott dottssa sig sigra dhr mevr pan pani"
)
_GENERATIONS = _words("jr sr jun sen junior senior ii iii iv")
_PARTICLES = _words(
    "van von vom zu zum zur der den de del della delle dei di da dal do dos das du des la las le "
    "les lo los ten ter te 't op in af av bin bint ibn ben abu al el san santa st saint ó ní mac "
    "بن ابن بنت أبو آل"
)
_GIVEN_TOO = _words("ben al mac abu do")  # "Ben Miller" is no family of Millers
_JOINING = _words("y e i")  # Ortega y Gasset, Costa e Silva

# Scripts whose letters join: two initials would read as one word.
_CURSIVE = ("ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "MANDAIC")
_DO_NOT_JOIN = "\N{ZERO WIDTH NON-JOINER}"
_VIRAMA = 9  # combining class of the mark that binds to a next letter, which initials lack


def display_name(prefix: str, given: str, additional: str, family: str, suffix: str) -> str:
    """The whole name in vCard's parts: "Dr. Anna Maria Lindner PhD"."""
    return " ".join(" ".join((prefix, given, additional, family, suffix)).split())


def split_prefix(text: str) -> tuple[str, str]:
    """Titles and forms of address at the start, and the rest: "Dr.", "Anna Lindner".

    A title alone is a name.
    """
    words = text.split()
    count = 0
    while count < len(words) - 1 and _bare(words[count]) in _TITLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def split_name(text: str) -> tuple[str, str]:
    """Given and family name of a person typed as one text, every word kept.

    "Lindner, Martha" is Martha Lindner; "Jan van der Berg" belongs to the family van der Berg; a
    single word is the family name. Titles stay: take them off first with `split_prefix`.
    """
    family, comma, given = text.partition(",")
    if comma and _bare(given) not in _GENERATIONS:
        return " ".join(given.replace(",", " ").split()), " ".join(family.split())
    words = text.replace(",", " ").split()
    start = _family_start(words)
    return " ".join(words[:start]), " ".join(words[start:])


def initials(name: str) -> str:
    """One or two letters for an avatar: of the first given and of the family name.

    Titles, particles and punctuation are passed over; "" if there is no letter.
    """
    if not any(char.isalpha() for char in name):
        return ""
    given, family = split_name(split_prefix(unicodedata.normalize("NFC", name))[1])
    letters = [_initial(given), _initial(_without_particles(family))]
    joins = unicodedata.name("".join(letters)[:1], "").startswith(_CURSIVE)
    return (_DO_NOT_JOIN if joins else "").join(letter for letter in letters if letter)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _bare(word: str) -> str:
    return word.strip().casefold().replace(".", "")


def _family_start(words: list[str]) -> int:
    """Where the family name begins."""
    last = len(words) - 1
    if last > 1 and _bare(words[last]) in _GENERATIONS:
        last -= 1
    for at, word in enumerate(words[:last]):
        if at > 1 and word in _JOINING:
            return at - 1
        if _bare(word) in _PARTICLES and (at > 0 or _is_family_alone(words)):
            return at
    return max(last, 0)


def _is_family_alone(words: list[str]) -> bool:
    """Whether words that begin with a particle lack a given name: "van der Berg", "De Vries"."""
    if words[0].islower() or _bare(words[1]) in _PARTICLES:
        return True
    return len(words) == 2 and _bare(words[0]) not in _GIVEN_TOO


def _without_particles(family: str) -> str:
    words = family.split()
    return " ".join(word for word in words if _bare(word) not in _PARTICLES) or family


def _initial(words: str) -> str:
    """The first letter or digit with the marks that belong to it, as a capital."""
    start = next((at for at, char in enumerate(words) if char.isalnum()), None)
    if start is None:
        return ""
    letter = words[start].title()[0]
    for mark in words[start + 1 :]:
        if not unicodedata.category(mark).startswith("M") or unicodedata.combining(mark) == _VIRAMA:
            break
        letter += mark
    return letter
