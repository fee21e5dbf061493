"""What was typed into a form is kept in the book while one types, and given back.

Written in a worker, since the disk may be slow; what is kept last wins, and nothing is written
after the form was saved or thrown away.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from customerbook.gui.jobs import Jobs, Progress
from customerbook.gui.session import Session

Values = dict[str, Any]
_QUIET_MS = 300


class DraftKeeper(QObject):
    """Keeps the draft of one form under a name, which may hold drafts of several matters.

    `kept` fires when it lies in the book. `values` gives what stands in the form, nothing at all
    for a form that is still empty.
    """

    kept = Signal()

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        *,
        name: str,
        matter: str,
        values: Callable[[], Values],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._book = session.book
        self._jobs = jobs
        self._name, self._matter = name, matter
        self._values = values
        self._lock = threading.Lock()
        self._over = False
        self._under_way = False
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(_QUIET_MS)
        self._time.timeout.connect(self._keep_aside)

    def found(self) -> Values:
        """What was kept for this matter; nothing if there is nothing."""
        values: Values = (self._book.drafts.get(self._name) or {}).get(self._matter) or {}
        return values

    def touch(self) -> None:
        """Something was typed: keep it as soon as the hands rest."""
        if not self._over:
            self._time.start()

    def keep(self) -> None:
        """Keep what stands in the form now, before the form or the book is closed."""
        if not self._time.isActive() and not self._under_way:
            return
        self._time.stop()
        with self._lock:
            if not self._over:
                self._write(self._values())

    def drop(self) -> None:
        """Throw the draft away; nothing is kept from now on."""
        self._time.stop()
        with self._lock:
            self._over = True
            self._write({})

    def _keep_aside(self) -> None:
        if self._under_way:
            self._time.start()
            return
        values = self._values()
        self._under_way = True

        def work(_progress: Progress) -> None:
            with self._lock:
                if not self._over:
                    self._write(values)

        self._jobs.start(work, done=self._done, failed=self._failed, owner=self)

    def _done(self, _nothing: None) -> None:
        self._under_way = False
        if not self._over:
            self.kept.emit()

    def _failed(self, _error: Exception) -> None:
        # A draft is a convenience: what keeps it from the disk is told when the form is saved.
        self._under_way = False

    def _write(self, values: Values) -> None:
        drafts: Values = self._book.drafts.get(self._name) or {}
        if values:
            drafts[self._matter] = values
        elif self._matter in drafts:
            del drafts[self._matter]
        else:
            return
        if drafts:
            self._book.drafts.keep(self._name, drafts)
        else:
            self._book.drafts.drop(self._name)
