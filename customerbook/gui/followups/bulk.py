"""What can be done with several follow-ups at once: the dark bar below the list."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.followups.snooze_menu import SnoozeSheet, snooze_menu, usual_days
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.label import IconLabel, Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.toast import BulkBar
from customerbook.model.texts import _, ngettext
from customerbook.model.when import When

_CHIPS = 3


class FollowUpBar(BulkBar):
    """Done, snooze, give to; each signal says what was chosen, the page knows for which rows."""

    done = Signal()
    snoozed = Signal(object, str)
    given = Signal(int)
    levels = 3

    def __init__(self, host: QWidget, shell: Shell) -> None:
        super().__init__(host)
        self._shell = shell
        self.line.setSpacing(0)  # the buttons bring their own
        self._days: list[QWidget] = []
        self._put_off = QWidget()
        self._word = Label(_("Snooze"), "text", "bar_ink")
        self.add_action(_("Done"), "check", self.done.emit)
        self.add_divider()
        self.add(self._snoozing())
        self.add_divider()
        self._give = self.add_action(_("Give to"), "user-round-check", self.ask_to_whom)

    def show_count(self, count: int) -> None:
        """Say how many rows are chosen; none takes the bar away."""
        words = ngettext("{n} selected", "{n} selected", count).format(n=count)
        self.say(words if count else "")

    def _shorten(self, level: int) -> None:
        """First the alarm clock stands for its word, then days stand behind the calendar."""
        super()._shorten(level)
        self._word.setVisible(level == 0)
        for day in self._days:
            day.setVisible(level <= 1)
        self._put_off.updateGeometry()  # the row in it tells the bar only when it is idle

    def _snoozing(self) -> QWidget:
        row = QHBoxLayout(self._put_off)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel("alarm-clock", "bar_ink", 16))
        row.addWidget(self._word)
        row.addSpacing(2)
        for offer in usual_days(self._shell.session.now().date())[:_CHIPS]:
            chip = Chip(offer.short or offer.words, checkable=False, on_bar=True)
            chip.setAccessibleName(_("Snooze: {day}").format(day=offer.words))
            chip.clicked.connect(partial(self._put, When(offer.day)))
            row.addWidget(chip)
            self._days.append(chip)
        other = Chip("", icon="calendar", checkable=False, on_bar=True)
        other.setAccessibleName(_("Snooze: another time"))
        other.setToolTip(_("Another time"))
        other.clicked.connect(self._ask_until)
        row.addWidget(other)
        return self._put_off

    def _put(self, when: When, *_pressed: bool) -> None:
        self.snoozed.emit(when, "")

    def ask_for_day(self) -> None:
        """Open the menu of days over the bar."""
        self._open_above(snooze_menu(self._shell, self, self.snoozed.emit), self._put_off)

    def _ask_until(self) -> None:
        self._shell.show_sheet(SnoozeSheet(self._shell, self.snoozed.emit))

    def ask_to_whom(self) -> None:
        """Open the menu of people over the bar."""
        menu = Menu(self)
        for person in self._shell.session.book.people.all(active=True):
            menu.add(person.name, partial(self.given.emit, person.id), icon="user-round")
        menu.aboutToHide.connect(menu.deleteLater)
        self._open_above(menu, self._give)

    def _open_above(self, menu: Menu, part: QWidget) -> None:
        """Show a menu over a part of the bar, with its first row chosen."""
        menu.setActiveAction(menu.actions()[0])
        menu.popup(part.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
