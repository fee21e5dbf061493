"""The letters of one document: what is drawn for what was typed, and what no font has."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from anyascii import anyascii

from customerbook.documents.direction import joined, plain
from customerbook.documents.fonts import Face, face_for, shipped_has

_NEW_LINE = re.compile("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `strong` is set in the heavier cut."""

    text: str
    strong: bool = False


@dataclass(slots=True)
class Typecase:
    """Faces and widths of the characters one document needs, and those that no font has.

    Nothing that was typed is kept beyond the document. `rtl` is the direction of its language.
    """

    rtl: bool = False
    missing: set[str] = field(default_factory=set)
    _faces: dict[tuple[str, bool], Face | None] = field(default_factory=dict)

    def paragraphs(self, spans: Iterable[Span]) -> list[list[Span]]:
        """Text as typed, cut at its line ends and made drawable: this is the only way to paper.

        Text is never read as markup: there is nothing to escape, and nothing it could fetch.
        """
        found: list[list[Span]] = [[]]
        for span in spans:
            first, *others = _NEW_LINE.split(span.text)
            found[-1].append(self._drawable(first, strong=span.strong))
            found += [[self._drawable(other, strong=span.strong)] for other in others]
        return found

    def face(self, character: str, *, strong: bool) -> Face | None:
        """The face that draws a character, or None for a sign that is not drawn."""
        key = character, strong
        if key not in self._faces:
            unseen = character in _STEERING
            self._faces[key] = None if unseen else face_for(character, strong=strong)
        return self._faces[key]

    def width(self, character: str, *, strong: bool) -> float:
        """Advance as a part of the font size."""
        face = self.face(character, strong=strong)
        return face.width(character) if face else 0.0

    def runs(self, text: str, *, strong: bool) -> list[tuple[Face, str]]:
        """The text in stretches of one face each; signs that are not drawn are left out."""
        found: list[tuple[Face, str]] = []
        for character in text:
            face = self.face(character, strong=strong)
            if face is None:
                continue
            if found and (found[-1][0] is face or _shares(found[-1][0], face, character)):
                found[-1] = found[-1][0], found[-1][1] + character
            else:
                found.append((face, character))
        return found

    def _drawable(self, text: str, *, strong: bool) -> Span:
        composed = unicodedata.normalize("NFC", text)
        known = {character: self._known(character) for character in set(composed)}
        return Span(joined("".join(map(known.__getitem__, composed)), shipped_has), strong)

    def _known(self, character: str) -> str:
        if character in _STEERING:
            return character
        if character == "\t":
            return "    "
        kind = unicodedata.category(character)
        if kind in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f":
            return ""
        if self.face(character, strong=False) is not None:
            return character
        self.missing.add(character)
        letters = anyascii(character) if kind != "Cs" else ""
        return letters or ("" if kind.startswith("M") else "?")


def _shares(one: Face, other: Face, character: str) -> bool:
    return one.name == other.name or (character == " " and ord(character) in one.glyphs)


def text_of(spans: Iterable[Span]) -> str:
    """The spans' text as it was typed, in the order of reading."""
    return plain("".join(span.text for span in spans))
