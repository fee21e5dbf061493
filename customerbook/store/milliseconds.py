"""Moments as the store keeps them."""

from datetime import UTC, datetime

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_milliseconds(moment: datetime) -> int:
    """A moment as the store keeps it: milliseconds since 1970, UTC."""
    return round((moment - _EPOCH).total_seconds() * 1000)


def from_milliseconds(value: int) -> datetime:
    """The moment that the store kept, in UTC."""
    return datetime.fromtimestamp(value / 1000, UTC)
