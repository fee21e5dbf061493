"""Sheets: focus stays in and goes back, Escape closes, they fit a low window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.fade import Picture
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet, SheetWidth
from customerbook.gui.widgets.text_field import TextField
from tests.gui.widgets.keys import click, press, show, tab


def page_with_button(qtbot: QtBot) -> tuple[QWidget, Button]:
    page = QWidget()
    page.resize(1280, 800)
    column = QVBoxLayout(page)
    button = Button("Open")
    column.addWidget(button)
    show(qtbot, page)
    button.setFocus()
    return page, button


def question(
    page: QWidget, *, width: SheetWidth = 480, rows: int = 2
) -> tuple[Sheet, list[TextField], Button]:
    sheet = Sheet(page, "Log a visit", width=width)
    form = MarginForm()
    fields = [TextField() for _row in range(rows)]
    for number, field in enumerate(fields):
        form.add_row(f"Row {number}", field)
    save = Button("Save", kind="primary")
    sheet.set_body(form)
    sheet.set_foot(save)
    return sheet, fields, save


def test_it_opens_over_the_page_with_the_first_field_focused(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, fields, _save = question(page, width=800)
    sheet.open()
    assert sheet.geometry() == page.rect()
    assert page.focusWidget() is fields[0]
    assert sheet.paper.width() == 800
    assert abs(sheet.paper.geometry().center().x() - 640) <= 1


def test_the_keyboard_comes_in_even_if_what_is_wanted_cannot_be_used_yet(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, fields, save = question(page)
    save.setEnabled(False)
    sheet.open(save)
    assert page.focusWidget() is fields[0]


def test_tab_goes_round_within_it(qtbot: QtBot) -> None:
    page, button = page_with_button(qtbot)
    sheet, fields, save = question(page)
    sheet.open()
    seen = []
    for _step in range(8):
        focus = page.focusWidget()
        assert focus is not None
        seen.append(focus)
        tab(focus)
    assert button not in seen
    assert {*fields, save} <= set(seen)
    assert seen[4] is seen[0]


def test_back_tab_goes_round_too(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, fields, save = question(page)
    sheet.open(save)
    tab(save, back=True)
    assert page.focusWidget() is fields[1]


def test_escape_closes_and_gives_the_focus_back(qtbot: QtBot) -> None:
    page, button = page_with_button(qtbot)
    sheet, fields, _save = question(page)
    sheet.open()
    with qtbot.waitSignal(sheet.closed):
        press(fields[0], Qt.Key.Key_Escape)
    assert page.focusWidget() is button
    assert sheet.isHidden()


def test_the_keyboard_comes_in_even_if_what_is_wanted_is_hidden(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, fields, _save = question(page)
    fields[1].hide()
    sheet.open(fields[1])
    assert QApplication.focusWidget() is fields[0]


def test_it_closes_once(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet = Sheet(page, "Question", keep=True)
    sheet.open()
    times = []
    sheet.closed.connect(lambda: times.append(1))
    sheet.dismiss()
    sheet.dismiss()
    assert times == [1]


def test_one_that_is_kept_opens_again(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet = Sheet(page, "Question", keep=True)
    for _turn in range(2):
        sheet.open()
        assert sheet.isVisible()
        sheet.dismiss()
        QApplication.processEvents()


def test_focus_goes_somewhere_when_the_former_place_is_gone(qtbot: QtBot) -> None:
    page, button = page_with_button(qtbot)
    sheet, _fields, _save = question(page)
    sheet.open()
    button.deleteLater()
    qtbot.wait(1)
    sheet.dismiss()
    assert sheet.isHidden()


def test_clicks_do_not_reach_the_page_below(qtbot: QtBot) -> None:
    page, button = page_with_button(qtbot)
    sheet, _fields, _save = question(page)
    sheet.open()
    assert page.childAt(button.geometry().center()) is not button
    with qtbot.assertNotEmitted(button.clicked):
        click(sheet.paper, sheet.paper.rect().topLeft())


def test_title_and_foot_stay_in_a_low_window(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, fields, save = question(page, width=800, rows=30)
    sheet.open()
    page.resize(800, 600)
    QApplication.processEvents()
    assert sheet.paper.geometry().bottom() < 600
    assert sheet.paper.geometry().left() >= 0
    assert save.isVisible()
    assert save.mapTo(page, save.rect().bottomRight()).y() < 600
    assert fields[-1].mapTo(page, fields[-1].rect().topLeft()).y() > 600


def test_it_grows_with_its_body(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet, _fields, _save = question(page)
    sheet.open()
    before = sheet.paper.height()
    form = sheet.body()
    assert isinstance(form, MarginForm)
    form.add_row("One more", TextField())
    qtbot.waitUntil(lambda: sheet.paper.height() == before + 52, timeout=1000)


def test_it_fades_where_motion_is_wanted(qtbot: QtBot, qapp: QApplication) -> None:
    theme.install(qapp, scheme="light", reduced_motion=False)
    page, _button = page_with_button(qtbot)
    sheet = Sheet(page, "Question", keep=True)
    sheet.open()
    assert sheet.graphicsEffect() is not None
    qtbot.waitUntil(lambda: sheet.graphicsEffect() is None, timeout=1000)
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    sheet.dismiss()
    assert closed == [True]
    sheet.dismiss()  # a key that is held down repeats itself
    assert closed == [True]
    assert sheet.isHidden()
    (picture,) = page.findChildren(Picture)
    assert picture.isVisible()
    qtbot.waitUntil(lambda: not page.findChildren(Picture), timeout=1000)


def test_tab_does_not_stop_in_one_that_is_on_its_way_out(qtbot: QtBot, qapp: QApplication) -> None:
    theme.install(qapp, scheme="light", reduced_motion=False)
    page, button = page_with_button(qtbot)
    sheet, fields, _save = question(page)
    sheet.open()
    press(fields[0], Qt.Key.Key_Escape)
    assert page.findChildren(Picture)
    tab(button)
    assert QApplication.focusWidget() is button  # there is no other stop


def test_page_keys_scroll_what_does_not_fit(qtbot: QtBot) -> None:
    page, _button = page_with_button(qtbot)
    sheet = Sheet(page, "Long", width=480)
    body = QWidget()
    body.setMinimumHeight(3000)
    sheet.set_body(body)
    sheet.set_foot(Button("Close"))
    sheet.open()
    top = body.mapTo(sheet, QPoint(0, 0)).y()
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert body.mapTo(sheet, QPoint(0, 0)).y() < top
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    assert body.mapTo(sheet, QPoint(0, 0)).y() == top
