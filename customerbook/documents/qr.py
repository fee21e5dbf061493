"""A QR code as plain black squares."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

QR_SIZE = 19.1 * mm
"""Edge of a code, in points. Four modules around it stay white: the margins see to that."""


def draw_qr(pen: Canvas, text: str, x: float, y: float) -> None:
    """Draw a code, its lower left corner at `x`, `y`; a quarter of it may get damaged."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    modules: list[list[bool]] = code.modules
    count = len(modules)
    module = QR_SIZE / count
    squares = pen.beginPath()
    for row in range(count):
        lower = y + QR_SIZE - (row + 1) * module
        column = 0
        while column < count:
            start = column
            while column < count and modules[row][column]:
                column += 1
            if column > start:  # neighbours are drawn as one: viewers leave hairlines between two
                squares.rect(x + start * module, lower, (column - start) * module, module)
            column += 1
    pen.setFillColorRGB(0, 0, 0)
    pen.drawPath(squares, stroke=0, fill=1)
