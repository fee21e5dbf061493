"""Phone numbers as text: what is one, its digits, its extension; no numbering plan needed.

What country a number belongs to, and which spellings are one number, says
`store/phone_forms.py`.
"""

import re
import unicodedata

_SHORTEST, _LONGEST = 3, 20  # digits; E.164 has 15, typed ones an exit code and a "(0)" more
_LONGEST_TEXT = 100  # letters; whatever is longer is no number with an extension
_NO_DIGITS = re.compile(r"[^0-9]+")
_TYPED_AS_NUMBER = re.compile(r"[(\s]*\+?[0-9\s().·/\u2010-\u2015\u2212-]+")
_NO_EXTENSION = re.compile(r"[0-9 ()+./-]*")
_URI = re.compile(r"^\s*tel:", re.IGNORECASE)
_URI_PARAMETER = re.compile(r";(?!ext=)[a-z-]+=[^;]*", re.IGNORECASE)
_EXTENSION = re.compile(
    r"""(?P<number> .*?\d .*?)
        (?: ;ext=                                                       # tel:+49711123;ext=12
        |   [\s,;(]* (?<![^\W\d_])                                      # 0711 123 ext. 12
            (?:extension|ext|durchwahl|dw|apparat|app|poste|anexo|interno|int|toestel|x)\.?:?\s*
        |   \s*\#\s*                                                    # 555 0123 #12
        |   [pw,;]                                                      # a pause: 0711123p12w3
        )
        (?P<extension> \d{1,7}) (?: [pw,;]+ [\d*#pw,;]* )? \)? \s*""",
    re.IGNORECASE | re.VERBOSE,
)


def digits(text: str) -> str:
    """The digits 0 to 9 of a text in their order; those of other scripts are translated."""
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(char, " ")) for char in text)
    return _NO_DIGITS.sub("", text)


def looks_like_phone(text: str) -> bool:
    """Whether what was typed can be nothing but a phone number, or three digits of one or more.

    References such as `2026-00042` look like it too: ask for them first.
    """
    number, _extension = split_extension(text)
    number = unicodedata.normalize("NFKC", number)
    count = len(digits(number))
    return bool(_SHORTEST <= count <= _LONGEST and _TYPED_AS_NUMBER.fullmatch(_latin(number)))


def split_extension(text: str) -> tuple[str, str]:
    """A number as typed and the digits of its extension, "" if it has none.

    An extension stands behind a word ("ext. 12", "Durchwahl 12", "x12"), `;ext=`, `#` or a pause
    (`p`, `w`, a comma). The one behind a hyphen ("0711 123-12") is a part of the number: it is
    dialled with it.
    """
    number = text.strip()
    if _NO_EXTENSION.fullmatch(number) or len(number) > _LONGEST_TEXT:
        return number, ""
    if uri := _URI.match(number):
        number = _URI_PARAMETER.sub("", number[uri.end() :])
    if found := _EXTENSION.fullmatch(number):
        return found["number"].strip(" ,;(-"), digits(found["extension"])
    return number, ""


def _latin(number: str) -> str:
    return "".join(str(unicodedata.decimal(char, char)) for char in number)
