"""What the command line prints: JSON with stable fields, or tables for people, always in UTF-8."""

import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import Any

_WIDEST = 40
_GAP = "  "


def prepare_streams() -> None:
    """Print UTF-8 whatever the locale or the pipe says."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # a program without a console on Windows
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def mute() -> None:
    """Send what is still to be written nowhere: whoever read it has gone."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def print_json(value: Any) -> None:
    """Print for other programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str = "") -> None:
    """Print a line for people."""
    print(sentence(text))


def note(text: str) -> None:
    """Tell people beside the output, so that a pipe gets records only."""
    print(sentence(text), file=sys.stderr)


def sentence(text: str) -> str:
    """A text on one line, without what could steer a terminal."""
    return "".join(c if c.isprintable() or _harmless(c) else " " for c in " ".join(text.split()))


def _harmless(character: str) -> bool:
    """Joiners inside a word, private and unassigned characters: no terminal obeys them."""
    if character in "\u200c\u200d":
        return True
    return unicodedata.category(character) in ("Co", "Cn", "Zs")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns that stand below each other; the last one takes the room that is left.

    Without headers there is no line for them.
    """
    lines = [[sentence(cell) for cell in row] for row in rows]
    widths = [
        min(_WIDEST, max((width(cell) for cell in column), default=0))
        for column in zip_longest(headers, *lines, fillvalue="")
    ]
    room = shutil.get_terminal_size((0, 0)).columns if sys.stdout.isatty() else 0
    for row in (headers, *lines) if any(headers) else lines:
        print(_line(row, widths, room))


def _line(cells: Sequence[str], widths: Sequence[int], room: int) -> str:
    first = [padded(cell, wide) for cell, wide in zip(cells[:-1], widths, strict=False)]
    begin = _GAP.join([*first, ""])
    left = room - width(begin)
    last = cells[-1] if room == 0 or left < 8 else shortened(cells[-1], left)
    return (begin + last).rstrip()


def width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(_cells(character) for character in text)


def padded(text: str, wide: int) -> str:
    """The text on exactly so many cells, cut with "…" if it is longer."""
    text = shortened(text, wide)
    return text + " " * (wide - width(text))


def shortened(text: str, wide: int) -> str:
    """The text on at most so many cells."""
    if width(text) <= wide:
        return text
    kept, taken = "", 0
    for character in text:
        if taken + _cells(character) > wide - 1:
            break
        kept, taken = kept + character, taken + _cells(character)
    return kept.rstrip() + "…"


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
