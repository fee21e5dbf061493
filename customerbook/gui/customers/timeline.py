"""The timeline of a customer: chips that filter it, and everything newest first."""

from functools import partial
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.customers.interaction_form import InteractionForm
from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.timeline_chips import TimelineChips
from customerbook.gui.customers.timeline_delegate import TimelineDelegate
from customerbook.gui.customers.timeline_list import TimelineList, TimelineModel
from customerbook.gui.customers.timeline_menu import EntryActs, entry_offers, fill_entry_menu
from customerbook.gui.customers.timeline_reading import Entry, Filter, TimelineReading
from customerbook.gui.customers.timeline_row import AROUND, Place
from customerbook.gui.customers.timeline_view import TimelineView, entry_view
from customerbook.gui.documents.preview import Preview
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.indent import indented
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW
from customerbook.gui.widgets.spoken_row import Act
from customerbook.model.case import Case
from customerbook.model.interaction import InteractionLine
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Timeline(QWidget):
    """Contacts and purchases of one customer; `load_more` brings the next 50.

    In the list Enter changes an entry, Space opens its whole note and its private note, the menu
    key offers the rest. `reached` is `TimelineList.reached`.
    """

    reached = Signal(int, int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        session = shell.session
        self._language = session.book.shop().language
        self._reader = reader_of(session)
        self._matter: Matter | None = None
        self._reading: TimelineReading | None = None
        self.chips = TimelineChips()
        self.chips.chosen.connect(self._read_other)
        self.model = TimelineModel()
        delegate = TimelineDelegate()
        self.list = TimelineList(delegate, _("Timeline"), self._row_actions)
        self.model.setParent(self.list)
        self.list.setModel(self.model)
        self.nothing = Label("", "text", "ink3", wrap=True)
        self._menu = Menu(self)
        delegate.pressed.connect(self._press)
        self.list.entered.connect(self._enter)
        self.list.turned.connect(self.turn)
        self.list.customContextMenuRequested.connect(self._offer_at)
        self.list.reached.connect(self.reached)
        self.model.dataChanged.connect(self.list.fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        above = QVBoxLayout()
        above.addWidget(self.chips)
        above.addWidget(self.nothing)
        column.addLayout(indented(above, end=AROUND))
        column.addWidget(self.list)

    def show_matter(self, matter: Matter) -> None:
        """Show the timeline of a customer from its top."""
        if self._matter is None or self._matter.customer.id != matter.customer.id:
            self.chips.choose("everything")
        self._matter = matter
        self.chips.offer_purchases(there=bool(matter.purchases))
        self.chips.setVisible(bool(matter.facts.contacts or matter.purchases))
        self._read(keep=self.model.rowCount())

    def choose(self, what: Filter) -> None:
        """Show only entries of one kind."""
        self.chips.choose(what)
        self._read_other()

    def show_case(self, case: Case) -> None:
        """Show only what was said and done in a case, with the keyboard there; a chip says so."""
        chip = self.chips.choose_case(case)
        self.chips.setVisible(True)
        self.setTabOrder(chip, self.list)
        self._read_other()
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def load_more(self) -> None:
        """Bring the next entries, if there are any."""
        if self._reading is None or self._reading.complete:
            return
        now = self._shell.session.now()
        rows = [
            (
                entry,
                entry_view(
                    entry,
                    now,
                    self._language,
                    month_first=self._reader.month_first,
                    editable=self.may_edit(entry),
                ),
            )
            for entry in self._reading.more()
        ]
        self.model.add(rows)
        self.list.fit()

    def current(self) -> InteractionLine | None:
        """The contact with the keyboard; none where another part of the window has it."""
        if not self.list.hasFocus():
            return None
        return self.model.interaction(self.list.currentIndex())

    def edit(self, interaction_id: int) -> None:
        """Open the form that corrects a contact."""
        book = self._shell.session.book
        self._shell.show_sheet(InteractionForm(self._shell, book.interactions.get(interaction_id)))

    def turn(self, index: QModelIndex) -> None:
        """Open the whole note and the private note of an entry, or close them again."""
        view = self._view(index)
        if view.private is not None:
            self._turn_private(index)
            opened = not view.private
            self.model.turn(index, whole=opened)
        else:
            self.model.turn(index, whole=not view.whole)

    def _read_other(self) -> None:
        """Read what is to be shown now, with no entry current."""
        self.list.setCurrentIndex(QModelIndex())
        self._read()

    def _read(self, *, keep: int = 0) -> None:
        """Read from the newest on; as many again as were shown before."""
        assert self._matter is not None
        row = self.list.currentIndex().row()
        what, case = self.chips.what, self.chips.case
        self._reading = TimelineReading(
            self._shell.session.book,
            self._matter.customer.id,
            self._matter.purchases,
            what,
            case.id if case is not None else None,
        )
        self.model.clear()
        self.load_more()
        while self.model.rowCount() < keep and not self._reading.complete:
            self.load_more()
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
        self._say_nothing()

    def _say_nothing(self) -> None:
        empty = self.model.rowCount() == 0
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)
        if empty:
            words = {
                "everything": _("No contact was logged yet."),
                "case": _("Nothing was logged for this case."),
            }
            self.nothing.show_text(words.get(self.chips.what, _("Nothing of this kind.")))

    def _view(self, index: QModelIndex | QPersistentModelIndex) -> TimelineView:
        return cast("TimelineView", index.data(ROW))

    def _press(self, kept: QPersistentModelIndex, place: Place) -> None:
        index = self.model.index(kept.row())
        line = self.model.interaction(index)
        if place.deed == "more":
            self.model.turn(index, whole=not self._view(index).whole)
        elif line is None:
            return
        elif place.deed == "document":
            self._open_document(line, place.document_id)
        elif place.deed == "print":
            self._shell.preview("confirmation", line.id)
        elif place.deed == "edit":
            self.edit(line.id)
        else:
            self._turn_private(index)

    def _turn_private(self, index: QModelIndex) -> None:
        line, view = self.model.interaction(index), self._view(index)
        if line is None or view.private is None:
            return
        private = ""
        if not view.private:
            private = self._shell.session.book.interactions.get(line.id).private_note
        self.model.turn(index, private=private)

    def _open_document(self, line: InteractionLine, document_id: int) -> None:
        kind = next(kind for number, kind in line.documents if number == document_id)
        self._shell.show_sheet(Preview(self._shell, kind, line.id, document_id=document_id))

    def may_edit(self, entry: Entry) -> bool:
        """Whether the person at the book may correct a contact: their own, or those of all."""
        session = self._shell.session
        person = session.book.person
        if person is None or session.book.read_only or not isinstance(entry, InteractionLine):
            return False
        own = entry.person_id == person.id and session.may(Right.LOG)
        return own or session.may(Right.DELETE)

    def _enter(self, index: QModelIndex) -> None:
        """Change an entry; for one that may not be changed offer what can be done."""
        line = self.model.interaction(index)
        if line is None:
            self.turn(index)
        elif self._view(index).editable:
            self.edit(line.id)
        else:
            self._offer_below(index)

    def _offer_below(self, index: QModelIndex) -> None:
        corner = self.list.visualRect(index).bottomLeft() + QPoint(80, 0)
        self._offer(index, corner)

    def _offer_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self._offer(index, place)

    def _offer(self, index: QModelIndex, place: QPoint) -> None:
        self.fill(self._menu, index)
        if self._menu.actions():
            self._menu.popup(self.list.viewport().mapToGlobal(place))

    def fill(self, menu: Menu, index: QModelIndex) -> None:
        """Put what can be done with an entry into a menu."""
        menu.clear()
        line = self.model.interaction(index)
        if line is not None:
            fill_entry_menu(menu, self._view(index), self._acts(index, line))

    def _row_actions(self, index: QModelIndex) -> list[Act]:
        """What a screen reader is offered for an entry: its menu, and its whole note."""
        line, view = self.model.interaction(index), self._view(index)
        words = _("Show less") if view.whole else _("Show the whole note")
        whole = (words, partial(self.turn, index))
        if line is None:
            return [whole]
        offers = entry_offers(view, self._acts(index, line))
        return [*((words, act) for words, act, _icon in offers), whole]

    def _acts(self, index: QModelIndex, line: InteractionLine) -> EntryActs:
        row = self.model.index(index.row())
        return EntryActs(
            print=lambda: self._shell.preview("confirmation", line.id),
            change=lambda: self.edit(line.id),
            turn_private=lambda: self._turn_private(row),
            open=lambda document_id: self._open_document(line, document_id),
        )
