"""Pages: paper, filling them with blocks, and the finished file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from io import BytesIO
from threading import Lock
from typing import ParamSpec, TypeVar

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, A5, LETTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block
from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _

# No document ever fetches anything: not from the network, not from this computer's disk.
rl_config.trustedSchemes = []
rl_config.trustedHosts = []
# Nor does it name a folder: comments would name the files of fonts.
rl_config.pdfComments = 0


P = ParamSpec("P")
R = TypeVar("R")
_DRAWING = Lock()


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    first_top: float = 15 * mm
    top: float = 20 * mm
    bottom: float = 29 * mm
    foot: float = 20.6 * mm
    pad: float = 10.75
    """Space above and below the text of a row."""

    @property
    def column(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right


PAPERS = {
    "A4": Paper(*A4, left=17 * mm, right=21 * mm),
    "Letter": Paper(*LETTER, left=17 * mm, right=21 * mm, bottom=26 * mm, foot=18 * mm, pad=8),
    "A5": Paper(*A5, left=13 * mm, right=13 * mm, bottom=22 * mm, foot=15 * mm, pad=6),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and its upper edge on the page, in points from the bottom."""

    block: Block
    top: float


def paper_named(name: str) -> Paper:
    """The paper with a name of `PAPERS`; InvalidInputError for any other."""
    if name not in PAPERS:
        sentence = _("There is no paper “{name}”. Choose one of {papers}.")
        raise InvalidInputError(sentence.format(name=name, papers=", ".join(PAPERS)), "paper")
    return PAPERS[name]


def one_at_a_time(draw: Callable[P, R]) -> Callable[P, R]:
    """Let only one thread draw: reportlab's fonts remember the document they are used in."""

    @wraps(draw)
    def alone(*args: P.args, **kwargs: P.kwargs) -> R:
        with _DRAWING:
            return draw(*args, **kwargs)

    return alone


def fill_pages(story: Sequence[Block], paper: Paper) -> list[list[Placed]]:
    """Blocks on as many pages as they need; a block that can not be parted overlaps the margin."""
    pages: list[list[Placed]] = [[]]
    waiting = list(reversed(story))
    top = paper.height - paper.first_top
    while waiting:
        block = waiting.pop()
        room = top - paper.bottom
        fresh = not pages[-1]
        if fresh or _needed(block, waiting, paper.column) <= room + 0.01:
            fits, rest = block.split(paper.column, room)
            if fresh and fits is None:
                fits, rest = block, None
        else:
            fits, rest = None, block
        if fits is not None:
            high = fits.height(paper.column)
            pages[-1].append(Placed(fits, paper.bottom + high if fits.sinks else top))
            top = paper.bottom if fits.sinks else top - high
        if rest is not None:
            waiting.append(rest)
            pages.append([])
            top = paper.height - paper.top
    return pages


def _needed(block: Block, waiting: Sequence[Block], width: float) -> float:
    if not block.stays_with_next or not waiting:
        return block.least(width)
    return block.height(width) + _needed(waiting[-1], waiting[:-1], width)


FootMaker = Callable[[int, int], Block]
"""Gives the foot of a page, asked for its number and the number of pages."""


def write_pages(
    pages: Sequence[Sequence[Placed]],
    paper: Paper,
    *,
    title: str,
    author: str,
    language: str,
    foot: FootMaker,
) -> bytes:
    """The PDF of some pages.

    The same content gives the same bytes: nothing in them tells the time or the computer.
    """
    content = BytesIO()
    pen = new_pen(content, paper, title=title, author=author, language=language)
    draw_pages(pen, pages, paper, foot)
    pen.save()
    return content.getvalue()


def new_pen(content: BytesIO, paper: Paper, *, title: str, author: str, language: str) -> Canvas:
    """What draws a PDF without pages yet; its `save` writes the file."""
    pen = Canvas(
        content,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        lang=language,
    )
    pen.setTitle(title)
    pen.setAuthor(author)
    pen.setCreator("Customer Book")
    pen.setViewerPreference("DisplayDocTitle", "true")
    return pen


def draw_pages(
    pen: Canvas, pages: Sequence[Sequence[Placed]], paper: Paper, foot: FootMaker
) -> None:
    """Add pages to a PDF; their numbers begin with 1."""
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.block.draw(pen, paper.left, placed.top, paper.column)
        foot(number, len(pages)).draw(pen, paper.left, paper.foot, paper.column)
        pen.showPage()
