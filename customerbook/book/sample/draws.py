"""Lists to draw from, and the chance that draws."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def listed(text: str, separator: str = ", ") -> tuple[str, ...]:
    """The parts of a text that lists them."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def chance(of: str, seed: int) -> Random:
    """Chance for one purpose: the same draws for the same seed, whatever else is drawn."""
    return Random(f"{of} {seed}")  # noqa: S311 - invented customers are no secret


def pick(random: Random, among: Sequence[T]) -> T:
    """One of several; `Random.choice` takes four times as long, and there are millions."""
    return among[int(random.random() * len(among))]
