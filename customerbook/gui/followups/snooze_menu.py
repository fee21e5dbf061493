"""Putting something off: the usual days in a menu, any other in words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from customerbook.gui.interactions.reading import Reader, reader_of
from customerbook.gui.interactions.when_field import WhenField
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.widgets.text_field import TextField
from customerbook.model import spoken
from customerbook.model.texts import _
from customerbook.model.when import When

Put = Callable[[When, str], object]
"""Takes the moment to put off to, and the reason."""


class Offer(NamedTuple):
    """A usual day: what it is called and which it is."""

    words: str
    day: date
    short: str = ""


def usual_days(today: date) -> list[Offer]:
    """Tomorrow, the next Monday, a week, a month; each day once."""
    monday = today + timedelta(days=7 - today.weekday())
    offers = [
        Offer(_("tomorrow"), today + timedelta(days=1)),
        Offer(_("Monday"), monday),
        Offer(_("in a week"), today + timedelta(days=7), _("a week")),
        Offer(_("in a month"), today + timedelta(days=30)),
    ]
    days = [offer.day for offer in offers]
    return [offer for place, offer in enumerate(offers) if offer.day not in days[:place]]


def snooze_menu(shell: Shell, parent: QWidget, put: Put) -> Menu:
    """The menu of a snooze button; the last row asks for words."""
    menu = Menu(parent)
    today = shell.session.now().date()
    for offer in usual_days(today):
        said = spoken.short_date(offer.day, today, weekday=True)
        menu.add(offer.words, _putting(put, offer.day), keys=said)
    menu.addSeparator()
    menu.add(_("Another time …"), lambda: shell.show_sheet(SnoozeSheet(shell, put)))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _putting(put: Put, day: date) -> Callable[[], object]:
    return lambda: put(When(day), "")


class SnoozeSheet(Sheet):
    """Asks until when, in words, and why."""

    def __init__(self, shell: Shell, put: Put) -> None:
        super().__init__(shell.sheet_host(), _("Snooze"), width=480)
        self._put = put
        reader: Reader = reader_of(shell.session)
        form = MarginForm()
        self.set_body(form)
        self.when = WhenField(
            reader,
            label=_("Until"),
            missing=_("Say until when: “fri 14:00”, “tomorrow”, “in 2 weeks”."),
        )
        row = form.add_row(_("Until"), self.when)
        self.when.complain_with(row.error.say)
        self.reason = TextField(placeholder=_("If there is one"))
        form.add_row(_("Reason"), self.reason)
        cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        cancel.clicked.connect(self.dismiss)
        self._snooze = Button(_("Snooze"), kind="primary")
        self._snooze.clicked.connect(self.snooze)
        self.when.field.returnPressed.connect(self.snooze)
        self.reason.returnPressed.connect(self.snooze)
        self.set_foot(cancel, self._snooze)

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet with the cursor in the words."""
        super().open(first or self.when.field)

    def snooze(self) -> None:
        """Put it off, or say what is missing."""
        when = self.when.when()
        if self.when.check() or when is None:
            return
        self.dismiss()
        self._put(when, self.reason.text().strip())
