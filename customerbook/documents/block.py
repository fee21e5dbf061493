"""What a page is filled with: things that know their height and where they may be parted."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas


class Block(ABC):
    """Something that fills the width it is given; all measures in points, y upwards.

    `stays_with_next` keeps a heading on the page of what it heads; `sinks` puts a block at the
    foot of its page.
    """

    stays_with_next: bool = False
    sinks: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How high the block is in a column."""

    @abstractmethod
    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Draw with its upper edge at `top`."""

    def least(self, width: float) -> float:
        """Height of the smallest part that may stand alone at the end of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Block | None, Block | None]":
        """What fits into `room`, and the rest; None where there is nothing."""
        return (self, None) if self.height(width) <= room + 0.01 else (None, self)


class Gap(Block):
    """Empty space."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:  # noqa: ARG002 - the same in any column
        """How high the space is."""
        return self._height

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Leave it empty."""


class Stack(Block):
    """Blocks below each other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)

    def height(self, width: float) -> float:
        """All of them."""
        return sum(block.height(width) for block in self.blocks)

    def least(self, width: float) -> float:
        """The beginning of the first."""
        return self.blocks[0].least(width) if self.blocks else 0

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """The first ones that fit; the last of these may itself be parted."""
        kept: list[Block] = []
        for number, block in enumerate(self.blocks):
            fits, rest = block.split(width, room)
            if fits is not None:
                kept.append(fits)
                room -= fits.height(width)
            if rest is not None:
                return (Stack(kept) if kept else None), Stack([rest, *self.blocks[number + 1 :]])
        return self, None

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """One below the other."""
        for block in self.blocks:
            block.draw(pen, x, top, width)
            top -= block.height(width)
