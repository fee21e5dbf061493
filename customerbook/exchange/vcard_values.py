"""The values of vCard properties: escaped letters, parts, numbers as addresses (`tel:`)."""

import re
from urllib.parse import unquote

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
_UNESCAPED_COMMA = re.compile(r"(?<!\\)[,;]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}):(?!//)(.*)", re.DOTALL)
_EXTENSION = re.compile(r";ext=([^;]*)", re.IGNORECASE)


def text(value: str) -> str:
    """A value without escapes and without space around it."""
    return (_ESCAPED.sub(_letter, value) if "\\" in value else value).strip()


def parts(value: str) -> list[str]:
    """The parts of a value between semicolons, without escapes."""
    if "\\" not in value:
        return [part.strip() for part in value.split(";")]
    return [text(part) for part in _split(_UNESCAPED_SEMICOLON, value)]


def listed(value: str) -> list[str]:
    """Values parted by commas or, in old cards, by semicolons."""
    found = _split(_UNESCAPED_COMMA, value)
    return [plain for part in found if (plain := text(part))]


def phone(value: str) -> str:
    """A number as typed; `tel:+49-89-1;ext=5` becomes `+49-89-1 ext. 5`."""
    number = text(value)
    if number[:4].casefold() != "tel:":
        return number
    number = _EXTENSION.sub(r" ext. \1", unquote(number[4:]))
    return number.strip()


def address_scheme(value: str) -> tuple[str, str]:
    """Scheme and the rest of `xmpp:anna@example.org`; an empty scheme where there is none."""
    plain = text(value)
    match = _SCHEME.fullmatch(plain)
    return (match[1], unquote(match[2]).strip()) if match else ("", plain)


def escaped(plain: str) -> str:
    """A text as the value of a property."""
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _split(sign: re.Pattern[str], value: str) -> list[str]:
    """Split at signs that are not escaped; a pair of backslashes escapes nothing after it."""
    return [part.replace("\0", "\\\\") for part in sign.split(value.replace("\\\\", "\0"))]


def _letter(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]
