"""Cards and their properties as they are in the wild, read in time that grows with the length.

Written for files that break the standards: two ways of folding in one file, soft line breaks,
raw line breaks in notes, base64 that ends anyhow, cards in cards, cards without an end.
"""

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from customerbook.exchange.bytes import Letters, codec
from customerbook.exchange.vcard_heads import Head, head, split_head

# Begins with the line end, by which it is found far quicker than by a flag for every letter.
_MARK = re.compile(
    rb"\n(?:\xef\xbb\xbf)*[ \t]*([Bb][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd])[ \t]*:[ \t]*"
    rb"[Vv][Cc][Aa][Rr][Dd][ \t]*(?=\n|\Z)"
)
_GLUED = re.compile(rb"(END:VCARD)[ \t]*((?:\xef\xbb\xbf)?BEGIN:VCARD)", re.IGNORECASE)
_AGENT = re.compile(rb"\s*(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*", re.IGNORECASE)
_STRAY = re.compile(
    rb"^[ \t]*(?:[\w-]+\.)?(?:N|FN|TEL|EMAIL|ORG)[;:]", re.IGNORECASE | re.MULTILINE
)
_BLANK = re.compile(rb"\n*")
_OLD = re.compile(rb"^VERSION[ \t]*:[ \t]*2", re.IGNORECASE | re.MULTILINE)
_QP = re.compile(rb"[;=]\s*quoted-printable", re.IGNORECASE)
_B64 = re.compile(rb";(?:ENCODING=)?(?:BASE64|B)(?:[;:]|$)", re.IGNORECASE)
_B64_LINE = re.compile(rb"[A-Za-z0-9+/=]+[ \t]*")
_PROPERTY = re.compile(
    rb"(?:[\w-]+\.)?(?:N|FN|TEL|EMAIL|ADR|ORG|TITLE|URL|BDAY|NOTE|UID|REV|PHOTO|LABEL|CATEGORIES"
    rb"|VERSION|BEGIN|END|X-[A-Z0-9-]+)(?:;[^:]*)?:"
)
_ANY_PROPERTY = re.compile(rb"(?:[\w-]+\.)?[A-Z][A-Z0-9-]*[;:]")
# In these a space cannot be meant: a fold there was made by counting.
_UNSPACED = re.compile(rb"(?:[\w-]+\.)?(?:EMAIL|URL|UID|IMPP)[;:]", re.IGNORECASE)


class Property(NamedTuple):
    """A property with its decoded value; `raw` is the value as it was written, unfolded."""

    head: Head
    value: str
    raw: str


class Card(NamedTuple):
    """The properties of a card that starts at `line` of the file, counted from 1."""

    line: int
    properties: list[Property]


def cards(letters: Letters) -> Iterator[Card]:
    """The cards of a file, one after the other; what stands between them is left away."""
    data = _GLUED.sub(rb"\1\n\2", _with_line_ends(letters.data))
    line, counted = 0, 0
    for start, end in _spans(data):
        line += data.count(b"\n", counted, start)
        counted = start
        yield Card(line, properties(data[start:end], letters))


def count(data: bytes) -> int:
    """About how many cards there are; quick."""
    return sum(match[1][:1] in b"Bb" for match in _MARK.finditer(_with_line_ends(data)))


def _with_line_ends(data: bytes) -> bytes:
    return b"\n" + data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def properties(chunk: bytes, letters: Letters) -> list[Property]:
    """The properties of one card, given what stands between its marks."""
    if not (b"\n " in chunk or b"\n\t" in chunk or b"\\\n" in chunk):
        plain = _plain(letters.text(chunk))
        if plain is not None:
            return plain
    old = bool(_OLD.search(chunk))
    return _joined(_decoded(line, letters) for line in _logical(chunk.split(b"\n"), old=old))


def _plain(text: str) -> list[Property] | None:
    """The properties of a card in which each line is one, as nearly all are; None if not so."""
    found = []
    for line in text.split("\n"):
        start, colon, value = line.partition(":")
        if not colon:
            if line.strip():
                return None
            continue
        if '"' in start and start.count('"') % 2:  # the colon is in a quoted parameter
            return None
        known = head(start)
        if known is None or known.encoding or known.charset or known.name == "AGENT":
            return None
        found.append(Property(known, value, value))
    return found


