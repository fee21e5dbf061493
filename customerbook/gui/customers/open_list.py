"""What is still open for a customer, in a card of its own; a ring completes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.commands import command
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.open_row import OpenRowDelegate, OpenRowView, open_view
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_list import RowList, RowModel
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.spoken_row import Act
from customerbook.model.change import Change
from customerbook.model.channel import Channel
from customerbook.model.errors import BookError
from customerbook.model.followup import FollowUpKind, FollowUpLine
from customerbook.model.texts import _

_TICKED_MS: Final = 400
"""How long a ticked row stays, so that one sees what one did."""


class OpenRows(RowList):
    """The rows; a screen reader is offered their menu too, which `more_wanted` asks for."""

    more_wanted = Signal(QPersistentModelIndex)

    def row_actions(self, index: QModelIndex) -> list[Act]:
        """What the keys do, and the menu."""
        more = partial(self.more_wanted.emit, QPersistentModelIndex(index))
        return [*super().row_actions(index), (_("More"), more)]


class OpenList(QWidget):
    """Open follow-ups and promises of the customer; hidden while there are none.

    Space completes the current row, Enter logs the contact that completes it, the menu key
    offers the rest. `completed(id)` fires once the book knows.
    """

    completed = Signal(int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._lines: dict[int, FollowUpLine] = {}
        self._ticked: set[int] = set()
        self._model = RowModel()
        self._delegate = OpenRowDelegate()
        self._delegate.done.connect(self._tick)
        self._delegate.main.connect(self._act)
        enter = _("Log a contact that completes it")
        self.list = OpenRows(self._delegate, label=_("Open"), fits=True, enter=enter)
        self.list.more_wanted.connect(self._offer_for)
        self.list.setAccessibleDescription(
            _("Space: done. Enter: log what completes it. Shift+F10: the rest.")
        )
        self._model.setParent(self.list)
        self.list.setModel(self._model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self._menu = Menu(self)
        card = Card()
        card.add(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Label(_("Open"), "badge", "ink2"))
        self._column.addWidget(card)

    def show_lines(self, lines: tuple[FollowUpLine, ...]) -> None:
        """Show these instead."""
        session = self._deeds.shell.session
        person = session.book.person
        now, me = session.now(), person.id if person else None
        self._lines = {line.id: line for line in lines}
        row = self.list.currentIndex().row()
        self._model.show_rows([(line.id, open_view(line, now, me)) for line in lines])
        if row >= 0 and lines:
            self.list.setCurrentIndex(self._model.index(min(row, len(lines) - 1)))
        self.setVisible(bool(lines))
        self.updateGeometry()

    def current(self) -> FollowUpLine | None:
        """The line with the keyboard; none where another part of the window has it."""
        index = self.list.currentIndex()
        if not self.list.hasFocus() or not index.isValid():
            return None
        return self._lines.get(self._model.identity(index))

    def complete_current(self) -> None:
        """Complete the row with the keyboard."""
        index = self.list.currentIndex()
        if self.current() is not None:
            self._tick(QPersistentModelIndex(index))

    def ask_for_snooze(self) -> None:
        """Open the menu of the row with the keyboard, where it is put off."""
        if self.current() is not None:
            row = self.list.visualRect(self.list.currentIndex())
            self._offer(row.center())

    def drop_current(self) -> None:
        """End the row with the keyboard without doing it."""
        line = self.current()
        if line is not None:
            self._drop(line)

    def _tick(self, index: QPersistentModelIndex) -> None:
        """Fill the ring, then complete."""
        line = self._lines[self._model.identity(index)]
        if line.id in self._ticked:
            return
        self._ticked.add(line.id)
        view = index.data(ROW)
        if isinstance(view, OpenRowView):
            self._model.show_row(index.row(), replace(view, done=True))
        wait = 0 if theme.current().reduced_motion else _TICKED_MS
        QTimer.singleShot(wait, self, partial(self._complete, line))

    def _complete(self, line: FollowUpLine) -> None:
        self._ticked.discard(line.id)
        followups = self._deeds.shell.session.book.followups
        words = _("Done: {title}").format(title=line.title)
        if self._write(lambda: followups.complete(line.id), words):
            self.completed.emit(line.id)
        else:
            self.show_lines(tuple(self._lines.values()))

    def _act(self, index: QPersistentModelIndex) -> None:
        """Log the contact that completes it."""
        line = self._lines[self._model.identity(index)]
        channel = Channel.CALL
        if line.kind is FollowUpKind.WRITE or self._deeds.customer.forbids(Channel.CALL):
            channel = self._deeds.written_channel() or Channel.VISIT
        self._deeds.shell.log(channel, customer_id=line.customer_id, completes=line.id)

    def _offer(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            index = self.list.currentIndex()
        if index.isValid():
            self.fill(self._menu, index)
            self._menu.popup(self.list.viewport().mapToGlobal(place))

    def _offer_for(self, index: QPersistentModelIndex) -> None:
        self._offer(self.list.visualRect(self._model.index(index.row())).center())

    def fill(self, menu: Menu, index: QModelIndex) -> None:
        """Put what can be done with a row into a menu."""
        line = self._lines[self._model.identity(index)]
        kept = QPersistentModelIndex(index)
        menu.clear()
        keys = command("done").shortcut
        menu.add(_("Done"), lambda: self._tick(kept), icon="check", keys=keys)
        menu.add(_("Log a contact that completes it"), lambda: self._act(kept), icon="pen-line")
        menu.add_heading(_("Put off"))
        for words, when in reader_of(self._deeds.shell.session).offers()[1:]:
            menu.add(words, partial(self._snooze, line, when.day), icon="alarm-clock")
        menu.addSeparator()
        menu.add(_("Drop without doing it"), partial(self._drop, line), icon="x", danger=True)

    def _snooze(self, line: FollowUpLine, day: date) -> None:
        followups = self._deeds.shell.session.book.followups
        words = _("Put off: {title}").format(title=line.title)
        self._write(lambda: followups.snooze(line.id, day=day), words)

    def _drop(self, line: FollowUpLine) -> None:
        followups = self._deeds.shell.session.book.followups
        self._write(lambda: followups.drop(line.id), _("Dropped: {title}").format(title=line.title))

    def _write(self, operation: Callable[[], Change], words: str) -> bool:
        """Change the book, or say why it was not changed."""
        shell = self._deeds.shell
        try:
            shell.session.do(operation)
        except BookError as error:
            shell.say(error)
            return False
        shell.toast(words, undo=True)
        return True
