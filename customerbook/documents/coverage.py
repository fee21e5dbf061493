"""Fonts of this computer, by the characters they have: for scripts that no shipped font knows."""

import os
import struct
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

_SLANTED_OR_NARROW = ("italic", "oblique", "condensed", "narrow", "bold", "light", "thin", "black")
_UNFIT = ("mono", "code", "emoji", "symbol", "serif", "math", "lastresort")
_PLAIN = ("notosans", "dejavusans", "segoeui", "arial", "liberationsans", "freesans", "tahoma")


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A TrueType file and the code points it has: sorted, not overlapping, both ends included."""

    path: Path
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def has(self, code: int) -> bool:
        """Whether the font says that it has this character."""
        place = bisect_right(self.firsts, code) - 1
        return place >= 0 and code <= self.lasts[place]


def system_fonts() -> Iterator[SystemFont]:
    """Readable TrueType fonts of this computer, plain upright sans-serifs first."""
    for path in _files():
        font = read_font(path)
        if font is not None:
            yield font


def font_folders() -> list[Path]:
    """Where this system keeps fonts; folders that do not exist are left out."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        folders = [windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    elif sys.platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        folders += [home / ".local/share/fonts", home / ".fonts"]
    return [folder for folder in folders if folder.is_dir()]


@cache
def _files() -> tuple[Path, ...]:
    endings = {".ttf", ".ttc"}
    found = {
        path
        for folder in font_folders()
        for path in folder.rglob("*")
        if path.suffix.lower() in endings and path.is_file()
    }
    return tuple(sorted(found, key=_preference))


def _preference(path: Path) -> tuple[int, str, str]:
    name = path.stem.lower().replace("-", "").replace(" ", "").replace("_", "")
    points = 4 * any(word in name for word in _SLANTED_OR_NARROW)
    points += 2 * any(word in name for word in _UNFIT)
    points += not name.startswith(_PLAIN)
    return points, name, str(path)


@cache
def read_font(path: Path) -> SystemFont | None:
    """What a file has to offer; None if it is no TrueType font, or damaged."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            start = struct.unpack(">I", head[12:16])[0] if head[:4] == b"ttcf" else 0
            tables = dict(_tables(file, start))
            if "glyf" not in tables or "cmap" not in tables:
                return None  # PostScript outlines can not be embedded
            offset, length = tables["cmap"]
            file.seek(offset)
            ranges = sorted(set(_ranges(file.read(length))))
    except (OSError, struct.error, IndexError, ValueError):
        return None  # a damaged font is no font
    return SystemFont(path, tuple(r[0] for r in ranges), tuple(r[1] for r in ranges))


def _tables(file: BinaryIO, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
    file.seek(start + 4)
    (count,) = struct.unpack(">H", file.read(2))
    file.seek(start + 12)
    for _ in range(count):
        tag, _sum, offset, length = struct.unpack(">4sIII", file.read(16))
        yield tag.decode("latin-1"), (offset, length)


def _ranges(cmap: bytes) -> list[tuple[int, int]]:
    """Code points of a `cmap` table; OpenType specification, cmap formats 4 and 12."""
    (count,) = struct.unpack(">H", cmap[2:4])
    best: dict[int, int] = {}
    for number in range(count):
        place = 4 + 8 * number
        platform, encoding, offset = struct.unpack(">HHI", cmap[place : place + 8])
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (form,) = struct.unpack(">H", cmap[offset : offset + 2])
            best.setdefault(form, offset)
    if 12 in best:
        start = best[12] + 12
        (groups,) = struct.unpack(">I", cmap[start : start + 4])
        rows = struct.iter_unpack(">III", cmap[start + 4 : start + 4 + 12 * groups])
        return [(first, last) for first, last, _glyph in rows]
    if 4 in best:
        start = best[4]
        (double,) = struct.unpack(">H", cmap[start + 6 : start + 8])
        lasts = struct.unpack(f">{double // 2}H", cmap[start + 14 : start + 14 + double])
        begin = start + 16 + double
        firsts = struct.unpack(f">{double // 2}H", cmap[begin : begin + double])
        return [pair for pair in zip(firsts, lasts, strict=True) if pair[0] != 0xFFFF]
    return []
