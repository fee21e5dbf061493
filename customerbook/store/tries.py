"""Wrong tries to open one book, as long as this program holds it.

Ends with the program. That is enough for passphrases, whose strength is what keeps strangers out;
wrong PINs are counted where a restart does not help, see `pc_secrets.py`.
"""

import logging
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager

from customerbook.model.errors import TooSoonError, WrongKeyError
from customerbook.model.texts import ngettext
from customerbook.model.tries import wait_after

_log = logging.getLogger(__name__)


class Tries:
    """Counts what was wrong since the last right one, and makes the next one wait."""

    def __init__(self) -> None:
        self.wrong = 0
        self._until = 0.0

    @property
    def wait(self) -> float:
        """Seconds until the next try is heard."""
        return max(0.0, self._until - time.monotonic())

    @contextmanager
    def one(self, what: str) -> Iterator[None]:
        """Around a try, which is wrong if it ends with `WrongKeyError`.

        `what` says for the log who tries what, by ids.

        Raises:
            TooSoonError: it is not heard yet.
        """
        if seconds := math.ceil(self.wait):
            raise TooSoonError(
                ngettext(
                    "That was wrong several times. Wait {n} second, then try again.",
                    "That was wrong several times. Wait {n} seconds, then try again.",
                    seconds,
                ).format(n=seconds),
                seconds,
            )
        try:
            yield
        except WrongKeyError:
            self.wrong += 1
            self._until = time.monotonic() + wait_after(self.wrong)
            _log.info("a try failed: %s", what)
            raise
        self.wrong = 0
