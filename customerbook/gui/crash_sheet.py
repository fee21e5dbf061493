"""What the window says when the program has a bug."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.texts import _


class CrashSheet(Sheet):
    """Says what is safe and what to do; shows where it happened, to be passed on."""

    quit_wanted = Signal()

    def __init__(self, host: QWidget, places: str) -> None:
        super().__init__(host, _("Something went wrong"), width=480)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(12)
        safe = _(
            "The program met a mistake of its own. Everything that was saved is safe in the book, "
            "and what you were typing is kept as a draft."
        )
        what = _(
            "You can go on. If it happens again, close the program and start it anew. "
            "The lines below say where it happened, and nothing about your customers."
        )
        column.addWidget(Label(safe, "text", wrap=True))
        column.addWidget(Label(what, "text", "ink2", wrap=True))
        self.places = Label(places.replace(" < ", "\n"), "meta", "ink3", wrap=True)
        self.places.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.places)
        self.set_body(body, padding=24)
        leave = Button(_("Close the program"), kind="quiet", tone="ink2")
        leave.clicked.connect(self.quit_wanted)
        stay = Button(_("Go on"), kind="primary")
        stay.clicked.connect(self.dismiss)
        self.set_foot(leave, stay)
        self.first = stay
