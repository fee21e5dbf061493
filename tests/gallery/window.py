"""Rail, top bar, sheet, toast and lists together, to be laid beside the pictures of the window."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.chip import Badge, Chip, StateChip
from customerbook.gui.widgets.customer_row import CustomerRowDelegate
from customerbook.gui.widgets.heading import Link, PageTitle, SectionHeading
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.line_row import LineRowDelegate
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.margin_row import MarginRowDelegate
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.paragraph import bold
from customerbook.gui.widgets.rail import Rail
from customerbook.gui.widgets.row_delegate import RowDelegate
from customerbook.gui.widgets.row_list import RowList, RowModel, View
from customerbook.gui.widgets.search_field import SearchField
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.split_button import SplitButton
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toast import Toast
from tests.gallery import rows


def rail(page: str) -> Rail:
    """The rail with its pages."""
    made = Rail("Radwerk Linden")
    made.add_page("today", "Today", "sun")
    made.add_page("customers", "Customers", "book-user")
    made.add_page("followups", "Follow-ups", "list-checks")
    made.add_below("settings", "Settings", "settings")
    made.add_below("help", "Help", "circle-question-mark", page=False)
    made.choose(page)
    made.show_count("today", 9)
    made.show_count("followups", 14)
    made.show_person("Martha Lindner", "ML", "Owner")
    return made


def frame(page: QWidget, name: str, typed: str = "") -> QVBoxLayout:
    """Rail and top bar; the matter of the page goes into what is returned."""
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    made = rail(name)
    made.set_narrow(narrow=page.width() < 1180)
    across.addWidget(made)
    column = QVBoxLayout()
    column.setContentsMargins(24, 0, 24, 16)
    column.setSpacing(0)
    across.addLayout(column, 1)
    top = QHBoxLayout()
    top.setContentsMargins(0, 12, 0, 12)
    search = SearchField("Find a name, a number, a town, a note", keys="Ctrl+F")
    search.setText(typed)
    top.addWidget(search, 10)
    top.addStretch(1)
    top.addWidget(SplitButton("Log visit", QMenu(page), icon="pencil-line", keys="F2"))
    column.addLayout(top)
    column.addSpacing(4)
    return column


def rows_card(
    delegate: RowDelegate, views: Sequence[View], label: str, *, selected: int = -1
) -> Card:
    """A card that holds a list as high as its rows."""
    card = Card()
    model = RowModel()
    model.show_rows(list(enumerate(views)))
    shown = RowList(delegate, label=label, fits=True)
    model.setParent(shown)
    shown.setModel(model)
    card.add(shown)
    if selected >= 0:
        shown.setCurrentIndex(model.index(selected))
    else:
        shown.setSelectionMode(QListView.SelectionMode.NoSelection)
    return card


def window(page: QWidget) -> None:
    """The Today page as far as components make it."""
    column = frame(page, "today")
    whose = Segmented([Part("all", "Everyone’s"), Part("mine", "Mine")], label="Whose")
    calls = Button("Call list", icon="printer", height=32)
    column.addWidget(PageTitle("Saturday, 21 November", "week 47", whose, calls))
    sides = QHBoxLayout()
    sides.setSpacing(24)
    column.addLayout(sides)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(0)
    right.setSpacing(0)
    words = ("Call", "Write")
    left.addWidget(SectionHeading("Promises due", "3, one of them late"))
    left.addWidget(rows_card(MarginRowDelegate(actions=words), rows.PROMISES, "Promises due"))
    left.addSpacing(12)
    left.addWidget(SectionHeading("Follow-ups", "4"))
    left.addWidget(rows_card(MarginRowDelegate(actions=words), rows.FOLLOW_UPS, "Follow-ups"))
    left.addSpacing(12)
    usual = Label("Usual time to a first answer this week: 1 h 50", "meta", "ink2")
    left.addWidget(SectionHeading("Waiting for an answer", "2", end=usual))
    left.addWidget(rows_card(MarginRowDelegate(actions=words), rows.WAITING, "Waiting"))
    left.addStretch(1)
    right.addWidget(SectionHeading("Gone quiet", "2"))
    right.addWidget(rows_card(LineRowDelegate(), rows.QUIET, "Gone quiet"))
    right.addSpacing(12)
    right.addWidget(SectionHeading("Lately", end=Link("All", "caption")))
    right.addWidget(rows_card(LineRowDelegate(dense=True), rows.LATELY, "Lately"))
    right.addStretch(1)
    holder = QWidget()
    holder.setLayout(left)
    sides.addWidget(holder, 696)
    if page.width() > 1040:
        sides.addLayout(right, 304)
    toast = Toast(page)
    toast.stand_in(holder)
    text = "Saved as 2026-01188"
    page.show()
    toast.say(text, undo=lambda: None, spans=bold(text, "2026-01188"))


def customers(page: QWidget) -> None:
    """The list of customers joining its card."""
    column = frame(page, "customers", "mül 0171")
    across = QHBoxLayout()
    across.setSpacing(0)
    model = RowModel()
    model.show_rows(list(enumerate(rows.CUSTOMERS)))
    shown = RowList(CustomerRowDelegate(), label="Customers")
    model.setParent(shown)
    shown.setModel(model)
    shown.setFixedWidth(328)
    card = Card(edge="line2", padding=24, spacing=12)
    card.add(Label("Oliver Müller", "title"))
    card.add(rows_card(MarginRowDelegate(dense=True), rows.DENSE, "Open", selected=1))
    card.column.addStretch(1)
    across.addWidget(shown)
    across.addWidget(card, 1)
    column.addLayout(across)
    shown.tab_moved.connect(card.join)
    shown.setCurrentIndex(model.index(0))


def log_form(page: QWidget) -> None:
    """The log form over the page."""
    column = frame(page, "today")
    column.addWidget(PageTitle("Saturday, 21 November", "week 47"))
    column.addStretch(1)
    page.show()
    sheet = Sheet(page, "Log a visit", width=800)
    form = MarginForm()
    channels = [
        Part("visit", "Visit", "store"),
        Part("call", "Call", "phone"),
        Part("email", "Email", "mail"),
        Part("message", "Message", "message-circle"),
    ]
    form.add_row("Channel", Segmented(channels))
    form.add_row("Customer", TextField("Oliver Müller", icon="user-round", clearable=True))
    form.add_row("Topic", _row(Chip("Wheel building", height=32, checked=True)))
    form.add_row("Note", NoteField("He brought the wheel back. Spoke tension uneven."))
    band = form.add_band()
    band.add_row("Promise", TextField("New rear wheel fitted, free of charge"))
    when = band.add_row("By when", TextField("fri 25:00"), _row(Chip("today"), Chip("tomorrow")))
    when.show_error("No such time. Try “fri 14:00” or “in 3 days”.")
    band.show()
    badges = _row(Badge("do not call", "red", icon="phone-off"), StateChip("promised", "amber"))
    form.add_row("Warnings", badges)
    sheet.set_body(form)
    sheet.set_foot(
        Button("Cancel", kind="quiet", tone="ink2"),
        Button("Save and print", icon="printer", keys="Ctrl+Shift+Return"),
        Button("Save", kind="primary", keys="Ctrl+Return"),
        state=Label("Draft kept", "meta", "ink2"),
    )
    sheet.open()


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
