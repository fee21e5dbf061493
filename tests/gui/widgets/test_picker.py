"""The picker: what it offers while one types, which keys choose, and where it stands."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.widgets.paragraph import places_of
from customerbook.gui.widgets.pick_row import Pick, PickDelegate, PickView, group
from customerbook.gui.widgets.picker import Picker
from customerbook.gui.widgets.removable_chip import RemovableChip
from tests.gui.widgets.keys import click, picture, press, show, type_text

Page = Callable[..., tuple[QWidget, QPushButton]]
FRUIT = ("apple", "pear", "plum")
TREES = ("oak", "pine")


def offers(typed: str) -> Sequence[PickView]:
    fruit = [Pick(name, name, places=places_of(name, typed)) for name in FRUIT if typed in name]
    trees = [Pick(name, name, "tag", aside="12") for name in TREES if typed in name]
    return [*group("Fruit", fruit), *group("Trees", trees)]


@pytest.fixture
def hosts(qtbot: QtBot) -> Iterator[list[QWidget]]:
    """Windows that stay until what was opened over them is gone."""
    made: list[QWidget] = []
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(qtbot: QtBot, hosts: list[QWidget]) -> Page:
    """Makes a window with a button to open the picker from."""

    def make(left: int = 40, top: int = 30) -> tuple[QWidget, QPushButton]:
        host = QWidget()
        host.resize(640, 480)
        button = QPushButton("Filter", host)
        button.setGeometry(left, top, 80, 24)
        hosts.append(host)
        show(qtbot, host)
        button.setFocus()
        return host, button

    return make


def opened(host: QWidget, button: QWidget) -> tuple[Picker, list[object]]:
    picker = Picker(host, button, offers, label="Filter", nothing="Nothing is called so.")
    taken: list[object] = []
    picker.chosen.connect(taken.append)
    picker.open()
    return picker, taken


def test_it_offers_all_and_then_what_fits(page: Page) -> None:
    picker, _taken = opened(*page())
    assert [pick.name for pick in picker.picks()] == [*FRUIT, *TREES]
    type_text(picker.field, "p")
    assert [pick.name for pick in picker.picks()] == ["apple", "pear", "plum", "pine"]
    type_text(picker.field, "l")
    assert [pick.name for pick in picker.picks()] == ["apple", "plum"]
    assert picker.picks()[1].places == ((0, 2),)
    type_text(picker.field, "q")
    assert picker.picks() == []
    assert picker.current() is None
    assert picker.list.isHidden()
    press(picker.field, Qt.Key.Key_Return)
    assert picker.isVisible()


def test_arrows_walk_over_headings_and_enter_takes(page: Page) -> None:
    host, button = page()
    picker, taken = opened(host, button)
    said = []
    for _step in range(4):
        said.append(picker.field.accessibleDescription())
        press(picker.field, Qt.Key.Key_Down)
    assert said == ["apple", "pear", "plum", "oak, 12"]
    press(picker.field, Qt.Key.Key_Down)
    assert picker.current() == Pick("apple", "apple")
    press(picker.field, Qt.Key.Key_Up)
    press(picker.field, Qt.Key.Key_Return)
    assert taken == ["pine"]
    assert picker.isHidden()
    assert button.hasFocus()


def test_escape_and_a_click_beside_it_take_nothing(page: Page) -> None:
    host, button = page()
    for leave in ("escape", "click"):
        picker, taken = opened(host, button)
        closed: list[bool] = []
        picker.closed.connect(lambda: closed.append(True))  # noqa: B023 - read in this turn
        if leave == "escape":
            press(picker.field, Qt.Key.Key_Escape)
        else:
            click(picker, QPoint(630, 470))
        assert closed == [True]
        assert taken == []
        assert button.hasFocus()


def test_a_click_takes_a_row_but_no_heading(page: Page) -> None:
    picker, taken = opened(*page())
    rows = [picker.list.visualRect(picker.list.model().index(row, 0)) for row in range(3)]
    click(picker.list.viewport(), rows[0].center())
    assert taken == []
    assert picker.current() is not None
    click(picker.list.viewport(), rows[2].center())
    assert taken == ["pear"]


def test_it_stands_below_its_button_or_above_where_there_is_more_room(page: Page) -> None:
    host, button = page()
    picker, _taken = opened(host, button)
    assert picker.paper.geometry().topLeft() == QPoint(40, 58)
    host, button = page(540, 440)
    picker, _taken = opened(host, button)
    assert picker.paper.geometry().bottom() == 440 - 4 - 1
    assert host.rect().contains(picker.paper.geometry())
    button.setGeometry(host.rect())
    picker, _taken = opened(host, button)
    assert host.rect().contains(picker.paper.geometry())
    assert len(picker.picks()) * PickDelegate().row_height() < picker.paper.height()


def test_tab_stays_in_it(page: Page) -> None:
    picker, _taken = opened(*page())
    press(picker.field, Qt.Key.Key_Tab)
    press(picker.field, Qt.Key.Key_Backtab)
    assert picker.field.hasFocus()


def test_a_chip_is_taken_away_by_press_and_by_key(qtbot: QtBot) -> None:
    chip = RemovableChip("commuter", "Press to take the filter away.", chosen=True)
    show(qtbot, chip)
    gone: list[str] = []
    chip.removed.connect(lambda: gone.append("gone"))
    click(chip)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space):
        press(chip, key)
    assert len(gone) == 5
    assert chip.isChecked()
    assert chip.accessibleDescription() == "Press to take the filter away."


def test_a_chip_too_narrow_for_its_words_keeps_its_cross(qtbot: QtBot) -> None:
    short = RemovableChip("Donau", "", chosen=True)
    cut = RemovableChip("Donaudampfschifffahrt", "", chosen=True)
    for chip in (short, cut):
        show(qtbot, chip)
        chip.setFixedSize(short.sizeHint())
    end = short.rect().adjusted(short.width() - 24, 0, 0, 0)
    assert picture(short).copy(end) == picture(cut).copy(end)
