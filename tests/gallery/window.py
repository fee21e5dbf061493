"""Rail, top bar, sheet, toast and lists together, to be laid beside the pictures of the window."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.chip import Badge, Chip, StateChip
from customerbook.gui.widgets.heading import PageTitle, SectionHeading
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.paragraph import bold
from customerbook.gui.widgets.rail import Rail
from customerbook.gui.widgets.search_field import SearchField
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.split_button import SplitButton
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toast import Toast


def rail() -> Rail:
    """The rail with its pages."""
    made = Rail("Radwerk Linden")
    made.add_page("today", "Today", "sun")
    made.add_page("customers", "Customers", "book-user")
    made.add_page("followups", "Follow-ups", "list-checks")
    made.add_below("settings", "Settings", "settings")
    made.add_below("help", "Help", "circle-question-mark", page=False)
    made.choose("today")
    made.show_count("today", 9)
    made.show_count("followups", 14)
    made.show_person("Martha Lindner", "ML", "Owner")
    return made


def frame(page: QWidget) -> QVBoxLayout:
    """Rail and top bar; the matter of the page goes into what is returned."""
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    made = rail()
    made.set_narrow(narrow=page.width() < 1180)
    across.addWidget(made)
    column = QVBoxLayout()
    column.setContentsMargins(24, 0, 24, 0)
    column.setSpacing(0)
    across.addLayout(column, 1)
    top = QHBoxLayout()
    top.setContentsMargins(0, 12, 0, 12)
    top.addWidget(SearchField("Find a name, a number, a town, a note", keys="Ctrl+F"), 1)
    top.addStretch(1)
    top.addWidget(SplitButton("Log visit", QMenu(page), icon="pencil-line", keys="F2"))
    column.addLayout(top)
    column.addSpacing(4)
    return column


def window(page: QWidget) -> None:
    """The Today page as far as components make it."""
    column = frame(page)
    whose = Segmented([Part("all", "Everyone’s"), Part("mine", "Mine")], label="Whose")
    calls = Button("Call list", icon="printer", height=32)
    column.addWidget(PageTitle("Saturday, 21 November", "week 47", whose, calls))
    column.addWidget(SectionHeading("Promises due", "3, one of them late"))
    column.addStretch(1)
    toast = Toast(page)
    text = "Saved as 2026-01188"
    toast.say(text, undo=lambda: None, spans=bold(text, "2026-01188"))


def log_form(page: QWidget) -> None:
    """The log form over the page."""
    column = frame(page)
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
    form.add_row("A longer label here", badges)
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
