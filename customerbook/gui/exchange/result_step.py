"""The last step: how far the import is, what it did, and what one may want to look at now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.book.importing import Plan
from customerbook.gui.exchange.left_out import LeftOut
from customerbook.gui.exchange.reading import Reading
from customerbook.gui.exchange.tiles import Tiles
from customerbook.gui.languages import counted
from customerbook.gui.widgets.banner import Banner, ProgressLine
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.empty_state import StepRow
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.model.texts import _, ngettext


class ResultStep(QWidget):
    """A sentence, a line that fills while work is under way, and what there is to know.

    What was done is shown by its figures, with the way to those who are new and the rows that
    were left out; `newest_wanted` fires when one wants to see the new ones.
    """

    newest_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._mark = IconLabel("circle-check", "accent", 20)
        self._mark.hide()
        self.heading = Label("", "sheet", wrap=True)
        self.sentence = Label("", "text", "ink2", wrap=True)
        self.progress = ProgressLine()
        self.banner = Banner("", "amber", icon="triangle-alert")
        self.banner.hide()
        self.tiles = Tiles(language, done=True)
        self.newest = Button(_("Show them"), icon="users")
        self.newest.clicked.connect(self.newest_wanted)
        words = _("The list of customers, with those who came last at its top.")
        self._next = Card()
        self._next.add_row(StepRow("user-plus", _("See who is new"), words, self.newest))
        self.left_out = LeftOut(language)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.progress)
        column.addWidget(self.banner)
        column.addWidget(self.tiles)
        column.addSpacing(4)
        column.addWidget(self._next)
        column.addSpacing(4)
        column.addWidget(self.left_out, 1)
        column.addStretch(1)
        self._show_what_was_done(None)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many customers are written."""
        self.banner.hide()
        self._show_what_was_done(None)
        self.heading.show_text(_("Bringing in…"))
        said = _("{n} of {total} customers")
        numbers = {"n": counted(done, self._language), "total": counted(total, self._language)}
        self.sentence.show_text(said.format(**numbers))
        self.progress.show_share(min(done / total, 0.99) if total else 0.0)

    def show_done(self, reading: Reading) -> None:
        """Say what was done, and show what was left out."""
        self.progress.show_share(1.0)
        self.heading.show_text(_("Done."))
        self.sentence.show_text(done_words(reading.plan, self._language))
        self._show_what_was_done(reading)

    def show_stopped(self, sentence: str, *, partly: bool = False) -> None:
        """Say that nothing was written, or not all of it, and why."""
        self.progress.show_share(1.0)
        heading = _("Not all was brought in.") if partly else _("Nothing was brought in.")
        self.heading.show_text(heading)
        self.sentence.show_text(sentence)
        self.banner.hide()
        self._show_what_was_done(None)

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        self.progress.show_share(1.0)
        self.heading.show_text(_("Taken back."))
        self.sentence.show_text(_("The book is as it was before."))
        self.banner.hide()
        self._show_what_was_done(None)

    def show_undoing(self) -> None:
        """Say that it is being taken back."""
        self.heading.show_text(_("Taking it back…"))
        self.sentence.show_text("")
        self.banner.hide()
        self._show_what_was_done(None)
        self.progress.show_share(0.4)

    def warn(self, sentence: str) -> None:
        """Say what one should know, below what was done."""
        self.banner.say(sentence)
        self.banner.show()

    def _show_what_was_done(self, reading: Reading | None) -> None:
        """Figures, the way to the new ones, and rows left out; nothing of it for None."""
        plan = reading.plan if reading is not None else Plan()
        self._mark.setVisible(reading is not None)
        self.tiles.setVisible(reading is not None)
        self.tiles.show_plan(plan)
        self._next.setVisible(bool(plan.added))
        rows = reading.rows if reading is not None else {}
        self.left_out.show_rows([*rows.get("refused", ()), *rows.get("remark", ())])


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
