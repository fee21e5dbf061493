"""Saved lists: the menu below the first chip, and which of them is shown."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.list_name import ListNameSheet
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.menu import Menu
from customerbook.model.errors import BookError
from customerbook.model.filter import Filter
from customerbook.model.rights import Right
from customerbook.model.saved_list import SavedList
from customerbook.model.texts import _

_EVERYONE = 0


class ListMenu(QObject):
    """Knows the chosen list and keeps others; `chosen(list)` fires for each that is picked.

    The list of everybody is a `SavedList` without a name. `renamed` fires when a name changed.
    """

    chosen = Signal(object)
    renamed = Signal()

    def __init__(self, shell: Shell, chip: QWidget) -> None:
        super().__init__(chip)
        self._shell, self._chip = shell, chip
        self._menu = Menu(chip)
        self._shown = SavedList()
        self._now = SavedList()

    @property
    def shown(self) -> SavedList:
        """The list that was chosen, as it is saved."""
        return self._shown

    def follow(self, wanted: Filter, order: str) -> None:
        """Know what is shown just now: what would be saved."""
        self._now = replace(self._shown, wanted=wanted, order=order)

    def is_changed(self) -> bool:
        """Whether a saved list is filtered otherwise than it was saved."""
        return self._shown.id != _EVERYONE and self._now.wanted != self._shown.wanted

    def words(self) -> str:
        """What the list is called."""
        if self._shown.id == _EVERYONE:
            return _("All customers")
        if self.is_changed():
            return _("{list}, changed").format(list=self._shown.name)
        return self._shown.name

    def choose(self, list_id: int) -> bool:
        """Show a saved list, 0 for everybody; False if there is none of this id any more."""
        found = [one for one in self._shell.session.book.lists.all() if one.id == list_id]
        if not found and list_id != _EVERYONE:
            return False
        self._shown = found[0] if found else SavedList()
        self.chosen.emit(self._shown)
        return True

    def refresh(self) -> None:
        """Read the chosen list anew; everybody's takes its place if it was deleted."""
        lists = self._shell.session.book.lists.all()
        found = next((one for one in lists if one.id == self._shown.id), SavedList())
        if found != self._shown:
            self._shown = found
            self.renamed.emit()

    def forget(self) -> None:
        """Show everybody's list without a filter."""
        self._shown = SavedList()

    def keep_place(self, list_id: int) -> None:
        """Know the chosen list again, without showing it anew."""
        self._shown = SavedList(id=list_id)
        self.refresh()

    def open_menu(self) -> None:
        """Offer the lists below the chip, and what can be done with them."""
        menu, shown = self._menu, self._shown
        menu.clear()
        everyone = shown.id == _EVERYONE and not self._now.wanted
        menu.add(_("All customers"), partial(self.choose, _EVERYONE), checked=everyone)
        for one in self._shell.session.book.lists.all():
            menu.add(one.name, partial(self.choose, one.id), checked=one.id == shown.id)
        if self._may_keep():
            self._add_keeping(menu)
        menu.open_beside(self._chip)

    def ask_name(self) -> None:
        """Ask under which name to save what is shown."""
        host = self._shell.sheet_host()
        self._shell.show_sheet(ListNameSheet(host, _("Save as a list"), self._add))

    def can_save(self) -> bool:
        """Whether there is something to save as a list, and the person may."""
        return bool(self._now.wanted) and self._may_keep()

    def _add_keeping(self, menu: Menu) -> None:
        shown = self._shown
        if self._now.wanted or shown.id != _EVERYONE:
            menu.addSeparator()
        if self.is_changed():
            words = _("Save the changes to “{list}”").format(list=shown.name)
            menu.add(words, self._save_changes, icon="check")
        if self._now.wanted:
            menu.add(_("Save this as a list …"), self.ask_name, icon="bookmark-plus")
        if shown.id != _EVERYONE:
            words = _("Rename “{list}” …").format(list=shown.name)
            menu.add(words, self._ask_other_name, icon="pencil")
            words = _("Delete “{list}”").format(list=shown.name)
            menu.add(words, self._delete, icon="trash", danger=True)

    def _may_keep(self) -> bool:
        return self._shell.session.may(Right.CHANGE_CUSTOMERS)

    def _add(self, name: str) -> None:
        session = self._shell.session
        made = session.do(session.book.lists.add, replace(self._now, id=0, name=name))
        self._shown = made.first(SavedList)
        self.renamed.emit()
        self._shell.toast(_("Saved as “{list}”.").format(list=self._shown.name), undo=True)

    def _ask_other_name(self) -> None:
        shown = self._shown
        title = _("Rename the list")
        sheet = ListNameSheet(self._shell.sheet_host(), title, self._rename, name=shown.name)
        self._shell.show_sheet(sheet)

    def _rename(self, name: str) -> None:
        session = self._shell.session
        session.do(session.book.lists.save, replace(self._shown, name=name))
        self._shell.toast(_("The list is called “{list}” now.").format(list=name), undo=True)

    def _save_changes(self) -> None:
        session = self._shell.session
        try:
            session.do(session.book.lists.save, self._now)
        except BookError as error:
            self._shell.say(error)
            return
        self._shell.toast(_("“{list}” was saved.").format(list=self._now.name), undo=True)

    def _delete(self) -> None:
        session, gone = self._shell.session, self._shown
        try:
            session.do(session.book.lists.remove, gone.id)
        except BookError as error:
            self._shell.say(error)
            return
        words = _("The list “{list}” was deleted. Its customers stay.")
        self._shell.toast(words.format(list=gone.name), undo=True)
