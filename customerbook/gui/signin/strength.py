"""How hard a passphrase is to guess, judged in a worker while it is typed."""

from typing import Final

from PySide6.QtCore import QTimer, Signal

from customerbook.gui.jobs import Jobs, Progress
from customerbook.gui.widgets.strength_meter import StrengthMeter
from customerbook.model.texts import _
from customerbook.store.passphrase import strength

_PAUSE: Final = 120
"""Milliseconds without a key after which the passphrase is judged."""


class StrengthJudge(StrengthMeter):
    """Bars and a word for what `judge` was called with last; `judged` tells 0 to 4."""

    judged = Signal(int)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._typed, self._hints = "", tuple[str, ...]()
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)
        self._show(0)

    def judge(self, typed: str, hints: tuple[str, ...] = ()) -> None:
        """Judge a passphrase soon; `hints` are words that others know, as the shop's name."""
        self._typed, self._hints = typed, hints
        if typed:
            self._timer.start()
        else:
            self._timer.stop()
            self._show(0)

    def _ask(self) -> None:
        # In a worker: the word lists take a quarter of a second to load.
        if self._asked:
            self._timer.start()
            return
        self._asked = True
        typed, hints = self._typed, self._hints

        def work(_progress: Progress) -> int:
            return strength(typed, hints)

        self._jobs.start(work, done=lambda score: self._answer(typed, score), owner=self)

    def _answer(self, typed: str, score: int) -> None:
        self._asked = False
        if typed == self._typed:
            self._show(score)

    def _show(self, score: int) -> None:
        words = (
            _("Guessed at once"),
            _("Weak"),
            _("Not enough yet"),
            _("Strong"),
            _("Very strong"),
        )
        hint = _("a few words in a row are easy to keep in mind")
        if self._typed:
            self.show_strength(score + 1, words[score], hint)
        else:
            self.show_strength(0, "", hint)
        self.judged.emit(score if self._typed else 0)
