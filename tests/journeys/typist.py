"""Somebody who starts the program, begins to log a visit and never gets to the end of it.

Run as `python -m tests.journeys.typist BOOK`; says `kept` once the draft is said to be kept, and
sits there until it is killed.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.none_guard import keep_none_alive
from customerbook.model.clock import set_clock
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer
from tests.journeys.hands import press, type_text, wait_for

CUSTOMER, NOTE = "0014", "The rear wheel is out of true again"


def main() -> None:
    """Type half a visit."""
    keep_none_alive()
    set_clock(StoppedClock(datetime(2026, 11, 21, 9, 22, tzinfo=UTC)))
    app = QApplication([])
    theme.install(app, scheme="light", reduced_motion=True)
    computer = Computer()
    computer.start(Path(sys.argv[1]))
    computer.sign_in()
    press("F2")
    type_text(CUSTOMER)
    press("Return")
    type_text(NOTE)
    wait_for("Draft kept")
    print("kept", flush=True)  # noqa: T201
    app.exec()


if __name__ == "__main__":
    main()
