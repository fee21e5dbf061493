"""Printing at once, and the pages as they come out of the printer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.documents import Options, document_named
from customerbook.gui.device import Device
from customerbook.gui.documents.preview import Preview
from customerbook.gui.documents.printers import (
    PrintingError,
    print_pages,
    strip,
    usual_printer,
)
from customerbook.gui.documents.printing import print_now
from customerbook.gui.jobs import Progress
from customerbook.model.document import HandedOver
from customerbook.model.interaction import Interaction
from tests.gui.counter import CounterShell
from tests.gui.documents.paper import NAME, pages, stand_printer


def contact(book: Book, note: str = "Wheel trued.") -> Interaction:
    grace = book.customers.resolve("Grace Mueller").id
    return book.interactions.log(Interaction(customer_id=grace, note=note)).first(Interaction)


def drawn(book: Book, interaction: Interaction, paper: str = "A4") -> bytes:
    build = document_named("confirmation").build
    return build(book, interaction.id, Options(paper=paper)).content


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_page_drawn_in_strips_is_the_page(book: Book, qtbot: QtBot) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawn(book, contact(book))))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = QSize(1240, 1754)
    whole = strip(document, 0, size, 0, size.height())
    for top in range(0, size.height(), 200):
        rows = min(200, size.height() - top)
        assert strip(document, 0, size, top, rows) == whole.copy(0, top, size.width(), rows)
    flat = QImage(size, QImage.Format.Format_RGB32)
    flat.fill(0xFFFFFFFF)
    painter = QPainter(flat)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    assert ink(flat) == ink(whole)
    document.close()


def ink(picture: QImage) -> tuple[int, int]:
    """The first and the last row that are not white."""
    white = QImage(picture.width(), 1, picture.format())
    white.fill(0xFFFFFFFF)
    dark = [y for y in range(picture.height()) if picture.copy(0, y, picture.width(), 1) != white]
    return dark[0], dark[-1]


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("A5", (420, 595))])
def test_pages_have_the_size_of_their_paper(
    book: Book, qtbot: QtBot, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    content = drawn(book, contact(book), paper)
    printer = pdf_printer(tmp_path / "out.pdf")
    assert print_pages(content, printer, "2026-00001", Progress()) == 1
    assert pages(tmp_path / "out.pdf") == [size]
    assert printer.docName() == "2026-00001"


def test_every_page_is_printed_and_progress_is_told(
    book: Book, qtbot: QtBot, tmp_path: Path
) -> None:
    content = drawn(book, contact(book, "Long. " * 1500))
    told: list[int] = []
    progress = Progress(told.append)
    count = print_pages(content, pdf_printer(tmp_path / "out.pdf"), "x", progress)
    assert count > 1
    assert len(pages(tmp_path / "out.pdf")) == count
    assert told[0] == 1


def test_what_is_no_pdf_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrintingError, match="could not be read"):
        print_pages(b"no pdf", pdf_printer(tmp_path / "out.pdf"), "x", Progress())


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support")
def test_a_printer_that_does_not_take_it_is_said(book: Book, qtbot: QtBot, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "no" / "folder" / "out.pdf")
    with pytest.raises(PrintingError, match="did not answer"):
        print_pages(drawn(book, contact(book)), printer, "x", Progress())


def test_printing_at_once_keeps_and_prints_and_remembers_the_printer(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_printer(monkeypatch, tmp_path / "out.pdf")
    logged = contact(book)
    print_now(shell, "confirmation", logged.id)
    qtbot.waitUntil(lambda: bool(shell.toasts()), timeout=20000)
    (kept,) = book.documents.of_interaction(logged.id, "confirmation")
    assert kept.handed_over is HandedOver.PRINTED
    assert pages(tmp_path / "out.pdf") == [(595, 842)]
    assert Device().printer == NAME
    print_now(shell, "confirmation", logged.id)
    qtbot.waitUntil(lambda: len(shell.toasts()) == 2, timeout=20000)
    assert len(book.documents.of_interaction(logged.id, "confirmation")) == 1


def test_without_a_printer_the_preview_opens_and_says_so(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    assert usual_printer() == ""
    print_now(shell, "confirmation", contact(book).id)
    (preview,) = shell.sheets
    assert isinstance(preview, Preview)
    assert "No printer is set up" in preview.panel.trouble.accessibleName()
    qtbot.waitUntil(lambda: bool(preview.content), timeout=20000)
    preview.dismiss()


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support")
def test_a_printer_that_fails_is_told_to_the_window(
    shell: CounterShell,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_printer(monkeypatch, tmp_path / "no" / "folder" / "out.pdf")
    with qtbot.waitSignal(shell.jobs.refused, timeout=20000) as told:
        print_now(shell, "confirmation", contact(book).id)
    assert "did not answer" in str(told.args[0])
