"""The one place that says what time it is, so that tests and simulated years can set it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def _system_clock() -> datetime:
    return datetime.now(UTC)


# Replaced as a whole and read once a call: no thread sees half a clock, and no lock is needed.
_clock: Callable[[], datetime] = _system_clock


def set_clock(clock: Callable[[], datetime] | None) -> None:
    """Let `clock` tell the time from now on, for all threads; None gives back the system's.

    It must return aware moments, in whatever zone.
    """
    global _clock  # noqa: PLW0603 - the program has one time
    _clock = _system_clock if clock is None else clock


def now() -> datetime:
    """This moment, aware, in UTC, as precise as the store keeps it: to the millisecond.

    Raises ValueError if a clock that was set tells a time without a zone.
    """
    moment = _clock()
    if moment.utcoffset() is None:
        raise ValueError("The clock tells a time without a time zone.")
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)


def local_now(zone: str) -> datetime:
    """This moment on the wall of a zone such as `Europe/Berlin`, aware.

    Raises InvalidInputError if there is no such zone.
    """
    return now().astimezone(time_zone(zone))


def today(zone: str) -> date:
    """The date in a zone such as `Europe/Berlin`.

    Raises InvalidInputError if there is no such zone.
    """
    return local_now(zone).date()


@lru_cache(maxsize=64)
def time_zone(name: str) -> "ZoneInfo":
    """The zone with an IANA name such as `Europe/Berlin`.

    Raises InvalidInputError if there is none.
    """
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - the first page does not wait for it

    try:
        return ZoneInfo(name)
    # A folder of zones ("Europe") is an OSError, a path out of them a ValueError.
    except (KeyError, ValueError, OSError) as error:
        sentence = _("There is no time zone “{name}”. Choose one such as “Europe/Berlin”.")
        raise InvalidInputError(sentence.format(name=name), "zone") from error
