"""What the palette lists for a few letters: commands in groups, the best match first."""

from collections.abc import Sequence
from dataclasses import dataclass

from customerbook.gui.actions import Offer
from customerbook.gui.commands import Area
from customerbook.model.texts import _

_GROUPS: tuple[tuple[Area, ...], ...] = (("page",), ("log", "customers", "book"), ("go",))


@dataclass(frozen=True)
class Row:
    """A command, or the heading of a group if `offer` is None; `spans` are (start, length)."""

    text: str
    offer: Offer | None = None
    about: str = ""
    spans: tuple[tuple[int, int], ...] = ()


def rows_for(typed: str, offers: Sequence[Offer], page: str) -> list[Row]:
    """Groups with what was found in each; all of them while nothing is typed.

    `page` is what the page that is shown is called.
    """
    headings = (_("Here"), _("Everywhere"), _("Go to"))
    found: list[Row] = []
    for heading, areas in zip(headings, _GROUPS, strict=True):
        ranked = [
            (_rank(typed, offer), place, offer)
            for place, offer in enumerate(offers)
            if offer.command.area in areas
        ]
        hits = sorted((hit for hit in ranked if hit[0] is not None), key=lambda hit: hit[:2])
        if hits:
            found.append(Row(heading))
            found += [_row(typed, offer, page) for _rank_, _place, offer in hits]
    return found


def _row(typed: str, offer: Offer, page: str) -> Row:
    words = offer.command.words
    folded = words.casefold()
    spans = []
    for part in typed.casefold().split():
        start = folded.find(part)
        if start >= 0 and len(folded) == len(words):
            spans.append((start, len(part)))
    about = page if offer.command.area == "page" else ""
    return Row(words, offer, about, tuple(spans))


def _rank(typed: str, offer: Offer) -> int | None:
    """0 where the name starts so, then a word of it, then inside, then a keyword; None for none."""
    words = offer.command.words.casefold()
    others = offer.command.more_words.casefold()
    worst = 0
    for part in typed.casefold().split():
        if words.startswith(part):
            rank = 0
        elif any(word.startswith(part) for word in words.split()):
            rank = 1
        elif part in words:
            rank = 2
        elif any(word.startswith(part) for word in others.split()):
            rank = 3
        else:
            return None
        worst = max(worst, rank)
    return worst
