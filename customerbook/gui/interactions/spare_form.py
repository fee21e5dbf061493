"""The log form is made ahead, while nobody waits: a key then opens it at once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from customerbook.gui import theme
from customerbook.gui.shell import Shell
from customerbook.model.errors import BookError

if TYPE_CHECKING:
    from customerbook.gui.interactions.log_form import LogForm

_QUIET_MS: Final = 700
_BETWEEN_MS: Final = 50


class SpareForm(QObject):
    """One log form, made in steps with pauses between them, hidden until it is taken.

    It is made anew after each change of the book and of the look, so that what it offers is never
    of yesterday. `make_ahead` begins; before that, `take` makes a form at once.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.sheet_host())
        self._shell = shell
        self._form: LogForm | None = None
        self._steps: Iterator[None] = iter(())
        self._ahead = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        shell.session.changed.connect(self.forget)
        theme.current().changed.connect(self.forget)

    def make_ahead(self) -> None:
        """Begin to make forms ahead, as soon as it is quiet."""
        self._ahead = True
        self._timer.start(_QUIET_MS)

    def is_ready(self) -> bool:
        """Whether a form waits that is made to its end."""
        return self._form is not None and not self._timer.isActive()

    def take(self) -> "LogForm":
        """A form with nothing in it; what it still lacks is made at once."""
        form = self._form or self._begin()
        self._form = None
        if self._ahead:
            self._timer.start(_QUIET_MS)
        for _step in self._steps:
            pass
        return form

    def forget(self) -> None:
        """Throw the form away, since what it was made from has changed, and make another."""
        if self._form is not None:
            self._form.deleteLater()
            self._form = None
        if self._ahead:
            self._timer.start(_QUIET_MS)

    def _begin(self) -> "LogForm":
        from customerbook.gui.interactions.log_form import LogForm  # noqa: PLC0415

        form = LogForm(self._shell)
        self._steps = form.build()
        return form

    def _go_on(self) -> None:
        try:
            if self._form is None:
                self._form = self._begin()
            elif next(self._steps, self) is self:
                return
        except BookError:  # told to whoever opens the form
            self._ahead = False
            self.forget()
            return
        self._timer.start(_BETWEEN_MS)
