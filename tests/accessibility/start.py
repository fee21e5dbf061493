"""The program as a person starts it, on the Saturday morning of all tests: `… start BOOK`."""

import sys
from datetime import UTC, datetime

from customerbook.gui.app import run
from customerbook.model.clock import set_clock

if __name__ == "__main__":
    set_clock(lambda: datetime(2026, 11, 21, 9, 22, tzinfo=UTC))
    sys.exit(run(sys.argv[1:]))
