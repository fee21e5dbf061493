"""A thin line under the top bar while work takes longer than one would wait without a word."""

from typing import Final

from PySide6.QtCore import QTimer

from customerbook.gui.jobs import Jobs
from customerbook.gui.widgets.banner import ProgressLine
from customerbook.model.texts import _

_PATIENCE_MS: Final = 400
_SHARE: Final = 0.35
"""How far it stands: what is waited for here does not tell how far it is."""


class BusyLine(ProgressLine):
    """Shows itself while jobs of a window are under way for more than 400 ms."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setAccessibleName(_("Working…"))
        self.setToolTip(_("Working…"))
        self._jobs = jobs
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._look)
        jobs.busy_changed.connect(self._turn)

    def _turn(self) -> None:
        if not self._jobs.busy():
            self._timer.stop()
            self.show_share(1.0)
        elif not self._timer.isActive() and self.isHidden():
            self._timer.start()

    def _look(self) -> None:
        if self._jobs.busy():
            self.show_share(_SHARE)
