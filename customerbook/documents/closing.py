"""The end of a document that is handed over: lines to sign on and a code with its number."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block
from customerbook.documents.colours import INK
from customerbook.documents.letterhead import SMALL
from customerbook.documents.qr import QR_SIZE, draw_qr
from customerbook.documents.rows import rule
from customerbook.documents.text import Text
from customerbook.documents.typecase import Typecase

_GAP = 8.5 * mm
_ABOVE = 7 * mm
_SIGNED = 16 * mm


class Closing(Block):
    """Signature lines and a QR code at the foot of the last page."""

    sinks = True

    def __init__(self, signatures: tuple[str, ...], code: str, case: Typecase) -> None:
        """`signatures` name who signs, from the start of the line; no `code`, no QR code."""
        self._signatures = [Text(who, SMALL, case) for who in signatures]
        self._code = code
        self._rtl = case.rtl

    def height(self, width: float) -> float:
        """Room to sign, and the space above."""
        wide = self._wide(width)
        names = max((who.height(wide) for who in self._signatures), default=0)
        signed = _SIGNED + names if self._signatures else 0
        return _ABOVE + max(signed - _ABOVE, QR_SIZE if self._code else 0)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The lines end where the code ends."""
        lower = top - self.height(width)
        if self._code:
            draw_qr(pen, self._code, x if self._rtl else x + width - QR_SIZE, lower)
        wide = self._wide(width)
        names = max((who.height(wide) for who in self._signatures), default=0)
        for number, who in enumerate(self._signatures):
            offset = number * (wide + _GAP)
            left = x + (width - offset - wide if self._rtl else offset)
            rule(pen, left, lower + names + 1.1 * mm, wide, colour=INK, thick=0.8)
            who.draw(pen, left, lower + names, wide)

    def _wide(self, width: float) -> float:
        room = width - (QR_SIZE + _GAP if self._code else 0)
        count = max(len(self._signatures), 2)
        return (room - (count - 1) * _GAP) / count
