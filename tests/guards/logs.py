"""Silence is the normal state: a warning or error in the log that was not announced fails."""

import logging
import re
from collections.abc import Callable, Iterator

import pytest


class _Listener(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.records.append(record)

    def complaints(self) -> list[str]:
        """What was logged without being expected, and what was expected but not logged."""
        lines = [f"{record.name}: {record.getMessage()}" for record in self.records]
        unexpected = [
            f"logged {line!r}"
            for line in lines
            if not any(re.search(pattern, line) for pattern in self.expected)
        ]
        missed = [
            f"did not log {pattern!r}"
            for pattern in self.expected
            if not any(re.search(pattern, line) for line in lines)
        ]
        return unexpected + missed


@pytest.fixture(autouse=True)
def _silent_log() -> Iterator[_Listener]:
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield listener
    root.removeHandler(listener)
    if complaints := listener.complaints():
        pytest.fail("The test " + "; ".join(complaints))


@pytest.fixture
def expect_log(_silent_log: _Listener) -> Callable[[str], None]:
    """Announce a log record: a regular expression that `logger: message` has to match."""
    return _silent_log.expected.append
