"""What a row of the card's left column says, and what can be done with it."""

from dataclasses import dataclass
from typing import Literal

from customerbook.gui.customers.changing import Part
from customerbook.gui.theme import Role

Deed = Literal["open", "copy", "turn"]


@dataclass(frozen=True)
class Act:
    """A small icon of a row: `open` an address of the system, `copy` a text, `turn` a consent."""

    deed: Deed
    icon: str
    text: str
    target: str = ""


@dataclass(frozen=True)
class SideItem:
    """One row; `text` over `below`, struck through where it is not to be used.

    `record` is what it shows, at `place` among those of its `part`; a row without a part belongs
    to another customer, `customer_id`, or to nobody: then it shows `more` of its kind.
    """

    text: str
    icon: str = ""
    below: str = ""
    below_role: Role = "ink3"
    struck: bool = False
    tooltip: str = ""
    acts: tuple[Act, ...] = ()
    part: Part | None = None
    place: int = -1
    record: object = None
    customer_id: int = 0
    more: bool = False

    @property
    def described(self) -> str:
        """What a screen reader adds to the words."""
        return ". ".join(part for part in (self.below, self.tooltip) if part)


@dataclass(frozen=True)
class SideSectionItems:
    """A section of the column with its rows; without rows it does not show."""

    key: str
    heading: str
    items: tuple[SideItem, ...]
