"""The shop's letterhead, the address in the window of the envelope, and the foot."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from customerbook.documents.block import Block, Gap, Stack
from customerbook.documents.colours import GREEN, SOFT_INK
from customerbook.documents.logo import read_logo
from customerbook.documents.page import Paper
from customerbook.documents.rows import rule
from customerbook.documents.text import Side, Style, Text
from customerbook.documents.typecase import Typecase
from customerbook.model.shop import Shop

NAME = Style(17, 21, strong=True)
SMALL = Style(9, 13.5, SOFT_INK)
SMALL_END = Style(9, 13.5, SOFT_INK, side=Side.END)
ADDRESS = Style(10.5, 15)


class Letterhead(Block):
    """Logo, name and line of the shop, how to reach it, and the green line over the whole page."""

    _CONTENT = 14 * mm
    _BELOW = 6.1 * mm

    def __init__(self, shop: Shop, paper: Paper, case: Typecase) -> None:
        self._paper = paper
        self._logo = read_logo(shop.logo)
        self._rtl = case.rtl
        self._name = Stack([Text(shop.name, NAME, case, most=2)] if shop.name else [])
        if shop.line:
            self._name.blocks.append(Text(shop.line, SMALL, case, most=2))
        reach = [address_line(shop), shop.phone, shop.email, shop.web]
        self._reach = Stack([Text(line, SMALL_END, case, most=2) for line in reach if line])

    def height(self, width: float) -> float:
        """From the upper edge down to the green line."""
        return self._content(width) + self._BELOW

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Name at the start, how to reach the shop at the end, both centred on the logo."""
        high = self._content(width)
        beside, name, reach = self._widths(width)
        if self._logo:
            logo = self._logo
            left = x + (width - logo.width if self._rtl else 0)
            lower = top - (high + logo.height) / 2
            pen.drawImage(logo.picture, left, lower, logo.width, logo.height, mask="auto")
        for block, offset, wide in (
            (self._name, beside, name),
            (self._reach, width - reach, reach),
        ):
            left = x + (width - offset - wide if self._rtl else offset)
            block.draw(pen, left, top - (high - block.height(wide)) / 2, wide)
        line = top - high - self._BELOW
        rule(pen, x - self._paper.left, line, self._paper.width, colour=GREEN, thick=1.3)

    def _content(self, width: float) -> float:
        _beside, name, reach = self._widths(width)
        return max(self._CONTENT, self._name.height(name), self._reach.height(reach))

    def _widths(self, width: float) -> tuple[float, float, float]:
        """Room for the logo, the name, and how to reach the shop."""
        beside = self._logo.width + 4.8 * mm if self._logo else 0
        reach = 0.42 * width
        return beside, width - beside - reach - 4 * mm, reach


class AddressBlock(Block):
    """Sender and recipient where the envelope has its window; number and date beside them."""

    _UNTIL_TITLE = 37.5 * mm

    def __init__(
        self, shop: Shop, recipient: list[str], reference: list[Text], case: Typecase
    ) -> None:
        """`reference` is drawn at the end of the line, from the top."""
        parts = [shop.name, shop.street, f"{shop.postcode} {shop.town}".strip()]
        sender = ", ".join(part for part in parts if part)
        self._sender = Text(sender, SMALL, case, most=1) if sender and recipient else None
        self._address = Stack([Text(line, ADDRESS, case) for line in recipient])
        self._reference = Stack(reference)
        self._rtl = case.rtl
        self._window = bool(recipient)

    def height(self, width: float) -> float:
        """Down to the title: as far as a window may show, less if there is no address."""
        address = self._above_address(width) + self._address.height(self._wide(width)) + 8 * mm
        reference = 0.9 * mm + self._reference.height(width) + 8 * mm
        return max(self._UNTIL_TITLE if self._window else 0, address, reference)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The sender is underlined, as long as it is."""
        wide = self._wide(width)
        left = x + (width - wide if self._rtl else 0)
        if self._sender:
            self._sender.draw(pen, left, top, wide)
            long = self._sender.natural_width(wide)
            start = left + wide - long if self._rtl else left
            rule(pen, start, top - self._sender.height(wide) + 0.4, long)
        self._address.draw(pen, left, top - self._above_address(width), wide)
        self._reference.draw(pen, x, top - 0.9 * mm, width)

    def _wide(self, width: float) -> float:
        return min(85 * mm, 0.6 * width)

    def _above_address(self, width: float) -> float:
        return self._sender.height(self._wide(width)) + 1.9 * mm if self._sender else 0


class Foot(Block):
    """Who writes, and which page of which document this is."""

    def __init__(self, who: str, which: str, case: Typecase) -> None:
        self._who = Text(who, SMALL, case, most=1)
        self._which = Text(which, SMALL_END, case, most=1)
        self._rtl = case.rtl

    def height(self, width: float) -> float:
        """A hairline and one line."""
        return 3.3 * mm + self._who.height(0.6 * width)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Shop at the start, page at the end."""
        rule(pen, x, top, width)
        who = 0.55 * width
        left = x + (width - who if self._rtl else 0)
        right = x + (0 if self._rtl else who)
        self._who.draw(pen, left, top - 3.3 * mm, who)
        self._which.draw(pen, right, top - 3.3 * mm, width - who)


def address_line(shop: Shop) -> str:
    """Street and town of the shop in one line."""
    parts = [shop.street, f"{shop.postcode} {shop.town}".strip()]
    return ", ".join(part for part in parts if part)


def opening(shop: Shop, paper: Paper, case: Typecase, *, shown: bool) -> list[Block]:
    """The letterhead, or room for the one that is printed on the paper, and the space below."""
    head: Block = Letterhead(shop, paper, case) if shown else Gap(20.1 * mm)
    return [head, Gap(10.8 * mm)]
