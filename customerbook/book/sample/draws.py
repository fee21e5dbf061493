"""Lists to draw from, and the chance that draws."""

from random import Random


def listed(text: str, separator: str = ", ") -> tuple[str, ...]:
    """The parts of a text that lists them."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def chance(of: str, seed: int) -> Random:
    """Chance for one purpose: the same draws for the same seed, whatever else is drawn."""
    return Random(f"{of} {seed}")  # noqa: S311 - invented customers are no secret
