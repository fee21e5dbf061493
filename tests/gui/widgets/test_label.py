"""Words: line heights, parts that stand out, cutting, no markup, both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.heading import Link, PageTitle, SectionHeading
from customerbook.gui.widgets.keys import KeyHint, key_words
from customerbook.gui.widgets.label import ElidedLabel, Label
from customerbook.gui.widgets.painting import text_direction, text_width
from customerbook.gui.widgets.paragraph import Paragraph, bold, lay_out, marks, paint_highlighted

LONG = "Spoke tension uneven on the drive side, the rim is bent by 2 mm. We build a new wheel."


def canvas(width: int = 400, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("card"))
    return image


def has_colour(image: QImage, colour: QColor, columns: range) -> bool:
    rows = range(image.height())
    return any(image.pixelColor(x, y) == colour for x in columns for y in rows)


def test_a_line_is_as_high_as_its_style_says(qtbot: QtBot) -> None:
    for style, height in (("title", 36), ("sheet", 28), ("text", 20), ("meta", 16)):
        label = Label("Words", style)  # type: ignore[arg-type]
        qtbot.addWidget(label)
        assert label.sizeHint().height() == height


def test_wrapped_words_keep_the_line_height(qtbot: QtBot) -> None:
    label = Label(LONG, wrap=True)
    qtbot.addWidget(label)
    height = label.heightForWidth(200)
    assert height % 20 == 0
    assert height >= 60
    assert label.heightForWidth(5000) == 20


def test_names_are_never_read_as_markup(qtbot: QtBot) -> None:
    label = Label("<b>Müller & Söhne</b>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() == text_width("<b>Müller & Söhne</b>", "text")


def test_a_bold_part_makes_the_line_wider(qtbot: QtBot) -> None:
    plain = Label("Saved as 2026-01188")
    strong = Label("Saved as 2026-01188", spans=bold("Saved as 2026-01188", "2026-01188"))
    for label in (plain, strong):
        qtbot.addWidget(label)
    assert strong.sizeHint().width() > plain.sizeHint().width()
    assert bold("Saved", "not there") == ()


def test_a_name_that_is_cut_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Behindertenfahrdienst München-Süd gGmbH", "name")
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_matched_parts_lie_on_the_highlighter() -> None:
    image = canvas()
    painter = QPainter(image)
    text = "Oliver Müller"
    paint_highlighted(painter, QRect(0, 0, 400, 40), text, ((7, 3),), style="name", role="ink")
    painter.end()
    start, end = text_width("Oliver ", "name"), text_width("Oliver Mül", "name")
    mark = theme.current().colour("mark")
    assert has_colour(image, mark, range(start, end))
    assert not has_colour(image, mark, range(start - 4))
    assert not has_colour(image, mark, range(end + 4, 400))


def test_marks_stand_right_behind_letters_beyond_the_basic_plane() -> None:
    image = canvas()
    painter = QPainter(image)
    text = "🚲🚲 Müller"
    line = lay_out(text, "name", 400, spans=marks(((3, 3),)))
    line.draw(painter, 0, 10, "ink")
    painter.end()
    start = int(lay_out("🚲🚲 ", "name", 400).width)
    mark = theme.current().colour("mark")
    assert has_colour(image, mark, range(start, start + 20))
    assert not has_colour(image, mark, range(start - 6))


def test_the_highlighter_finds_its_place_from_right_to_left() -> None:
    image = canvas()
    painter = QPainter(image)
    way = Qt.LayoutDirection.RightToLeft
    paint_highlighted(
        painter,
        QRect(0, 0, 400, 40),
        "ليلى حداد",
        ((0, 4),),
        style="name",
        role="ink",
        direction=way,
    )
    painter.end()
    mark = theme.current().colour("mark")
    assert has_colour(image, mark, range(370, 400))
    assert not has_colour(image, mark, range(320))


@given(
    text=st.text(max_size=400),
    width=st.integers(1, 500),
    places=st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=3),
)
@pytest.mark.usefixtures("qapp")
def test_any_text_is_cut_to_one_line(text: str, width: int, places: list[tuple[int, int]]) -> None:
    line = Paragraph(text, "text", width, spans=marks(places), lines=1)
    assert line.height == theme.current().line("text")


def test_three_lines_and_an_ellipsis() -> None:
    paragraph = Paragraph(LONG * 3, "text", 200, lines=3)
    assert paragraph.cut
    assert paragraph.text.endswith("…")
    assert paragraph.height == 60
    assert not Paragraph("short", "text", 200, lines=3).cut


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        ("Oliver", False),
        ("ليلى حداد", True),
        ("+49 171", False),
        ("…«שלום»", True),
        ("Ελένη", False),
    ],
)
def test_a_text_runs_in_the_direction_of_its_letters(text: str, *, right_to_left: bool) -> None:
    assert (text_direction(text) == Qt.LayoutDirection.RightToLeft) is right_to_left


def test_keys_are_shown_as_on_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert key_words("Ctrl+Shift+Return") == "Ctrl Shift ↵"
    assert key_words("F2") == "F2"
    assert key_words("") == ""


def test_headings_have_their_heights(qtbot: QtBot) -> None:
    heading, title = SectionHeading("Dates", "2"), PageTitle("Follow-ups")
    for widget in (heading, title, KeyHint("F1")):
        qtbot.addWidget(widget)
    assert heading.sizeHint().height() == 32
    assert title.sizeHint().height() == 48
    theme.current().use_scale(130)
    assert heading.sizeHint().height() == 42


def test_a_link_is_underlined_under_the_mouse_only(qtbot: QtBot) -> None:
    link = Link("All")
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    before = link.grab().toImage()
    link.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert link.grab().toImage() != before


def test_a_hyphen_in_a_number_is_as_close_as_in_a_word(look: None) -> None:
    """With figures of one width it would be as wide as one of them, as if blanks stood around."""
    figure = text_width("0", "text", figures=True)
    hyphen = text_width("0-1", "text", figures=True) - text_width("01", "text", figures=True)
    assert hyphen < 0.75 * figure


def test_a_number_stays_together_at_its_hyphen(look: None) -> None:
    width = text_width("Number 39200-", "text", figures=True) + 1
    number = Paragraph("Number 39200-58", "text", width, figures=True)
    assert number.last_width == pytest.approx(text_width("39200-58", "text", figures=True), abs=1)
