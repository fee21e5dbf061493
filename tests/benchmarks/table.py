"""The rows that benchmarks give, and how they are printed."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measured value beside its limit; it holds if the ratio is within the goal.

    `goal` is how many times the limit is allowed (for a rate: which part of it is wanted).
    """

    name: str
    value: float
    unit: str
    limit: float
    goal: float
    rate: bool = False

    @property
    def ratio(self) -> float:
        """The value as a multiple of the limit."""
        return self.value / self.limit if self.limit else 0.0

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.rate else self.ratio <= self.goal

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        found = asdict(self)
        del found["rate"]
        return {**found, "ratio": round(self.ratio, 3), "holds": self.holds}


def milliseconds(work: Callable[[], object], times: int = 20, part: float = 0.95) -> float:
    """How long the work takes, warm; the given part of the tries is not slower."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)[min(times - 1, int(times * part))]


def as_text(figures: Iterable[Figure]) -> str:
    """A Markdown table."""
    lines = [
        "| what | value | limit | ratio | goal | |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for f in figures:
        sign = "≥" if f.rate else "≤"
        told = "holds" if f.holds else "**missed**"
        lines.append(
            f"| {f.name} | {f.value:,.2f} {f.unit} | {f.limit:,.2f} {f.unit} "
            f"| {f.ratio:.2f} | {sign} {f.goal:g} | {told} |"
        )
    return "\n".join(lines)


def write_json(path: Path, figures: Iterable[Figure]) -> None:
    """The figures as a list of rows."""
    path.write_text(json.dumps([f.plain() for f in figures], indent=1), encoding="utf-8")
