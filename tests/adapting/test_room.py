"""Every page and sheet has room for its words: 60 % longer ones, and text of 130 %.

Looked at are the largest sizes that a small shop has: a window of 1280×800, and the smallest one
there is. A complaint names the widget and what it needs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from customerbook.gui import theme
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import ElidedLabel, Label
from tests.adapting.room import Cut, complaints, cuts
from tests.gallery.setting import Setting
from tests.gallery.sheets import COMPONENTS, SCENES
from tests.gallery.stand import LIGHT, Stand, gone, settle, standing
from tests.pseudo import GROWTH, pseudo_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SMALL = replace(LIGHT, width=800, height=600)
CASES = {
    "longer words": (LIGHT, GROWTH),
    "longer words in a small window": (SMALL, GROWTH),
    "large text": (replace(LIGHT, scale=130), 1.0),
    "large text in a small window": (replace(SMALL, scale=130), 1.0),
}
MAY_BE = {
    "TableHead in Card in CheckStep": "tables are cut in the last column first",
    "ElidedLabel '[Workshop manager åţ]' in Who": "what somebody does is part of their name",
    "lies on Level in Titled in Who": "the second line of tags uses free room below the name",
}
PARTS = {name for name, _sheet in COMPONENTS}
"""Sheets that show states, not words."""


@contextmanager
def played(app: QApplication, stand: Stand, growth: float) -> Iterator[Setting]:
    keep_none_alive()
    with standing(app, stand), pseudo_language(growth):
        setting = Setting(app, QSize(stand.width, stand.height))
        try:
            yield setting
        finally:
            setting.end()


@pytest.mark.parametrize("case", CASES)
def test_every_page_and_sheet_has_room(qapp: QApplication, case: str) -> None:
    found: dict[str, str] = {}
    with played(qapp, *CASES[case]) as setting:
        for name, scene in SCENES:
            if name in PARTS:
                continue
            setting.play(scene)
            for complaint in complaints(setting.page):
                if not any(part in complaint for part in MAY_BE):
                    found.setdefault(complaint, name)
            setting.clear()
    assert [f"{name}: {complaint}" for complaint, name in found.items()] == []


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.install(qapp, scheme="light", reduced_motion=True)


def page_with(*widgets: QWidget, width: int) -> QWidget:
    """A page of fixed width with widgets side by side."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    page.setFixedSize(width, 60)
    page.show()
    return page


def test_words_that_are_cut_are_found(qapp: QApplication) -> None:
    page = page_with(ElidedLabel("[Everybody and everything]"), width=80)
    settle(qapp)
    (cut,) = cuts(page)
    assert cut == Cut(
        "[Everybody and everything]", cut.shown, "ElidedLabel '[Everybody and everything]'"
    )
    assert cut.shown.endswith("…")
    assert [line for line in complaints(page) if line == str(cut)]
    gone(qapp, page)


def test_names_may_be_cut_and_numbers_may_not(qapp: QApplication) -> None:
    name, number = ElidedLabel("Annegret Schwarzenbach"), ElidedLabel("+49 171 3920014")
    page = page_with(name, number, width=120)
    settle(qapp)
    assert {cut.text for cut in cuts(page)} == {"Annegret Schwarzenbach", "+49 171 3920014"}
    (only,) = complaints(page)
    assert "+49 171 3920014" in only
    gone(qapp, page)


def test_a_button_that_is_too_narrow_is_found(qapp: QApplication) -> None:
    page = page_with(Button("Save and print"), Label("[Draft kept]"), width=100)
    settle(qapp)
    assert any("Button 'Save and print'" in line and "needs" in line for line in complaints(page))
    gone(qapp, page)


def test_widgets_that_lie_on_each_other_or_reach_out_are_found(qapp: QApplication) -> None:
    first, second = QPushButton("one"), QLineEdit()
    page = page_with(QWidget(), width=400)
    holder = QWidget(page)
    holder.setGeometry(0, 0, 200, 60)
    row = QHBoxLayout(holder)
    row.addWidget(first)
    row.addWidget(second)
    holder.show()
    settle(qapp)
    assert complaints(page) == []
    second.move(first.pos())
    first.move(190, 0)
    said = complaints(page)
    assert any("reaches out" in line for line in said)
    first.setGeometry(second.geometry())
    assert any("lies on" in line for line in complaints(page))
    gone(qapp, page)
