"""What can be chosen for a document, and what comes back: the same for window and command line."""

from dataclasses import dataclass
from datetime import date

from customerbook.model.texts import _


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


EVER = Period()


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is made.

    `language` (BCP 47) is the customer's, else the shop's, if empty; `paper` (A4, A5, Letter) the
    shop's; `made` (the date on the document) today. `period` limits histories. `signature` adds
    lines to sign on, `qr` a code with the reference; without `letterhead` its room stays empty,
    for paper that has it printed.
    """

    language: str = ""
    paper: str = ""
    period: Period = EVER
    signature: bool = True
    qr: bool = True
    letterhead: bool = True
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Printout:
    """A finished PDF. `missing` are characters that no font here has; see `remarks`."""

    content: bytes
    pages: int
    missing: str = ""
    logo_left_out: bool = False

    def remarks(self) -> tuple[str, ...]:
        """What the person should know before handing it over, in sentences."""
        found = []
        if self.missing:
            sentence = _(
                "No font on this computer has {characters}. They are printed in Latin letters;"
                " install a font that has them to print them as they were typed."
            )
            found.append(sentence.format(characters=" ".join(self.missing)))
        if self.logo_left_out:
            found.append(_("The logo can not be read and is left out. Choose a PNG or JPEG."))
        return tuple(found)
