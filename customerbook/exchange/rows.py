"""What the readers hand over: one customer a row, or the reason why there is none."""

import logging
from dataclasses import dataclass

from customerbook.model.customer import Customer
from customerbook.model.errors import UnreadableRowError
from customerbook.model.texts import _

_log = logging.getLogger(__name__)

LONGEST_FIELD = 64 * 1024
"""Characters a single value may have; what is longer is cut, and the row says so."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A customer as a file has it, not in the book yet.

    `line` is the line of the file where it starts, from 1. `left_over` are sentences about what
    had no field and where it went.
    """

    line: int
    customer: Customer
    left_over: tuple[str, ...] = ()


Row = ReadRow | UnreadableRowError
"""One row of a file: read, or refused with its reason."""


def nobody(line: int) -> UnreadableRowError:
    """The refusal of a row that could not be found again by anything."""
    reason = _("There is neither a name nor a way to reach anyone in this row.")
    return UnreadableRowError(line, reason)


def not_understood(line: int, error: Exception) -> UnreadableRowError:
    """The refusal of a row in which the program itself failed; what was in it is not logged."""
    _log.error("line %d of a file could not be read: %s", line, type(error).__name__)
    reason = _("The program failed at this row. Please tell its makers.")
    return UnreadableRowError(line, reason)
