"""The time zone of a new shop: the one of its country whose clocks run as this computer's do."""

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from customerbook.model import clock
from customerbook.model.clock import time_zone

_FIRST_NAMED = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
"""Where the first zone of the list is not the one most people live in."""


def zone_of(country: str) -> str:
    """An IANA zone of the country (ISO 3166); UTC where none is known."""
    zones = _zones(country)
    # A computer that is set to another country's time tells nothing.
    own = [name for name in zones if _offsets(time_zone(name)) == _offsets(None)]
    return next(iter([*own, *zones]), "UTC")


def _zones(country: str) -> list[str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    found = [row[2] for row in rows if row[0] == country]
    first = _FIRST_NAMED.get(country)
    return [first, *(name for name in found if name != first)] if first else found


def _offsets(zone: ZoneInfo | None) -> list[timedelta | None]:
    """Distance from UTC in winter and in summer; of this computer for None."""
    year = clock.now().year
    moments = (datetime(year, month, 15, 12, tzinfo=UTC) for month in (1, 7))
    return [moment.astimezone(zone).utcoffset() for moment in moments]
