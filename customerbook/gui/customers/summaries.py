"""The work of handing over summaries of several customers, each way in a worker."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from customerbook.documents import Options, Printout, document_named
from customerbook.gui.device import Device
from customerbook.gui.documents import printers
from customerbook.gui.documents.keeping import file_name, subject_of
from customerbook.gui.files import write_content
from customerbook.gui.jobs import Progress
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.working import Working, go_on
from customerbook.model.texts import _, ngettext


class SummariesWork:
    """Draws summaries with a sheet that says how far it is; the toast says what became of them."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._book = shell.session.book

    def print(self, ids: Sequence[int], options: Options, printer: str) -> None:
        """Put all of them on paper, as one job of the printer."""

        def drawn(printout: Printout) -> None:
            target = printers.printer_named(printer)
            title = _("Customer summaries")

            def work(progress: Progress) -> int:
                return printers.print_pages(printout.content, target, title, progress)

            def done(_pages: int) -> None:
                Device().printer = printer
                words = ngettext(
                    "{n} summary is with the printer.",
                    "{n} summaries are with the printer.",
                    len(ids),
                )
                self._say(words.format(n=self._counted(len(ids))), printout)

            self._shell.jobs.start(work, done=done)

        self._draw_in_one(ids, options, drawn)

    def save_one(self, ids: Sequence[int], options: Options, path: Path) -> None:
        """Write all of them into one PDF."""

        def drawn(printout: Printout) -> None:
            self._say(_("Saved as {name}").format(name=path.name), printout)

        def keep(printout: Printout) -> Printout:
            write_content(path, printout.content)
            return printout

        self._draw_in_one(ids, options, drawn, keep)

    def save_each(self, ids: Sequence[int], options: Options, folder: Path) -> None:
        """Write one PDF each into a folder; each is kept in the book as it is handed over."""
        saved: list[Path] = []

        def work(progress: Progress) -> int:
            from customerbook.documents.several import summaries  # noqa: PLC0415 - loads reportlab

            step = partial(go_on, progress)
            for customer_id, document in summaries(self._book, ids, options, step):
                name = self._name_of(customer_id, document.number)
                path = _free(folder / name)
                write_content(path, document.content)
                saved.append(path)
            return len(saved)

        def said(count: int) -> str:
            words = ngettext(
                "{n} summary is in “{folder}”.", "{n} summaries are in “{folder}”.", count
            )
            return words.format(n=self._counted(count), folder=folder.name)

        Working(
            self._shell,
            _("Drawing summaries"),
            len(ids),
            work,
            done=lambda count: self._shell.toast(said(count)),
            stopped=lambda: self._shell.toast(_("Stopped.") + " " + said(len(saved))),
        )

    def _draw_in_one(
        self,
        ids: Sequence[int],
        options: Options,
        done: Callable[[Printout], object],
        then: Callable[[Printout], Printout] = lambda printout: printout,
    ) -> None:
        def work(progress: Progress) -> Printout:
            from customerbook.documents.several import in_one  # noqa: PLC0415 - loads reportlab

            drawn = in_one(self._book, ids, options, partial(go_on, progress))
            return then(drawn)

        Working(
            self._shell,
            _("Drawing summaries"),
            len(ids),
            work,
            done=done,
            stopped=lambda: self._shell.toast(_("Stopped. Nothing was printed or saved.")),
        )

    def _say(self, words: str, printout: Printout) -> None:
        self._shell.toast(" ".join((words, *printout.remarks())))

    def _name_of(self, customer_id: int, number: str) -> str:
        subject = subject_of(self._book, document_named("summary"), customer_id)
        return file_name(replace(subject, number=f"{subject.name} {number}".strip()))

    def _counted(self, number: int) -> str:
        return counted(number, self._book.shop().language)


def _free(path: Path) -> Path:
    """A path where no file lies yet."""
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_stem(f"{path.stem} ({count})")
    return found
