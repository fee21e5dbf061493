"""The five sizes in Inter, with real weights."""

from typing import get_args

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from customerbook.gui.theme import SCALES, Style, Theme
from customerbook.gui.theme.fonts import STYLES, line_height, make_font

WORDS = "Saturday, 21 November"


def width(style: Style, text: str = WORDS, *, scale: int = 100, figures: bool = False) -> float:
    font = make_font(style, scale=scale, figures=figures)
    return QFontMetricsF(font).horizontalAdvance(text)


def test_every_style_is_inter(look: Theme) -> None:
    for style in get_args(Style):
        assert QFontInfo(look.font(style)).family() == "Inter"


def test_only_five_sizes_are_on_screen() -> None:
    assert {style.px for style in STYLES.values()} == {12, 14, 16, 20, 28}


@pytest.mark.usefixtures("look")
def test_weight_moves_along_the_axis_of_the_font() -> None:
    assert width("text") < width("label") < width("name")


@pytest.mark.usefixtures("look")
def test_the_title_is_as_wide_as_in_the_picture() -> None:
    assert width("title") == pytest.approx(301, abs=1.5)


@pytest.mark.usefixtures("look")
def test_figures_are_of_one_width() -> None:
    widths = {width("text", digit * 6, figures=True) for digit in "0123456789"}
    assert len(widths) == 1
    assert width("text", "111111") < width("text", "000000")


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("scale", SCALES)
def test_sizes_and_lines_grow_with_the_scale(scale: int) -> None:
    font = make_font("text", scale=scale)
    assert font.pixelSize() == round(14 * scale / 100)
    assert line_height("text", scale=scale) == round(20 * scale / 100)
    assert QFontMetricsF(font).height() <= line_height("text", scale=scale)


def test_the_system_font_can_be_used_instead(look: Theme) -> None:
    inter = look.font("text").family()
    look.use_system_font(wanted=True)
    assert look.font("text").family() != inter
    assert look.font("text").pixelSize() == 14
    look.use_system_font(wanted=False)
    assert look.font("text").family() == inter
