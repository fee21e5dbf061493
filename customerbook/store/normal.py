"""Normalised forms that are kept beside what was typed, so that any spelling finds it.

What folds to the same text is the same to a search; nothing of it is ever shown. Changing a rule
changes what lies in the books: it needs a migration that folds again.
"""

import re
import unicodedata

from customerbook.store.phone_forms import PhoneForms, phone_forms

__all__ = [
    "PhoneForms",
    "email_folded",
    "folded",
    "folded_variants",
    "index_words",
    "phone_forms",
    "words",
]

_ASCII_WORD = re.compile(r"[a-z0-9]+")

# One letter to those who write it, several to a computer; and marks that only stretch a word.
_ALIKE = {
    **dict.fromkeys("`´‘’‛ʹʻʼʽʾʿˈ′", "'"),
    "·": "",  # Catalan: gal·la
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ھ": "ه",
    "ہ": "ه",
    "ة": "ه",
    "ـ": "",
}

# What people write where a keyboard lacks the letter.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

# Greek letters that are one sound together (ELOT 743); single ones are left to `anyascii`.
_GREEK_SOUNDS = (
    ("ου", "ou"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("γγ", "ng"),
    ("γχ", "nch"),
    ("γξ", "nx"),
)


def folded(text: str) -> str:
    """A text without case, accents, special letters and surplus spaces, in its own script.

    Latin becomes ASCII: ł l, ø o, đ d, ß ss, æ ae, ı i. Elsewhere accents go (ё, ή, harakat) and
    letters stay; vowel signs that are part of a script stay too. Digits become 0 to 9. Folding
    twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        text = text.lower()
        return " ".join((text.replace("`", "'") if "`" in text else text).split())
    text = unicodedata.normalize("NFC", text).translate(_FOLDS)
    # A mark that went may have kept two others from joining.
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded_variants(text: str) -> tuple[str, ...]:
    """All foldings by which someone may look for a text, `folded` first.

    With `ue` for ü, `oe` for ø and so on (Müller: muller, mueller), in Latin letters (Ελένη:
    ελενη, eleni), and without apostrophes (O'Connor: o'connor, oconnor).
    """
    first = folded(text)
    joined = _without_apostrophes(first)
    if text.isascii() and joined == first:
        return (first,)
    small = unicodedata.normalize("NFC", text.lower())
    variants = [first, joined, folded(small.translate(_SPELLED_OUT))]
    if not first.isascii():
        variants.append(_in_latin(first))
    if "й" in small:  # folds to и: Сергей is sergei and sergey
        variants.append(_in_latin(small))
    return tuple(dict.fromkeys(filter(None, variants))) or (first,)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: what stands between spaces, hyphens and other marks."""
    return tuple(_words_of(folded(text)))


def index_words(text: str) -> tuple[str, ...]:
    """The words by which a text is found: those of all its variants, each once."""
    found: dict[str, None] = {}
    for variant in folded_variants(text):
        found.update(dict.fromkeys(_words_of(variant)))
    return tuple(found)


def email_folded(value: str) -> str:
    """An email as it is compared: no case, no spaces, no `mailto:`.

    Providers tell capitals before the @ apart in theory only.
    """
    bare = "".join(unicodedata.normalize("NFKC", value).casefold().split())
    if bare.startswith("mailto:"):
        return bare.removeprefix("mailto:").partition("?")[0]
    return bare


def _words_of(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return text.translate(_SEPARATED).split()


def _in_latin(text: str) -> str:
    for sounds, letters in _GREEK_SOUNDS:
        text = text.replace(sounds, letters)
    return _without_apostrophes(folded(_ascii(text)))


def _without_apostrophes(text: str) -> str:
    return " ".join(text.replace("'", "").split()) if "'" in text else text


def _ascii(text: str) -> str:
    # 20 ms that a book of Latin names never needs, so not when the program starts.
    from anyascii import anyascii  # noqa: PLC0415

    return anyascii(text)


class _Folds(dict[int, str]):
    """What each character folds to, found out when it is met first: for `str.translate`."""

    def __missing__(self, code: int) -> str:
        before, after = "", chr(code)
        while after != before:
            before, after = after, "".join(map(_fold, after))
        self[code] = after = unicodedata.normalize("NFC", after)
        return after


class _Separated(dict[int, str]):
    """Letters, digits and their marks as they are, anything else a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        in_word = char.isalnum() or unicodedata.category(char).startswith("M")
        self[code] = found = char if in_word else " "
        return found


_FOLDS = _Folds()
_SEPARATED = _Separated()


def _fold(char: str) -> str:
    """One round of folding for one character."""
    if char in _ALIKE:
        return _ALIKE[char]
    category = unicodedata.category(char)
    if category == "Cf" or _is_accent(char):
        return ""
    if category in ("Cc", "Zl", "Zp", "Zs", "Cs"):
        return " "
    if category == "Pd":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(char))
    decomposed = unicodedata.normalize("NFKD", char.casefold())
    if decomposed == char and not char.isascii() and _script(char) == "LATIN":
        return _ascii(char).casefold()
    return decomposed


def _is_accent(char: str) -> bool:
    """Whether a mark may be left out: not a vowel of an Indian script, not a voiced kana."""
    return unicodedata.category(char) == "Mn" and (
        _script(char) in ("COMBINING", "HEBREW", "ARABIC", "VARIATION")
        and "KATAKANA" not in unicodedata.name(char)
    )


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
