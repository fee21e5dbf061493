"""The print preview: the page on a desk, what can be chosen for it, and print or save."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from customerbook.documents import Printout, document_named
from customerbook.gui import theme
from customerbook.gui.documents.choices import Choices, Copies, captioned
from customerbook.gui.documents.keeping import file_name, keep, kept_copy, subject_of, title_of
from customerbook.gui.documents.printers import (
    no_printer,
    print_kept,
    printer_names,
    usual_printer,
)
from customerbook.gui.jobs import Job, Progress
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.painting import draw_line
from customerbook.gui.widgets.sheet import Foot, Sheet
from customerbook.model import spoken
from customerbook.model.document import Document, HandedOver
from customerbook.model.errors import BookError, DiskError
from customerbook.model.texts import _

_PANEL: Final = 375
_HEIGHT: Final = 732


class Preview(Sheet):
    """A document of one subject: `confirmation` of an interaction, `summary` of a customer.

    A confirmation that was handed over shows the kept copy, `document_id` a certain one; printing
    it again prints the same bytes. Choosing otherwise draws a new one, which takes the place of
    the kept one once it is printed or saved. `notice` is said above the buttons.
    """

    def __init__(
        self,
        shell: Shell,
        kind: str,
        subject_id: int,
        *,
        document_id: int | None = None,
        notice: str = "",
    ) -> None:
        self._shell = shell
        session = shell.session
        self._subject = subject_of(session.book, document_named(kind), subject_id)
        self.kept: Document | None = (
            session.book.documents.get(document_id)
            if document_id is not None
            else kept_copy(session.book, self._subject)
        )
        self.content = b""
        self._job: Job[Printout] | None = None
        self._then: Callable[[], None] | None = None
        super().__init__(shell.sheet_host(), self._subject.kind.label(), width=1088)
        self._choices.changed.connect(self.draw)
        self._fill_printers()
        if notice:
            self._warn(notice)
        if self.kept is not None:
            self.show_kept()
        else:
            self.draw()

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the keyboard on the button that is wanted most."""
        super().open(first or (self.print_button if self._printer() else self.save_button))

    def draw(self) -> None:
        """Draw the document anew with what was chosen, in a worker; only the newest is shown."""
        if self._job is not None:
            self._job.abandon()
        book, subject, options = self._shell.session.book, self._subject, self._choices.options()
        self.content = b""
        self.pages.say(_("Drawing…"))
        self._follow()

        def work(_progress: Progress) -> Printout:
            return subject.kind.build(book, subject.id, options)

        self._job = self._shell.jobs.start(
            work, done=self._drawn, failed=self._not_drawn, owner=self
        )

    def show_kept(self) -> None:
        """Show the copy that was handed over."""
        assert self.kept is not None
        if self._job is not None:
            self._job.abandon()
            self._job = None
        self.content = self.kept.content
        self.pages.show_pdf(self.content)
        self._remarks.hide()
        self._follow()

    def shows_kept(self) -> bool:
        """Whether what is shown lies in the book."""
        return self.kept is not None and self.content == self.kept.content

    def print(self) -> None:
        """Keep the document and print it, as soon as it is drawn; needs a printer."""
        printer = self._printer()
        if not printer:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.content:
            self._then = self.print
            return
        if self._keep_copy(HandedOver.PRINTED):
            copies = self.copies.count()
            print_kept(self._shell, self._subject, self.content, printer, copies=copies)
            self.dismiss()

    def save(self, path: Path | None = None) -> None:
        """Write the document to a file, which is asked for unless it is given, and keep it."""
        if not self.content:
            self._then = lambda: self.save(path)
            return
        chosen = path or self._ask_path()
        if chosen is None:
            return
        try:
            chosen.write_bytes(self.content)
        except OSError as error:
            sentence = _("“{name}” could not be written: {reason}. Choose another place.")
            self._warn(sentence.format(name=chosen.name, reason=error.strerror or error))
            return
        if self._keep_copy(HandedOver.SAVED):
            self._shell.toast(_("Saved as {name}").format(name=chosen.name))
            self.dismiss()

    def dismiss(self) -> None:
        """Close the sheet; nobody waits for what is still drawn."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+S saves, plus, minus and 0 zoom, page keys turn."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts = {
            Qt.Key.Key_P: self.print,
            Qt.Key.Key_S: self.save,
            Qt.Key.Key_Plus: lambda: self.pages.zoom(1),
            Qt.Key.Key_Equal: lambda: self.pages.zoom(1),
            Qt.Key.Key_Minus: lambda: self.pages.zoom(-1),
            Qt.Key.Key_0: self.pages.fit,
        }
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if control and key in acts:
            event.accept()
            acts[key]()
        elif not control and key in turns:
            event.accept()
            self.pages.turn(turns[key])
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        """Pages on the desk, and a panel with the title above what can be chosen."""
        shop, now = self._shell.session.book.shop(), self._shell.session.now()
        from customerbook.gui.documents.page_view import PageView  # noqa: PLC0415 - loads QtPdf

        self.pages = PageView()
        self._choices = Choices(self._subject, shop, now.date())
        self.printer = Choice(label=_("Printer"))
        self.copies = Copies()
        self._banner = Banner("", "blue")
        self._banner.action.clicked.connect(self._turn_kept)
        self._remarks = Banner("", "amber", icon="triangle-alert")
        self._trouble = Banner("", "amber", icon="circle-alert")
        for banner in (self._banner, self._remarks, self._trouble):
            banner.hide()
        self.save_button = Button(_("Save"), icon="download")
        self.print_button = Button(_("Print"), kind="primary", icon="printer")
        self.save_button.clicked.connect(lambda _on: self.save())
        self.print_button.clicked.connect(self.print)
        self._panel = Panel()
        self._column = QVBoxLayout(self._panel)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._make_head())
        self._column.addWidget(self._make_scroll(), 1)
        row = QHBoxLayout(self.paper)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.pages, 1)
        row.addWidget(self._panel)
        self._foot = Foot((self.print_button,), self.save_button)
        self._column.addWidget(self._foot)
        self.restyle()

    def restyle(self) -> None:
        """Keep the panel's width at the text size in force."""
        self._panel.setFixedWidth(theme.current().px(_PANEL))

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 20, 16, 12)
        column.setSpacing(0)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._close)
        column.addLayout(self._head)
        column.addWidget(ElidedLabel(title_of(self._subject), "text", "ink2"))
        return head

    def _make_scroll(self) -> QScrollArea:
        matter = QWidget()
        column = QVBoxLayout(matter)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._choices)
        printing = QHBoxLayout()
        printing.setSpacing(12)
        printing.addLayout(captioned(_("Printer"), self.printer), 1)
        printing.addLayout(captioned(_("Copies"), self.copies))
        column.addLayout(printing)
        for banner in (self._trouble, self._remarks, self._banner):
            column.addWidget(banner)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(matter)
        matter.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        return self._scroll

    def _wanted_height(self, _width: int) -> int:
        return theme.current().px(_HEIGHT)

    def _printer(self) -> str:
        """The chosen printer; empty on a computer without one."""
        return str(self.printer.value() or "")

    def _fill_printers(self) -> None:
        names = printer_names()
        self.printer.set_options([Option(name, name) for name in names], usual_printer())
        self.printer.setEnabled(bool(names))
        self.copies.setEnabled(bool(names))
        if not names:
            self.printer.set_options([Option("", _("No printer"))])
            self.print_button.explain(no_printer())
            self.print_button.set_kind("secondary")
            self.save_button.set_kind("primary")
            self._warn(no_printer())

    def _drawn(self, printout: Printout) -> None:
        self._job = None
        self.content = printout.content
        self.pages.show_pdf(printout.content)
        remarks = " ".join(printout.remarks())
        self._remarks.setVisible(bool(remarks))
        self._remarks.say(remarks)
        self._follow()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _not_drawn(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, BookError):
            self._warn(str(error))

    def _follow(self) -> None:
        """Say whether a kept copy is shown."""
        self.print_button.setEnabled(bool(self._printer()))
        self.print_button.setText(_("Print again") if self.shows_kept() else _("Print"))
        if self.kept is None:
            self._banner.hide()
            return
        now = self._shell.session.now()
        day = spoken.short_date(
            (self.kept.made or now).astimezone(now.tzinfo).date(), now.date(), weekday=True
        )
        self._banner.show()
        if self.shows_kept():
            sentence = _("Kept copy of {day}. It prints exactly as it was handed over.")
            self._banner.say(sentence.format(day=day))
            self._banner.action.setText(_("Make a new one"))
        else:
            sentence = _("A new one. It takes the place of the one of {day}, which stays kept.")
            self._banner.say(sentence.format(day=day))
            self._banner.action.setText(_("Show the kept copy"))
        self._banner.action.show()

    def _turn_kept(self) -> None:
        if self.shows_kept():
            self.draw()
        else:
            self.show_kept()

    def _warn(self, sentence: str) -> None:
        self._trouble.say(sentence)
        self._trouble.show()

    def _keep_copy(self, handed_over: HandedOver) -> bool:
        """Keep what is shown unless it lies in the book; False if the book refuses."""
        session = self._shell.session
        if self.shows_kept() or session.book.read_only:
            return True
        try:
            self.kept = keep(
                session,
                self._subject,
                self.content,
                handed_over,
                language=self._choices.chosen_language(),
                supersedes=self.kept,
            )
        except BookError as error:
            self._warn(str(error))
            if isinstance(error, DiskError):
                self._shell.say(error)
            return False
        return True

    def _ask_path(self) -> Path | None:
        folder = Path.home() / file_name(self._subject)
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save the document"), str(folder), _("PDF document") + " (*.pdf)"
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".pdf")


class Panel(QWidget):
    """What can be chosen, with a line to the pages."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line at its start."""
        painter = QPainter(self)
        at_end = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - 1 if at_end else 0
        draw_line(painter, QPoint(x, 0), QPoint(x, self.height() - 1), "line2")
