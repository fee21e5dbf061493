"""Ids and references of invented records, given in the order of time as the book itself would."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Numbers:
    """Counts for a new book of a shop that is closed when a year ends."""

    interaction: int = 0
    cases: list[str] = field(default_factory=list)
    """Numbers of cases; the first one has id 1."""
    years: dict[str, int] = field(default_factory=dict)
    """How many references each series and year has, such as `2026` and `C2026`."""

    def next_interaction(self, moment: datetime) -> tuple[int, str]:
        """Id and reference for the next contact."""
        self.interaction += 1
        return self.interaction, self.reference(moment)

    def next_case(self, moment: datetime) -> int:
        """Id for the next case; its number is kept."""
        self.cases.append(self.reference(moment, "C"))
        return len(self.cases)

    def reference(self, moment: datetime, letter: str = "") -> str:
        """The next one of its year."""
        series = f"{letter}{moment.year}"
        count = self.years[series] = self.years.get(series, 0) + 1
        return f"{series}-{count:05}"