def _spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the cards are; a card in a card belongs to it, one without an end ends at the next."""
    depth = start = 0
    for mark in _MARK.finditer(data):
        begins = mark[1][:1] in b"Bb"
        if begins and depth and _AGENT.fullmatch(_line_before(data, mark.start())):
            depth += 1
        elif not begins and depth > 1:
            depth -= 1
        else:
            yield from _span(data, start, mark.start(), begun=depth > 0)
            depth = int(begins)
            start = mark.end()
    yield from _span(data, start, len(data), begun=depth > 0)


def _span(data: bytes, start: int, end: int, *, begun: bool) -> Iterator[tuple[int, int]]:
    if begun:
        yield start, end
    elif _STRAY.search(data, start, end) and (blank := _BLANK.match(data, start)):
        yield blank.end(), end


def _line_before(data: bytes, place: int) -> bytes:
    around = data[max(0, place - 300) : place].rstrip()
    return around[around.rfind(b"\n") + 1 :]


def _logical(lines: list[bytes], *, old: bool) -> Iterator[bytes]:
    """Put lines together that are one: folded, with soft breaks, base64, a card as a value."""
    place, end = 0, len(lines)
    while place < end:
        line = lines[place].strip(b" \t") if lines[place][:1] in b" \t" else lines[place]
        place += 1
        if not line:
            continue
        start = line.partition(b":")[0]
        if _QP.search(start):
            line, place = _with_soft_breaks(lines, line, place)
        elif _B64.search(start):
            line, place = _with_base64(lines, line, place)
        elif _AGENT.fullmatch(line):
            line, place = _with_card(lines, line, place)
        else:
            line, place = _with_folds(lines, line, place, old=old)
        yield line


def _with_folds(lines: list[bytes], line: bytes, place: int, *, old: bool) -> tuple[bytes, int]:
    parts = [line]
    last, end = line, len(lines)
    while place < end:
        more = lines[place]
        if more[:1] in (b" ", b"\t"):
            # Version 2.1 breaks at a space that stays; but many programs break at column 75.
            keeps = old and more[1:2] not in (b" ", b"\t") and not 74 <= len(last) <= 76
            parts.append(more if keeps and not _UNSPACED.match(line) else more[1:])
        # The last byte may also be half a letter of Shift_JIS; then a property follows.
        elif (len(last) - len(last.rstrip(b"\\"))) % 2 and more and not _ANY_PROPERTY.match(more):
            parts[-1] = parts[-1][:-1] + b"\n"
            parts.append(more)
        else:
            break
        last = more
        place += 1
    return b"".join(parts), place


def _with_soft_breaks(lines: list[bytes], line: bytes, place: int) -> tuple[bytes, int]:
    parts = [line]
    end = len(lines)
    while place < end:
        more, last = lines[place], parts[-1].rstrip(b" \t")
        if last.endswith(b"="):
            if _PROPERTY.match(more):
                break  # a "=" too much must not swallow a phone number
            parts[-1] = last[:-1]
            parts.append(more)
        elif more[:1] in (b" ", b"\t") and more.strip():
            parts.append(more[1:])
        else:
            break
        place += 1
    return b"".join(parts), place


def _with_base64(lines: list[bytes], line: bytes, place: int) -> tuple[bytes, int]:
    parts = [line]
    end = len(lines)
    while place < end:
        more = lines[place].strip(b" \t")
        if not more:
            place += 1
            break
        if lines[place][:1] not in (b" ", b"\t") and not _B64_LINE.fullmatch(more):
            break
        parts.append(more)
        place += 1
    return b"".join(parts), place


def _with_card(lines: list[bytes], line: bytes, place: int) -> tuple[bytes, int]:
    depth, parts = 0, []
    for more in range(place, len(lines)):
        mark = _MARK.match(b"\n" + lines[more])
        if not mark and not depth and lines[more].strip():
            return line, place  # an AGENT without a card
        if mark:
            depth += 1 if mark[1][:1] in b"Bb" else -1
        parts.append(lines[more])
        if mark and depth <= 0:
            break
    return line + b"\n".join(parts).strip(), place + len(parts)


def _decoded(line: bytes, letters: Letters) -> Property | str:
    """A property, or the text of a line that is none."""
    text = letters.text(line)
    split = split_head(text)
    known = head(split[0]) if split else None
    if split is None or known is None:
        return text
    if known.charset and not known.encoding:
        if name := codec(known.charset):
            split = split_head(line.decode(name, "replace")) or split
        return Property(known, split[1], split[1])
    if known.encoding != "qp":
        return Property(known, split[1], split[1])
    value = binascii.a2b_qp(split[1].encode("utf-8", "replace"))
    name = codec(known.charset) if known.charset else None
    decoded = value.decode(name, "replace") if name else letters.text(value)
    return Property(known, decoded.replace("\r\n", "\n").replace("\r", "\n"), split[1])


def _joined(found: Iterator[Property | str]) -> list[Property]:
    """Give lines that are no property to the one before: raw line breaks in a note."""
    joined: list[Property] = []
    open_end: list[str] = []
    for item in found:
        if isinstance(item, str):
            if item.strip() and not (item.startswith("#") and not open_end):
                open_end.append(item)
            continue
        _close(joined, open_end)
        joined.append(item)
    _close(joined, open_end)
    return joined


def _close(joined: list[Property], open_end: list[str]) -> None:
    if joined and open_end:
        last = joined[-1]
        more = "\n".join(open_end)
        if last.head.encoding == "b64":
            more = "".join(more.split())
            joined[-1] = last._replace(value=last.value + more, raw=last.raw + more)
        else:
            joined[-1] = last._replace(value=f"{last.value}\n{more}", raw=f"{last.raw}\n{more}")
    open_end.clear()
