"""What is done with follow-ups from a list: each is one change, said in the toast with its undo."""

from collections.abc import Callable, Sequence
from functools import partial
from textwrap import shorten

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from customerbook.gui.followups.form import FollowUpForm
from customerbook.gui.followups.snooze_menu import snooze_menu
from customerbook.gui.followups.words import way_to, way_to_write
from customerbook.gui.interactions.names import first_name
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.menu import Menu
from customerbook.model.channel import Channel, Direction
from customerbook.model.errors import BookError
from customerbook.model.followup import FollowUpLine
from customerbook.model.texts import _, ngettext
from customerbook.model.when import When

_LONGEST = 60  # letters of a title in the toast


class FollowUpWork:
    """The verbs of both pages; False means that the book refused and has said so."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._book = shell.session.book

    def complete(self, *lines: FollowUpLine) -> bool:
        """Mark as done; a promise is kept by it."""
        try:
            ids = [line.id for line in lines]
            self._shell.session.do(self._book.followups.complete, *ids)
        except BookError as error:
            self._shell.say(error)
            return False
        self._say(
            lines,
            _("Kept: {title}") if lines[0].promise else _("Done: {title}"),
            ngettext("{n} done", "{n} done", len(lines)),
        )
        return True

    def snooze(self, lines: Sequence[FollowUpLine], when: When, reason: str = "") -> bool:
        """Put off to a day; the time of day stays unless another was said."""
        ids = [line.id for line in lines]
        try:
            self._shell.session.do(
                self._book.followups.snooze, *ids, day=when.day, at=when.time, reason=reason
            )
        except BookError as error:
            self._shell.say(error)
            return False
        day = reader_of(self._shell.session).said(when)
        words = ngettext("{n} snoozed until {day}", "{n} snoozed until {day}", len(lines))
        self._say(lines, _("Snoozed until {day}: {title}"), words, day=day)
        return True

    def assign(self, lines: Sequence[FollowUpLine], person_id: int) -> bool:
        """Hand on to another person."""
        ids = [line.id for line in lines]
        try:
            self._shell.session.do(self._book.followups.assign, *ids, person_id=person_id)
        except BookError as error:
            self._shell.say(error)
            return False
        name = first_name(self._book.people.get(person_id).name)
        words = ngettext("{n} given to {name}", "{n} given to {name}", len(lines))
        self._say(lines, _("Given to {name}: {title}"), words, name=name)
        return True

    def drop(self, *lines: FollowUpLine) -> bool:
        """End without doing it; a promise counts as withdrawn."""
        try:
            self._shell.session.do(self._book.followups.drop, *[line.id for line in lines])
        except BookError as error:
            self._shell.say(error)
            return False
        words = _("Withdrawn: {title}") if lines[0].promise else _("Dropped: {title}")
        self._say(lines, words, ngettext("{n} dropped", "{n} dropped", len(lines)))
        return True

    def act(self, line: FollowUpLine) -> None:
        """Call or write, whichever suits the customer; saving the form completes it."""
        self._log(way_to(line), line)

    def call(self, line: FollowUpLine) -> None:
        """Log a call that completes it."""
        self._log(Channel.CALL, line)

    def write(self, line: FollowUpLine) -> None:
        """Log an email or letter that completes it."""
        self._log(way_to_write(line), line)

    def open(self, line: FollowUpLine) -> None:
        """Show the customer; one without a customer is logged instead."""
        if line.customer_id is None:
            self.act(line)
        else:
            self._shell.open_customer(line.customer_id)

    def edit(self, line: FollowUpLine) -> None:
        """Open the form of a follow-up."""
        self._shell.show_sheet(FollowUpForm(self._shell, followup_id=line.id))

    def commands(
        self, line: FollowUpLine, above: QWidget, spot: QRect
    ) -> dict[str, Callable[[], object]]:
        """All of it by the ids of commands; menus open below a place of a widget."""
        return {
            "act": lambda: self.act(line),
            "open": lambda: self.open(line),
            "done": lambda: self.complete(line),
            "drop": lambda: self.drop(line),
            "snooze": lambda: self.ask_for_snooze(line, above, spot),
            "assign": lambda: self.ask_for_person([line], above, spot),
            "edit": lambda: self.edit(line),
        }

    def ask_for_snooze(self, line: FollowUpLine, above: QWidget, spot: QRect) -> None:
        """Open the menu of days below a place of a widget."""
        menu = snooze_menu(
            self._shell, above, lambda when, reason: self.snooze([line], when, reason)
        )
        menu.setActiveAction(menu.actions()[0])
        menu.popup(above.mapToGlobal(QPoint(spot.left(), spot.bottom() + 4)))

    def ask_for_person(self, lines: Sequence[FollowUpLine], above: QWidget, spot: QRect) -> None:
        """Open the menu of people below a place of a widget."""
        menu = Menu(above)
        for person in self._book.people.all(active=True):
            menu.add(person.name, partial(self.assign, lines, person.id), icon="user-round")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(above.mapToGlobal(QPoint(spot.left(), spot.bottom() + 4)))

    def _log(self, channel: Channel, line: FollowUpLine) -> None:
        self._shell.log(
            channel,
            customer_id=line.customer_id,
            completes=line.id,
            direction=Direction.OUTBOUND,
        )

    def _say(self, lines: Sequence[FollowUpLine], one: str, several: str, **facts: str) -> None:
        title = shorten(lines[0].title, _LONGEST, placeholder="…")
        words = one if len(lines) == 1 else several
        self._shell.toast(words.format(title=title, n=len(lines), **facts), undo=True)
