"""The sheet a document is set on: its paper, letters and language, and the forms all share."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block, Gap, Stack
from customerbook.documents.colours import SOFT_INK
from customerbook.documents.direction import language_is_rtl
from customerbook.documents.letterhead import Foot, opening
from customerbook.documents.logo import read_logo
from customerbook.documents.options import Options, Printout
from customerbook.documents.page import (
    Paper,
    draw_pages,
    fill_pages,
    paper_named,
    write_pages,
)
from customerbook.documents.rows import Column, Row
from customerbook.documents.text import Side, Style, Text
from customerbook.documents.typecase import Span, Typecase
from customerbook.documents.words import written_language
from customerbook.model.shop import Shop
from customerbook.model.texts import catalogue

TITLE = Style(21, 28, strong=True)
HEADING = Style(12, 18, strong=True)
BODY = Style(10.5, 16)
PROSE = Style(10.5, 16, side=Side.OWN)
STRONG = Style(10.5, 16, strong=True)
LABEL = Style(9, 16, SOFT_INK, baseline=11.7)
_LABEL_WIDTH = 34 * mm
_GUTTER = 8.4 * mm


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything blocks are made with; `language` is the one the words really are in."""

    shop: Shop
    paper: Paper
    language: str
    case: Typecase
    options: Options

    def text(self, content: str | Sequence[Span], style: Style = BODY) -> Text:
        """A block of text."""
        return Text(content, style, self.case)

    def labelled(self, label: str, *matter: Block, drop: float = 0, pad: float = 0) -> Row:
        """A row with its label in the margin, `drop` points lower than the matter's upper edge.

        `pad` is the space above and below, the paper's own if it is 0.
        """
        columns = (
            Column(0, _LABEL_WIDTH),
            Column(_LABEL_WIDTH + _GUTTER, self.paper.column - _LABEL_WIDTH - _GUTTER),
        )
        named = Stack([Gap(drop), self.text(label, LABEL)] if drop else [self.text(label, LABEL)])
        return Row([named, Stack(matter)], columns, rtl=self.case.rtl, pad=pad or self.paper.pad)

    def opening(self) -> list[Block]:
        """The letterhead and the space below."""
        return opening(self.shop, self.paper, self.case, shown=self.options.letterhead)

    def printed(self, story: Sequence[Block], *, title: str, which: str) -> Printout:
        """The finished document; `which` names it in the foot of each page."""
        pages = fill_pages(story, self.paper)
        content = write_pages(
            pages,
            self.paper,
            title=title,
            author=self.shop.name,
            language=self.language,
            foot=lambda number, count: self._foot(which, number, count),
        )
        return self.finished(content, len(pages))

    def add_to(self, pen: Canvas, story: Sequence[Block], *, which: str) -> int:
        """Draw a document behind others in one PDF; how many pages it took."""
        pages = fill_pages(story, self.paper)
        draw_pages(pen, pages, self.paper, lambda number, count: self._foot(which, number, count))
        return len(pages)

    def finished(self, content: bytes, pages: int) -> Printout:
        """What is to be said about a PDF that was drawn on this sheet."""
        lost = self.options.letterhead and self.shop.logo and not read_logo(self.shop.logo)
        return Printout(content, pages, "".join(sorted(self.case.missing)), bool(lost))

    def _foot(self, which: str, number: int, count: int) -> Foot:
        t = catalogue(self.language).gettext
        shop = self.shop
        who = shop.name
        if shop.owner and shop.owner != shop.name:
            who = t("{shop}, owner {owner}").format(shop=shop.name, owner=shop.owner)
        page = t("page {number} of {count}").format(number=number, count=count)
        return Foot(who, f"{which}, {page}" if which else page, self.case)


def sheet_for(shop: Shop, language: str, options: Options) -> Sheet:
    """A sheet for a document; `language` is the reader's, options may name another."""
    wanted = written_language(options.language or language or shop.language, shop.country)
    paper = paper_named(options.paper or shop.paper)
    return Sheet(shop, paper, wanted, Typecase(rtl=language_is_rtl(wanted)), options)
