"""The last step: how far the import is, and what it did."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.book.importing import Plan
from customerbook.gui.languages import counted
from customerbook.gui.widgets.banner import Banner, ProgressLine
from customerbook.gui.widgets.label import Label
from customerbook.model.texts import _, ngettext


class ResultStep(QWidget):
    """A sentence, a line that fills while work is under way, and what there is to know."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.heading = Label("", "sheet", wrap=True)
        self.sentence = Label("", "text", "ink2", wrap=True)
        self.progress = ProgressLine()
        self.banner = Banner("", "amber", icon="triangle-alert")
        self.banner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.progress)
        column.addWidget(self.banner)
        column.addStretch(1)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many customers are written."""
        self.banner.hide()
        self.heading.show_text(_("Bringing in…"))
        said = _("{n} of {total} customers")
        numbers = {"n": counted(done, self._language), "total": counted(total, self._language)}
        self.sentence.show_text(said.format(**numbers))
        self.progress.show_share(min(done / total, 0.99) if total else 0.0)

    def show_done(self, plan: Plan) -> None:
        """Say what was done, and what there is in the report."""
        self.progress.show_share(1.0)
        self.heading.show_text(_("Done."))
        self.sentence.show_text(done_words(plan, self._language))
        refused = len(plan.refused)
        if refused:
            words = ngettext(
                "{n} row was refused. Save the report to look at it later.",
                "{n} rows were refused. Save the report to look at them later.",
                refused,
            )
            self.warn(words.format(n=counted(refused, self._language)))

    def show_stopped(self, sentence: str, *, partly: bool = False) -> None:
        """Say that nothing was written, or not all of it, and why."""
        self.progress.show_share(1.0)
        heading = _("Not all was brought in.") if partly else _("Nothing was brought in.")
        self.heading.show_text(heading)
        self.sentence.show_text(sentence)
        self.banner.hide()

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        self.progress.show_share(1.0)
        self.heading.show_text(_("Taken back."))
        self.sentence.show_text(_("The book is as it was before."))
        self.banner.hide()

    def show_undoing(self) -> None:
        """Say that it is being taken back."""
        self.heading.show_text(_("Taking it back…"))
        self.sentence.show_text("")
        self.banner.hide()
        self.progress.show_share(0.4)

    def warn(self, sentence: str) -> None:
        """Say what one should know, below what was done."""
        self.banner.say(sentence)
        self.banner.show()


def done_words(plan: Plan, language: str) -> str:
    """What an import did, in a sentence; what it did not do is left out."""
    added, changed = len(plan.added), len(plan.changed)
    new = ngettext("{n} customer is new", "{n} customers are new", added)
    new = new.format(n=counted(added, language))
    if added and changed:
        filled = ngettext("{n} was filled in", "{n} were filled in", changed)
        filled = filled.format(n=counted(changed, language))
        return _("{new}, {filled}. One undo takes all of it back.").format(new=new, filled=filled)
    if added:
        return _("{new}. One undo takes all of it back.").format(new=new)
    if changed:
        filled = ngettext("{n} customer was filled in", "{n} customers were filled in", changed)
        filled = filled.format(n=counted(changed, language))
        return _("{filled}. One undo takes all of it back.").format(filled=filled)
    return _("The book has all of it already.")
