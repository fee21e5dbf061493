"""What stands before the colon of a vCard line: group, name, parameters."""

import binascii
import re
from dataclasses import dataclass, field
from functools import lru_cache

from customerbook.exchange.header_words import WORDS
from customerbook.exchange.labels import joined, label

_HEAD = re.compile(r"(?:([\w-]+)\.)?([A-Za-z0-9-]+)")
_SILENT = re.compile("pref|preferred|voice|internet|msg|text|x400|dom|intl|postal|parcel|modem|bbs")
_TYPES = {
    "cell": "mobile",
    "iphone": "mobile",
    "pcs": "mobile",
    "workfax": "work fax",
    "homefax": "home fax",
}
_LONGEST = 2000
_ENCODINGS = {"quoted-printable": "qp", "base64": "b64", "b": "b64", "8bit": "", "7bit": ""}
_ANDROID_LABEL = re.compile(r"x-custom\(.*,([^)]*)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a property before its colon, as a reader needs it.

    `encoding` is "qp", "b64" or empty. `text` is the head as it was, without its character set,
    because the value has been decoded. `label` is a plain word or what the person had typed.
    """

    name: str
    text: str
    group: str = ""
    encoding: str = ""
    charset: str = ""
    label: str = ""
    preferred: bool = False
    types: frozenset[str] = frozenset()
    parameters: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def head(text: str) -> Head | None:
    """Read a head such as `item1.TEL;CELL;PREF` or `TEL;TYPE="work,voice"`; None if it is none."""
    name_text, *rest = text.split(";") if '"' not in text else _quoted(text)
    match = _HEAD.fullmatch(name_text.strip())
    if not match or len(text) > _LONGEST:
        return None
    types: list[str] = []
    parameters: dict[str, str] = {}
    encoding = ""
    for part in rest:
        name, equals, value = part.partition("=")
        name = name.strip().upper()
        value = _unquoted(value)
        bare = part.strip().casefold()
        if bare in _ENCODINGS:
            encoding = _ENCODINGS[bare]
        elif name == "ENCODING":
            encoding = _ENCODINGS.get(value.casefold(), encoding)
        elif name == "TYPE":
            types += [one.strip() for one in value.split(",") if one.strip()]
        elif equals and not bare.startswith("x-custom("):
            parameters[name] = value
        elif bare:
            types.append(part.strip())
    lower = frozenset(one.casefold() for one in types)
    kept = [part for part in rest if not part.strip().upper().startswith("CHARSET=")]
    return Head(
        name=match[2].upper(),
        text=";".join([name_text.strip(), *kept]),
        group=(match[1] or "").casefold(),
        encoding=encoding,
        charset=parameters.get("CHARSET", ""),
        label=_label(types),
        preferred="pref" in lower or parameters.get("PREF") == "1",
        types=lower,
        parameters=parameters,
    )


def split_head(line: str) -> tuple[str, str] | None:
    """Head and value of a line; None without a colon. A colon in quotes parts nothing."""
    start, colon, value = line.partition(":")
    if not colon:
        return None
    if start.count('"') % 2:
        quoted = False
        for place, letter in enumerate(line):
            quoted ^= letter == '"'
            if letter == ":" and not quoted:
                return line[:place], line[place + 1 :]
    return start, value


def _quoted(text: str) -> list[str]:
    parts, start, quoted = [], 0, False
    for place, letter in enumerate(text):
        quoted ^= letter == '"'
        if letter == ";" and not quoted:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _unquoted(value: str) -> str:
    value = value.strip().replace('"', "")
    if "^" in value:  # RFC 6868
        value = value.replace("^n", "\n").replace("^'", '"').replace("^^", "^")
    return value.replace("\\n", "\n").replace("\\,", ",")


def _label(types: list[str]) -> str:
    tags: list[str] = []
    own = ""
    for one in types:
        plain = one.casefold()
        if _SILENT.fullmatch(plain):
            continue
        if known := _TYPES.get(plain) or WORDS.get(plain):
            tags += known.split()
        else:
            own = own or _own(one)
    return own or joined(tags)


def _own(typed: str) -> str:
    """A label that a person had typed, which telephones mark in ways of their own."""
    if match := _ANDROID_LABEL.match(typed):
        return label(binascii.a2b_qp(match[1].encode()).decode("utf-8", "replace"))
    return label(typed[2:] if typed[:2] in {"X-", "x-"} else typed)
