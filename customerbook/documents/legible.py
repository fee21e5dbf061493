"""A font whose letters are searched and copied as they were typed."""

from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from customerbook.documents.direction import plain


class LegibleFont(TTFont):
    """Joined Arabic letters count as the letters they stand for, and no code point is cut short.

    The table in the PDF that says so (ISO 32000-1, 9.10.3) has four digits a code point and the
    joined forms when reportlab writes it.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the font to a document, then correct its tables."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, codes in enumerate(subsets):
            name = SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX
            table = doc.idToObject["toUnicodeCMap:" + name.decode("pdfdoc")]
            table.content = _corrected(table.content, codes)


def _corrected(table: str, codes: list[int]) -> str:
    for place, code in enumerate(codes):
        typed = plain(chr(code))
        # A form that stands for several letters stays: viewers turn it into letters themselves,
        # and would turn letters given here around.
        if len(typed) == 1 and (code > 0xFFFF or typed != chr(code)):
            units = typed.encode("utf-16-be").hex().upper()
            table = table.replace(f"<{place:02X}> <{code:04X}>", f"<{place:02X}> <{units}>")
    return table
