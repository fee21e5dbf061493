"""Inter in five sizes, by name; widths are the same on every system."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import fontpkg_inter
from PySide6.QtGui import QFont, QFontDatabase

Style = Literal[
    "title", "sheet", "group", "prompt", "text", "label", "name", "meta", "caption", "badge"
]

Scale = Literal[90, 100, 115, 130]
SCALES: Final[tuple[Scale, ...]] = (90, 100, 115, 130)


@dataclass(frozen=True)
class TextStyle:
    """Size and line height in pixels at 100 %, weight 400 to 600, tracking in parts of the size."""

    px: int
    line: int
    weight: int
    tracking: float = 0.0


STYLES: Final[dict[Style, TextStyle]] = {
    "title": TextStyle(28, 36, 600, -0.02),  # page title, name on the card, figure of a tile
    "sheet": TextStyle(20, 28, 600, -0.01),  # sheet title, large avatar
    "group": TextStyle(16, 24, 600),  # group in settings, month name
    "prompt": TextStyle(16, 24, 400),  # palette input
    "text": TextStyle(14, 20, 400),
    "label": TextStyle(14, 20, 500),  # labels and tabs
    "name": TextStyle(14, 20, 600),  # names, headings, buttons
    "meta": TextStyle(12, 16, 400),  # hints and captions
    "caption": TextStyle(12, 16, 500),  # chips and keys
    "badge": TextStyle(12, 16, 600),
}

_WEIGHT_AXIS = QFont.Tag("wght")
_TABULAR = QFont.Tag("tnum")


@cache
def _load_inter() -> str:
    """Hand Inter to Qt once; returns its family, or nothing when it cannot be read."""
    for file in sorted((fontpkg_inter.ROOT / "files").glob("Inter[[]*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        return families[0] if families else ""
    return ""


def family(*, system: bool = False) -> str:
    """Family of the window's text: Inter, or the system's own where that is wanted."""
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return own if system else _load_inter() or own


def make_font(
    style: Style, *, scale: int = 100, figures: bool = False, system: bool = False
) -> QFont:
    """Build the font of a style; `figures` gives digits of one width, for columns and numbers."""
    look = STYLES[style]
    size = round(look.px * scale / 100)
    font = QFont(family(system=system))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(look.weight))
    # Qt finds one face in the variable file and does not move along its axis by the weight alone;
    # the weight stays set for the fonts that stand in for scripts Inter lacks.
    font.setVariableAxis(_WEIGHT_AXIS, look.weight)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.tracking * size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        font.setFeature(_TABULAR, 1)
    return font


def line_height(style: Style, *, scale: int = 100) -> int:
    """Height of a line in pixels."""
    return round(STYLES[style].line * scale / 100)
