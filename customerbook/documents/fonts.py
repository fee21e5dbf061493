"""Which font draws which character: Lato, Plex Sans Arabic, then this computer's fonts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg_ibm_plex_sans_arabic
import fontpkg_lato
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError

from customerbook.documents.coverage import system_fonts
from customerbook.documents.legible import LegibleFont

_LATO = Path(fontpkg_lato.ROOT) / "files"
_PLEX = Path(fontpkg_ibm_plex_sans_arabic.ROOT) / "files"
_SHIPPED = {
    False: (_LATO / "Lato-Regular.ttf", _PLEX / "IBMPlexSansArabic-Regular.ttf"),
    True: (_LATO / "Lato-Bold.ttf", _PLEX / "IBMPlexSansArabic-SemiBold.ttf"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font as reportlab knows it: name, and the glyph of each code point.

    `thicken` marks one that has no strong cut of its own, so that its outlines are stroked.
    """

    name: str
    glyphs: Mapping[int, int]
    widths: Mapping[int, float]
    thicken: bool = False

    def width(self, character: str) -> float:
        """Advance of a character this face has, as a part of the font size."""
        return self.widths[ord(character)] / 1000


def face_for(character: str, *, strong: bool) -> Face | None:
    """The face that draws a character, or None if no font of this computer has it."""
    code = ord(character)
    for path in _SHIPPED[strong]:
        face = _shipped(path)
        if code in face.glyphs:
            return face
    return _system_face(code, strong=strong)


def shipped_has(character: str) -> bool:
    """Whether a font that comes with the program draws this character."""
    return any(ord(character) in _shipped(path).glyphs for path in _SHIPPED[False])


@cache
def _shipped(path: Path) -> Face:
    return _register(path.stem, path)


def _system_face(code: int, *, strong: bool) -> Face | None:
    for font in system_fonts():
        if font.has(code):
            face = _embeddable(font.path)
            if face is not None and face.glyphs.get(code):
                return Face(face.name, face.glyphs, face.widths, thicken=strong)
    return None


@cache
def _embeddable(path: Path) -> Face | None:
    try:
        return _register(f"{path.stem} of {path.parent}", path)
    except TTFError:  # its licence bits forbid embedding, or it is damaged
        return None


def _register(name: str, path: Path) -> Face:
    font = LegibleFont(name, str(path), asciiReadable=False)
    registerFont(font)
    return Face(name, font.face.charToGlyph, font.face.charWidths)
