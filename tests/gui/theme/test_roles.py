"""Contrast by WCAG 2, computed from the roles for both schemes."""

import pytest

from customerbook.gui.theme.roles import AVATARS, ROLES, Role, Scheme, avatar_pair, value
from customerbook.gui.widgets.button import SKINS, Kind
from customerbook.gui.widgets.chip import TONES, Tone

SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
GROUNDS: tuple[Role, ...] = (
    "paper",
    "spine",
    "card",
    "hover",
    "sunk",
    "tint",
    "amberbg",
    "redbg",
    "bluebg",
)
TEXTS: tuple[Role, ...] = ("ink", "ink2", "ink3", "accent", "amber", "red", "blue")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_itself_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(text: Role, ground: Role, scheme: Scheme) -> None:
    assert contrast(value(text, scheme), value(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_matched_text_can_be_read(scheme: Scheme) -> None:
    assert contrast(value("ink", scheme), value("mark", scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("fill", ["fill", "fill_hover", "fill_pressed", "danger"])
def test_white_on_filled_buttons_can_be_read(fill: Role, scheme: Scheme) -> None:
    assert contrast(value("on_fill", scheme), value(fill, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("bar_ink", "bar"),
        ("bar_ink", "bar_inner"),
        ("bar", "bar_ink"),
        ("cover_ink", "cover"),
        ("plate_ink", "plate"),
        ("plate_ink2", "plate"),
    ],
)
def test_text_on_bars_and_cover_can_be_read(text: Role, ground: Role, scheme: Scheme) -> None:
    assert contrast(value(text, scheme), value(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("mark", "ground"),
    [
        *((edge, ground) for edge in ("field", "amberm") for ground in ("paper", "card", "sunk")),
        *(("redm", ground) for ground in ("paper", "spine", "card", "sunk")),
        *(("accent", ground) for ground in GROUNDS),
        *(("fill_edge", ground) for ground in ("paper", "card", "sunk")),
        ("field_band", "amberbg"),
    ],
)
def test_marks_and_edges_can_be_seen(mark: Role, ground: Role, scheme: Scheme) -> None:
    assert contrast(value(mark, scheme), value(ground, scheme)) >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SKINS)
def test_words_on_buttons_can_be_read_in_every_state(kind: Kind, scheme: Scheme) -> None:
    beneath: tuple[Role, ...] = ("bar",) if kind.startswith("bar") else ("paper", "card", "amberbg")
    for state, skin in SKINS[kind].items():
        for ground in (skin.fill,) if skin.fill else beneath:
            found = contrast(value(skin.text, scheme), value(ground, scheme))
            assert found >= 4.5, (state, ground, found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", TONES)
def test_chips_states_and_badges_can_be_read(tone: Tone, scheme: Scheme) -> None:
    fill, text = TONES[tone]
    assert contrast(value(text, scheme), value(fill, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_a_tab_leads_to_can_be_read_on_the_rail(scheme: Scheme) -> None:
    for text in ("ink", "ink2", "accent"):
        for ground in ("spine", "spine_hover", "paper"):
            assert contrast(value(text, scheme), value(ground, scheme)) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "desk"])
def test_the_ring_of_the_keyboard_can_be_seen(ground: Role, scheme: Scheme) -> None:
    assert contrast(value("accent", scheme), value(ground, scheme)) >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("index", range(len(AVATARS)))
def test_initials_can_be_read(index: int, scheme: Scheme) -> None:
    text, fill = avatar_pair(index, scheme)
    assert contrast(text, fill) >= 6.6


def test_an_avatar_is_found_for_any_hash() -> None:
    assert avatar_pair(-7, "light") == AVATARS[-7 % len(AVATARS)][0]


def test_every_colour_is_written_as_qt_reads_it() -> None:
    for role, pair in ROLES.items():
        lengths = {9} if role == "scrim" else {7}
        assert {len(colour) for colour in pair} == lengths, role
        assert all(int(colour[1:], 16) >= 0 for colour in pair)
