"""The smaller parts: banners, warnings, outcomes, menus, the month, and the first page."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customerbook.gui.widgets.banner import Banner, ProgressLine, WarningLine, Warnings
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.days import DayMarks
from customerbook.gui.widgets.empty_state import EmptyState, StepRow
from customerbook.gui.widgets.faces import FacesRow
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.month import Month
from customerbook.gui.widgets.outcome_row import Outcome, OutcomeRow
from customerbook.gui.widgets.toast import BulkBar

OUTCOMES = [
    Outcome("resolved", "Resolved", "check"),
    Outcome("promised", "Promised", "handshake", "amber"),
    Outcome("follow", "To follow up", "calendar-clock", "amber"),
    Outcome("none", "No answer", "phone-missed"),
    Outcome("info", "Info only", "info"),
]


def parts(page: QWidget) -> None:
    """Two columns of parts."""
    left, right = QVBoxLayout(), QVBoxLayout()
    for column in (left, right):
        column.setSpacing(12)
    row = QHBoxLayout(page)
    row.setContentsMargins(20, 16, 20, 16)
    row.setSpacing(24)
    row.addLayout(left, 3)
    row.addLayout(right, 2)
    _sentences(left)
    left.addWidget(OutcomeRow(OUTCOMES, "promised", label="Outcome"))
    left.addWidget(FacesRow(4))
    left.addWidget(_steps())
    left.addStretch(1)
    _month(right)
    menu = _menu()
    right.addWidget(menu)
    right.addStretch(1)
    bar = BulkBar(page)
    bar.add(Button("Done", kind="bar", icon="check", height=32))
    bar.add_divider()
    bar.add(Chip("tomorrow", on_bar=True), Chip("Monday", on_bar=True, checked=True))
    page.show()
    bar.say("2 selected")


def _sentences(left: QVBoxLayout) -> None:
    left.addWidget(
        Warnings(
            WarningLine(
                "Do not call.",
                "Write to him, in the morning if possible",
                icon="phone-off",
                since="asked on 3 Mar 2026",
            ),
            WarningLine(
                "Open complaint for 9 days.",
                "Rear wheel trued twice, still wobbles",
                icon="message-square-warning",
                action="Open case",
            ),
        )
    )
    left.addWidget(Banner("Stick is 6 days old", "amber", icon="triangle-alert", action="Back up"))
    text = "Next: print the recovery sheet. It opens the book if the passphrase is lost."
    strong = "Next: print the recovery sheet."
    left.addWidget(Banner(text, "blue", icon="printer", strong=strong))
    progress = ProgressLine()
    left.addWidget(progress)
    progress.show_share(0.6)


def _steps() -> Card:
    card = Card()
    card.add_row(EmptyState("The book is open, and still empty.", "Bring in the customers."))
    bring = Button("Bring in", kind="primary", icon="download")
    card.add_row(StepRow("download", "Bring in your customers", "From a phone or table", bring))
    new = Button("New customer", keys="Ctrl+N")
    card.add_row(StepRow("user-round-plus", "Add your first customer", "A name is enough", new))
    people = StepRow(
        "circle-check", "Recovery sheet printed", "Keep it away", well=False, role="accent"
    )
    card.add_row(people)
    return card


def _month(right: QVBoxLayout) -> None:
    card = Card(padding=16, spacing=4)
    head = QHBoxLayout()
    head.addWidget(Label("November 2026", "group"))
    head.addStretch(1)
    head.addWidget(IconButton("chevron-left", "Month before"))
    head.addWidget(Button("Today", kind="quiet", height=32))
    head.addWidget(IconButton("chevron-right", "Next month"))
    card.column.addLayout(head)
    month = Month(date(2026, 11, 21), label="November")
    month.show_marks(
        {
            date(2026, 11, 3): DayMarks(followups=2),
            date(2026, 11, 19): DayMarks(overdue=1),
            date(2026, 11, 21): DayMarks(promises=2, followups=2),
            date(2026, 11, 27): DayMarks(promises=2, followups=1),
        }
    )
    month.choose(date(2026, 11, 27))
    card.add(month)
    right.addWidget(card)


def _menu() -> Menu:
    menu = Menu()
    menu.add_heading("Log")
    first = menu.add("Log call", icon="phone", keys="F3")
    menu.add("Log email", icon="mail")
    menu.add("Something else", icon="ellipsis", keys="F4")
    menu.addSeparator()
    menu.add("Delete", icon="trash", danger=True)
    menu.setWindowFlags(Qt.WindowType.Widget)
    menu.setActiveAction(first)
    menu.setFixedWidth(220)
    return menu
