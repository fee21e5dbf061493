"""What can be pressed or typed into, one component a line, in each of its states."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.choice_card import ChoiceCard
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.outcome_row import Outcome, OutcomeButton
from customerbook.gui.widgets.rail_tab import RailTab
from customerbook.gui.widgets.search_field import SearchField
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.split_button import SplitButton
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import CheckBox, RadioButton, Switch
from tests.gallery.components import draw_rings, show_state

_PRESSED = ("normal", "hover", "focus", "pressed", "disabled", "selected")
_TYPED = ("normal", "hover", "disabled", "error")
_FOLLOW = Outcome("follow", "To follow up", "calendar-clock", "amber")
_DONE = Outcome("resolved", "Resolved", "check")

PRESSED: tuple[tuple[str, Callable[[QWidget], QWidget]], ...] = (
    ("icon button", lambda _page: IconButton("printer", "Print")),
    ("small button", lambda _page: Button("Call", icon="phone", height=32)),
    ("split button", lambda page: SplitButton("Log visit", QMenu(page), keys="F2")),
    ("erase", lambda _page: Button("Erase", kind="erase")),
    ("link", lambda _page: Link("All")),
    ("chip", lambda _page: Chip("Order", height=32)),
    ("check box", lambda _page: CheckBox("Signature lines")),
    ("radio", lambda _page: RadioButton("A4")),
    ("switch", lambda _page: Switch("Promised")),
    ("outcome", lambda _page: OutcomeButton(_DONE)),
    ("outcome, open", lambda _page: OutcomeButton(_FOLLOW)),
    ("segmented", lambda _page: Segmented([Part("in", "In"), Part("out", "Out")])),
    ("choice card", lambda _page: ChoiceCard("book-open", "Open a book", "from a stick")),
    ("rail tab", lambda _page: _rail_tab()),
)
TYPED: tuple[tuple[str, Callable[[], QWidget]], ...] = (
    ("field", lambda: TextField("fri 25:00")),
    ("search", lambda: SearchField("Find a name", keys="Ctrl+F")),
    ("choice", lambda: Choice([Option("en", "English")])),
    ("note", lambda: NoteField("Spokes are worn.", lines=2)),
)


def states(page: QWidget) -> None:
    """What is pressed."""
    grid = _table(page, _PRESSED)
    for line, (name, make) in enumerate(PRESSED, 1):
        grid.addWidget(Label(name, "meta", "ink2"), line, 0)
        for place, state in enumerate(_PRESSED, 1):
            widget = make(page)
            if state == "focus" and isinstance(widget, RailTab):
                widget.show_ring(shown=True)  # it paints its ring itself, inside
            else:
                show_state(widget, state, page)
            grid.addWidget(widget, line, place, _START)
    draw_rings(page)


def fields(page: QWidget) -> None:
    """What is typed into; the field with the keyboard stands on the first sheet."""
    grid = _table(page, _TYPED)
    for line, (name, build) in enumerate(TYPED, 1):
        grid.addWidget(Label(name, "meta", "ink2"), line, 0)
        for place, state in enumerate(_TYPED, 1):
            field = show_state(build(), state, page)
            if state == "error":
                field.show_error("No such time.")  # type: ignore[attr-defined]
            grid.addWidget(field, line, place)


def _rail_tab() -> RailTab:
    tab = RailTab("today", "Today", "sun")
    tab.setFixedWidth(160)
    tab.show_count(9)
    return tab


_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _table(page: QWidget, names: tuple[str, ...]) -> QGridLayout:
    card = Card(padding=12, spacing=4)
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 12, 20, 12)
    column.addWidget(card)
    column.addStretch(1)
    grid = QGridLayout()
    grid.setVerticalSpacing(9)  # rings do not touch each other
    grid.setHorizontalSpacing(12)
    for place, name in enumerate(names, 1):
        grid.addWidget(Label(name, "meta", "ink2"), 0, place)
        grid.setColumnStretch(place, 1)
    card.column.addLayout(grid)
    return grid
