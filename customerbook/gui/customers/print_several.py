"""Summaries of several customers: on a printer, in one PDF, or as one PDF each in a folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from customerbook.documents import Options
from customerbook.gui.customers.summaries import SummariesWork
from customerbook.gui.documents import printers
from customerbook.gui.documents.choices import PAPERS, captioned, periods
from customerbook.gui.files import ask_file
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.toggles import CheckBox
from customerbook.model.texts import _, ngettext

_ONE: Final = "one"
_EACH: Final = "each"
_PRINTER: Final = "printer:"


class PrintSeveral(Sheet):
    """Asks where to and what stands on the pages; the work goes on in a sheet of its own."""

    def __init__(self, shell: Shell, ids: Sequence[int]) -> None:
        book = shell.session.book
        shop, today = book.shop(), shell.session.now().date()
        words = ngettext("Summary of {n} customer", "Summaries of {n} customers", len(ids))
        title = words.format(n=counted(len(ids), shop.language))
        super().__init__(shell.sheet_host(), title, width=480)
        self._ids = list(ids)
        self._work = SummariesWork(shell)
        names, usual = printers.printer_names(), printers.usual_printer()
        options = [Option(_PRINTER + name, name) for name in names]
        options.append(Option(_ONE, _("One PDF with all of them")))
        options.append(Option(_EACH, _("One PDF each, in a folder")))
        self.target = Choice(options, _PRINTER + usual if usual else _ONE, label=_("Where to"))
        self._periods = periods(today)
        self.period = Choice(
            [Option(name, said) for name, (said, _period) in self._periods.items()],
            label=_("History"),
        )
        self.paper_size = Segmented(
            [Part(name, name) for name in PAPERS],
            shop.paper if shop.paper in PAPERS else PAPERS[0],
            label=_("Paper"),
            stretch=True,
        )
        self.letterhead = CheckBox(_("Letterhead with logo"), checked=True)
        self._lay_out()
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self.go = Button("", kind="primary")
        self.go.clicked.connect(self.hand_over)
        self.target.activated.connect(lambda _row: self._name_button())
        self.set_foot(cancel, self.go)
        self._name_button()

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the keyboard on where to."""
        super().open(first or self.target)

    def options(self) -> Options:
        """What was chosen for the pages; each is in the language of its customer."""
        return Options(
            paper=self.paper_size.value(),
            period=self._periods[str(self.period.value())][1],
            letterhead=self.letterhead.isChecked(),
        )

    def hand_over(self) -> None:
        """Print or save; a file or folder is asked for first."""
        target, options = str(self.target.value()), self.options()
        if target.startswith(_PRINTER):
            self.dismiss()
            self._work.print(self._ids, options, target.removeprefix(_PRINTER))
        elif target == _ONE:
            usual = _("Customer summaries") + ".pdf"
            path = ask_file(self, _("Save the document"), usual, _("PDF document"))
            if path is not None:
                self.dismiss()
                self._work.save_one(self._ids, options, path)
        else:
            folder = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(Path.home()))
            if folder:
                self.dismiss()
                self._work.save_each(self._ids, options, Path(folder))

    def _name_button(self) -> None:
        printed = str(self.target.value()).startswith(_PRINTER)
        self.go.setText(_("Print") if printed else _("Save"))
        self.go.icon_name = "printer" if printed else "download"

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(16)
        column.addLayout(captioned(_("Where to"), self.target))
        column.addLayout(captioned(_("History"), self.period))
        column.addLayout(captioned(_("Paper"), self.paper_size))
        column.addWidget(self.letterhead)
        self.set_body(body, padding=24)
