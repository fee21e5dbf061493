"""A printer that prints into a file, and what was printed on it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from customerbook.gui.documents import preview, printers, printing

NAME = "Counter printer"


def stand_printer(monkeypatch: pytest.MonkeyPatch, output: Path) -> Callable[[], QPrinter]:
    """Let the computer have one printer, whose pages go into this file; gives the last one used."""
    used: list[QPrinter] = []

    def named(_name: str, *, copies: int = 1) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(output))
        printer.setCopyCount(copies)
        used.append(printer)
        return printer

    for module in (preview, printers, printing):
        monkeypatch.setattr(module, "usual_printer", lambda: NAME)
    monkeypatch.setattr(preview, "printer_names", lambda: [NAME, "Office"])
    monkeypatch.setattr(printers, "printer_named", named)
    return lambda: used[-1]


def pages(path: Path) -> list[tuple[int, int]]:
    """Width and height of the printed pages, in points."""
    boxes = [page.mediabox for page in PdfReader(path).pages]
    return [(round(box.width), round(box.height)) for box in boxes]


def text(content: bytes) -> str:
    """All words of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
