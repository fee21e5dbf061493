"""The palette: found by a few letters, walked and run by keys alone."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.gui.actions import Offer
from customerbook.gui.commands import COMMANDS
from customerbook.gui.interactions.log_form import KEYS as LOG_KEYS
from customerbook.gui.palette import Palette
from customerbook.gui.palette_rows import rows_for
from customerbook.gui.shortcuts import KeysSheet
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.keys import KeyHint, key_words
from customerbook.gui.window import Window
from tests.gui.counter import press, type_words

OFFERS = [Offer(one, lambda: None) for one in COMMANDS]


def found(typed: str) -> list[str]:
    return [row.text for row in rows_for(typed, OFFERS, "Today")]


def test_everything_stands_there_while_nothing_is_typed() -> None:
    rows = rows_for("", OFFERS, "Today")
    assert [row.text for row in rows if row.offer is None] == ["Here", "Everywhere", "Go to"]
    assert len([row for row in rows if row.offer is not None]) == len(COMMANDS)


def test_the_start_of_a_name_comes_before_its_middle() -> None:
    assert found("lo") == [
        "Everywhere",
        "Log a visit",
        "Log a call",
        "Log something else",
        "Lock",
        "New follow-up",
        "Go to",
        "Follow-ups",
    ]


def test_what_matched_is_marked() -> None:
    row = next(row for row in rows_for("cust new", OFFERS, "") if row.text == "New customer")
    assert row.spans == ((4, 4), (0, 3))


def test_other_words_find_a_command_too() -> None:
    assert "Bring in customers" in found("import")
    assert found("zzz") == []


def test_where_a_command_of_the_page_works_is_said() -> None:
    rows = rows_for("print", OFFERS, "Today")
    assert [(row.text, row.about) for row in rows if row.offer] == [
        ("Print what is shown", "Today")
    ]


def test_typing_and_enter_runs_on_the_page(window: Window) -> None:
    press("Ctrl+Shift+P")
    assert isinstance(window.sheets[0], Palette)
    type_words("customers")
    press("Down")
    press("Return")
    assert window.sheets == []
    assert window.stage.page_id() == "customers"


def test_arrows_go_over_headings_and_round_the_end(window: Window) -> None:
    press("Ctrl+Shift+P")
    palette = window.sheets[0]
    assert isinstance(palette, Palette)
    first = palette.list.current()
    press("Up")
    last = palette.list.current()
    press("Down")
    assert first is not None
    assert last is not None
    assert palette.list.current() == first
    assert last.text == "All keys"


def test_escape_gives_the_keyboard_back(window: Window) -> None:
    before = QApplication.focusWidget()
    press("Ctrl+Shift+P")
    type_words("zzz")
    press("Return")
    assert len(window.sheets) == 1
    press("Esc")
    assert window.sheets == []
    assert QApplication.focusWidget() is before


def test_all_keys_stand_on_one_sheet(window: Window) -> None:
    press("F1")
    sheet = window.sheets[0]
    assert isinstance(sheet, KeysSheet)
    shown = {hint.accessibleName() for hint in sheet.findChildren(KeyHint)}
    assert {key_words(keys) for keys in LOG_KEYS.values()} <= shown
    assert {key_words(one.shortcut) for one in COMMANDS if one.area == "log"} <= shown
    press("Esc")
    assert window.sheets == []


def test_it_closes_though_what_had_the_keyboard_before_is_gone(
    window: Window, qtbot: QtBot
) -> None:
    window.notices.tell("reminders", "One reminder", action="Show", then=lambda: None)
    banner = window.notices.findChild(Banner)
    assert isinstance(banner, Banner)
    banner.action.setFocus()
    press("Ctrl+Shift+P")
    window.notices.tell("reminders", "Another one", action="Show", then=lambda: None)
    qtbot.wait(1)
    press("Escape")
    assert window.sheets == []
