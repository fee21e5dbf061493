"""Fading: what goes is gone at once, and a picture of it fades."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.fade import Picture, fade_out
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.sheet import Sheet
from tests.gui.widgets.keys import show


def page_with_sheet(qtbot: QtBot) -> tuple[QWidget, Sheet]:
    """A sheet over words, with nothing moving."""
    page = QWidget()
    page.resize(900, 500)
    show(qtbot, page)
    Label("Words of the page", parent=page).show()
    sheet = Sheet(page, "A question")
    sheet.set_body(Label("Words of the sheet"), padding=24)
    sheet.open()
    sheet.setFocus()  # so that no ring is seen
    qtbot.waitUntil(lambda: sheet.graphicsEffect() is None, timeout=1000)
    return page, sheet


def look(page: QWidget) -> QImage:
    return page.grab().toImage()


def alike(one: QImage, other: QImage) -> bool:
    """The same, but for what rounding makes of colours that are mixed twice."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return all(abs(a - b) <= 2 for a, b in pairs)


def test_at_its_first_moment_it_looks_as_what_it_shows(qtbot: QtBot, qapp: QApplication) -> None:
    theme.install(qapp, scheme="light", reduced_motion=False)
    page, sheet = page_with_sheet(qtbot)
    before = look(page)
    fade_out(sheet)
    assert sheet.isHidden()
    (picture,) = page.findChildren(Picture)
    effect = picture.graphicsEffect()
    assert effect is not None
    effect.setEnabled(False)
    assert alike(look(page), before)
    picture.hide()
    assert not alike(look(page), before)


def test_it_takes_no_clicks_and_goes_by_itself(qtbot: QtBot, qapp: QApplication) -> None:
    theme.install(qapp, scheme="light", reduced_motion=False)
    page, sheet = page_with_sheet(qtbot)
    fade_out(sheet)
    (picture,) = page.findChildren(Picture)
    assert picture.geometry() == QRect(0, 0, 900, 500)
    assert page.childAt(450, 250) is None
    qtbot.waitUntil(lambda: not page.findChildren(Picture), timeout=1000)


def test_without_motion_it_is_gone_at_once(qtbot: QtBot) -> None:
    page, sheet = page_with_sheet(qtbot)
    fade_out(sheet)
    assert sheet.isHidden()
    assert not page.findChildren(Picture)
