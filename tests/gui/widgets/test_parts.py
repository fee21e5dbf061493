"""The smaller parts: outcomes, faces, banners, menus, choices, the month, meters, avatars."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from customerbook.gui import theme
from customerbook.gui.widgets.avatar import Avatar, avatar_index
from customerbook.gui.widgets.banner import Banner, ProgressLine, WarningLine, Warnings
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.choice_card import ChoiceCard
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.days import DayMarks
from customerbook.gui.widgets.empty_state import EmptyState, StepRow
from customerbook.gui.widgets.faces import FacesRow
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.month import Month
from customerbook.gui.widgets.outcome_row import Outcome, OutcomeRow
from customerbook.gui.widgets.split_button import SplitButton
from customerbook.gui.widgets.strength_meter import StrengthMeter
from tests.gui.widgets.keys import click, colour_at, press, show

OUTCOMES = [
    Outcome("resolved", "Resolved", "check"),
    Outcome("promised", "Promised", "handshake", "amber"),
]


def test_an_outcome_is_chosen_and_told(qtbot: QtBot) -> None:
    row = OutcomeRow(OUTCOMES, label="Outcome")
    qtbot.addWidget(row)
    assert row.value() == ""
    with qtbot.waitSignal(row.chosen) as told:
        click(row.buttons()[1])
    assert told.args == ["promised"]
    assert row.value() == "promised"
    ground = colour_at(row.buttons()[1], QPoint(6, 20))
    assert ground == theme.current().colour("amberbg")
    with qtbot.assertNotEmitted(row.chosen):
        row.choose("resolved")
    assert row.value() == "resolved"
    row.choose("")
    assert row.value() == ""


def test_a_face_that_is_chosen_again_is_taken_back(qtbot: QtBot) -> None:
    faces = FacesRow()
    qtbot.addWidget(faces)
    row = faces.findChild(OutcomeRow)
    assert row is not None
    ratings: list[int] = []
    faces.rated.connect(ratings.append)
    click(row.buttons()[3])
    click(row.buttons()[3])
    assert ratings == [4, 0]
    assert faces.rating() == 0
    faces.rate(2)
    assert faces.rating() == 2
    spoken = QAccessible.queryAccessibleInterface(row.buttons()[0])
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Very unhappy"


def test_a_banner_wraps_and_has_one_action(qtbot: QtBot) -> None:
    text = "The backup could not be written, because the stick is full. " * 3
    banner = Banner(text, "red", icon="triangle-alert", action="Choose another place")
    qtbot.addWidget(banner)
    assert banner.heightForWidth(400) > 60
    with qtbot.waitSignal(banner.action.clicked):
        click(banner.action)
    banner.say("Written again.")
    banner.show_tone("green", "check")
    banner.resize(400, 40)
    assert banner.accessibleName() == "Written again."
    assert colour_at(banner, QPoint(390, 20)) == theme.current().colour("tint")


def test_warnings_take_no_room_when_there_are_none(qtbot: QtBot) -> None:
    warnings = Warnings()
    qtbot.addWidget(warnings)
    assert warnings.isHidden()
    line = WarningLine("Do not call.", "Write to him", icon="phone-off", since="3 Mar")
    warnings.show_lines(line, WarningLine("Open complaint.", action="Open case"))
    assert not warnings.isHidden()
    assert line.accessibleName() == "Do not call. Write to him"
    assert line.sizeHint().height() == 36


def test_progress_is_there_until_it_is_done(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.show_share(0.25)
    line.resize(100, 3)
    accent = theme.current().colour("accent")
    assert (colour_at(line, QPoint(10, 1)) == accent, colour_at(line, QPoint(90, 1)) == accent) == (
        True,
        False,
    )
    line.show_share(1.0)
    assert line.isHidden()


def test_a_menu_runs_what_was_chosen(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    ran: list[str] = []
    menu.add_heading("Log")
    menu.add("Call", lambda: ran.append("call"), icon="phone", keys="F3")
    menu.addSeparator()
    menu.add("Delete", lambda: ran.append("delete"), icon="trash", danger=True)
    menu.popup(QPoint(0, 0))
    press(menu, Qt.Key.Key_Return)  # it begins at its first row
    assert ran == ["call"]
    rows = [menu.actionGeometry(action).height() for action in menu.actions()]
    assert rows[1] == 32


def test_a_menu_begins_at_the_row_that_is_ticked(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    for place in range(3):
        menu.add(f"Row {place}", checked=place == 1)
    menu.popup(QPoint(0, 0))
    assert menu.activeAction() is menu.actions()[1]


def test_a_menu_higher_than_the_screen_is_gone_through_by_keys(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    ran: list[str] = []
    for place in range(80):
        menu.add(f"Row {place}", partial(ran.append, f"Row {place}"))
    menu.popup(QPoint(0, 40))
    screen = menu.screen().geometry()
    assert screen.contains(menu.geometry())
    rows = menu.actions()
    assert menu.actionGeometry(rows[-1]).top() > menu.height()
    assert menu.actionGeometry(rows[-1]).left() == menu.actionGeometry(rows[0]).left()
    for row in rows:
        if row is not rows[0]:
            press(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is row
        seen = menu.rect().adjusted(0, 4, 0, -4)
        assert seen.contains(menu.actionGeometry(row))
    grab = menu.grab()
    assert grab.height() == menu.height()
    press(menu, Qt.Key.Key_Return)
    assert ran == ["Row 79"]


def test_a_menu_opens_menus_of_its_own(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    ran: list[str] = []
    menu.add("Print", lambda: ran.append("print"))
    inner = menu.add_menu("Log", icon="pen-line")
    inner.add("Log a call", lambda: ran.append("call"))
    menu.popup(QPoint(0, 0))
    press(menu, Qt.Key.Key_Up)
    press(menu, Qt.Key.Key_Right)
    assert inner.isVisible()
    press(inner, Qt.Key.Key_Return)
    assert ran == ["call"]
    assert not menu.isVisible()
    menu.empty()
    assert menu.actions() == []
    with qtbot.waitSignal(inner.destroyed):
        pass


def test_the_split_button_presses_or_opens(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Call")
    button = SplitButton("Log visit", menu, icon="pencil-line", keys="F2")
    show(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        click(button, QPoint(20, 20))
    assert not menu.isVisible()
    with qtbot.assertNotEmitted(button.clicked):
        click(button, QPoint(button.width() - 10, 20))
    assert menu.isVisible()
    menu.close()
    with qtbot.waitSignal(button.opened):
        press(button, Qt.Key.Key_Down)
    assert menu.isVisible()
    menu.close()


def test_a_choice_speaks_in_values(qtbot: QtBot) -> None:
    choice = Choice([Option(1, "Martha"), Option(2, "Jonas", "user-round")], 2, label="Who")
    qtbot.addWidget(choice)
    assert choice.value() == 2
    choice.choose(1)
    assert choice.currentText() == "Martha"
    choice.choose("nobody")
    assert choice.value() == 1
    choice.set_options([])
    assert choice.value() is None
    assert choice.height() == 40


def test_an_opened_choice_has_rows_of_32(qtbot: QtBot) -> None:
    choice = Choice([Option(n, f"Person {n}") for n in range(5)], label="Who")
    show(qtbot, choice)
    choice.showPopup()
    assert choice.view().visualRect(choice.model().index(1, 0)).height() == 32
    choice.hidePopup()


def test_first_choices_exclude_each_other(qtbot: QtBot) -> None:
    page = Cover("Radwerk Linden", foot="One PC.")
    qtbot.addWidget(page)
    cards = [ChoiceCard("book-open", text, "hint", parent=page) for text in ("New", "Open")]
    cards[0].click()
    cards[1].click()
    assert [card.isChecked() for card in cards] == [False, True]
    assert cards[0].accessibleDescription() == "hint"
    assert page.accessibleName() == "Radwerk Linden"
    page.show_shop("")
    assert page.accessibleName() == "Customer Book"


def test_a_meter_says_what_it_shows(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.resize(500, 26)
    meter.show_strength(2, "Weak", "one more word helps")
    assert meter.accessibleName() == "Weak"
    assert colour_at(meter, QPoint(150, 3)) == theme.current().colour("redm")
    assert colour_at(meter, QPoint(450, 3)) == theme.current().colour("line2")
    meter.show_strength(9, "Strong")
    assert meter.bars() == 5


def test_somebody_keeps_the_colours_of_their_avatar(qtbot: QtBot) -> None:
    one, other = (
        Avatar("Oliver Müller", "OM", identity="customer-1"),
        Avatar("Oliver M.", "OM", identity="customer-1"),
    )
    for avatar in (one, other):
        qtbot.addWidget(avatar)
        avatar.resize(36, 36)
    assert one.grab().toImage() == other.grab().toImage()
    assert avatar_index("customer-1") == 3958365309


def test_an_empty_page_offers_one_step(qtbot: QtBot) -> None:
    button = Button("Bring in", kind="primary")
    state = EmptyState("Nothing yet.", "Bring in your customers.", button=button)
    step = StepRow("download", "Bring in", "From a phone", Button("Bring in"))
    for widget in (state, step):
        qtbot.addWidget(widget)
    assert state.isAncestorOf(button)
    assert step.minimumHeight() + 1 == 72  # with the line that the card draws


# The month ---------------------------------------------------------------------------------------

TODAY = date(2026, 11, 21)


@pytest.fixture
def month(qtbot: QtBot) -> Month:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made = Month(TODAY)
    made.resize(made.sizeHint())
    qtbot.addWidget(made)
    return made


def test_the_weeks_begin_on_the_first_day_of_the_country(month: Month) -> None:
    assert month.first_day() == date(2026, 10, 26)
    assert month.cell(date(2026, 11, 1)).isValid()
    assert not month.cell(date(2026, 12, 31)).isValid()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 11, 22)),
        (Qt.Key.Key_Left, date(2026, 11, 20)),
        (Qt.Key.Key_Down, date(2026, 11, 28)),
        (Qt.Key.Key_Up, date(2026, 11, 14)),
        (Qt.Key.Key_PageDown, date(2026, 12, 21)),
        (Qt.Key.Key_PageUp, date(2026, 10, 21)),
        (Qt.Key.Key_Return, TODAY),
    ],
)
def test_keys_move_the_day(qtbot: QtBot, month: Month, key: Qt.Key, day: date) -> None:
    with qtbot.waitSignal(month.chosen) as told:
        press(month, key)
    assert told.args == [day]
    assert month.day() == day


def test_arrows_follow_the_direction_of_reading(month: Month) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(month, Qt.Key.Key_Left)
    assert month.day() == date(2026, 11, 22)
    assert month.cell(date(2026, 11, 2)).x() > month.cell(date(2026, 11, 3)).x()


def test_a_click_chooses_a_day_and_may_turn_the_month(qtbot: QtBot, month: Month) -> None:
    with qtbot.waitSignals([month.chosen, month.turned]):
        click(month, month.cell(date(2026, 12, 2)).center())
    assert month.day() == date(2026, 12, 2)


def test_the_day_is_spoken_with_its_counts(month: Month) -> None:
    month.show_marks({TODAY: DayMarks(promises=2, followups=1, overdue=1)})
    assert "21" in month.accessibleName()
    assert month.accessibleName().endswith("2 promises, 1 follow-up, 1 overdue")
    press(month, Qt.Key.Key_Right)
    assert "promise" not in month.accessibleName()


def test_home_comes_back_to_today(month: Month) -> None:
    month.turn(-14)
    press(month, Qt.Key.Key_Home)
    assert month.day() == TODAY


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)), months=st.integers(-1200, 1200))
@pytest.mark.usefixtures("qapp")
def test_turning_back_comes_to_the_same_month(day: date, months: int) -> None:
    made = Month(day)
    made.turn(months)
    assert (made.day().year * 12 + made.day().month) - (day.year * 12 + day.month) == months
    made.turn(-months)
    assert (made.day().year, made.day().month) == (day.year, day.month)
    made.deleteLater()
