"""Every component in every state, laid out as in the picture of the design."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from customerbook.gui.theme import Style
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button, Kind
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Chip, ChipHeight, StateChip, Tone
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.focus_ring import FocusRing
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.gui.widgets.paragraph import bold
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import CustomerRowView
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toast import Toast
from customerbook.gui.widgets.toggles import CheckBox, RadioButton, Switch

STATES = ("normal", "hover", "focus", "pressed", "disabled")


def show_state(widget: QWidget, state: str, page: QWidget) -> QWidget:
    """Put a widget into a state as mouse and keyboard would."""
    if state == "hover":
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    elif state == "pressed" and isinstance(widget, QAbstractButton):
        widget.setDown(True)
    elif state == "selected" and isinstance(widget, QAbstractButton):
        widget.setChecked(True)
    elif state == "disabled":
        widget.setEnabled(False)
    elif state == "focus":
        page.setProperty("rings", [*(page.property("rings") or []), widget])
    return widget


def draw_rings(page: QWidget) -> None:
    """Lay a ring around every widget that shows its focus; the window itself has only one."""
    for widget in page.property("rings") or []:
        FocusRing(page).follow(widget)


def components(page: QWidget) -> None:
    """The left half: buttons, chips, toggles; the right half: fields."""
    left, right = QVBoxLayout(), QVBoxLayout()
    left.setSpacing(12)
    right.setSpacing(12)
    row = QHBoxLayout(page)
    row.setContentsMargins(20, 16, 20, 16)
    row.setSpacing(12)
    row.addLayout(left, 52)
    row.addLayout(right, 50)
    left.addWidget(buttons(page))
    left.addWidget(chips(page))
    left.addWidget(segments(page))
    left.addStretch(1)
    right.addWidget(fields(page))
    right.addWidget(lists(page))
    right.addLayout(sentences())
    right.addStretch(1)
    draw_rings(page)
    toast = Toast(page)
    toast.stand_in(page.findChild(QWidget, "fields"))
    page.show()
    text = "Saved as 2026-01188"
    toast.say(text, undo=lambda: None, spans=bold(text, "2026-01188"))


def table(card: Card, title: str, columns: tuple[str, ...]) -> QGridLayout:
    """A heading and a grid with named columns."""
    card.add(Label(title, "name"))
    grid = QGridLayout()
    grid.setVerticalSpacing(8)
    for place, column in enumerate(columns):
        grid.addWidget(Label(column, "meta", "ink2"), 0, place + 1)
        grid.setColumnStretch(place + 1, 1)
    card.column.addLayout(grid)
    return grid


def buttons(page: QWidget) -> Card:
    """Each kind in each state."""
    card = Card(padding=16, spacing=8)
    grid = table(card, "Buttons, 40 px", STATES)
    kinds: tuple[tuple[Kind, str], ...] = (
        ("primary", "Save"),
        ("secondary", "Print"),
        ("quiet", "Call"),
        ("danger", "Erase"),
    )
    for line, (kind, text) in enumerate(kinds, 1):
        grid.addWidget(Label(kind, "meta", "ink2"), line, 0)
        for place, state in enumerate(STATES, 1):
            button = show_state(Button(text, kind=kind), state, page)
            grid.addWidget(button, line, place, Qt.AlignmentFlag.AlignLeft)
    return card


def chips(page: QWidget) -> Card:
    """Chips, states and toggles."""
    states = ("normal", "hover", "focus", "selected", "disabled")
    card = Card(padding=16, spacing=8)
    grid = table(card, "Chips, badges, toggles", states)
    heights: tuple[tuple[ChipHeight, str], ...] = ((24, "Mail"), (32, "Order"))
    for line, (height, text) in enumerate(heights, 1):
        grid.addWidget(Label(f"chip {height}", "meta", "ink2"), line, 0)
        for place, state in enumerate(states, 1):
            chip = show_state(Chip(text, height=height), state, page)
            grid.addWidget(chip, line, place, Qt.AlignmentFlag.AlignLeft)
    grid.addWidget(Label("state", "meta", "ink2"), 3, 0)
    tones: tuple[tuple[str, Tone], ...] = (
        ("resolved", "green"),
        ("promised", "amber"),
        ("overdue", "red"),
        ("merged", "blue"),
        ("Staff", "neutral"),
    )
    for place, (text, tone) in enumerate(tones, 1):
        grid.addWidget(StateChip(text, tone), 3, place, Qt.AlignmentFlag.AlignLeft)
    grid.addWidget(Label("toggles", "meta", "ink2"), 4, 0)
    holders = (
        (CheckBox(), CheckBox(checked=True)),
        (RadioButton(), RadioButton(checked=True)),
        (show_state(CheckBox(), "focus", page),),
        (Switch("on", checked=True),),
        (Switch("off"),),
    )
    for place, toggles in enumerate(holders, 1):
        holder = QWidget()
        line_of = QHBoxLayout(holder)
        line_of.setContentsMargins(0, 0, 0, 0)
        for toggle in toggles:
            line_of.addWidget(toggle)
        line_of.addStretch(1)
        grid.addWidget(holder, 4, place)
    return card


def segments(page: QWidget) -> Card:
    """Segmented rows, one with focus."""
    card = Card(padding=16, spacing=8)
    card.add(Label("Segmented", "name"))
    row = QHBoxLayout()
    row.setSpacing(16)
    period = [Part("month", "Month"), Part("quarter", "Quarter"), Part("year", "Year")]
    paper = [Part("a4", "A4"), Part("a5", "A5"), Part("letter", "Letter")]
    row.addWidget(Segmented(period, label="Period"))
    row.addWidget(show_state(Segmented(paper, label="Paper"), "focus", page))
    row.addStretch(1)
    card.column.addLayout(row)
    return card


def fields(page: QWidget) -> Card:
    """Fields in their states."""
    card = Card(padding=16, spacing=8)
    card.setObjectName("fields")
    card.add(Label("Field, 40 px", "name"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    normal = TextField(label="normal", placeholder="Any part of a name")
    hover = show_state(TextField(label="hover", placeholder="Any part of a name"), "hover", page)
    focus = TextField("Germering", label="focus")
    disabled = show_state(TextField("Germering", label="disabled"), "disabled", page)
    for place, (name, field) in enumerate(
        (("normal", normal), ("hover", hover), ("focus", focus), ("disabled", disabled))
    ):
        grid.addWidget(Label(name, "meta", "ink2"), place // 2 * 2, place % 2)
        grid.addWidget(field, place // 2 * 2 + 1, place % 2)
    card.column.addLayout(grid)
    card.add(Label("error: says what is expected, keeps what was typed", "meta", "ink2"))
    wrong = TextField("fri 25:00", label="error")
    sentence = "No such time. Try “fri 14:00” or “in 3 days”."
    wrong.show_error(sentence)
    card.add(wrong)
    card.add(FieldError(sentence))
    page.setProperty("first_focus", focus)
    return card


def lists(page: QWidget) -> Card:
    """Rows in their states: normal, under the mouse, selected, selected with the focus."""
    views = [
        CustomerRowView("Oliver Müller", "+49 171 3920014", initials="OM", identity="2", date=state)
        for state in ("normal", "hover", "selected", "selected, list has focus")
    ]
    card = Card()
    model = RowModel()
    model.show_rows(list(enumerate(views)))
    shown = RowList(StateRows(), label="States", fits=True)
    model.setParent(shown)
    shown.setModel(model)
    card.add(shown)
    return card


class StateRows(CustomerRowDelegate):
    """Shows each row in a state of its own, as no list does by itself."""

    def __init__(self) -> None:
        super().__init__(on_card=True)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint with the flags of the row's state."""
        flags = QStyle.StateFlag
        if index.row() == 1:
            option.state |= flags.State_MouseOver
        if index.row() >= 2:
            option.state |= flags.State_Selected
        if index.row() == 3:
            option.state |= flags.State_HasFocus
        super().paint(painter, option, index)


def sentences() -> QVBoxLayout:
    """Banners, and the five sizes."""
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(Banner("Do not call", "red", icon="phone-off", action="since 3 Mar"))
    old = Banner("Stick is 6 days old", "amber", icon="triangle-alert", action="Back up")
    column.addWidget(old)
    column.addWidget(Banner("He prefers email", "blue"))
    sizes = QHBoxLayout()
    sizes.setSpacing(16)
    styles: tuple[tuple[str, Style], ...] = (
        ("28 page", "title"),
        ("20 sheet", "sheet"),
        ("16 group", "group"),
        ("14 text", "text"),
        ("14 name", "name"),
        ("12 meta", "meta"),
    )
    for text, style in styles:
        sizes.addWidget(Label(text, style))
    sizes.addStretch(1)
    column.addSpacing(48)
    column.addLayout(sizes)
    return column
