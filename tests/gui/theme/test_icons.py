"""Icons: found, in the colour asked for, crisp, and mirrored where they point."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import customerbook.gui
from customerbook.gui.theme import Theme
from customerbook.gui.theme.icons import DIRECTED, NoSuchIconError, draw, svg

GUI = Path(customerbook.gui.__file__).parent


def colours(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in found if colour.alpha() == 255}


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_its_colour_and_the_pixels_of_the_screen(ratio: float) -> None:
    pixmap = draw("store", QColor("#1e5b45"), 18, ratio)
    assert pixmap.width() == round(18 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(18)
    # With two pixels a line the stroke is solid somewhere, and nowhere of another colour.
    assert colours(pixmap.toImage()) <= {"#1e5b45"}
    assert ratio < 2 or colours(pixmap.toImage()) == {"#1e5b45"}


@pytest.mark.usefixtures("look")
def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(NoSuchIconError):
        svg("no-such-icon-anywhere")


@pytest.mark.usefixtures("look")
def test_what_points_is_mirrored_and_nothing_else() -> None:
    ink = QColor("#000000")

    def image(name: str, *, mirrored: bool) -> QImage:
        return draw(name, ink, 20, 1.0, mirrored=mirrored).toImage()

    turned = image("chevron-right", mirrored=True)
    assert turned != image("chevron-right", mirrored=False)
    assert image("phone", mirrored=True) == image("phone", mirrored=False)


@pytest.mark.usefixtures("look")
def test_all_icons_that_point_exist() -> None:
    for name in DIRECTED:
        assert "<svg" in svg(name)


def test_icons_are_drawn_once(look: Theme) -> None:
    first = look.pixmap("mail", 18, "ink2", 1.0)
    assert look.pixmap("mail", 18, "ink2", 1.0) is first
    assert look.pixmap("mail", 18, "accent", 1.0) is not first


def test_switching_draws_icons_again(look: Theme) -> None:
    before = look.pixmap("mail", 18, "ink2", 2.0).toImage()
    look.use_scheme("dark")
    assert look.pixmap("mail", 18, "ink2", 2.0).toImage() != before


def test_an_icon_for_menus_has_all_pixel_ratios(look: Theme) -> None:
    assert len(look.icon("mail").availableSizes()) == 3


@pytest.mark.usefixtures("look")
def test_every_icon_named_in_the_widgets_exists() -> None:
    named = re.compile(
        r'(?:icon=|IconButton\(|IconLabel\(|alert=|centre, |center\(\), )"([a-z0-9-]+)"'
    )
    names = set()
    for module in GUI.glob("widgets/*.py"):
        names |= set(named.findall(module.read_text(encoding="utf-8")))
    assert {"search", "chevron-down", "lock", "check"} <= names
    for name in names:
        assert "<svg" in svg(name), name
