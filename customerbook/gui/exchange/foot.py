"""The foot of the import: what can be done in each step, and a sentence at its start."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.book.importing import Plan
from customerbook.gui.languages import counted
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.model.texts import _, ngettext

FILE, CHECK, RESULT = range(3)
"""The steps."""


class ImportFoot:
    """Buttons and sentence, to be put into the foot of a sheet; `follow` shows those of a step."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.back = Button(_("Back"), kind="quiet", tone="ink")
        self.stop = Button(_("Stop"))
        self.report = Button(_("Save the report"), icon="download")
        self.undo = Button(_("Undo"), icon="undo-2")
        self.next = Button(_("Go on"), kind="primary")
        self.close = Button(_("Close"), kind="primary")
        self._words = Label("", "text", "ink2", wrap=True)
        self.state = QWidget()
        line = QHBoxLayout(self.state)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._shield = IconLabel("shield-check", "ink2", 16)
        line.addWidget(self._shield)
        line.addWidget(self._words, 1)

    def buttons(self) -> tuple[Button, ...]:
        """The buttons, the primary ones last."""
        return self.back, self.stop, self.report, self.undo, self.next, self.close

    def say(self, sentence: str) -> None:
        """Say something at the start."""
        self._words.show_text(sentence)
        self._shield.setVisible(bool(sentence))

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say_safe(self, step: int) -> None:
        """Say that nothing is written yet, as long as that is so."""
        words = _("Nothing is written before you confirm, and one undo takes all of it back.")
        self.say(words if step != RESULT else "")

    def follow(self, step: int, plan: Plan | None, *, busy: bool, written: bool) -> None:
        """Show the buttons of a step, and what they do just now."""
        wanted = len(plan.added) + len(plan.changed) if plan else 0
        ended = step == RESULT and not busy
        self.back.setVisible(step == CHECK)
        self.stop.setVisible(step == RESULT and busy)
        self.close.setVisible(ended)
        self.undo.setVisible(ended and written)
        self.next.setVisible(step != RESULT)
        self.next.setEnabled(plan is not None and not busy and (step == FILE or wanted > 0))
        self.next.setText(self._next_words(step, wanted))
        nothing = plan is not None and step == CHECK and not wanted
        self.next.explain(_("There is nothing new in this file.") if nothing else "")
        remarks = bool(plan and (plan.refused or plan.left_over))
        self.report.setVisible(remarks and (ended or step == CHECK))

    def _next_words(self, step: int, wanted: int) -> str:
        if step == FILE or not wanted:
            return _("Go on")
        words = ngettext("Bring in {n} customer", "Bring in {n} customers", wanted)
        return words.format(n=counted(wanted, self._language))
