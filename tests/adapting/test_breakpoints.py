"""The window takes another shape at the widths the design names, in either direction."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui import theme
from customerbook.gui.frame import Frame
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.widgets.segmented import Segmented
from tests.gallery.pages import OLIVER
from tests.gallery.setting import Setting
from tests.gallery.stand import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def setting(qapp: QApplication) -> Iterator[Setting]:
    """One window for all widths: it takes every shape while running."""
    keep_none_alive()
    theme.install(qapp, scheme="light", reduced_motion=True)
    made = Setting(qapp, QSize(1280, 800))
    made.page.show()
    made.page.activateWindow()
    made.customers().open_customer(OLIVER)
    for size in (QSize(2560, 1440), QSize(800, 600), QSize(1280, 800)):
        made.page.setFixedSize(size)
        for kind in made.shop().pages():  # with menus and lists that each makes when first wanted
            made.shop().go(kind.id)
            settle(qapp)
    for row in made.page.findChildren(Segmented):
        row._box()  # its list is a window of its own, made when it is first wanted
    yield made
    made.end()


@pytest.fixture(autouse=True)
def _as_before(setting: Setting, qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    setting.clear()


def resize(setting: Setting, width: int, height: int = 800) -> None:
    setting.page.setFixedSize(width, height)
    settle(setting.app)


def place(widget: QWidget, setting: Setting) -> QRect:
    """Where a widget stands in the window."""
    return QRect(widget.mapTo(setting.page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("width", "narrow"), [(1280, False), (1180, False), (1179, True)])
def test_the_rail_shrinks_to_icons_under_1180(setting: Setting, width: int, narrow: bool) -> None:
    setting.today()
    resize(setting, width)
    rail = setting.shop().desk.rail
    assert rail.width() == (64 if narrow else 208)
    assert rail.narrow() == narrow
    tab = rail.tabs()[0]
    assert tab.toolTip() == ("Today" if narrow else "")
    assert tab.accessibleName() or tab.text() == "Today"


@pytest.mark.parametrize(("width", "one_column"), [(1280, False), (1040, False), (1039, True)])
def test_today_and_followups_become_one_column_under_1040(
    setting: Setting, width: int, one_column: bool
) -> None:
    today = setting.today()
    resize(setting, width)
    rows, side = place(today.followups, setting), place(today.side, setting)
    assert (side.top() >= rows.bottom()) == one_column
    page = setting.followups()
    settle(setting.app)
    section = next(one for one in page.sections if one.isVisible())
    rows, calendar = place(section, setting), place(page.calendar, setting)
    assert (calendar.top() > rows.bottom()) == one_column
    assert (calendar.left() > rows.right()) == (not one_column)


@pytest.mark.parametrize(("width", "halves"), [(900, 2), (899, 1)])
def test_customers_show_list_or_card_under_900(setting: Setting, width: int, halves: int) -> None:
    resize(setting, width)
    page = setting.customers()
    settle(setting.app)
    assert page.side.isVisible() + page.card.isVisible() == halves
    page.open_customer(OLIVER)
    settle(setting.app)
    assert page.card.isVisible()
    assert page.side.isVisible() == (halves == 2)


def test_the_way_back_leads_from_the_card_to_the_list(setting: Setting) -> None:
    resize(setting, 800, 600)
    page = setting.customers()
    page.open_customer(OLIVER)
    settle(setting.app)
    page.card.back.emit()
    settle(setting.app)
    assert page.side.isVisible()
    assert not page.card.isVisible()
    assert page.side.list.hasFocus()


@pytest.mark.parametrize("width", [1601, 1920, 2560])
def test_beyond_1600_the_content_stays_1400_wide_in_the_middle(
    setting: Setting, width: int
) -> None:
    setting.today()
    resize(setting, width, 1440)
    desk = setting.shop().desk
    content = place(desk.stage, setting)
    room = width - desk.rail.width()
    assert content.width() == min(1400, room)
    assert abs((content.left() - desk.rail.width()) - (width - 1 - content.right())) <= 1


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (2560, 1440)])
def test_no_page_is_wider_than_the_window(setting: Setting, size: tuple[int, int]) -> None:
    resize(setting, *size)
    for kind in setting.shop().pages():
        setting.shop().go(kind.id)
        settle(setting.app)
        page = setting.shop().stage.page()
        assert page is not None
        assert place(page, setting).right() < size[0]
        assert setting.shop().size() == QSize(*size)


def test_the_smallest_window_is_800_by_600(setting: Setting) -> None:
    frame = Frame(setting.shop().device)
    assert frame.minimumSize() == QSize(800, 600)
    frame.deleteLater()


def test_right_to_left_mirrors_rail_list_and_card(setting: Setting) -> None:
    resize(setting, 1280)
    page = setting.customers()
    page.open_customer(OLIVER)
    settle(setting.app)
    parts = (setting.shop().desk.rail, page.side, page.card, setting.shop().top.log_button)
    before = [place(part, setting) for part in parts]
    setting.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(setting.app)
    for part, was in zip(parts, before, strict=True):
        now = place(part, setting)
        assert now.width() == was.width()
        assert abs(now.left() - (1279 - was.right())) <= 8, type(part).__name__
