import pytest
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block, Gap, Stack
from customerbook.documents.page import PAPERS, fill_pages, paper_named
from customerbook.documents.rows import Box, Column, Row, Table
from customerbook.documents.text import Style, Text
from customerbook.documents.typecase import Typecase
from customerbook.model.errors import InvalidInputError

PAPER = PAPERS["A4"]
FIRST = PAPER.height - PAPER.first_top - PAPER.bottom
NEXT = PAPER.height - PAPER.top - PAPER.bottom
STYLE = Style(10, 20)


class Solid(Block):
    """A block that can not be parted."""

    def __init__(self, high: float, *, stays: bool = False, sinks: bool = False) -> None:
        self._high = high
        self.stays_with_next = stays
        self.sinks = sinks

    def height(self, width: float) -> float:
        return self._high

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        pen.rect(x, top - self._high, width, self._high)


def lines(count: int) -> Text:
    return Text("\n".join(str(number) for number in range(count)), STYLE, Typecase())


def numbers(block: Block, width: float = 100) -> list[str]:
    assert isinstance(block, Text)
    return ["".join(span.text for span in line.spans) for line in block._lines(width)]


def test_blocks_fill_page_after_page() -> None:
    pages = fill_pages([Solid(FIRST / 2), Solid(FIRST / 2), Solid(10)], PAPER)
    assert [len(page) for page in pages] == [2, 1]
    assert pages[1][0].top == PAPER.height - PAPER.top


def test_a_heading_stays_with_what_it_heads() -> None:
    story = [Solid(FIRST - 30), Solid(20, stays=True), Solid(20)]
    assert [len(page) for page in fill_pages(story, PAPER)] == [1, 2]


def test_headings_in_a_row_stay_together() -> None:
    story = [Solid(FIRST - 50), Solid(20, stays=True), Solid(20, stays=True), Solid(20)]
    assert [len(page) for page in fill_pages(story, PAPER)] == [1, 3]


def test_a_heading_at_the_very_end_stays_where_it_is() -> None:
    assert [len(page) for page in fill_pages([Solid(20, stays=True)], PAPER)] == [1]


def test_a_block_that_sinks_stands_at_the_foot() -> None:
    (page,) = fill_pages([Solid(20), Solid(50, sinks=True)], PAPER)
    assert page[1].top == pytest.approx(PAPER.bottom + 50)


def test_a_block_higher_than_any_page_is_drawn_all_the_same() -> None:
    assert [len(page) for page in fill_pages([Solid(5000), Solid(10)], PAPER)] == [1, 1]


def test_text_is_parted_with_two_lines_on_either_side() -> None:
    text = lines(6)
    fits, rest = text.split(100, 5 * 20)
    assert fits is not None
    assert rest is not None
    assert numbers(fits) == ["0", "1", "2", "3"]
    assert numbers(rest) == ["4", "5"]
    assert lines(6).split(100, 20) != (None, None)
    assert lines(6).split(100, 20)[0] is None
    assert lines(3).split(100, 40)[0] is None
    assert lines(3).split(100, 60)[1] is None


def test_long_text_runs_over_pages_without_losing_a_line() -> None:
    pages = fill_pages([lines(200)], PAPER)
    assert len(pages) == 6
    found = [n for page in pages for placed in page for n in numbers(placed.block, PAPER.column)]
    assert found == [str(number) for number in range(200)]
    for number, page in enumerate(pages):
        room = NEXT if number else FIRST
        assert sum(placed.block.height(PAPER.column) for placed in page) <= room + 0.1


def test_a_low_row_is_never_parted() -> None:
    row = Row([lines(3), lines(1)], [Column(0, 50), Column(60, 50)], rtl=False, pad=5)
    assert row.height(110) == 70
    assert row.split(110, 69)[0] is None


def test_a_high_row_goes_on_in_the_next() -> None:
    row = Row([lines(20), lines(1)], [Column(0, 50), Column(60, 50)], rtl=False, pad=5)
    fits, rest = row.split(110, 200)
    assert isinstance(fits, Row)
    assert isinstance(rest, Row)
    assert fits.height(110) == 190
    assert rest.height(110) == 11 * 20 + 10


def test_a_table_repeats_its_head() -> None:
    head = Solid(10)
    table = Table(head, [Solid(30) for _ in range(5)])
    fits, rest = table.split(100, 75)
    assert isinstance(fits, Table)
    assert isinstance(rest, Table)
    assert (fits.height(100), rest.height(100)) == (70, 100)
    assert table.split(100, 35)[0] is None
    assert table.split(100, 160) == (table, None)


def test_a_low_box_stays_whole_and_a_high_one_becomes_two() -> None:
    assert Box([lines(4)]).split(100, 90)[0] is None
    fits, rest = Box([lines(20)]).split(100, 200)
    assert isinstance(fits, Box)
    assert isinstance(rest, Box)
    assert fits.height(100) + rest.height(100) == 20 * 20 + 4 * 11


def test_stacks_are_parted_between_and_inside_their_blocks() -> None:
    fits, rest = Stack([Gap(10), lines(6), Gap(5)]).split(100, 95)
    assert fits is not None
    assert rest is not None
    assert (fits.height(100), rest.height(100)) == (90, 45)
    assert Stack([]).split(100, 10)[1] is None


def test_papers_are_known_by_name() -> None:
    assert paper_named("Letter").width == 612
    with pytest.raises(InvalidInputError, match="There is no paper “B7”") as told:
        paper_named("B7")
    assert told.value.field == "paper"


def test_nothing_may_be_fetched() -> None:
    assert rl_config.trustedSchemes == []
    assert rl_config.trustedHosts == []
