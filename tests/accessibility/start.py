"""The program as a person starts it, on the Saturday morning of all tests: `… start BOOK`.

On a screen without a window manager nobody gives a new window the keyboard: it takes it.
"""

import sys
from datetime import UTC, datetime

from customerbook.gui.app import run
from customerbook.gui.frame import Frame
from customerbook.model.clock import set_clock


class ActiveFrame(Frame):
    """The window of the program, active as soon as it is there."""

    def show(self) -> None:
        """Show it and take the keyboard."""
        super().show()
        self.activateWindow()


if __name__ == "__main__":
    set_clock(lambda: datetime(2026, 11, 21, 9, 22, tzinfo=UTC))
    sys.modules["customerbook.gui.program"].Frame = ActiveFrame  # type: ignore[attr-defined]
    sys.exit(run(sys.argv[1:]))
