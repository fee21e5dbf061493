"""Choosing a passphrase: typed twice, with its strength in words."""

from PySide6.QtCore import QObject, Qt, Signal

from customerbook.gui.jobs import Jobs
from customerbook.gui.signin.passphrase_field import PassphraseField
from customerbook.gui.signin.strength import StrengthJudge
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.text_field import FieldHeight
from customerbook.model.texts import _
from customerbook.store.passphrase import STRONG_ENOUGH


class NewPassphrase(QObject):
    """Two rows of a form; `confirmed` fires on Enter in the second one."""

    confirmed = Signal()

    def __init__(
        self,
        form: MarginForm,
        jobs: Jobs,
        hints: tuple[str, ...] = (),
        *,
        height: FieldHeight = 40,
    ) -> None:
        super().__init__(form)
        self._hints = hints
        self._score = 0
        self.first = PassphraseField(height=height)
        self.again = PassphraseField(height=height)
        self._meter = StrengthJudge(jobs)
        self._first_row = form.add_row(_("Passphrase"), self.first, self._meter)
        self._again_row = form.add_row(_("Once more"), self.again)
        self._meter.judged.connect(self._judge)
        self.first.textChanged.connect(self._typed)
        self.again.textChanged.connect(self._compare)
        self.first.returnPressed.connect(self._go_to_second)
        self.again.returnPressed.connect(self.confirmed)

    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def hint(self, *words: str) -> None:
        """Words that others would try first, as they are typed elsewhere in the form."""
        self._hints = tuple(word for word in words if word)
        if self.first.text():
            self._meter.judge(self.first.text(), self._hints)

    def complete(self) -> bool:
        """Whether both are typed and the same; else the rows say what is missing.

        How strong it is, is asked where it is set: the meter may still be reckoning.
        """
        if not self.first.text():
            self.refuse(_("Choose a passphrase: four or five words are easy to keep in mind."))
            return False
        if self.first.text() != self.again.text():
            self._again_row.show_error(_("The two are not the same. Type it once more."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def refuse(self, sentence: str) -> None:
        """Say at the first field what is wrong with the passphrase."""
        self._first_row.show_error(sentence)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, typed: str) -> None:
        self._first_row.show_error("")
        self._meter.judge(typed, self._hints)
        self._compare()

    def _judge(self, score: int) -> None:
        self._score = score
        self._compare()

    def _compare(self) -> None:
        same = bool(self.again.text()) and self.again.text() == self.first.text()
        self.again.show_tick(shown=same and self._score >= STRONG_ENOUGH)
        if same or not self.again.text():
            self._again_row.show_error("")

    def _go_to_second(self) -> None:
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
