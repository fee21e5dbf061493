"""The print preview: the page on a desk, what can be chosen for it, and print or save."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.documents import Printout, document_named
from customerbook.gui import theme
from customerbook.gui.documents.choices import Choices
from customerbook.gui.documents.keeping import (
    before_words,
    file_name,
    keep,
    kept_copy,
    subject_of,
    title_of,
)
from customerbook.gui.documents.panel import Panel
from customerbook.gui.documents.printers import print_kept, printer_names, usual_printer
from customerbook.gui.files import ask_file, write_content
from customerbook.gui.jobs import Job, Progress
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.indent import set_sides
from customerbook.gui.widgets.label import ElidedLabel
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model import spoken
from customerbook.model.document import Document, HandedOver
from customerbook.model.errors import BookError, DiskError
from customerbook.model.texts import _

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
        self.panel.offer_printers(printer_names(), usual_printer())
        if notice:
            self.panel.warn(notice)
        if self.kept is not None:
            self.show_kept()
        else:
            self.draw()

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the keyboard on the button that is wanted most."""
        super().open(first or self.panel.main_button())

    def draw(self) -> None:
        """Draw the document anew with what was chosen, in a worker; only the newest is shown."""
        self._give_up()
        book, subject = self._shell.session.book, self._subject
        options = self.panel.choices.options()
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
        self._give_up()
        self.content = self.kept.content
        self.pages.show_pdf(self.content)
        self.panel.remark(())
        self._follow()

    def shows_kept(self) -> bool:
        """Whether what is shown lies in the book."""
        return self.kept is not None and self.content == self.kept.content

    def print(self) -> None:
        """Keep the document and print it, as soon as it is drawn; needs a printer."""
        printer = self.panel.printer_name()
        if not printer:
            self.panel.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.content:
            self._then = self.print
            return
        if self._keep_copy(HandedOver.PRINTED):
            copies = self.panel.copies.count()
            print_kept(self._shell, self._subject, self.content, printer, copies=copies)
            self.dismiss()

    def save(self, path: Path | None = None) -> None:
        """Write the document to a file, which is asked for unless it is given, and keep it."""
        if not self.content:
            self._then = lambda: self.save(path)
            return
        usual = file_name(self._subject)
        chosen = path or ask_file(self, _("Save the document"), usual, _("PDF document"))
        if chosen is None:
            return
        try:
            write_content(chosen, self.content)
        except BookError as error:
            self.panel.warn(str(error))
            return
        if self._keep_copy(HandedOver.SAVED):
            self._shell.toast(_("Saved as {name}").format(name=chosen.name))
            self.dismiss()

    def dismiss(self) -> None:
        """Close the sheet; nobody waits for what is still drawn."""
        self._give_up()
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Ctrl+S saves, plus, minus and 0 zoom, page keys turn."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts: dict[Qt.Key, Callable[[], None]] = {
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
        from customerbook.gui.documents.page_view import PageView  # noqa: PLC0415 - loads QtPdf

        shop, now = self._shell.session.book.shop(), self._shell.session.now()
        self.pages = PageView()
        choices = Choices(self._subject, shop, now.date())
        self.panel = Panel(self._make_head(), choices)
        self._scroll = self.panel.area
        choices.changed.connect(self.draw)
        self.panel.kept.action.clicked.connect(self._turn_kept)
        self.panel.save_button.clicked.connect(lambda _on: self.save())
        self.panel.print_button.clicked.connect(self.print)
        row = QHBoxLayout(self.paper)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.pages, 1)
        row.addWidget(self.panel)

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 20, 0, 12)
        set_sides(column, self, start=24, end=16)
        column.setSpacing(0)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._close)
        column.addLayout(self._head)
        column.addWidget(ElidedLabel(title_of(self._subject), "text", "ink2"))
        return head

    def _wanted_height(self, _width: int) -> int:
        return theme.current().px(_HEIGHT)

    def _give_up(self) -> None:
        """Want nothing more of what is being drawn."""
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _drawn(self, printout: Printout) -> None:
        self._job = None
        self.content = printout.content
        self.pages.show_pdf(printout.content)
        self.panel.remark(printout.remarks())
        self._follow()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _not_drawn(self, error: Exception) -> None:
        self._job = None
        self.pages.say("")
        if isinstance(error, BookError):
            self.panel.warn(str(error))

    def _follow(self) -> None:
        """Say whether a kept copy is shown."""
        kept, shown = self.kept, self.shows_kept()
        self.panel.print_button.setText(_("Print again") if shown else _("Print"))
        if kept is None:
            self.panel.say_kept(before_words(self._subject), "")
            return
        now = self._shell.session.now()
        made = (kept.made or now).astimezone(now.tzinfo).date()
        day = spoken.short_date(made, now.date(), weekday=True)
        if shown:
            sentence = _("Kept copy of {day}. It prints exactly as it was handed over.")
            self.panel.say_kept(sentence.format(day=day), _("Make a new one"))
        else:
            sentence = _("A new one. It takes the place of the one of {day}, which stays kept.")
            self.panel.say_kept(sentence.format(day=day), _("Show the kept copy"))

    def _turn_kept(self) -> None:
        if self.shows_kept():
            self.draw()
        else:
            self.show_kept()

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
                language=self.panel.choices.chosen_language(),
                supersedes=self.kept,
            )
        except BookError as error:
            self.panel.warn(str(error))
            if isinstance(error, DiskError):
                self._shell.say(error)
            return False
        return True
