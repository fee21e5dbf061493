"""The printers of this computer, and finished PDFs put on paper in a worker."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from customerbook.gui.device import Device
from customerbook.gui.documents.keeping import Subject
from customerbook.gui.jobs import Progress
from customerbook.gui.shell import Shell
from customerbook.model.errors import BookError
from customerbook.model.texts import _

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_FINEST: Final = 300
"""Dots per inch; more would cost hundreds of megabytes a page and be seen by nobody."""

_STRIP: Final = 60
"""Rows of dots that are drawn at once: some milliseconds, most of them for compressing it."""


class PrintingError(BookError):
    """The document did not get onto paper."""


def no_printer() -> str:
    """The sentence for a computer without a printer."""
    return _("No printer is set up on this computer. Save the document as PDF instead.")


def printer_names() -> list[str]:
    """Printers of this computer; empty if there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - loaded when first printed

    return list(QPrinterInfo.availablePrinterNames())


def usual_printer() -> str:
    """The printer used last, else the system's own choice; empty if there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415

    names, last = printer_names(), Device().printer
    if last in names:
        return last
    return str(QPrinterInfo.defaultPrinterName()) or next(iter(names), "")


def printer_named(name: str, *, copies: int = 1) -> "QPrinter":
    """A printer of this computer, ready to print on."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(copies)
    return printer


def print_pages(content: bytes, printer: "QPrinter", name: str, progress: Progress) -> int:
    """Print a PDF page by page and return how many; for workers. `name` is the job's.

    Raises PrintingError if the printer does not take it, and stops between pages if cancelled.
    """
    from PySide6.QtCore import QBuffer, QByteArray  # noqa: PLC0415
    from PySide6.QtGui import QPainter  # noqa: PLC0415
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415

    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    count = document.pageCount()
    if count == 0:
        raise PrintingError(_("The document could not be read, so nothing was printed."))
    _lay_paper(printer, document, name)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError(_("The printer did not answer. Nothing was printed; the copy is kept."))
    try:
        for page in range(count):
            if progress.cancelled():
                printer.abort()
                break
            if page:
                printer.newPage()
            for _strip in _draw_page(painter, printer, document, page):
                progress.give_way()
            progress(page + 1)
    finally:
        painter.end()
        document.close()
    return count


def _lay_paper(printer: "QPrinter", document: "QPdfDocument", name: str) -> None:
    """Ask for the paper the document was drawn for, without margins: they are in the document."""
    from PySide6.QtCore import QMarginsF  # noqa: PLC0415
    from PySide6.QtGui import QPageLayout, QPageSize  # noqa: PLC0415

    paper = QPageSize(document.pagePointSize(0), QPageSize.Unit.Point)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(name)


def _draw_page(
    painter: "QPainter", printer: "QPrinter", document: "QPdfDocument", page: int
) -> Iterator[None]:
    """Draw one page as a picture in the printer's dots, a strip at a time.

    The binding keeps the interpreter while it draws: a page at once would stop the window for a
    third of a second.
    """
    from PySide6.QtCore import QRectF, QSize  # noqa: PLC0415

    points, dots = document.pagePointSize(page), min(printer.resolution(), _FINEST)
    size = QSize(round(points.width() * dots / 72), round(points.height() * dots / 72))
    across = points.width() * printer.resolution() / 72 / size.width()
    down = points.height() * printer.resolution() / 72 / size.height()
    for top in range(0, size.height(), _STRIP):
        # One row more than is needed, so that no white line can be between two of them.
        sheet = strip(document, page, size, top, min(_STRIP + 1, size.height() - top))
        yield
        place = QRectF(0, top * down, sheet.width() * across, sheet.height() * down)
        painter.drawImage(place, sheet)
        yield


def strip(document: "QPdfDocument", page: int, size: "QSize", top: int, rows: int) -> "QImage":
    """Some rows of a page that is `size` dots large, on white."""
    from PySide6.QtCore import QRect, QSize  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtPdf import QPdfDocumentRenderOptions  # noqa: PLC0415

    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    # QtPdf takes the last row and column for the size, and would shrink what it draws by one.
    options.setScaledClipRect(QRect(0, top, size.width() + 1, rows + 1))
    sheet = QImage(QSize(size.width(), rows), QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(page, sheet.size(), options))
    painter.end()
    return sheet


def print_kept(
    shell: Shell, subject: Subject, content: bytes, printer: str, *, copies: int = 1
) -> None:
    """Print bytes that are kept already, and say when they are with the printer."""
    words = f"{subject.kind.label()} {subject.number}".strip()
    target = printer_named(printer, copies=copies)

    def work(progress: Progress) -> int:
        return print_pages(content, target, subject.number or subject.kind.name, progress)

    def done(_pages: int) -> None:
        Device().printer = printer
        shell.toast(_("{document} is with the printer.").format(document=words))

    shell.jobs.start(work, done=done)
