"""What is kept laid out or drawn: it looks as if it were new, follows the theme, stays small."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.theme import Style
from customerbook.gui.theme.roles import AVATARS
from customerbook.gui.widgets import avatar, painting
from customerbook.gui.widgets.avatar import draw_avatar
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.painting import as_colour, draw_text, prepare, text_direction
from customerbook.gui.widgets.paragraph import forget_texts, lay_out

RGB = QImage.Format.Format_RGB32
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


@pytest.fixture(autouse=True)
def _nothing_kept(look: None) -> Iterator[None]:
    forget_texts()
    yield
    forget_texts()


def picture(paint: Callable[[QPainter], object], ratio: float = 1.0) -> QImage:
    """What is painted on white."""
    image = QImage(QSize(160, 60) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    prepare(painter)
    paint(painter)
    painter.end()
    return image


def drawn(
    text: str,
    *,
    style: Style = "text",
    rect: QRect = QRect(10, 5, 120, 40),  # noqa: B008 - never changed
    align: Qt.AlignmentFlag = LEFT,
    direction: Qt.LayoutDirection = LTR,
    figures: bool = False,
    ratio: float = 1.0,
) -> QImage:
    """A line as widgets draw it."""
    return picture(
        lambda painter: draw_text(
            painter, rect, text, style, "ink", align=align, direction=direction, figures=figures
        ),
        ratio,
    )


def drawn_by_qt(
    text: str, place: Qt.AlignmentFlag, *, style: Style = "text", figures: bool = False
) -> QImage:
    """The same line as Qt draws it where nothing is kept."""
    font = theme.current().font(style, figures=figures)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, 120)
    flags = place | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

    def paint(painter: QPainter) -> None:
        painter.setFont(font)
        painter.setPen(as_colour("ink"))
        painter.setLayoutDirection(text_direction(text))
        painter.drawText(QRect(10, 5, 120, 40), flags | Qt.TextFlag.TextSingleLine, shown)

    return picture(paint)


@pytest.mark.parametrize("style", ["text", "name", "badge"])
@pytest.mark.parametrize(
    "text",
    ["Contact", "Oliver Müller", "0171 3920014", "ليلى حداد", "more words than there is room for"],
)
def test_a_line_stands_where_qt_would_draw_it(text: str, style: Style) -> None:
    for figures in (False, True):
        for align, place in ((LEFT, LEFT), (RIGHT, RIGHT), (CENTRE, CENTRE)):
            own = drawn(text, style=style, align=align, figures=figures)
            assert own == drawn_by_qt(text, place, style=style, figures=figures), align
        mirrored = drawn(text, style=style, direction=RTL, figures=figures)
        assert mirrored == drawn_by_qt(text, RIGHT, style=style, figures=figures)


def test_what_is_too_high_is_cut_at_the_edge_of_its_room() -> None:
    low = QRect(10, 20, 120, 6)
    image = drawn("gyÜ", style="title", rect=low)
    white = image.pixelColor(0, 0)
    outside = [y for y in range(60) if not low.top() <= y <= low.bottom()]
    assert all(image.pixelColor(x, y) == white for x in range(160) for y in outside)
    assert any(image.pixelColor(x, 22) != white for x in range(160))


def test_lines_follow_size_font_and_colours(qapp: QApplication) -> None:
    before = drawn("Özlem 0171")
    assert drawn("Özlem 0171") == before
    theme.current().use_scale(130)
    large = drawn("Özlem 0171")
    assert large != before
    theme.current().use_scale(100)
    theme.current().use_scheme("dark")
    assert drawn("Özlem 0171") != before
    theme.current().use_scheme("light")
    assert drawn("Özlem 0171") == before
    theme.current().use_system_font(wanted=True)
    assert drawn("Özlem 0171") != before
    theme.current().use_system_font(wanted=False)
    assert drawn("Özlem 0171") == before


def avatar_at(place: QPoint, *, initials: str = "ÖM", ratio: float = 1.0, index: int = 1) -> QImage:
    rect = QRect(place, QSize(36, 36))
    return picture(lambda painter: draw_avatar(painter, rect, initials, index=index), ratio)


def test_avatars_follow_size_and_colours() -> None:
    before = avatar_at(QPoint(5, 5))
    assert avatar_at(QPoint(5, 5)) == before
    theme.current().use_scheme("dark")
    assert avatar_at(QPoint(5, 5)) != before
    theme.current().use_scheme("light")
    assert avatar_at(QPoint(5, 5)) == before
    theme.current().use_scale(130)
    assert avatar_at(QPoint(5, 5)) != before


def test_an_avatar_is_as_crisp_between_two_pixels_of_the_screen_as_on_one() -> None:
    """At one and a half pixels a place of an odd number begins in the middle of one."""

    def fresh(painter: QPainter) -> None:
        rect = QRect(5, 5, 36, 36)
        ink = avatar._draw_ground(painter, rect, kind="customer", index=1)
        avatar._draw_letters(painter, rect, "ÖM", ink)

    kept, new = avatar_at(QPoint(5, 5), ratio=1.5), picture(fresh, 1.5)
    far = max(
        abs(kept.pixelColor(x, y).lightness() - new.pixelColor(x, y).lightness())
        for x in range(kept.width())
        for y in range(kept.height())
    )
    assert far <= 2


def test_only_so_much_is_kept() -> None:
    for number in range(1200):
        drawn(f"line {number}")
        lay_out(f"paragraph {number}", "text", 100)
    info = painting._lay_out.cache_info()
    assert info.currsize == info.maxsize
    forget_texts()
    assert painting._lay_out.cache_info().currsize == 0


def test_avatars_of_many_share_what_their_letters_stand_on() -> None:
    for number in range(400):
        avatar_at(QPoint(5, 5), initials=f"{number}", index=number)
    assert avatar._ground.cache_info().currsize == len(AVATARS)
    forget_texts()
    assert avatar._ground.cache_info().currsize == 0


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def on_screen(widget: QWidget) -> QImage:
    """What the screen shows, painted part by part as it was asked for."""
    return widget.screen().grabWindow(widget.winId()).toImage().convertToFormat(RGB)


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_a_tab_that_moves_leaves_what_lies_in_the_card_alone(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    card, paints = Card(edge="line2"), Paints()
    qtbot.addWidget(card)
    card.setLayoutDirection(direction)
    inside = QLabel("matter", card)
    card.column.setContentsMargins(24, 24, 24, 24)
    card.add(inside)
    card.resize(300, 200)
    card.show()
    qtbot.waitExposed(card)
    inside.installEventFilter(paints)
    for place in ((0, 56), (4, 56), (90, 56), (90, 56), (0, 0)):
        card.join(*place)
        qapp.processEvents()
        assert on_screen(card) == card.grab().toImage().convertToFormat(RGB), place
    paints.count = 0
    card.join(30, 56)
    qapp.processEvents()
    assert paints.count == 0
